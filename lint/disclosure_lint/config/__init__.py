"""What the user has set, and where.

The nearest ``disclosure-lint.toml``, or ``pyproject.toml`` with a table ``[tool.disclosure-lint]``, upwards from where a run starts is
read; no other file. It may ``extend`` one other file, which may extend a third.

Precedence, the highest first:

1. the command line,
2. ``[[per-file]]`` tables whose ``files`` match, a later table before an earlier one, the own file's before the extended file's,
3. the configuration file,
4. the file it extends,
5. the defaults.

A single value (``stage``, ``genre``) and a list (``exclude``, ``packs``) is taken whole from the highest place that sets it.
``severity`` and ``options`` are merged key by key. Rules are selected place by place, from the lowest up: ``select`` starts afresh,
``extend-select`` and ``ignore`` add to and take from what the lower places have selected; within one place the most specific
selector wins, and ``ignore`` where two are equal. All globs are read like lines of a .gitignore and hold from the folder of the
configuration file; without one, from the working directory.
"""

from __future__ import annotations

from disclosure_lint.config.files import FILE_NAMES, load_layers
from disclosure_lint.config.layers import Layer, Origin
from disclosure_lint.config.resolve import Config, load
from disclosure_lint.config.values import Settings
from disclosure_lint.errors import ConfigError

__all__ = ["FILE_NAMES", "Config", "ConfigError", "Layer", "Origin", "Settings", "load", "load_layers"]
