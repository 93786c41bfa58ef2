"""Whether a draft writes its digits full-width throughout, as the templates of some word processors do."""

from __future__ import annotations

from disclosure_grammar.tree import Document, Kind

_WIDE, _HALF = "０１２３４５６７８９", "0123456789"
_FEW = 10  # fewer digits show no habit
_MUCH_OFTENER = 5
_ELSEWHERE = (Kind.CONTACT, Kind.INVITATION, Kind.DATE)


def are_wide(document: Document) -> bool:
    """Whether full-width digits are the habit of the text; contact details and the signing date show none."""
    texts = [leaf.text for leaf in document.prose if leaf.kind not in _ELSEWHERE]
    wide = sum(text.count(digit) for text in texts for digit in _WIDE)
    half = sum(text.count(digit) for text in texts for digit in _HALF)
    return wide >= _FEW and wide >= _MUCH_OFTENER * half
