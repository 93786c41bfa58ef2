"""The options of a rule: a frozen dataclass on the rule, filled from tables of the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from disclosure_lint.invalid import InvalidError, unknown_key, wrong_choice, wrong_type
from disclosure_lint.rule import Rule, Text


def check_options(rule: Rule, table: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a table as arguments of the rule's options.

    Raises:
        InvalidError: an option does not exist or cannot have that value.
    """
    if rule.options is None:
        raise InvalidError((), Text(f"规则 {rule.code} 没有可设置的选项。", f"rule {rule.code} has no options."))
    hints = get_type_hints(rule.options)
    known = {field.name.replace("_", "-"): hints[field.name] for field in fields(rule.options)}
    found: dict[str, Any] = {}
    for written, value in table.items():
        key = written.replace("_", "-")
        if key not in known:
            raise InvalidError((written,), unknown_key(written, known))
        found[key.replace("-", "_")] = _value(written, value, known[key])
    return found


def make_options(rule: Rule, values: Mapping[str, Any]) -> Any:
    """The rule's options with these values; None for a rule without options.

    Raises:
        InvalidError: the rule itself refuses them.
    """
    if rule.options is None:
        return None
    try:
        return rule.options(**values)
    except ValueError as error:
        raise InvalidError(
            (), Text(f"规则 {rule.code} 不接受这些选项：{error}。", f"rule {rule.code} refuses these options: {error}.")
        ) from error


def _value(key: str, value: Any, wanted: Any) -> Any:
    if get_origin(wanted) is tuple:
        if not isinstance(value, list | tuple):
            raise InvalidError((key,), wrong_type(key, value, "列表", "a list"))
        return tuple(_value(key, item, get_args(wanted)[0]) for item in value)
    if get_origin(wanted) is Mapping:
        if not isinstance(value, Mapping):
            raise InvalidError((key,), wrong_type(key, value, "表", "a table"))
        return {name: _item(key, name, item, get_args(wanted)[1]) for name, item in value.items()}
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        choices = tuple(member.value for member in wanted)
        if value not in choices:
            raise InvalidError((key,), wrong_choice(key, str(value), choices))
        return wanted(value)
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if wanted not in _NAMES:
        raise TypeError(f"an option of type {wanted} cannot be configured")
    if not isinstance(value, wanted) or (wanted is not bool and isinstance(value, bool)):
        raise InvalidError((key,), wrong_type(key, value, *_NAMES[wanted]))
    return value


def _item(key: str, name: str, value: Any, wanted: Any) -> Any:
    """A value of an option that is a table itself."""
    try:
        return _value(name, value, wanted)
    except InvalidError as error:
        raise InvalidError((key, *error.keys), error.reason) from error


_NAMES = {
    bool: ("true 或 false", "true or false"),
    int: ("整数", "an integer"),
    float: ("数", "a number"),
    str: ("字符串", "a string"),
}
