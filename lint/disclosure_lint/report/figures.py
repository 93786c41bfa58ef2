"""The figures of drafts and what was checked of them: a table for people, and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from disclosure_grammar.source import Source
from disclosure_lint.comparisons.model import Comparison, Verdict
from disclosure_lint.facts.model import Personal
from disclosure_lint.figures import Figure, tally
from disclosure_lint.mask import Masker
from disclosure_lint.report import View
from disclosure_lint.report.colour import drawn
from disclosure_lint.report.json import SCHEMA, dump, place
from disclosure_lint.report.layout import cells, wrap
from disclosure_lint.report.words import one_line
from disclosure_lint.rule import Text
from disclosure_lint.where import Places

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

VERDICTS = {
    Verdict.VERIFIED: (Text("一致", "verified"), "green"),
    Verdict.CONTRADICTED: (Text("矛盾", "contradicted"), "bold red"),
    Verdict.UNVERIFIABLE: (Text("无从核对", "unverifiable"), "dim"),
}
_NARROWEST = 24
_BETWEEN = 3  # what rich puts between columns
_COLUMNS = (
    Text("位置", "place"),
    Text("数字", "figure"),
    Text("对象", "of"),
    Text("结论", "verdict"),
    Text("核对", "checks"),
)


class FileFigures(NamedTuple):
    """The figures of one file; ``error`` says why there are none."""

    path: str
    error: Text | None = None
    source: Source | None = None
    figures: tuple[Figure, ...] = ()
    personal: tuple[Personal, ...] = ()


def as_json(files: Sequence[FileFigures], view: View) -> str:
    """The figures as JSON, schema 1."""
    return dump({"schema": SCHEMA, "files": [_file(file, view) for file in files]}, view)


def _file(file: FileFigures, view: View) -> dict[str, Any]:
    figures: list[dict[str, Any]] = []
    if file.source is not None:
        masker = Masker(file.source, file.personal)
        figures = [_figure(figure, file.source, masker, view) for figure in file.figures]
    return {"path": file.path, "error": view.say(file.error) if file.error else None, "figures": figures}


def _figure(figure: Figure, source: Source, masker: Masker, view: View) -> dict[str, Any]:
    text = masker.slice(figure.span)
    return {
        "text": text,
        "value": _number(figure.value)
        if text == source.slice(figure.span)
        else None,  # a masked number has no value to show
        "unit": figure.unit,
        "noun": masker.text(figure.noun),
        "range": place(source, figure.span),
        "verdict": figure.verdict.value,
        "checks": [_check(check, source, masker, view) for check in figure.checks],
    }


def _check(check: Comparison, source: Source, masker: Masker, view: View) -> dict[str, Any]:
    return {
        "kind": check.kind,
        "verdict": check.verdict.value,
        "detail": masker.text(view.say(Text(check.zh, check.en))),
        "related": [
            {"message": masker.text(view.say(Text(operand.zh, operand.en))), "range": place(source, operand.span)}
            for operand in check.operands
        ],
    }


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


class _Row(NamedTuple):
    """A row of the table: place, figure, noun and verdict; how the verdict is coloured; what was checked."""

    texts: tuple[str, str, str, str]
    style: str
    details: tuple[str, ...]


def as_text(files: Sequence[FileFigures], view: View) -> str:
    """A table for each file that could be read, and how the figures came out."""
    tables = [thing for file in files if file.source is not None for thing in _tables(file, file.source, view)]
    return drawn(view, *tables).rstrip("\n") + "\n" if tables else ""


def _tables(file: FileFigures, source: Source, view: View) -> Sequence[RenderableType]:
    from rich.text import Text as Words

    masker = Masker(source, file.personal)
    places = Places(source)
    rows = [_row(figure, source, places.of(figure.span), masker, view) for figure in file.figures]
    counts = tally(file.figures)
    joined = view.say(Text("，", ", ")).join(
        f"{view.say(VERDICTS[verdict][0])} {counts[verdict]}" for verdict in Verdict
    )
    total = view.say(Text(f"数字{len(rows)}处：{joined}", f"{len(rows)} figures: {joined}"))
    return (Words(one_line(file.path), style="bold"), _table(rows, view), Words(f"{total}\n"))


def _row(figure: Figure, source: Source, where: Text | None, masker: Masker, view: View) -> _Row:
    at = source.place(figure.span.start)
    word, style = VERDICTS[figure.verdict]
    details = tuple(one_line(masker.text(view.say(Text(check.zh, check.en)))) for check in figure.checks)
    texts = (
        view.say(where) if where else f"{at.line}:{at.column}",
        one_line(masker.slice(figure.span)),
        one_line(masker.text(figure.noun)),
        view.say(word),
    )
    return _Row(texts, style, details)


def _table(rows: Sequence[_Row], view: View) -> Table:
    """The rows as a table. The last column is broken into lines here: rich knows nothing of Chinese marks."""
    from rich import box
    from rich.table import Table
    from rich.text import Text as Words

    heads = [view.say(column) for column in _COLUMNS]
    columns = zip(heads[:-1], *(row.texts for row in rows), strict=True)
    taken = sum(max(cells(text, view) for text in column) + _BETWEEN for column in columns)
    room = max(view.width - taken, _NARROWEST)
    table = Table(box=box.SIMPLE_HEAD if view.unicode else box.ASCII2, show_edge=False, pad_edge=False)
    for number, head in enumerate(heads):
        table.add_column(head, no_wrap=number in (0, 3), overflow="fold", justify="left" if number else "right")
    for row in rows:
        *words, verdict = row.texts
        details = "\n".join(line for detail in row.details for line in wrap(detail, room, view))
        table.add_row(*map(Words, words), Words(verdict, style=row.style), Words(details))
    return table
