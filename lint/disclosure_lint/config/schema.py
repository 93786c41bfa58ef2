"""Which keys there are and what each may hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from disclosure_lint.invalid import InvalidError, unknown_key, wrong_choice, wrong_type
from disclosure_lint.rule import GENRES, Severity, Text

if TYPE_CHECKING:
    from disclosure_lint.custom import CustomRule

STAGES = ("draft", "final")
LANGUAGES = ("zh", "en")
OUTPUT_FORMATS = ("full", "concise", "json", "github", "sarif")
LEVELS = tuple(severity.value for severity in reversed(Severity))
AUTO, NEVER = "auto", "never"
CUSTOM = "custom"


def check(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a whole configuration, in the form the linter uses.

    Raises:
        InvalidError: a key or value is not allowed.
    """
    return _table(values, KEYS)


def check_per_file(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of one ``[[per-file]]`` table.

    Raises:
        InvalidError: a key or value is not allowed.
    """
    checked = _table(values, PER_FILE_KEYS)
    if not checked.get("files"):
        raise InvalidError(
            (),
            Text(
                "[[per-file]] 缺少 files，不知道对哪些文件有效。", "[[per-file]] lacks files: which does it hold for?"
            ),
        )
    return checked


def _table(values: Mapping[str, Any], known: Mapping[str, Callable[[str, Any], Any]]) -> dict[str, Any]:
    checked = {}
    for key, value in values.items():
        if key not in known:
            raise InvalidError((key,), unknown_key(key, known))
        checked[key] = known[key](key, value)
    return checked


def _strings(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise InvalidError((key,), wrong_type(key, value, "字符串列表", "a list of strings"))
    for number, item in enumerate(value):
        if not isinstance(item, str):
            raise InvalidError((key, number), wrong_type(key, item, "字符串列表", "a list of strings"))
    return tuple(value)


def _one_of(*choices: str) -> Callable[[str, Any], str]:
    def one(key: str, value: Any) -> str:
        if not isinstance(value, str):
            raise InvalidError((key,), wrong_type(key, value, "字符串", "a string"))
        if value not in choices:
            raise InvalidError((key,), wrong_choice(key, value, choices))
        return str(value)

    return one


def _severities(key: str, value: Any) -> dict[str, Severity]:
    if not isinstance(value, Mapping):
        raise InvalidError((key,), wrong_type(key, value, "“规则 = 级别”的表", "a table of rule = level"))
    one = _one_of(*LEVELS)
    found = {}
    for selector, level in value.items():
        try:
            found[selector] = Severity(one(selector, level))
        except InvalidError as error:
            raise InvalidError((key, selector), error.reason) from None
    return found


def _options(key: str, value: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(value, Mapping):
        raise InvalidError((key,), wrong_type(key, value, "表", "a table"))
    for rule, table in value.items():
        if not isinstance(table, Mapping):
            raise InvalidError(
                (key, rule), wrong_type(rule, table, "表（如 [options.TOT003]）", "a table such as [options.TOT003]")
            )
    return {rule: dict(table) for rule, table in value.items()}


_SIZE = r"(\d+(?:\.\d+)?)\s*([kmg]?)(?:i?b)?"
_FACTORS = {"": 1, "k": 1024, "m": 1024**2, "g": 1024**3}


def _size(key: str, value: Any) -> int:
    match = re.fullmatch(_SIZE, value.strip(), re.IGNORECASE) if isinstance(value, str) else None
    if match is not None:
        return int(float(match[1]) * _FACTORS[match[2].lower()])
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise InvalidError(
        (key,),
        Text(
            f'“{key}”应为文件大小，如800000或"50MB"，不能是“{value}”。',
            f"'{key}' must be a size such as 800000 or \"50MB\", not '{value}'.",
        ),
    )


def _globs(key: str, value: Any) -> tuple[str, ...]:
    """Patterns read like lines of a .gitignore."""
    patterns = _strings(key, value)
    for number, pattern in enumerate(patterns):
        if not is_glob(pattern):
            raise InvalidError(
                (key, number), Text(f"“{pattern}”不是有效的文件模式。", f"'{pattern}' is no valid file pattern.")
            )
    return patterns


def is_glob(pattern: str) -> bool:
    """Whether a pattern can be read like a line of a .gitignore."""
    from pathspec import GitIgnoreSpec  # slow to import, so only where somebody writes globs

    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return False
    return True


def _string(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise InvalidError((key,), wrong_type(key, value, "字符串", "a string"))
    return value


def _tables(key: str, value: Any) -> tuple[dict[str, Any], ...]:
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        raise InvalidError((key,), wrong_type(key, value, "若干个 [[per-file]] 表", "written as [[per-file]] tables"))
    found = []
    for number, table in enumerate(value):
        try:
            found.append(check_per_file(table))
        except InvalidError as error:
            raise InvalidError((key, number, *error.keys), error.reason) from None
    return tuple(found)


def _sets(key: str, value: Any) -> tuple[dict[str, Any], ...]:
    """The files of each ``[[sets]]`` table."""
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        raise InvalidError((key,), wrong_type(key, value, "若干个 [[sets]] 表", "written as [[sets]] tables"))
    found = []
    for number, table in enumerate(value):
        try:
            found.append(_table(table, {"files": _strings}))
        except InvalidError as error:
            raise InvalidError((key, number, *error.keys), error.reason) from None
        if not table.get("files"):
            raise InvalidError(
                (key, number),
                Text("[[sets]] 缺少 files，不知道哪些文件成一套。", "[[sets]] lacks files: which drafts make the set?"),
            )
    return tuple(found)


def _rules(key: str, value: Any) -> tuple[CustomRule, ...]:
    """The rules of one's own: ``[[rules.custom]]`` tables, and nothing else stands under ``rules``."""
    if not isinstance(value, Mapping):
        raise InvalidError((key,), wrong_type(key, value, "若干个 [[rules.custom]] 表", "[[rules.custom]] tables"))
    for name in value:
        if name != CUSTOM:
            raise InvalidError((key, name), unknown_key(f"{key}.{name}", {f"{key}.{CUSTOM}": None}))
    tables = value.get(CUSTOM, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        what = ("若干个 [[rules.custom]] 表", "written as [[rules.custom]] tables")
        raise InvalidError((key, CUSTOM), wrong_type(f"{key}.{CUSTOM}", tables, *what))
    from disclosure_lint.custom import read_tables  # most configurations have no rules of their own

    try:
        return read_tables(tables)
    except InvalidError as error:
        raise InvalidError((key, CUSTOM, *error.keys), error.reason) from None


_FOR_RULES: dict[str, Callable[[str, Any], Any]] = {
    "select": _strings,
    "ignore": _strings,
    "extend-select": _strings,
    "severity": _severities,
    "genre": _one_of(AUTO, *GENRES),
    "stage": _one_of(*STAGES),
    "options": _options,
}
PER_FILE_KEYS = {"files": _globs, **_FOR_RULES}
KEYS = {
    **_FOR_RULES,
    "fail-on": _one_of(*LEVELS, NEVER),
    "lang": _one_of(*LANGUAGES),
    "output-format": _one_of(*OUTPUT_FORMATS),
    "exclude": _globs,
    "max-size": _size,
    "packs": _strings,
    "extend": _string,
    "per-file": _tables,
    "rules": _rules,
    "sets": _sets,
}
