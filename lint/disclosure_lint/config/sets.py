"""Which drafts belong together: the ``[[sets]]`` tables of the configuration."""

from __future__ import annotations

import os
from collections.abc import Sequence
from glob import glob

from disclosure_lint.config.layers import Layer
from disclosure_lint.rule import Text


def files_of_sets(layers: Sequence[Layer]) -> tuple[tuple[str, ...], ...]:
    """The files of each set, as absolute paths; the tables of the nearest layer that has any count.

    ``files`` are paths, or globs with ``*``, ``?`` and ``**``, from the folder of the configuration file.

    Raises:
        ConfigError: a path or glob leads to no file.
    """
    layer = next((layer for layer in reversed(layers) if "sets" in layer.values), None)
    if layer is None:
        return ()
    folder = os.path.dirname(os.path.abspath(layer.path))
    return tuple(_files(table["files"], folder, layer, number) for number, table in enumerate(layer.values["sets"]))


def _files(patterns: Sequence[str], folder: str, layer: Layer, number: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for place, pattern in enumerate(patterns):
        paths = [os.path.join(folder, path) for path in sorted(glob(pattern, root_dir=folder, recursive=True))]
        files = [os.path.normpath(path) for path in paths if os.path.isfile(path)]
        if not files:
            reason = Text(f"没有“{pattern}”这样的文件。", f"there is no file like '{pattern}'.")
            raise layer.error(reason, "sets", number, "files", place)
        found.update(dict.fromkeys(files))
    return tuple(found)
