"""What the words around a title say of it: whose document it is, and whether it is spoken of as something past."""

from __future__ import annotations

from disclosure_grammar.pattern import Pattern
from disclosure_lint.facts.model import Citation

_STOP = Pattern(r"[。；;！!？?]")
_MADE = Pattern(
    r"(?:制定|制订|出台|起草|拟定|拟订|草拟|编制|编印|编写|印发|下发|修订|修改|完善|健全|建立)(?:[、和并及]?(?:完善|印发|下发|出台|实施|制定))?(?:了|形成)?"
    r"(?:《[^《》]*》[、和及]?)*$"
)
_OUTSIDE = Pattern(
    r"(?:中央|国务院|最高|国家|全国|(?<!节)省|自治区|(?<![城都])市|上级|县委|区委|(?:教育|财政|公安|司法|组织|宣传|统战|社保)部|集团|总公司|总行|高院|中院)"
    r"[^，。；、,;：:《》“”]{0,8}$"
)
_PAST_BEFORE = Pattern(r"(?:原|旧|废止了?|停止执行|取代了?|替代|代替|曾用名)(?:的|《[^《》]*》[、和及]?)*$")
_PAST_AFTER = Pattern(
    r"^(?:（[^）]{0,30}）|\([^)]{0,30}\))?[^，。；,;《》]{0,8}(?:废止|失效|停止执行|不再执行|修订前|修改前|修订为|修改为|改为|更名|变更为|上升为|升格为|被取代)"
)
_VERSION = Pattern(r"^[（(][^）)〔\[［【（(]{0,12}(?:19|20)\d\d|^[（(](?:已废止|已失效|旧版|修订前)")
_NUMBERED = Pattern(r"^[（(]([^）)，,。；;]{1,16}[〔\[［【（(](?:19|20)\d\d[〕\]］】）)]第?\d{1,5}号)")
_OLD_TRIAL = Pattern(r"长期|一直|仍|仅|多年|到期|期满|试行期|过期|未及时|没有及时|未修订|滞后|转正|正式")
_WANTING = Pattern(r"(?:未|没有|尚无|缺乏|缺少|要求|应当|需要?|建议)[^，。；、,;《》]{0,8}$")
_SHORT = Pattern(r"简称(?:为|作)?[：:]?[《“\"‘](.{1,30}?)[》”\"’]")


def before(citation: Citation, size: int = 40) -> str:
    """What stands before a title in its sentence, as far as ``size`` characters."""
    text, at = citation.node.text, citation.node.prose.index(citation.span.start)
    cut = text[max(at - size, 0) : at]
    stops = [match.end() for match in _STOP.finditer(cut)]
    return cut[stops[-1] :] if stops else cut


def after(citation: Citation, size: int = 40) -> str:
    """What stands behind a title in its sentence, as far as ``size`` characters."""
    text, at = citation.node.text, citation.node.prose.index(citation.span.end - 1) + 1
    cut = text[at : at + size]
    stop = _STOP.search(cut)
    return cut[: stop.start()] if stop else cut


def same_sentence(one: Citation, other: Citation) -> bool:
    """Whether two titles stand in one sentence."""
    if one.node is not other.node:
        return False
    first, second = sorted((one.span, other.span))
    prose = one.node.prose
    return _STOP.search(prose.text, prose.index(first.end - 1), prose.index(second.start)) is None


def is_made_here(citation: Citation) -> bool:
    """Whether the text says that the office itself writes the document (制定《…》)."""
    return _MADE.search(before(citation)) is not None


def is_foreign(citation: Citation) -> bool:
    """Whether the words before a title name a body above as the one that issued it (省高院《…》)."""
    return _OUTSIDE.search(before(citation, 16)) is not None


def is_past(citation: Citation) -> bool:
    """Whether the text knows that the document is no longer in force, or names the version it means."""
    behind = after(citation)
    return (
        _PAST_BEFORE.search(before(citation)) is not None
        or _PAST_AFTER.search(behind) is not None
        or _VERSION.search(behind) is not None
    )


def document_number(citation: Citation) -> str:
    """The document number that stands in brackets behind a title, or an empty string."""
    told = _NUMBERED.search(after(citation))
    return told[1] if told else ""


def is_wanting(citation: Citation) -> bool:
    """Whether the text says that the document was still to be made (未制定《…》), so that its name could not be known."""
    return _WANTING.search(before(citation, 16)) is not None


def is_trial_left_behind(citation: Citation) -> bool:
    """Whether the text says that a document on trial ought to have become, or has become, a settled one."""
    return _OLD_TRIAL.search(before(citation, 20) + after(citation, 20)) is not None


def short_names(text: str) -> list[str]:
    """The names that a text defines as short ones (以下简称《办法》)."""
    return _SHORT.findall(text) if "简称" in text else []
