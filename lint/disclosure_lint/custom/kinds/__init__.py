"""The kinds of rules that a table can be, by the word it gives as ``kind``."""

from __future__ import annotations

from disclosure_lint.custom.kinds import count, existence, forbidden_near, required, sequence, substitution
from disclosure_lint.custom.model import Kind

KINDS: dict[str, Kind] = {
    "existence": existence.KIND,
    "substitution": substitution.KIND,
    "required": required.KIND,
    "forbidden-near": forbidden_near.KIND,
    "count": count.KIND,
    "sequence": sequence.KIND,
}
