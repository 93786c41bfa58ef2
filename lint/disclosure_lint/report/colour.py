"""Lines with styles and what rich draws, as text, in colour or without. rich is slow to import, so only what needs it does."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from disclosure_lint.report import View
from disclosure_lint.report.layout import Line

if TYPE_CHECKING:
    from rich.console import RenderableType

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


def drawn(view: View, *things: RenderableType, soft_wrap: bool = False) -> str:
    """What rich makes of these, with colours only where the view asks for them."""
    from rich.console import Console

    raw = io.BytesIO()
    # rich draws with the signs that its file can hold
    page = io.TextIOWrapper(raw, encoding=view.encoding, errors="replace", newline="\n")
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
    page.flush()
    text = raw.getvalue().decode(view.encoding)
    return text if view.colour else "".join(f"{line.rstrip()}\n" for line in text.removesuffix("\n").split("\n"))


def paint(lines: Iterable[Line], view: View) -> str:
    """The lines as text, with escape codes where the view asks for colours. The lines are broken already: rich breaks none."""
    if not view.colour:
        return "".join("".join(words for words, _ in line).rstrip() + "\n" for line in lines)
    from rich.text import Text

    texts = (Text.assemble(*((words, STYLES.get(style, "")) for words, style in line)) for line in lines)
    return drawn(view, *texts, soft_wrap=True)
