"""What a share may be written as."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor


def roundings(value: Fraction, decimals: int) -> frozenset[Fraction]:
    """What a value becomes at so many decimals, rounded down, up, or to the nearest."""
    scale = 10**decimals
    return frozenset({Fraction(floor(value * scale), scale), Fraction(ceil(value * scale), scale)})
