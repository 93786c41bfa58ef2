"""Making the corrections that rules offer: which of them, in which order, and how the text comes to rest.

Everything here is a function of a text and of a way to check it; no file is opened and nothing is printed.
"""

from __future__ import annotations

from disclosure_lint.fixing.rounds import MOST_ROUNDS, Fixed, Lint, fix
from disclosure_lint.fixing.units import SAFE_ONLY, WITH_UNSAFE, Obstacle, Obstructs, units

__all__ = ["MOST_ROUNDS", "SAFE_ONLY", "WITH_UNSAFE", "Fixed", "Lint", "Obstacle", "Obstructs", "fix", "units"]
