"""A key or value that a user wrote and that is not allowed: what to say about it, whatever table it stands in."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure_lint.errors import suggestion
from disclosure_lint.registry import nearest
from disclosure_lint.rule import Text


class InvalidError(Exception):
    """A key or value that is not allowed; ``keys`` lead to it from the table that was checked."""

    def __init__(self, keys: tuple[str | int, ...], reason: Text) -> None:
        super().__init__(reason.zh)
        self.keys = keys
        self.reason = reason


def unknown_key(key: str, known: Mapping[str, object]) -> Text:
    """That a key does not exist, with the nearest one that does."""
    near = nearest(key, known)
    hint, known_zh = suggestion(near), "、".join(known)
    if near:
        return Text(f"没有名为“{key}”的配置项{hint.zh}？", f"there is no setting '{key}'{hint.en}?")
    return Text(
        f"没有名为“{key}”的配置项，可用的有：{known_zh}。",
        f"there is no setting '{key}'; there are {', '.join(known)}.",
    )


def wrong_type(key: str, value: object, zh: str, en: str) -> Text:
    """That a value is of the wrong type."""
    got = _TYPES.get(type(value), Text(type(value).__name__, type(value).__name__))
    return Text(f"“{key}”应为{zh}，不是{got.zh}。", f"'{key}' must be {en}, not {got.en}.")


_TYPES = {
    bool: Text("true/false", "true or false"),
    int: Text("整数", "an integer"),
    float: Text("小数", "a number"),
    str: Text("字符串", "a string"),
    list: Text("列表", "a list"),
    tuple: Text("列表", "a list"),
    dict: Text("表", "a table"),
}


def wrong_choice(key: str, value: str, choices: tuple[str, ...]) -> Text:
    """That a value is none of those allowed, with the nearest that is."""
    hint = suggestion(nearest(value, choices))
    return Text(
        f"“{key}”不能是“{value}”{hint.zh}；可取 {'、'.join(choices)}。",
        f"'{key}' cannot be '{value}'{hint.en}; it is one of {', '.join(choices)}.",
    )
