"""Where a person lives: a village or a road with the number of a house, named as somebody's home."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Prose, Span
from disclosure_grammar.tree import Document, Kind
from disclosure_lint.facts.model import Personal
from disclosure_lint.facts.personal.names import name_before
from disclosure_lint.facts.personal.passages import passages
from disclosure_lint.facts.personal.tables import cells_under

_OF_PEOPLE = ("家住", "现住", "户籍", "某住")
"""What never stands before the address of an office, not even in its contact details."""

_NUMBER = "[0-9０-９一二三四五六七八九十百零〇A-Za-zＡ-Ｚ甲乙丙丁\\-－—]{1,6}"
_UNIT = r"(?:号(?:楼|院|门|附[0-9０-９]+号)?|室|栋|幢|座|单元|组|弄|楼|层|社|队|巷)"
_CHARACTER = r"(?:(?![的与等未被是在均已]|及其)[\u4e00-\u9fff0-9０-９A-Za-z#\-－—·])"
_PLACE = r"(?:村|路|街|巷|道|镇|乡|区|里|弄|苑|园|庄|屯|寨|湾|坪|坝|庭|城|寓|院|舍|嘎查|胡同|县|市)"
_HOUSE = rf"{_NUMBER}{_UNIT}"
_ADDRESS = (
    rf"{_CHARACTER}{{1,24}}?{_PLACE}{_CHARACTER}{{0,12}}?{_HOUSE}(?:{_CHARACTER}{{0,6}}?{_HOUSE}){{0,5}}"
    r"(?:[0-9０-９]{3,4}(?![0-9０-９年元户人]))?"
)
_LINK = r"(?:(?:变更|登记|更正|更改|迁移|搬迁)[为至到在])?[：:为是系在于]?\s*[“\"]?"
_HOME = Pattern(
    r"(?:(?<![大专厂商别])家住(?![房宅宿建])|家庭(?:住址|地址)|(?<![部厂店站局院所处社])(?<!单位)(?<!公司)(?<!办公)(?<!企业)(?<!机构)住址|现(?:居)?住(?:址|地址?|[在于])?(?![房宅院户])|"
    rf"(?:经常居住|常住|居住)地址?|户籍(?:所在)?地址?|户口所在地|租住[在于]?){_LINK}({_ADDRESS})"
)
_LIVES = Pattern(rf"(?:居住[在于]|住[在于]?(?![所房宅院宿建户址地区校持])){_LINK}({_ADDRESS})")
_SOMEBODY = Pattern(
    r"(?:[男女]|岁|生|族|某|[×＊*]|当事人|信访人|举报人|投诉人|上访人|申请人|执行人|原告|被告|村民|居民|患者|老人|学生|农户|户主)[，,、（(]?$"
)
_AFTER_NAME = Pattern(r"[，,（(]$")
_BEFORE_NAME = Pattern(r"(?:^|[，,。；;：:、（(“”\"\s]|[民众主属人户工师生员部和与及对为向由])$")
_MANY = Pattern(
    r"[的之]?(?:[0-9０-９一二三四五六七八九十两几多数余]+[余多]?(?:户|名|位|人|家)|等|"
    r"(?:[\u4e00-\u9fff]{0,4}(?:居民|群众|业主|住户|村民|职工|家庭|老人|儿童))(?![^，,。；;]{0,3}某))"
)
"""What follows an address that is that of many."""
_COLUMN = Pattern(r"(?:家庭|户籍|现|居)?住址|家庭地址|居住地址?|户籍地址?")
_FULL = Pattern(_ADDRESS)
_NEAR = 8
_OFFICE = frozenset({Kind.CONTACT, Kind.INVITATION, Kind.NOTE, Kind.SIGNATORY, Kind.DATE})


def extract(document: Document, signs: tuple[str, ...]) -> Iterator[Personal]:
    """The homes that a draft tells, in passages that hold one of the signs and in the columns of tables."""
    for leaf, prose in passages(document):
        hints = _OF_PEOPLE if leaf.kind in _OFFICE else signs
        if any(hint in prose.text for hint in hints):
            yield from (Personal(span, leaf, "address") for span in _in_text(prose))
    for leaf, cell in cells_under(document, _COLUMN):
        match = _FULL.match(cell.text)
        if match is not None:
            yield Personal(cell.span(match.start(), match.end()), leaf, "address")


def _is_somebodys(text: str, at: int) -> bool:
    """Whether the words right before 住 tell of a person: 原告张某，住; 王桂兰（住."""
    if _SOMEBODY.search(text, max(at - _NEAR, 0), at):
        return True
    mark = _AFTER_NAME.search(text, max(at - 1, 0), at)
    return mark is not None and name_before(text, mark.start(), _BEFORE_NAME) is not None


def _in_text(prose: Prose) -> Iterator[Span]:
    text = prose.text
    found: dict[int, int] = {}
    for match in _HOME.finditer(text):
        found.setdefault(*match.span(1))
    for match in _LIVES.finditer(text):
        if _is_somebodys(text, match.start()):
            found.setdefault(*match.span(1))
    for start, end in sorted(found.items()):
        if not _MANY.match(text, end):
            yield prose.span(start, end)
