"""Lines with styles as terminal colours. Imported only where colours are wanted: it needs rich."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.text import Text

from disclosure_lint.report import View
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


class _Page(io.StringIO):
    """A string to write on that says what it will be encoded in, so that rich draws with signs the output knows."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:
        """The encoding of the output."""
        return self._encoding


def drawn(view: View, *things: RenderableType, soft_wrap: bool = False) -> str:
    """What rich makes of these, with colours only where the view asks for them."""
    page = _Page(view.encoding)
    console = Console(
        file=page,
        width=view.width,
        force_terminal=view.colour,
        no_color=not view.colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for thing in things:
        console.print(thing, soft_wrap=soft_wrap)
    return page.getvalue()


def paint(lines: Iterable[Line], view: View) -> str:
    """The lines as text with escape codes. The lines are broken already: rich breaks none."""
    texts = (Text.assemble(*((words, STYLES.get(style, "")) for words, style in line)) for line in lines)
    return drawn(view, *texts, soft_wrap=True)
