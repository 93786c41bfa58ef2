"""What a comment says: the finding in words for whoever reads the draft in Word, personal numbers masked as in every report."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.source import Source, Span
from disclosure_lint.diagnostic import Diagnostic, FileReport, Place
from disclosure_lint.mask import Masker
from disclosure_lint.quoting import shortened
from disclosure_lint.report import SEVERITIES
from disclosure_lint.report.words import one_line
from disclosure_lint.rule import PRACTICE, Text

_MOST_RELATED = 10
_HEAD = Text("{severity} {code} {name}", "{severity} {code} {name}")
_WHERE = Text("位置：{}", "where: {}")
_RELATED = Text("相关：{}", "see: {}")
_MORE = Text("另有{}处", "and {} more")
_FIX = Text("建议：{}", "fix: {}")
_HELP = Text("怎么改：{}", "help: {}")
_BASIS = Text("依据：{}", "basis: {}")
_LINE = Text("第{}行", "line {}")
_HERE = Text("本段", "this paragraph")


class Wording:
    """Puts the findings of one draft into words, in one language."""

    def __init__(self, source: Source, report: FileReport, language: str) -> None:
        self._source = source
        self._masker = Masker(source, report.personal)
        self._language = language

    def comment(self, found: Diagnostic, *, moved: bool) -> str:
        """The words of a comment, a line a paragraph; where it had to be ``moved`` off its words, it says what they are and where."""
        return "\n".join(one_line(line) for line in self._lines(found, moved=moved))

    def _lines(self, found: Diagnostic, *, moved: bool) -> Iterator[str]:
        severity = SEVERITIES[found.severity].lang(self._language)
        yield self._say(_HEAD).format(severity=severity, code=found.code, name=found.name)
        yield self._say(found.message)
        if moved and found.span is not None:
            where = self._where(self._source, found.span, found.where)
            quote = self._quoted(self._masker, found.span)
            yield self._say(_WHERE).format(self._say(Text("，", ",")).join(filter(None, (where, quote))))
        for place in found.related[:_MOST_RELATED]:
            yield self._say(_RELATED).format(self._related(place, found.span))
        if len(found.related) > _MOST_RELATED:
            yield self._say(_MORE).format(len(found.related) - _MOST_RELATED)
        if found.fix is not None:
            yield self._say(_FIX).format(self._say(found.fix.title))
        yield self._say(_HELP).format(self._say(found.help))
        if found.basis != PRACTICE:
            yield self._say(_BASIS).format(self._say(found.basis))

    def _related(self, place: Place, span: Span | None) -> str:
        """Where a related place of a finding is, what is said of it, and its words where that does not quote them."""
        source, masker = self._source, self._masker
        if place.other is not None:
            source, masker = place.other.source, Masker(*place.other)
        said = self._say(place.message)
        quote = self._quoted(masker, place.span)
        if shortened(masker.slice(place.span)).strip() in said:
            quote = ""
        file = f"{source.path} " if place.other is not None else ""
        near = place.other is None and span is not None and self._line(place.span) == self._line(span)
        where = self._say(_HERE) if near else self._where(source, place.span, place.where)
        return f"{file}{where} {said}{quote}"

    def _line(self, span: Span) -> int:
        return self._source.position(span.start).line

    def _where(self, source: Source, span: Span, where: Text | None) -> str:
        """Where a place is, in words; by its line in a draft whose lines people see."""
        return self._say(where) if where is not None else self._say(_LINE).format(source.place(span.start).line)

    def _quoted(self, masker: Masker, span: Span) -> str:
        words = shortened(masker.slice(span)).strip()
        return self._say(Text("“{}”", " “{}”")).format(words) if words else ""

    def _say(self, text: Text) -> str:
        return text.lang(self._language)
