"""How often each rule spoke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from disclosure_lint.diagnostic import Report
from disclosure_lint.report import SEVERITIES


def counts(report: Report, language: str = "en") -> Iterator[str]:
    """One line for each rule and severity with findings, the most frequent first."""
    found = Counter((d.code, d.name, d.severity) for file in report.files for d in file.diagnostics)
    words = {
        severity: f"{word.lang(language):<7}" if language == "en" else word.zh for severity, word in SEVERITIES.items()
    }
    widest = len(str(max(found.values(), default=0)))
    for (code, name, severity), number in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:>{widest}}  {code}  {words[severity]}  {name}"
