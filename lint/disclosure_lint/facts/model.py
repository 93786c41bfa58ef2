"""The facts a draft states: what each kind is made of. How they are found stands in the modules beside this one.

Every fact knows the exact characters that state it (``span``) and the leaf they stand in (``node``). Facts are named tuples, which
take a fifth of the time of a frozen dataclass to define; those with a field ``count``, a method of tuples, are dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Form, Node

if TYPE_CHECKING:
    from fractions import Fraction


class Bound(StrEnum):
    """How exact a number is."""

    EXACT = "exact"
    ABOUT = "about"  # 约 近 左右
    MORE = "more"  # 余 多 以上 不少于 至少
    LESS = "less"  # 不超过 以下 以内


class Status(StrEnum):
    """What a counted thing has come to, as far as the words around the figure say."""

    TOTAL = "total"  # 反馈 指出 共 细化为
    DONE = "done"  # 完成 整改到位 销号 办结
    STAGED = "staged"  # 阶段性完成 基本完成
    ONGOING = "ongoing"  # 正在推进 长期坚持
    LEFT = "left"  # 未完成 尚未
    OTHER = "other"  # counted, but none of these


class Quantity(NamedTuple):
    """A counted number: 27项 in “具体问题27项”.

    Attributes:
        span: the numeral with its measure word and the words of vagueness that belong to it (近4000万元, 200余次).
        number: the numeral alone.
        value: exact; 4000万 is 40000000.
        unit: the measure word or unit (项, 个, 条, 万元 is 元).
        noun: what is counted, as the text around it says (具体问题, 整改措施), or an empty string where it does not.
        bound: how exact the number is.
        status: what the things have come to.
        clause: the stretch between the marks ，。；： it stands in.
        chain: quantities that follow one another as one count of the same thing by levels (3个方面11类问题30项问题) share a number;
            otherwise None.
    """

    span: Span
    node: Node
    number: Span
    value: Fraction
    unit: str
    noun: str
    bound: Bound
    status: Status
    clause: Span
    chain: int | None = None


class Percentage(NamedTuple):
    """A percentage, or a difference in percentage points.

    Attributes:
        span: the numeral with its sign (97.47%, 百分之三十, 9.4个百分点).
        value: in per cent.
        decimals: how many decimals are stated.
        points: whether it is a difference in 百分点.
        noun: the rate it states (整改完成率), or an empty string.
        bound: how exact it is.
        clause: the stretch between the marks it stands in.
    """

    span: Span
    node: Node
    value: Fraction
    decimals: int
    points: bool
    noun: str
    bound: Bound
    clause: Span


class Precision(StrEnum):
    """How precisely a date is stated."""

    DAY = "day"
    PART = "part"  # 上旬 月底 年底 春季
    MONTH = "month"
    YEAR = "year"


class When(NamedTuple):
    """A date, with the calendar days it may mean.

    Attributes:
        span: the words of the date.
        year, month, day: as stated or inherited; None where neither. They need not be possible (2月30日).
        precision: the finest part that is stated.
        first, last: the earliest and the latest day it may mean; None where no year is known or the date is impossible.
        inherited: whether the year or month comes from an earlier date of the text.
        relative: the word that stands for the year or month (今年, 去年, 上月), or an empty string.
    """

    span: Span
    node: Node
    year: int | None
    month: int | None
    day: int | None
    precision: Precision
    first: date | None
    last: date | None
    inherited: bool = False
    relative: str = ""


class Period(NamedTuple):
    """A range of dates: 2021年3月1日至4月30日."""

    span: Span
    node: Node
    start: When
    end: When


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: 2个月, 为期三周, 60天.

    Attributes:
        span: the numeral with its unit.
        count: how many.
        unit: one of day, workday, week, month, quarter, year, hour.
        bound: how exact it is.
        of: the words that bind it (为期, 历时, 为时), or an empty string.
    """

    span: Span
    node: Node
    count: Fraction
    unit: str
    bound: Bound
    of: str = ""


class TimeLimit(StrEnum):
    """What kind of time limit a text states."""

    DATE = "date"  # 2024年12月底前
    DURATION = "duration"  # 3个月内
    FREQUENCY = "frequency"  # 每季度
    STATUS = "status"  # 立行立改 长期坚持 限时: says how, not when
    VAGUE = "vague"  # 尽快 近期 适时

    @property
    def says_when(self) -> bool:
        """Whether it says by when or how often; a status (长期坚持) and a vague word (尽快) do not."""
        return self in (TimeLimit.DATE, TimeLimit.DURATION, TimeLimit.FREQUENCY)


class Deadline(NamedTuple):
    """A time limit.

    Attributes:
        span: its words.
        kind: what sort of limit it is.
        due: the last day, where it can be worked out.
    """

    span: Span
    node: Node
    kind: TimeLimit
    due: date | None = None


class Owner(NamedTuple):
    """Who is responsible: the words of the leader or department (责任领导：…, 由…牵头), and the words that bind them."""

    span: Span
    node: Node
    name: Span


class ContactKind(StrEnum):
    """The ways to reach an office."""

    PHONE = "phone"
    MOBILE = "mobile"
    HOTLINE = "hotline"  # 12388 12345 400-…
    FAX = "fax"
    EMAIL = "email"
    ADDRESS = "address"
    PO_BOX = "po-box"
    POSTCODE = "postcode"
    WEBSITE = "website"


PHONES = frozenset({ContactKind.PHONE, ContactKind.MOBILE, ContactKind.HOTLINE})


class Contact(NamedTuple):
    """One contact detail of the document (page residue does not count).

    Attributes:
        span: the value as written, trimmed: ``0377- 6155 0132``.
        kind: what it is, by its shape and its label together.
        value: normalised: half-width, no inner spaces, the shared area code put in front: ``0377-61550132``.
        label: the place of its label (联系电话), or None.
        labelled: the kind the label promises, or None.
        organisation: the place of the organisation it belongs to, where the text names one, or None.
        problem: why it cannot be right, as a short code the contact module documents, or an empty string.
        spaced: whether it holds spaces, full-width digits or dashes that do not belong there but leave no doubt what is meant.
        public: whether it stands where the public is told how to reach the office (closing part, contact lines).
    """

    span: Span
    node: Node
    kind: ContactKind
    value: str
    label: Span | None
    labelled: ContactKind | None
    organisation: Span | None
    problem: str
    spaced: bool
    public: bool


class Invitation(NamedTuple):
    """A sentence that asks the public to supervise and to report (欢迎…监督, 如有意见建议，请…反映)."""

    span: Span
    node: Node


@dataclass(frozen=True, slots=True)
class QuotedList:
    """Listed words that are counted right behind: “德、纪、法、责”四个维度, 从教育、管理、监督三个环节.

    Attributes:
        span: from the opening quotation mark (or the first word) to the end of the count.
        items: the listed words.
        count: the stated number.
        figure: the words of the count (四个维度).
        ways: other numbers of items the words allow, where 和 may join two items or stand inside one.
        certain: whether the list is closed and its items leave no doubt: in quotation marks, or parallel words behind 从; no 等.
    """

    span: Span
    node: Node
    items: tuple[Span, ...]
    count: int
    figure: Span
    ways: tuple[int, ...] = ()
    certain: bool = True


class EnumerationItem(NamedTuple):
    """One 一是…: its label, its number and where it stands."""

    label: Span
    number: int
    node: Node


class Enumeration(NamedTuple):
    """A run of 一是…二是…, 首先…其次…, ①…②…, inside one leaf or across several.

    Attributes:
        span: from the first label to the last.
        form: how its labels are written.
        items: in the order of the text; the numbers need not be sound.
        closed: whether the last label says that it is the last (最后).
        word: what stands behind the numeral of its labels: 是, 要, or an empty string.
    """

    span: Span
    form: Form
    items: tuple[EnumerationItem, ...]
    closed: bool = False
    word: str = ""


class Citation(NamedTuple):
    """A title in book-title marks.

    Attributes:
        span: with the marks.
        title: the words between them.
        name: the same with brackets and digits of one width and without spaces, fit to be compared.
        inner: whether it stands inside another title (《关于印发〈整改方案〉的通知》).
    """

    span: Span
    node: Node
    title: str
    name: str
    inner: bool = False


class Personal(NamedTuple):
    """What identifies a person and must not be published: it is masked in every output.

    Attributes:
        span: the digits, the name, the address.
        kind: ``identity``, ``bank-card``, ``mobile``, ``address``, ``informant``, or ``exposed`` for a name written in full beside a
            disciplinary outcome where the draft writes other names as 某某.
        firm: whether it can hardly be anything else.
        form: what the evidence is, in the words of the module that finds the kind.
        other: another place that bears on it: the masked name that an ``exposed`` one stands out from.
    """

    span: Span
    node: Node
    kind: str
    firm: bool = True
    form: str = "main"
    other: Span | None = None
