"""Names written in full beside a disciplinary outcome, in a draft that writes other names as 某某."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.model import Personal
from disclosure_lint.facts.personal.names import LONGEST, MASKED, SURNAME, is_alias, is_name, name_at, name_before
from disclosure_lint.facts.personal.passages import passages

_OUTCOME_WORDS = (
    r"(?:党内)?(?:严重)?警告|政务|行政(?:警告|记过|记大过|降级|撤职|开除|处分)|记过|记大过|降级|撤职|撤销党|留党察看|开除|党纪|诫勉|"
    r"立案(?!执行|登记|受理|审理|监督|标准|庭)|免职|批评教育|通报批评|提醒谈话|谈话提醒|警示谈话|约谈|函询|组织处理|停职|留置|双开|移送|处分"
)
_OUTCOME = Pattern(rf"{_OUTCOME_WORDS}|退缴|退还|上缴|退赔|追缴|收缴|问责|追责|免去")
_ADDED = r"(?:同志)?(?:[（(][^（()）]{1,20}[）)])?(?:等[0-9０-９一二三四五六七八九十两]{0,3}[名人]{0,2})?"
_HOW = r"(?:进行|予以|给予|作出|开展|实施|采取|分别|依规|依纪|依法|集体|党组|党委|党支部|的|了)*"
_SUFFERS = Pattern(rf"{_ADDED}{_HOW}(?:{_OUTCOME_WORDS})")
"""What stands behind the name of somebody to whom something is done."""
_FAULT = (
    r"(?:因[^。；;]{1,30}?[，,]?|(?:涉嫌|违规|违纪|违反)[^，,。；;]{1,20}?[，,]|"
    r"[^，,。；;、]{2,8}?(?:不严|不力|不实|不当|不到位|失职|缺位)[，,]?)"
)
_UNDERGOES = Pattern(
    rf"{_ADDED}{_FAULT}?(?:已|均|先后|分别)?(?:被|受到|受)(?:[^，,。；;]{{0,10}}?)(?:{_OUTCOME_WORDS})(?!的|人员|单位|部门)|"
    rf"{_ADDED}(?:已|均|本人|主动|全部|全额|及时|按要求)*(?:退缴|退还|上缴|退赔|退回)"
)
_GIVES = Pattern(rf"{_ADDED}(?:本人|主动|限期|全额)*(?:退缴|退还|上缴|退赔|违规|违纪|多领|超标|个人)")
_LISTED = Pattern(rf"{_ADDED}[，,](?:给予|予以)?(?:{_OUTCOME_WORDS})(?:谈话|处分)?(?:处[分理罚])?[；;。]?$")
"""What stands behind a name in a list of who got what: 王海波，诫勉谈话."""
_OBJECT = Pattern(
    rf"{_ADDED}(?:$|[，,。；;、）)\s]|[0-9０-９一二三四五六七八九十]{{1,3}}[名人]|党籍|公职|的?[^，,。；;]{{0,14}}职务|及|和)"
)
_TO = Pattern(r"(?:给予|对|将|予以|决定)[^，,。；;]{0,24}$")
_MADE_TO = Pattern(r"(?:责令|追缴|收缴|督促|要求)[^，,。；;]{0,16}$")
_ITEM = Pattern(r"^[0-9０-９一二三四五六七八九十（）() .．、]{0,6}$")
_DONE_TO = Pattern(
    r"(?:诫勉(?:谈话)?|约谈|批评教育|提醒谈话|谈话提醒|立案(?:查处|审查|调查)*|处分|问责|追责|免去|开除)了?(?!由)[^，,。；;由对]{0,14}$"
)
_EDGES = r".．，,。；;：:、（(）)“”\"\s|予对将令缴促求和与及去除了长记任员师官警理监计纳手医士民部工志授席书主人"
_VERBS = "处分|查处|审查|调查|问责|追责|谈话|约谈|教育|提醒"
"""What may stand right ahead of such a name: a mark, the end of a verb, the end of a post."""
_EDGE = Pattern(f"(?:^|[{_EDGES}]|{_VERBS})$")
_LIST_EDGE = Pattern(f"(?:^|[{_EDGES}的]|{_VERBS})$")
_LISTED_ON = Pattern(r"等|[、和及]|[0-9０-９一二三四五六七八九十两]{1,3}[名人]")
"""What ends a name in a list of several."""
_APPOINTMENT = Pattern(r"免去[^。；;]{0,40}(?:任命|提名|[，,]另?任)|(?:任命|提名)[^。；;]{0,40}免去|另有任用")
"""A change of office that is no sanction."""
_STARTS = Pattern(rf"[{SURNAME}](?:(?<=[{_EDGES}].)|(?<=(?:{_VERBS}).)|(?<=\A.))")
_CHAIN = Pattern(r"[、和及与][\u4e00-\u9fff]{0,14}$")
_TITLE = Pattern("《[^》]*$")
_TESTS: tuple[tuple[Pattern, Pattern | None], ...] = (
    (_UNDERGOES, None),
    (_LISTED, _ITEM),
    (_SUFFERS, _TO),
    (_GIVES, _MADE_TO),
    (_OBJECT, _DONE_TO),
)
"""What stands behind the name, and what must stand ahead of it in the same clause."""
_REACH, _TITLE_REACH, _MOST_LISTED = 40, 60, 8
_STOPS = "。；;！？"


def extract(document: Document, signs: tuple[str, ...]) -> Iterator[Personal]:
    """The full names among masked ones. What the draft hides is known from the masked names beside an outcome, or from several.

    Args:
        document: the tree.
        signs: what a masked name holds.
    """
    read = list(passages(document))
    masked = [
        (prose, match)
        for _, prose in read
        if any(sign in prose.text for sign in signs)
        for match in MASKED.finditer(prose.text)
    ]
    if not masked:
        return
    found = [(leaf, span) for leaf, prose in read for span in _in_text(prose)]
    found.extend(_in_tables(document))
    if not found:
        return
    beside = [
        (prose, match) for prose, match in masked if _OUTCOME.search(prose.text, *_sentence(prose.text, match.start()))
    ]
    several = len({match[0] for _, match in masked}) > 1
    for leaf, span in found:
        surname = document.source.text[span.start]
        alike = [(prose, match) for prose, match in beside or masked if match[0][0] == surname]
        if beside or several or alike:
            prose, match = (alike or beside or masked)[0]
            yield Personal(span, leaf, "exposed", other=prose.span(*match.span()))


def _in_text(prose: Prose) -> Iterator[Span]:
    text = prose.text
    done = 0
    for match in _OUTCOME.finditer(text):
        if match.start() >= done:
            begin, done = _sentence(text, match.start())
            if _APPOINTMENT.search(text, begin, done):
                continue
            for start, end in sorted(_in_sentence(text, begin, done)):
                yield prose.span(start, end)


def _in_sentence(text: str, begin: int, stop: int) -> set[tuple[int, int]]:
    """The names in a sentence of those to whom something is done."""
    found: set[tuple[int, int]] = set()
    at = begin
    for match in _STARTS.finditer(text, begin, stop):
        start = match.start()
        end = _end(text, start) if start >= at else None
        if end is None or _TITLE.search(text, max(start - _TITLE_REACH, 0), start):
            continue
        found.add((start, end))
        found.update(_chained(text, start))
        at = end
    for match in MASKED.finditer(text, begin, stop):
        if _is_disciplined(text, match.start(), match.end()):
            found.update(_chained(text, match.start()))
        found.update(_beside(text, *match.span()))
    return found


def _end(text: str, start: int) -> int | None:
    """Where the name of somebody disciplined ends that begins there; None where there is none."""
    ends = (
        end for end in range(start + LONGEST, start + 1, -1) if is_name(text[start:end]) and not is_alias(text, end)
    )
    return next((end for end in ends if _is_disciplined(text, start, end)), None)


def _is_disciplined(text: str, start: int, end: int) -> bool:
    """Whether something is done to the person whose name stands there."""
    begin = max(start - _REACH, 0)
    return any(
        behind.match(text, end) and (ahead is None or ahead.search(text, begin, start)) for behind, ahead in _TESTS
    )


def _in_tables(document: Document) -> Iterator[tuple[Node, Span]]:
    """The full names in a column of a table that holds masked ones, in rows that tell an outcome."""
    for table in document.of(Kind.TABLE):
        masked = {at for row in table.children for at, cell in enumerate(row.cells) if MASKED.fullmatch(cell.text)}
        for row in table.children if masked else ():
            for at in masked.intersection(range(len(row.cells))):
                cell = row.cells[at]
                if is_name(cell.text) and _OUTCOME.search(row.text):
                    yield row, cell.span(0, len(cell.text))


def _chained(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The names listed before one: 王建军、副科长李红."""
    for _ in range(_MOST_LISTED):
        link = _CHAIN.search(text, max(start - 16, 0), start)
        begin = name_before(text, link.start(), _EDGE) if link else None
        if link is None or begin is None:
            return
        yield begin, link.start()
        start = begin


def _beside(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names that a masked one shares a list with: 吴海燕、郑某某等14名法官."""
    if text[start - 1 : start] == "、":
        begin = name_before(text, start - 1, _LIST_EDGE)
        if begin is not None:
            yield begin, start - 1
    if text[end : end + 1] == "、":
        after = name_at(text, end + 1, _LISTED_ON)
        if after is not None:
            yield end + 1, after


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The stretch between full stops and semicolons that a place stands in."""
    begin = max(text.rfind(mark, 0, at) + 1 for mark in _STOPS)
    ends = [end for mark in _STOPS if (end := text.find(mark, at)) >= 0]
    return begin, min(ends, default=len(text))
