"""``disclosure-lint`` and ``python -m disclosure_lint``: an interrupt ends the program quietly even while it is still being imported."""

from __future__ import annotations

import gc
import sys

_RARELY = 200_000  # allocations: trees and facts hold no cycles, so looking for some often is time lost


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    gc.set_threshold(_RARELY)
    try:
        from disclosure_lint.cli import main

        return main(arguments)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
