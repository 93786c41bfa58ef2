"""What the command line knows of the terminal: its language, encoding, width and colours."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from disclosure_lint.report import View
from disclosure_lint.report.words import one_line

PIPED_WIDTH = 100
EXIT_BROKEN_PIPE = 141


def prepare() -> None:
    """Make the output streams take any text: what the encoding lacks is replaced, never an exception.

    An ASCII stream comes from a C locale, not from a choice; nothing Chinese can be read on it, so it is taken for UTF-8, as the
    interpreter itself does where it may. A stream that is closed swallows what is written to it.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - it stays open to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            ascii_only = _encoding(stream) in ("ascii", "us-ascii", "ansi_x3.4-1968", "646")
            if ascii_only and not os.environ.get("PYTHONIOENCODING"):
                stream.reconfigure(encoding="utf-8", errors="replace")
            else:
                stream.reconfigure(errors="replace")


def _encoding(stream: object) -> str:
    return (getattr(stream, "encoding", None) or "utf-8").lower()


def language(explicit: str | None = None) -> str:
    """``zh`` unless asked otherwise: whoever reads the draft reads Chinese, so only a locale that names another language counts."""
    if explicit:
        return explicit
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    name = locale.split(".")[0].split("@")[0].lower()
    return "zh" if name in ("", "c", "posix") or name.startswith("zh") else "en"


def view(*, lang: str, color: str = "auto") -> View:
    """How to show things on the standard output."""
    terminal = sys.stdout.isatty()
    return View(
        language=lang,
        width=_width() if terminal else PIPED_WIDTH,
        colour=_colour(color, terminal=terminal),
        encoding=_encoding(sys.stdout),
    )


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or PIPED_WIDTH
    except (OSError, ValueError):
        return PIPED_WIDTH


def _colour(choice: str, *, terminal: bool) -> bool:
    if choice != "auto":
        return choice == "always"
    if not terminal or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.name == "nt":
        from rich.console import detect_legacy_windows

        return not detect_legacy_windows()
    return True


def write(text: str) -> None:
    """Write to the standard output; a reader that has gone away ends the program without a word.

    Raises:
        OSError: it cannot be written for another reason, such as a full disk.
    """
    with _reader():
        sys.stdout.write(text)
        sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Write a file to the standard output as it is; see ``write``."""
    with _reader():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def _reader() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter would try again at its end
        if not isinstance(error, BrokenPipeError) and os.name != "nt":
            raise
        raise SystemExit(EXIT_BROKEN_PIPE) from None


def complain(message: str) -> None:
    """One line on the standard error, if anybody can be reached there."""
    with suppress(OSError):
        print(one_line(message), file=sys.stderr)
