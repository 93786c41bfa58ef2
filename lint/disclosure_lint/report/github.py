"""Annotations for GitHub Actions: workflow commands, one a finding."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.source import Source
from disclosure_lint.diagnostic import Diagnostic, FileReport, Place, Report
from disclosure_lint.report import View
from disclosure_lint.report.words import one_line
from disclosure_lint.rule import Severity, Text

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_UNREAD = Text("无法检查", "not checked")


def render(report: Report, view: View) -> str:
    """One workflow command a finding; a finding about the whole draft names the file and no line."""
    return "".join(f"{line}\n" for file in report.files for line in _lines(file, view))


def _lines(file: FileReport, view: View) -> Iterator[str]:
    if file.error is not None:
        yield _command("error", {"file": _path(file), "title": view.say(_UNREAD)}, one_line(view.say(file.error)))
    for found in file.diagnostics:
        properties = {"file": _path(file), **_place(file, found), "title": f"{found.code} {found.name}"}
        yield _command(_COMMANDS[found.severity], properties, _message(file, found, view))


def _path(file: FileReport) -> str:
    return file.path.replace("\\", "/")


def _place(file: FileReport, found: Diagnostic) -> dict[str, str]:
    if found.span is None or file.source is None:
        return {}
    start, end = file.source.place(found.span.start), file.source.place(found.span.end)
    place = {"line": str(start.line), "col": str(start.column), "endLine": str(end.line)}
    return place | {"endColumn": str(end.column)} if start.line == end.line else place


def _message(file: FileReport, found: Diagnostic, view: View) -> str:
    """What is wrong, what it was compared with, and what to do; places in words in a draft whose lines nobody sees."""
    where = f"{one_line(view.say(found.where))} " if found.where is not None else ""
    lines = [f"{where}{one_line(view.say(found.message))}"]
    if file.source is not None:
        lines += [_related(file.source, place, view) for place in found.related]
    return "\n".join([*lines, one_line(view.say(found.help))])


def _related(source: Source, place: Place, view: View) -> str:
    there = place.other.source if place.other else source
    at = there.place(place.span.start)
    path = f"{one_line(there.path)}:" if place.other else ""
    where = f"{at.line}:{at.column}" if place.where is None else one_line(view.say(place.where))
    return f"{path}{where} {one_line(view.say(place.message))}"


def _command(name: str, properties: dict[str, str], message: str) -> str:
    written = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
    return f"::{name} {written}::{_escape(message)}"


def _escape(text: str, further: str = "") -> str:
    """Text with the characters that end a command or a property written as ``%XX``."""
    for character in "%\r\n" + further:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
