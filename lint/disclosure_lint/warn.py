"""``python -m disclosure_lint.warn``: ``check`` that shows everything and never fails, for the second pre-commit hook.

``check --exit-zero`` still ends with 2 over a file that cannot be read, as a CI job must; a hook that only warns must let that pass too.
"""

from __future__ import annotations

import sys

from disclosure_lint.__main__ import run


def warn() -> None:
    """Check the drafts named on the command line, and end well whatever comes of it."""
    run(["check", *sys.argv[1:]])


if __name__ == "__main__":
    warn()
