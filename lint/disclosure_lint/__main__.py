"""``python -m disclosure_lint``."""

from __future__ import annotations

import sys

from disclosure_lint.cli import main

sys.exit(main())
