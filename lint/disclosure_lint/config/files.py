"""Finding and reading configuration files."""

from __future__ import annotations

import os
import re
from typing import Any

from disclosure_lint.config import schema
from disclosure_lint.config.layers import Layer
from disclosure_lint.errors import ConfigError
from disclosure_lint.invalid import InvalidError
from disclosure_lint.rule import Text

OWN, PYPROJECT = "disclosure-lint.toml", "pyproject.toml"
FILE_NAMES = (OWN, PYPROJECT)
SUPPRESSIONS = "disclosure-lint.suppress.toml"
_TABLE = ("tool", "disclosure-lint")
_AT_LINE = r"\(at line (\d+), column \d+\)"


def discover(start: str) -> str | None:
    """The nearest configuration file upwards from a file or folder, or None."""
    folder = os.path.abspath(start)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        own, pyproject = (os.path.join(folder, name) for name in FILE_NAMES)
        if os.path.isfile(own):
            return own
        if os.path.isfile(pyproject) and _is_meant(pyproject):
            return pyproject
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def upwards(path: str, name: str) -> str | None:
    """The nearest file of that name in the folders above a file, or None."""
    folder = os.path.dirname(os.path.abspath(path))
    while not os.path.isfile(os.path.join(folder, name)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return os.path.join(folder, name)


def _is_meant(pyproject: str) -> bool:
    """Whether a pyproject.toml has a table for us; most have not, and need not be parsed to see it."""
    try:
        with open(pyproject, "rb") as file:
            if b"disclosure-lint" not in file.read():
                return False
    except OSError:
        return False
    return _dig(_parse(pyproject)[0], _TABLE) is not None


def load_layers(path: str) -> tuple[tuple[Layer, ...], tuple[Layer, ...]]:
    """The layers of a file and of those it extends, the lowest first: for all files, and for some.

    Raises:
        ConfigError: a file cannot be read, or what it says is not allowed.
    """
    general: list[Layer] = []
    some: list[Layer] = []
    seen: list[str] = []
    while path:
        path = os.path.abspath(path)
        own = _read(path)
        seen.append(path)
        general.insert(0, own[0])
        some[:0] = own[1:]
        extended = own[0].values.get("extend")
        if extended is None:
            break
        path = os.path.join(os.path.dirname(path), os.path.expanduser(extended))
        if os.path.abspath(path) in seen:
            raise own[0].error(
                Text("配置文件互相引用，成了循环。", "configuration files extend each other in a circle."), "extend"
            )
        if not os.path.isfile(path):
            raise own[0].error(
                Text(f"找不到要继承的配置文件“{extended}”。", f"there is no file '{extended}' to extend."), "extend"
            )
    return tuple(general), tuple(some)


def _read(path: str) -> list[Layer]:
    """The layers of one file: its own values first, then its ``[[per-file]]`` tables."""
    from disclosure_lint.toml_lines import lines

    data, text = _parse(path)
    keys = _TABLE if os.path.basename(path) == PYPROJECT else ()
    table = _dig(data, keys)
    shown = _shown(path)
    if table is None:
        raise ConfigError(Text("没有 [tool.disclosure-lint] 表。", "there is no table [tool.disclosure-lint]."), shown)
    bare = Layer({}, path=shown, keys=keys, lines=lines(text), text=text.split("\n"))
    try:
        values = schema.check(table)
    except InvalidError as error:
        raise bare.error(error.reason, *error.keys) from error
    own = Layer(values, path=shown, keys=keys, lines=bare.lines, text=bare.text)
    return [own, *(_per_file(own, number, table) for number, table in enumerate(values.get("per-file", ())))]


def _per_file(own: Layer, number: int, table: dict[str, Any]) -> Layer:
    return Layer(table, table["files"], own.path, (*own.keys, "per-file", number), own.lines, own.text)


def _parse(path: str) -> tuple[dict[str, Any], str]:
    """The data of a TOML file and its text."""
    import tomllib  # not needed by whoever has no configuration

    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            text = file.read().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError(
            Text("配置文件不是 UTF-8 编码。", "the configuration is not encoded as UTF-8."), _shown(path)
        ) from error
    except OSError as error:
        cause = error.strerror
        raise ConfigError(
            Text(f"配置文件读不出来（{cause}）。", f"the configuration cannot be read ({cause})."), _shown(path)
        ) from error
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        found = re.search(_AT_LINE, str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        what = re.sub(_AT_LINE, "", str(error)).strip()
        reason = Text(f"不是有效的 TOML（{what}）。", f"this is not valid TOML ({what}).")
        raise ConfigError(reason, _shown(path), line, text.split("\n")[line - 1]) from error


def _dig(data: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else None


def _shown(path: str) -> str:
    """A path as it is shown: from the working directory where it lies below it."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if relative.startswith("..") else relative
