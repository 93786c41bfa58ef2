"""Wrong forms of fixed expressions in a draft, with what should stand there.

A wrong form counts only outside every sound expression, and not in a sentence that is about wrong wording and quotes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from disclosure_grammar.pattern import Pattern
from disclosure_grammar.source import Span
from disclosure_lint.facts.expressions.running import Lexicon, RunningText, fold
from disclosure_lint.reference.phrases import Certainty, Phrase, WrongForm, phrases, wrong_forms

_ABOUT_WORDS = Pattern(r"错别字|错字|误写|错写|写成|误作|误为|笔误|应为|更正|(?:表述|提法|用语|用词)(?:不|错|有误)")
_OF_A_DAY = Pattern(r"(?:^|(?<=[。，；：（(]))[ \u3000]*(截止)(?=[0-9０-９]{4}年[0-9０-９年月日上中下旬底末]{0,9}，)")
_EXACT = {
    "习近平新时代": "习近平新时代中国特色社会主义思想",
    "以习近平同志": "以习近平同志为核心的党中央",
}
_NO_LIMIT = Pattern(r"(?!.{0,24}(?:报名|申报|受理|征集|报送|提交|反映))")


class Misquotation(NamedTuple):
    """A wrong form in the draft.

    Attributes:
        span: the words to be changed.
        right: what should stand there.
        phrase: the expression they belong to.
        certainty: how sure it is that this is a slip.
    """

    span: Span
    right: str
    phrase: Phrase
    certainty: Certainty


def extract(running: RunningText) -> list[Misquotation]:
    """The wrong forms in a draft, in the order of the text."""
    found = [*_wrong_forms(running), *_dates_as_limits(running)]
    garbled = [each for each in _garbled(running) if not any(each.span.overlaps(other.span) for other in found)]
    return sorted([*found, *garbled], key=lambda misquotation: misquotation.span)


def holds_wrong_form(text: str) -> bool:
    """Whether a stretch of folded text holds a form that is surely wrong: what it says of the expression is then said."""
    return any(form.certainty is Certainty.SURE and written in text for written, form in _by_writing().items())


@lru_cache(maxsize=1)
def _by_writing() -> dict[str, WrongForm]:
    """The wrong forms that are sought, by how they stand in folded text."""
    return {fold(form.wrong): form for form in wrong_forms() if form.certainty is not Certainty.LEGITIMATE}


def _wrong_forms(running: RunningText) -> Iterator[Misquotation]:
    text = running.folded
    sought = {written: form for written, form in _by_writing().items() if written in text}
    if not sought:
        return
    for start, written in Lexicon([*sought, *_sound(sought)]).find(text):
        form = sought.get(written)
        if form is not None and _is_slip(running, start, written, form):
            shift, end = _edges(written)
            right = form.right[shift : len(form.right) - (len(written) - end)]
            yield Misquotation(running.span(start + shift, start + end), right, form.phrase, form.certainty)


def _sound(sought: dict[str, WrongForm]) -> Iterator[str]:
    """The sound expressions that hold a wrong form: it is not sought inside them."""
    for phrase in phrases():
        for words in map(fold, (phrase.text, *phrase.variants, *chain(*phrase.members))):
            if any(written in words for written in sought):
                yield words
    for form in sought.values():
        yield from map(fold, form.unless)


def _is_slip(running: RunningText, start: int, written: str, form: WrongForm) -> bool:
    first, last = running.sentence(start, start + len(written))
    sentence = running.folded[first:last]
    if form.near and not any(fold(word) in sentence for word in form.near):
        return False
    if form.phrase.kind == "spelling" and _in_title(running.folded, start):
        return False  # an old title keeps its spelling
    return not _ABOUT_WORDS.search(sentence)


def _in_title(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at) + 1
    return text.rfind("《", line, at) > text.rfind("》", line, at)


def _edges(written: str) -> tuple[int, int]:
    """Where the words begin and end inside the marks that only show that they are quoted or listed."""
    if written[0] == written[-1] == "“":
        return 1, len(written) - 1
    return 0, len(written.rstrip("、"))


def _garbled(running: RunningText) -> Iterator[Misquotation]:
    """Expressions of which every character counts, with one too many, too few or wrong."""
    for opening, expression in _EXACT.items():
        at = running.folded.find(opening)
        while at >= 0:
            end = _garbled_end(running.folded, at, expression)
            if end:
                phrase = next(phrase for phrase in phrases() if phrase.text == expression)
                yield Misquotation(running.span(at, end), expression, phrase, Certainty.SURE)
            at = running.folded.find(opening, at + 1)


def _garbled_end(text: str, at: int, expression: str) -> int:
    """Where words end that begin and close like an expression and differ from it by one character; 0 where they do not."""
    if text.startswith(expression, at):
        return 0
    for length in (len(expression), len(expression) - 1, len(expression) + 1):
        words = text[at : at + length]
        if words[-2:] == expression[-2:] and _differ_by_one(words, expression):
            return at + length
    return 0


def _differ_by_one(one: str, other: str) -> bool:
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[same:], other[same:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


def _dates_as_limits(running: RunningText) -> Iterator[Misquotation]:
    """截止2024年5月31日，已完成…: figures stand as of a day, 截至; nothing ends on it."""
    if "截止" not in running.folded:
        return
    as_of = next(phrase for phrase in phrases() if phrase.text == "截至")
    for leaf_start, leaf in zip(running.starts, running.leaves, strict=True):
        line = running.folded[leaf_start : leaf_start + len(leaf.text)]
        if "截止" in line:
            for match in _OF_A_DAY.finditer(line):
                if _NO_LIMIT.match(line, match.end()):
                    start = leaf_start + match.start(1)
                    yield Misquotation(running.span(start, start + 2), "截至", as_of, Certainty.SURE)
