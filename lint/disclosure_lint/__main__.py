"""``disclosure-lint`` and ``python -m disclosure_lint``: an interrupt ends the program quietly even while it is still being imported."""

from __future__ import annotations

import sys


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    try:
        from disclosure_lint.cli import main

        return main(arguments)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
