"""The report as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from disclosure_grammar.source import Source, Span
from disclosure_lint import __version__
from disclosure_lint.diagnostic import Diagnostic, FileReport, Place, Report
from disclosure_lint.mask import Masker
from disclosure_lint.report import View
from disclosure_lint.report.json import dump
from disclosure_lint.rule import Fix, Rule, Safety, Severity, Text

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Json = dict[str, Any]


def render(report: Report, view: View) -> str:
    """One run: every rule that was on, every finding, every file that could not be read."""
    indices = {rule.code: index for index, rule in enumerate(view.rules)}
    run = {
        "tool": {"driver": _driver(view)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(report.files, view)],
        "results": [result for file in report.files for result in _results(file, indices, view)],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, view)


def _driver(view: View) -> Json:
    return {
        "name": "disclosure-lint",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "en" if view.language == "en" else "zh-CN",
        "rules": [_rule(rule, view) for rule in view.rules],
    }


def _rule(rule: Rule, view: View) -> Json:
    why, what = view.say(rule.why), view.say(rule.help)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": view.say(rule.summary)},
        "fullDescription": {"text": why},
        "help": {"text": f"{what}\n{why}", "markdown": f"{what}\n\n{why}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "basis": view.say(rule.basis),
            "genres": sorted(rule.genres),
            "tags": [rule.code.rstrip("0123456789")],
        },
    }


def _invocation(files: Sequence[FileReport], view: View) -> Json:
    unread = [file for file in files if file.error is not None]
    notes = [
        {
            "level": "error",
            "message": {"text": view.say(file.error)},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(file.path)}}],
        }
        for file in unread
        if file.error is not None
    ]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _results(file: FileReport, indices: dict[str, int], view: View) -> Iterator[Json]:
    source = file.source
    if source is None or not file.diagnostics:
        return
    masker = Masker(source, file.personal)
    for found in file.diagnostics:
        result = _result(found, file, source, view)
        if found.code in indices:
            result["ruleIndex"] = indices[found.code]
        if found.fix is not None and found.fix.safety is not Safety.DISPLAY and source.layout.format == "text":
            result["fixes"] = [_fix(found.fix, file, source, masker, view)]
        yield result


def _result(found: Diagnostic, file: FileReport, source: Source, view: View) -> Json:
    return {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": view.say(found.message)},
        "locations": [_location(file.path, source, found.span, found.where, view)],
        "relatedLocations": [
            {"id": number, "message": {"text": view.say(place.message)}, **_related(file, source, place, view)}
            for number, place in enumerate(found.related, start=1)
        ],
        "partialFingerprints": {"disclosureLint/v1": found.fingerprint},
        "properties": {"help": view.say(found.help), "basis": view.say(found.basis)},
    }


def _related(file: FileReport, source: Source, place: Place, view: View) -> Json:
    there = place.other.source if place.other else None
    return _location(there.path if there else file.path, there or source, place.span, place.where, view)


def _location(path: str, source: Source, span: Span | None, where: Text | None, view: View) -> Json:
    """A place; where lines are no help, such as in a Word document, its words are given as a logical location."""
    physical: Json = {"artifactLocation": _artifact(path)}
    if span is not None:
        physical["region"] = _region(source, span)
    logical = {"logicalLocations": [{"fullyQualifiedName": view.say(where)}]} if where else {}
    return {"physicalLocation": physical, **logical}


def _region(source: Source, span: Span) -> Json:
    start, end = source.place(span.start), source.place(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _artifact(path: str) -> Json:
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    return {"uri": quote(pure.as_posix())}


def _fix(fix: Fix, file: FileReport, source: Source, masker: Masker, view: View) -> Json:
    replacements = [
        {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": masker.text(edit.text)}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": view.say(fix.title)},
        "artifactChanges": [{"artifactLocation": _artifact(file.path), "replacements": replacements}],
    }
