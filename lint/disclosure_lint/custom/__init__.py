"""Rules that a user writes as tables of the configuration, without code.

A table becomes an ordinary ``Rule``: selection, severities, options, suppressions, ``explain`` and the reports cannot tell it from any
other. This package is imported only where a configuration has such tables.
"""

from __future__ import annotations

from disclosure_lint.custom.examples import Example
from disclosure_lint.custom.table import CustomRule, read_tables

__all__ = ["CustomRule", "Example", "read_tables"]
