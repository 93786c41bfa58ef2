"""What the operators see in a draft: lines, headings with their marks, groups of siblings, dates. Rough on purpose, and their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import NamedTuple, TypeVar

Found = TypeVar("Found")

CHINESE = "一二三四五六七八九十"
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
DATE = r"[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日"
_MARK = re.compile(
    r"(?P<lead>[ \t\u3000#*]*)(?P<mark>"
    r"第(?P<part>[一二三四五六七八九十]+)(?P<kind>部分|章|节|条)"
    r"|(?P<han>[一二三四五六七八九十]{1,3})(?P<hanend>、)"
    r"|[（(](?P<round>[一二三四五六七八九十]{1,3})[）)]"
    r"|(?P<arabic>[0-9０-９]{1,2})(?P<dot>[.．、])(?![0-9０-９])"
    r"|[（(](?P<small>[0-9０-９]{1,2})[）)]"
    r")(?P<gap>[ \u3000]*)(?=\S)"
)


class Line(NamedTuple):
    """A line without its line feed."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Heading:
    """A line that opens with a number.

    Attributes:
        line: where it stands.
        mark: where its number with its brackets, points and the blanks after it stands.
        number: its value.
        style: how the number is written, with the value taken out; equal for headings of one level.
        end: where its part ends: at the next heading of its own level or of one above.
    """

    line: Line
    index: int
    mark: tuple[int, int]
    number: int
    style: str
    end: int = 0

    @property
    def words(self) -> str:
        """What stands after the number."""
        return self.line.text[self.mark[1] - self.line.start :]


def lines(text: str) -> list[Line]:
    """All lines of a draft."""
    found, start = [], 0
    for words in text.split("\n"):
        found.append(Line(start, start + len(words), words))
        start += len(words) + 1
    return found


def ascii_digits(words: str) -> str:
    """With half-width digits; no character moves."""
    return words.translate(_DIGITS)


def like(number: str, model: str) -> str:
    """The number in digits as wide as those of the model."""
    return number.translate(_FULL) if re.search("[０-９]", model) else number


def chinese(number: int) -> str:
    """A number up to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else CHINESE[tens - 1] + "十"
    return head + (CHINESE[ones - 1] if ones else "")


def value(words: str) -> int:
    """The value of a Chinese or Arabic number up to 99."""
    words = ascii_digits(words)
    if words.isdigit():
        return int(words)
    head, ten, tail = words.partition("十")
    if not ten:
        return CHINESE.index(words) + 1
    return (CHINESE.index(head) + 1 if head else 1) * 10 + (CHINESE.index(tail) + 1 if tail else 0)


def headings(text: str) -> list[Heading]:
    """All numbered headings, each with the end of its part; rows of tables are none."""
    found: list[Heading] = []
    for index, line in enumerate(lines(text)):
        match = _MARK.match(line.text)
        if match is None or "|" in line.text or "\t" in line.text.strip():
            continue
        digits = next(match[name] for name in ("part", "han", "round", "arabic", "small") if match[name])
        style = match["mark"].replace(digits, "N", 1)
        style = style.replace("(", "（").replace(")", "）") + ("" if digits[0] in CHINESE else "1")
        start = line.start + match.start("mark")
        found.append(Heading(line, index, (start, line.start + match.end()), value(digits), style))
    return _with_ends(found, text)


def _with_ends(found: Sequence[Heading], text: str) -> list[Heading]:
    """Levels are ranked by where their style first appears."""
    order = list(dict.fromkeys(heading.style for heading in found))
    tail = closing(text)
    done = []
    for at, heading in enumerate(found):
        above = (
            later.line.start for later in found[at + 1 :] if order.index(later.style) <= order.index(heading.style)
        )
        end = min(next(above, tail), tail) if heading.line.start < tail else len(text)
        done.append(Heading(heading.line, heading.index, heading.mark, heading.number, heading.style, end))
    return done


_CLOSING = re.compile(
    r"^[ \t\u3000]*(?:热忱)?(?:欢迎|如对|公开期间|公示期间|监督方式)|^[ \t\u3000]*-{3,}$|^[ \t\u3000]*中共[^，。：\n]{3,30}[ \t\u3000]*$",
    re.MULTILINE,
)


def closing(text: str) -> int:
    """Where the numbered parts are over: at the invitation to the public, or else at the signature."""
    return next((match.start() for match in _CLOSING.finditer(text, len(text) // 3)), len(text))


def mark(heading: Heading, number: int, text: str) -> str:
    """The heading's mark with another number in it."""
    old = text[slice(*heading.mark)]
    digits = re.search("[一二三四五六七八九十]+|[0-9０-９]+", old)
    assert digits is not None
    new = chinese(number) if digits[0][0] in CHINESE else like(str(number), digits[0])
    return old[: digits.start()] + new + old[digits.end() :]


def runs(text: str, least: int = 2) -> list[list[Heading]]:
    """Groups of siblings: headings of one style between headings of a higher level, in order."""
    groups: list[list[Heading]] = []
    open_groups: dict[str, list[Heading]] = {}
    order: list[str] = []
    for heading in headings(text):
        if heading.style in order:
            for below in order[order.index(heading.style) + 1 :]:
                open_groups.pop(below, None)
            del order[order.index(heading.style) + 1 :]
        else:
            order.append(heading.style)
        if heading.style not in open_groups:
            open_groups[heading.style] = []
            groups.append(open_groups[heading.style])
        open_groups[heading.style].append(heading)
    return [group for group in groups if len(group) >= least]


def runs_on(text: str, style: str) -> bool:
    """Whether the numbers of this style run on across parents: some group does not begin at one."""
    return any(group[0].style == style and group[0].number > 1 for group in runs(text, 1))


def is_plan(text: str) -> bool:
    """Whether the title calls the draft a plan."""
    return "方案" in title(text)[1]


def title(text: str) -> tuple[tuple[int, int], str]:
    """Where the title stands and its words: the lines before the first that reads like a sentence or is blank after a title line."""
    start = end = 0
    for line in lines(text):
        if not line.text.strip():
            if end:
                break
            continue
        if "。" in line.text or len(line.text) > 90 or line.text.rstrip().endswith(("：", ":")):
            break
        if not end:
            start = line.start
        end = line.end
    return (start, end), text[start:end]


def signature(text: str) -> tuple[Line, Line] | None:
    """The last lines that hold a body's name alone and a date alone."""
    rows = [line for line in lines(text) if line.text.strip()]
    for body, day in zip(reversed(rows[:-1]), reversed(rows[1:]), strict=True):
        if re.fullmatch(rf"[ \t\u3000]*(?:{DATE}|二〇[一二三四五六七八九〇十年月]+日)[ \t\u3000]*", day.text):
            if re.search(r"[党组会院局校区处委支部）)]$", body.text.strip()) and "。" not in body.text:
                return body, day
            return None
    return None


class Dated(NamedTuple):
    """A full date in the text."""

    start: int
    end: int
    day: date


def dates(text: str) -> list[Dated]:
    """All full dates."""
    plain = ascii_digits(text)
    found = []
    for match in re.finditer(r"(\d{4})年(\d{1,2})月(\d{1,2})日", plain):
        year, month, day = map(int, match.groups())
        found.append(Dated(match.start(), match.end(), date(year, month, day)))
    return found


def signing_day(text: str) -> date | None:
    """The day of signing."""
    signed = signature(text)
    if signed is None:
        return None
    last = [found for found in dates(text) if found.start >= signed[1].start]
    return last[0].day if last else None


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch, each with its full stop."""
    for match in re.finditer(r"[^。\n]+。?", text[start:end]):
        yield start + match.start(), start + match.end()


def paragraphs(text: str) -> list[Line]:
    """Paragraphs of running text that stand on one line and end in a full stop, before the closing part."""
    tail = closing(text)
    found = []
    before = ""
    for line in lines(text):
        words = line.text.strip()
        goes_on = len(before) > 30 and before[-1] not in "。；：:"
        if len(words) > 25 and words.endswith("。") and line.end <= tail and not goes_on and "|" not in words:
            found.append(line)
        before = words
    return found


def pick(random: Random, choices: Sequence[Found]) -> Found | None:
    """One of these, or None where there is none."""
    return random.choice(choices) if choices else None


def other_digit(digit: str, random: Random, *, leading: bool = False) -> str:
    """Another digit of the same width; a leading one is not made zero."""
    plain = ascii_digits(digit)
    new = random.choice([other for other in "0123456789" if other != plain and not (leading and other == "0")])
    return like(new, digit)
