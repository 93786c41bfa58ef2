"""What can go wrong before a draft is read. Every error is one sentence in Chinese and in English."""

from __future__ import annotations

from disclosure_lint.rule import Text


class UserError(Exception):
    """A mistake the user can put right; ends a run with exit code 2 and its sentence."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text

    def lang(self, language: str) -> str:
        """The sentence in ``"zh"`` or ``"en"``."""
        return self.text.lang(language)


def suggestion(nearest: str) -> Text:
    """``did you mean …``, or nothing."""
    return Text(f"，是否应为“{nearest}”", f"; did you mean '{nearest}'") if nearest else Text("", "")


_LISTED = Text("，全部规则见 disclosure-lint rules", "; disclosure-lint rules lists them all")


class UnknownRuleError(UserError):
    """A selector that stands for no rule.

    Attributes:
        selector: as written.
        nearest: what may have been meant, or an empty string.
    """

    def __init__(self, selector: str, nearest: str) -> None:
        hint = suggestion(nearest) if nearest else _LISTED
        question = Text("？" if nearest else "。", "?" if nearest else ".")
        super().__init__(
            Text(
                f"没有编号、名称或前缀为“{selector}”的规则{hint.zh}{question.zh}",
                f"no rule has the code, name or prefix '{selector}'{hint.en}{question.en}",
            )
        )
        self.selector = selector
        self.nearest = nearest


class PackError(UserError):
    """A rule pack that cannot be used."""

    def __init__(self, pack: str, reason: Text) -> None:
        super().__init__(
            Text(f"规则包“{pack}”不能使用：{reason.zh}。", f"rule pack '{pack}' cannot be used: {reason.en}.")
        )
        self.pack = pack


class DuplicateRuleError(UserError):
    """Two rules that go by the same code or name."""

    def __init__(self, word: str, one: str, other: str) -> None:
        super().__init__(
            Text(f"两条规则都叫“{word}”：{one} 和 {other}。", f"two rules are called '{word}': {one} and {other}.")
        )


class ConfigError(UserError):
    """A configuration that cannot be used, with the place of the mistake.

    Attributes:
        reason: what is wrong, without the place.
        path: the file, or an empty string for the command line.
        line: the line, from 1, or None.
        line_text: that line as written.
    """

    def __init__(self, reason: Text, path: str = "", line: int | None = None, line_text: str = "") -> None:
        place = f"{path}:{line}" if line else path
        quoted = line_text.strip()
        super().__init__(
            Text(
                (f"{place}：" if place else "") + reason.zh + (f"（该行：{quoted}）" if quoted else ""),
                (f"{place}: " if place else "") + reason.en + (f" (the line: {quoted})" if quoted else ""),
            )
        )
        self.reason = reason
        self.path = path
        self.line = line
        self.line_text = line_text
