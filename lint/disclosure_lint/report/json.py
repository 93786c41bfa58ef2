"""The report as JSON, schema 1: a contract, described in ``docs/json.md`` and by ``schemas/check.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from disclosure_grammar.source import Source, Span
from disclosure_lint import __version__
from disclosure_lint.diagnostic import Diagnostic, FileReport, Place, Report
from disclosure_lint.mask import Masker
from disclosure_lint.report import View
from disclosure_lint.rule import Fix, Severity

SCHEMA = 1
"""The version of the JSON that ``check``, ``figures`` and ``outline`` print."""


def render(report: Report, view: View) -> str:
    """The report as one JSON object."""
    return dump(
        {
            "schema": SCHEMA,
            "tool": {"name": "disclosure-lint", "version": __version__},
            "files": [_file(file, view) for file in report.files],
            "summary": summary(report),
        },
        view,
    )


def dump(value: Mapping[str, Any], view: View) -> str:
    """JSON that stays valid in the encoding of the output: plain ASCII where that is not a Unicode encoding."""
    return json.dumps(value, ensure_ascii=not view.unicode) + "\n"


def place(source: Source, span: Span) -> dict[str, Any]:
    """A span as lines and columns of the file, from 1, columns in code points, the end exclusive."""
    start, end = source.place(span.start), source.place(span.end)
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }


def summary(report: Report) -> dict[str, int]:
    """How many files and findings there were."""
    return {
        "files": len(report.files),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "infos": report.count(Severity.INFO),
        "suppressed": sum(file.suppressed for file in report.files),
        "baselined": sum(file.baselined for file in report.files),
    }


def _file(file: FileReport, view: View) -> dict[str, Any]:
    return {
        "path": file.path,
        "genre": file.genre,
        "error": view.say(file.error) if file.error else None,
        "diagnostics": _diagnostics(file, view),
    }


def _diagnostics(file: FileReport, view: View) -> list[dict[str, Any]]:
    source = file.source
    if source is None or not file.diagnostics:
        return []
    masker = Masker(source, file.personal)
    return [_diagnostic(found, source, masker, view) for found in file.diagnostics]


def _diagnostic(found: Diagnostic, source: Source, masker: Masker, view: View) -> dict[str, Any]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": view.say(found.message),
        "range": place(source, found.span) if found.span else None,
        "where": view.say(found.where) if found.where else None,
        "related": [_related(related, source, view) for related in found.related],
        "help": view.say(found.help),
        "basis": view.say(found.basis),
        "values": {name: masker.text(value) for name, value in found.values.items()} if found.values else None,
        "fix": _fix(found.fix, source, masker, view) if found.fix else None,
        "fingerprint": found.fingerprint,
    }


def _related(related: Place, source: Source, view: View) -> dict[str, Any]:
    """A related place; one in another draft names that."""
    there = related.other.source if related.other else source
    return {
        "message": view.say(related.message),
        **({"path": there.path} if related.other else {}),
        "range": place(there, related.span),
        "where": view.say(related.where) if related.where else None,
    }


def _fix(fix: Fix, source: Source, masker: Masker, view: View) -> dict[str, Any]:
    return {
        "title": view.say(fix.title),
        "safety": fix.safety.value,
        "edits": [{"range": place(source, edit.span), "text": masker.text(edit.text)} for edit in fix.edits],
    }
