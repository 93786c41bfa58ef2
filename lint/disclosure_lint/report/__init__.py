"""Reports: one module a format, each with ``render(report, view) -> str``, all fed by the same ``Report``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from disclosure_lint.diagnostic import Report
from disclosure_lint.rule import Rule, Severity, Text

FORMATS = ("full", "concise", "json", "github", "sarif")

SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "info"),
}
"""The words for the severities."""


class View(NamedTuple):
    """How a report is to be shown.

    Attributes:
        language: ``"zh"`` or ``"en"``.
        width: how many cells a line may take, in formats that break lines.
        colour: whether to write terminal colours.
        encoding: what the output will be encoded in: decides which signs may be used and how wide some of them are.
        quiet: findings only, no summary.
        statistics: whether to count the findings by rule as well.
        rules: the rules that were on, for formats that describe them.
    """

    language: str = "zh"
    width: int = 100
    colour: bool = False
    encoding: str = "utf-8"
    quiet: bool = False
    statistics: bool = False
    rules: tuple[Rule, ...] = ()

    @property
    def unicode(self) -> bool:
        """Whether every character can be written."""
        return self.encoding.lower().replace("_", "-").startswith(("utf-8", "utf8", "utf-16", "utf-32"))

    def say(self, text: Text) -> str:
        """The words in the language of the view."""
        return text.lang(self.language)


def renderer(name: str) -> Callable[[Report, View], str]:
    """The ``render`` function of a format; only its module is imported.

    Raises:
        KeyError: there is no such format.
    """
    if name not in FORMATS:
        raise KeyError(name)
    render: Callable[[Report, View], str] = import_module(f"disclosure_lint.report.{name}").render
    return render
