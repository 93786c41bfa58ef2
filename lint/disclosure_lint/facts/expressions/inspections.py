"""How a draft speaks of inspections: 巡视 (the Central Committee and provinces) or 巡察 (cities, counties, units)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_grammar.tree import Document, Kind, Node
from disclosure_lint.facts.expressions.running import RunningText, running_text

_NUMBER = r"(?:第?[一二三四五六七八九十0-9０-９]{1,3}(?:轮|批|届|个)?)?(?:常规|专项|提级|交叉|机动)?"
_BODY = r"(?:[一二三四五六七八九十]{0,3}组(?![织建])|办(?![理好公法事])|工作(?:领导小组|(?=统一(?:部署|安排|要求))))"
_COMPOUND = Pattern(r"巡视(?:巡察|[、和与/／]巡察|[（(]巡察[）)])|巡察(?:巡视|[、和与/／]巡视|[（(]巡视[）)])")
_TITLE = Pattern(r"《[^《》\n]{1,60}》")
_OF_A_COUNTY = Pattern(rf"([县旗]委|(?<!治)区委){_NUMBER}(巡视){_BODY}")
_OF_A_PROVINCE = Pattern(rf"(中央|省委|自治区党委){_NUMBER}(巡察)(?:{_BODY}|反馈|整改|意见)")
_OF_A_CITY = Pattern(rf"([市州盟]委){_NUMBER}(巡[视察]){_BODY}")
_PATROL = Pattern(rf"([市县区州盟旗]委){_NUMBER}(巡查){_BODY}")
_INSPECTED = Pattern(r"(?:对(?!照|标)|向)[^，。、；：]{0,8}$")
_SENDS = Pattern(r"反馈|移交|交办|指出|提出|转交|点名")  # a group that does this was not inspected itself
_MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
_REGION = Pattern(r"自治区(?!人民法院)|兵团")

_COUNTIES = ("县委", "旗委", "区委")
_BY_LEVEL = Pattern(
    rf"([县旗]委|(?<!治)区委|中央|省委|自治区党委){_NUMBER}巡[视察][一二三四五六七八九十]{{0,3}}组(?![织建])"
)
_OF_OTHERS = Pattern(rf"([市州盟党工]委|党组){_NUMBER}(巡[视察])[一二三四五六七八九十]{{0,3}}组(?![织建])")
_GROUP = Pattern(r"(巡[视察])(?:指导)?[一二三四五六七八九十]{0,3}组(?![织建])")
_BARE_GROUP = Pattern(r"(?:^|(?<=[，。；：、\s]))(?:第[一二三四五六七八九十]{1,3})?(巡[视察])组(?![织建])")
_JOINT = Pattern(r"联动[^，。；\n]{0,8}巡[视察]")  # several levels inspect together: either word may be right
_OF_TITLE = Pattern(r"(巡[视察查])(?=整改|反馈|意见|情况)")
_OF_LEAD = Pattern(
    r"(?:(?:开展|进行)了?[^，。；《》]{0,14}?(?=巡.(?:[，。；]|$))|反馈了?[^，。；《》]{0,6}?(?=巡.(?:意见|情况|问题|结果))"
    r"|现将[^，。；《》]{0,24}?(?=巡.(?:整改|反馈)))(巡[视察查])"
)
_OF_BODY = Pattern(r"(?<![委央级省市县区位次轮届年日])(巡[视察])(?=整改|反馈|组(?![织建]))")
_ANOTHER = {  # words that show a second inspection, of the other kind
    "巡视": Pattern(rf"(?:(?:中央|[省市]委|上级|党[委组]|集团){_NUMBER}|(?:开展|进行)[^，。；\n]{{0,8}})巡视(?!整改)"),
    "巡察": Pattern(
        rf"(?:(?:[市州县区旗工]委|上级|党[委组]|内部|校内|系统){_NUMBER}|(?:开展|进行)[^，。；\n]{{0,8}})巡察(?!整改)"
    ),
}
_IN_GENERAL = Pattern(r"总书记|论述|指示|条例|中央|意见》|全面贯彻")
_FEW, _MANY, _MOST = 2, 3, 5
"""Strays are so few; for each there are so many of the other word in like places, or so many in the whole draft."""
_HIGH = Pattern(r"省委|中央|自治区")
_OF_INVITATION = Pattern(r"对[^，。；《》]{0,10}?(巡[视察查])(?=整改)")


class Sender(NamedTuple):
    """A group or office named by the party committee that sends it.

    Attributes:
        span: its name, from the committee on.
        committee: the committee: 县委.
        word: the place of 巡视, 巡察 or 巡查 in it.
        said: which of them it is: in the source a line break may part the two characters.
    """

    span: Span
    committee: str
    word: Span
    said: str


class Answered(NamedTuple):
    """The inspection that the draft answers.

    Attributes:
        word: 巡视 or 巡察: what it is by the level of who sent the group, else what most places call it.
        committee: who sent the group, where that decides; otherwise an empty string.
        witness: the first place that has the word, or that names the group.
        otherwise: the places in the title, the lead and the invitation that speak of it by another word.
    """

    word: str
    committee: str
    witness: Span
    otherwise: tuple[Span, ...]


class Inspections:
    """What a draft says of inspections; titles in 《》 and compounds (巡视巡察) are left out."""

    def __init__(self, document: Document, running: RunningText) -> None:
        self._document = document
        self._running = _masked(running)

    def of_counties(self) -> Iterator[Sender]:
        """巡视 said of a group sent by a county or district."""
        found = self._senders(_OF_A_COUNTY) if self._names("巡视", *_COUNTIES) else ()
        return (s for s in found if s.committee != "区委" or not self._in_a_region)

    def of_provinces(self) -> Iterator[Sender]:
        """巡察 said of a group sent by the Central Committee or a province."""
        return self._senders(_OF_A_PROVINCE) if self._names("巡察", "中央", "省委", "自治区党委") else iter(())

    def of_cities(self) -> Iterator[Sender]:
        """Groups sent by a city or prefecture; none where the draft names a municipality, which ranks as a province."""
        municipal = any(name in self._running.folded for name in _MUNICIPALITIES)
        return iter(()) if municipal or not self._names("巡", "市委", "州委", "盟委") else self._senders(_OF_A_CITY)

    def patrols(self) -> Iterator[Sender]:
        """巡查, which is what guards do, said of a group in a draft that knows the word 巡察."""
        return self._senders(_PATROL) if self._names("巡察", "巡查") else iter(())

    def answered(self) -> Answered | None:
        """The inspection that the draft answers; None where the lead names no group, or groups of several kinds."""
        lead = _masked(running_text(_lead(self._document)))
        groups = list(_places(lead, _GROUP))
        if not groups or ("联动" in lead.folded and _JOINT.search(lead.folded)):
            return None
        places = [
            *_places_of_lead(lead),
            *_places_of_title(self._text_of(Kind.TITLE)),
            *_places(self._text_of(Kind.INVITATION), _OF_INVITATION),
        ]
        senders = {(match[1], "巡察" if match[1] in _COUNTIES else "巡视") for match in _BY_LEVEL.finditer(lead.folded)}
        if senders:
            if ("区委", "巡察") in senders and self._in_a_region:
                return None
            others = {match[2] for match in _OF_OTHERS.finditer(lead.folded)}
            answered = _by_level(senders, others, [*groups[:1], *_places(lead, _BARE_GROUP), *places])
        else:
            answered = _by_number(groups, [*groups, *places], _places(self._running, _OF_BODY))
        if answered is None:
            return None
        strays = self._strays(answered.word)
        return answered._replace(otherwise=tuple(sorted({*answered.otherwise, *strays})))

    def _names(self, word: str, *others: str) -> bool:
        """Whether the draft has a word and one of these others."""
        text = self._running.folded
        return word in text and any(other in text for other in others)

    @property
    def _in_a_region(self) -> bool:
        """Whether 区委 may be short for the committee of an autonomous region."""
        return bool(_REGION.search(self._running.folded))

    def _strays(self, word: str) -> list[Span]:
        """One or two places of the body with the other word, among many with this one, where no second inspection is spoken of."""
        other = "巡视" if word == "巡察" else "巡察"
        text = self._running.folded
        if other not in text or _ANOTHER[other].search(text):
            return []
        places = list(_OF_BODY.finditer(text))
        strays = [match for match in places if match[1] == other]
        if not 0 < len(strays) <= _FEW:
            return []
        if len(places) - len(strays) < _MANY * len(strays) and text.count(word) < _MOST * len(strays):
            return []
        return [self._running.span(*match.span(1)) for match in strays if not self._is_quoted(*match.span())]

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether a sentence tells what leaders or rules say of inspections in general."""
        first, last = self._running.sentence(start, end)
        return bool(_IN_GENERAL.search(self._running.folded, first, last))

    def _text_of(self, kind: Kind) -> RunningText:
        return _masked(running_text(leaf for leaf in self._document.prose if leaf.kind is kind))

    def _senders(self, pattern: Pattern) -> Iterator[Sender]:
        running = self._running
        for match in pattern.finditer(running.folded):
            text = running.folded
            if _SENDS.match(text, match.end()) or not _INSPECTED.search(
                text[max(match.start() - 10, 0) : match.start()]
            ):
                yield Sender(running.span(*match.span()), match[1], running.span(*match.span(2)), match[2])


def _by_level(senders: set[tuple[str, str]], others: set[str], places: list[tuple[Span, str]]) -> Answered | None:
    """What it is by the level of the senders; nothing where groups of another kind were there as well."""
    if len({word for _, word in senders} | others) > 1:
        return None
    committee, word = min(senders)
    return Answered(word, committee, places[0][0], _other_than(word, places))


def _by_number(
    groups: list[tuple[Span, str]], places: list[tuple[Span, str]], body: Iterable[tuple[Span, str]]
) -> Answered | None:
    """What most places call it, the groups' word where there are as many of both."""
    if len({word for _, word in groups}) > 1:
        return None
    written = list({**dict(places), **dict(body)}.values())
    word = max((groups[0][1], "巡视", "巡察"), key=written.count)
    witness = next((span for span, other in places if other == word), None)
    return Answered(word, "", witness, _other_than(word, places)) if witness else None


def _other_than(word: str, places: list[tuple[Span, str]]) -> tuple[Span, ...]:
    return tuple(sorted({span for span, written in places if written != word}))


def _places_of_lead(lead: RunningText) -> Iterator[tuple[Span, str]]:
    """Where the lead says what was done: in a sentence that names the group, or by a formula."""
    for match in _OF_LEAD.finditer(lead.folded):
        first, last = lead.sentence(*match.span())
        if match[0][:2] not in ("开展", "进行") or _GROUP.search(lead.folded[first:last]):
            yield lead.span(*match.span(1)), match[1]


def _places_of_title(title: RunningText) -> Iterator[tuple[Span, str]]:
    """Where the title speaks of the inspection; not where it names a higher sender, or inspections of both kinds."""
    if "巡视" in title.folded and "巡察" in title.folded:
        return
    for match in _OF_TITLE.finditer(title.folded):
        if not _HIGH.search(title.folded[max(match.start() - 10, 0) : match.start()]):
            yield title.span(*match.span(1)), match[1]


def _places(running: RunningText, pattern: Pattern) -> Iterator[tuple[Span, str]]:
    for match in pattern.finditer(running.folded):
        yield running.span(*match.span(1)), match[1]


def _masked(running: RunningText) -> RunningText:
    """The text with titles and compounds blotted out, every character in its place."""
    text = running.folded
    for pattern in (_COMPOUND, _TITLE):
        text = pattern.sub(lambda match: "　" * len(match[0]), text)
    return running._replace(folded=text)


def _lead(document: Document) -> Iterator[Node]:
    """What stands above the first heading; above the second of the highest level where that names no group."""
    top = [section.span.start for section in document.sections if section.level == 1]
    headings = [section.span.start for section in document.sections[:1]] + top[1:2]
    leaves = [leaf for leaf in document.prose if leaf.kind is not Kind.TITLE]
    for end in headings or [len(document.source.text)]:
        above = [leaf for leaf in leaves if leaf.span.start < end]
        if any(_GROUP.search(leaf.text) for leaf in above):
            yield from above
            return
