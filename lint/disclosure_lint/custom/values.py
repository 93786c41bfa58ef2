"""Reading the values of one ``[[rules.custom]]`` table; what is not allowed is refused with the key it stands under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from disclosure_lint.custom.patterns import fault
from disclosure_lint.custom.words import Wanted
from disclosure_lint.invalid import InvalidError, wrong_choice, wrong_type
from disclosure_lint.rule import Text

_STRING = ("字符串", "a string")
_STRINGS = ("字符串列表", "a list of strings")
_SENTENCE = ("字符串或 { zh, en } 表", "a string or a table { zh, en }")
_LINE_ENDS = ("\n", "\r")


class Table:
    """The values of a table, each checked when it is asked for."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values

    def has(self, key: str) -> bool:
        """Whether the table has a value for a key."""
        return key in self.values

    def string(self, key: str, default: str | None = None) -> str:
        """A string on one line; without a default it must be there."""
        value = self.values.get(key, default)
        if value is None:
            raise lacking(key)
        return line(key, value)

    def choice(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        """One of several words."""
        value = self.string(key, default)
        if value not in choices:
            raise InvalidError((key,), wrong_choice(key, value, choices))
        return value

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise InvalidError((key,), wrong_type(key, value, "true 或 false", "true or false"))
        return value

    def number(self, key: str, least: int) -> int | None:
        """A whole number, or None where there is none."""
        value = self.values.get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise InvalidError((key,), wrong_type(key, value, "整数", "an integer"))
        if value is not None and value < least:
            raise InvalidError((key,), Text(f"“{key}”不能小于{least}。", f"'{key}' cannot be less than {least}."))
        return value

    def sentence(self, key: str, default: Text) -> Text:
        """Words in Chinese and, where they are given, in English: a string or ``{ zh, en }``."""
        value = self.values.get(key)
        if value is None:
            return default
        if isinstance(value, str):
            value = {"zh": line(key, value)}
        if not isinstance(value, Mapping):
            raise InvalidError((key,), wrong_type(key, value, *_SENTENCE))
        for language, words in value.items():
            if language not in ("zh", "en"):
                raise InvalidError((key, language), wrong_choice(key, language, ("zh", "en")))
            line(language, words, key)
        if "zh" not in value:
            raise InvalidError((key,), Text(f"“{key}”缺少 zh（中文）。", f"'{key}' lacks zh, the Chinese words."))
        return Text(value["zh"].strip(), value.get("en", value["zh"]).strip())

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of words; none where the table has no such key."""
        return self._strings(key, self.values.get(key, []))

    def wanted(self, words: str = "words", patterns: str = "patterns") -> Wanted:
        """Words and patterns under these keys, at least one of them."""
        found = Wanted(self.strings(words), self.expressions(patterns))
        if not (found.words or found.patterns):
            at = next((key for key in (words, patterns) if self.has(key)), None)
            raise InvalidError(
                (at,) if at else (),
                Text(
                    f"没有写要查什么：请写 {words} 或 {patterns}。",
                    f"it says nothing to look for: give {words} or {patterns}.",
                ),
            )
        return found

    def expressions(self, key: str) -> tuple[str, ...]:
        """A list of regular expressions."""
        found = self._strings(key, self.values.get(key, []), plain=False)
        for number, pattern in enumerate(found):
            expression(pattern, key, number)
        return found

    def replacements(self, key: str) -> dict[str, str]:
        """A table of wrong = right."""
        value = self.values.get(key, {})
        if not isinstance(value, Mapping):
            raise InvalidError((key,), wrong_type(key, value, "“错 = 对”的表", "a table of wrong = right"))
        for wrong, right in value.items():
            if not isinstance(right, str):
                raise InvalidError((key, wrong), wrong_type(wrong, right, *_STRING))
            if any(mark in right for mark in _LINE_ENDS):
                raise InvalidError((key, wrong), _one_line(wrong))
        return dict(value)

    def _strings(self, key: str, value: Any, *, plain: bool = True) -> tuple[str, ...]:
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise InvalidError((key,), wrong_type(key, value, *_STRINGS))
        for number, item in enumerate(value):
            if not isinstance(item, str):
                raise InvalidError((key, number), wrong_type(key, item, *_STRINGS))
            if plain:
                word(item, key, number)
        return tuple(value)


def lacking(key: str) -> InvalidError:
    """That a table lacks a key it must have."""
    return InvalidError((), Text(f"这条规则缺少 {key}。", f"the rule lacks {key}."))


def line(name: str, value: Any, *above: str) -> str:
    """A string that is not empty and stands on one line."""
    if not isinstance(value, str):
        raise InvalidError((*above, name), wrong_type(name, value, *_STRING))
    if not value.strip():
        raise InvalidError((*above, name), Text(f"“{name}”是空的。", f"'{name}' is empty."))
    if any(mark in value.strip() for mark in _LINE_ENDS):
        raise InvalidError((*above, name), _one_line(name))
    return value


def word(value: str, *keys: str | int) -> None:
    """See that words can stand in a paragraph as they are written."""
    if not value.strip() or value != value.strip():
        raise InvalidError(
            keys,
            Text(
                "要查的词不能是空的，前后也不能有空格。", "a word to look for cannot be empty or have spaces around it."
            ),
        )
    if any(mark in value for mark in _LINE_ENDS):
        raise InvalidError(
            keys,
            Text(
                "要查的词里不能换行：正文是一段一段查的。",
                "a word to look for cannot hold a line end: paragraphs are searched one by one.",
            ),
        )


def expression(pattern: str, *keys: str | int) -> None:
    """See that a regular expression can work and cannot take forever."""
    reason = fault(pattern)
    if reason is not None:
        raise InvalidError(
            keys,
            Text(
                f"正则表达式“{pattern}”不能用：{reason.zh}。", f"the pattern '{pattern}' cannot be used: {reason.en}."
            ),
        )


def _one_line(name: str) -> Text:
    return Text(f"“{name}”要写在一行里。", f"'{name}' must stand on one line.")
