"""Lines with styles as terminal colours. Imported only where colours are wanted: it needs rich."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from disclosure_lint.report.layout import Line

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "good": "green",
    "path": "bold",
    "strong": "bold",
    "code": "magenta",
    "dim": "dim",
    "mark-error": "bold underline red",
    "mark-warning": "bold underline yellow",
    "mark-info": "bold underline cyan",
    "mark-related": "underline",
}


def paint(lines: Iterable[Line]) -> str:
    """The lines as text with escape codes. The lines are broken already: rich breaks none."""
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, legacy_windows=False, highlight=False, markup=False, emoji=False)
    for line in lines:
        text = Text.assemble(*((words, STYLES.get(style, "")) for words, style in line))
        console.print(text, soft_wrap=True)
    return out.getvalue()
