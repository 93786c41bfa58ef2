"""What ``fix`` says of its work: how much was corrected in each draft, what could not be, and what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from disclosure_lint.diagnostic import FileReport, Report
from disclosure_lint.fixing import Obstacle
from disclosure_lint.report import SEVERITIES, View
from disclosure_lint.report.colour import paint
from disclosure_lint.report.layout import Line, Piece
from disclosure_lint.report.words import one_line
from disclosure_lint.rule import Text

_OBSTACLES = {
    Obstacle.GENERATED: Text("自动编号", "automatic numbers"),
    Obstacle.FIELD: Text("域（目录、交叉引用等）", "fields"),
    Obstacle.PARAGRAPH: Text("要增删段落", "would add or remove paragraphs"),
    Obstacle.SIGN: Text("制表符、换行等", "tabs, breaks and the like"),
    Obstacle.CHANGE: Text("夹着未处理的修订", "tracked changes in between"),
    Obstacle.COPY: Text("文件里另存有一份的文本框、控件", "boxes and controls that the file holds twice"),
}


class Manner(Enum):
    """What became of the corrections, and how that is said of a number of them."""

    SHOWN = Text("可改正{}处", "{} would be fixed")
    WRITTEN = Text("改正{}处", "{} fixed")
    TRACKED = Text("以修订方式改正{}处", "{} fixed as tracked changes")


_SAVED = Text("，存为 {}", ", saved as {}")
_COPIED = Text("没有改动，存为 {}", "unchanged, saved as {}")
_REVIEW = Text(
    "修订要在 Word 或 WPS 的“审阅”中接受或拒绝。", "The changes are to be accepted or rejected in Word, under Review."
)


class Correction(NamedTuple):
    """What came of one draft.

    Attributes:
        report: what a check finds in the draft as it is now; its ``error`` says why it was not corrected.
        made: how many corrections were made, by the code of the rule.
        obstacles: how many could not be made in the file, and why.
        restless: the codes of the rules whose corrections came to no end.
        offered: how many more there are that a person should look at first.
        saved: the file that was written, where that is not the draft itself.
    """

    report: FileReport
    made: Mapping[str, int] = Counter()
    obstacles: Mapping[Obstacle, int] = Counter()
    restless: frozenset[str] = frozenset()
    offered: int = 0
    saved: str = ""


def render(corrections: Sequence[Correction], view: View, manner: Manner = Manner.WRITTEN) -> str:
    """A line for each draft of which there is something to say, and a summary.

    Args:
        corrections: what came of the drafts.
        view: how to show it.
        manner: what became of the corrections.
    """
    done = [correction for correction in corrections if correction.report.error is None or correction.made]
    lines: list[Line] = []
    for correction in done:
        lines.extend(_draft(correction, view, manner))
    if corrections:
        lines.extend(_summary(done, len(corrections) - len(done), view, manner))
    return paint(lines, view)


def _draft(correction: Correction, view: View, manner: Manner) -> Iterator[Line]:
    start: Line = ((one_line(correction.report.path), "path"), (view.say(Text("：", ": ")), ""))
    saved = one_line(correction.saved)
    if correction.made:
        made = view.say(Text("、", ", ")).join(_counted(correction.made))
        yield (
            *start,
            (_made(sum(correction.made.values()), view, manner), "good"),
            (view.say(Text(f"（{made}）", f" ({made})")), ""),
            (view.say(_SAVED).format(saved) if saved else "", ""),
        )
    elif saved:
        yield *start, (view.say(_COPIED).format(saved), "")
    if correction.obstacles:
        yield *start, (_hindered(correction.obstacles, view), "warning")
    if correction.restless:
        codes = sorted(correction.restless)
        words = Text(
            f"{'、'.join(codes)}的改法改来改去没有结果，一处也没有改",
            f"the corrections of {', '.join(codes)} came to no end and were not made",
        )
        yield *start, (view.say(words), "warning")


def _counted(numbers: Mapping[str, int]) -> Iterator[str]:
    """The codes with their numbers, the most frequent first."""
    return (f"{code}×{number}" for code, number in sorted(numbers.items(), key=lambda item: (-item[1], item[0])))


def _made(number: int, view: View, manner: Manner) -> str:
    return view.say(manner.value).format(number)


def _hindered(obstacles: Mapping[Obstacle, int], view: View) -> str:
    number = sum(obstacles.values())
    zh = "、".join(f"{_OBSTACLES[why].zh}{count}处" for why, count in sorted(obstacles.items()))
    en = ", ".join(f"{_OBSTACLES[why].en}: {count}" for why, count in sorted(obstacles.items()))
    return view.say(
        Text(
            f"有{number}处在这个文件里不能直接改，要在 Word 里手工改（{zh}）",
            f"{number} cannot be made in this file, only by hand in Word ({en})",
        )
    )


def _summary(done: Sequence[Correction], undone: int, view: View, manner: Manner) -> Iterator[Line]:
    number = sum(sum(correction.made.values()) for correction in done)
    changed = sum(bool(correction.made) for correction in done)
    made = _made(number, view, manner)
    pieces: list[Piece] = []
    if number:
        zh, en = f"{changed}个文件共{made}；", f"{made} in {changed} {_files(changed)}; "
        pieces = [(view.say(Text(zh, en)), "")]
    elif done:
        pieces = [(view.say(Text("没有可改正的；", "nothing to fix; ")), "")]
    if done:
        pieces.extend(_left([correction.report for correction in done], view))
    if undone:
        pieces.append((view.say(Text("", " ")) if pieces else "", ""))
        pieces.append(
            (view.say(Text(f"{undone}个文件未能改正。", f"{undone} {_files(undone)} could not be done.")), "error")
        )
    yield tuple(pieces)
    if number and manner is Manner.TRACKED:
        yield ((view.say(_REVIEW), "dim"),)
    offered = sum(correction.offered for correction in done)
    if offered:
        words = Text(
            f"另有{offered}处改法要由人定夺：先用 --diff --unsafe-fixes 看，再用 --unsafe-fixes 改。",
            f"{offered} more can be fixed with --unsafe-fixes; look at them first with --diff --unsafe-fixes.",
        )
        yield ((view.say(words), "dim"),)


def _files(number: int) -> str:
    return "file" if number == 1 else "files"


def _left(reports: Iterable[FileReport], view: View) -> Iterator[Piece]:
    """How many findings are left."""
    report = Report(tuple(reports))
    numbers = {severity: report.count(severity) for severity in SEVERITIES}
    if not any(numbers.values()):
        yield view.say(Text("没有剩下的问题。", "no findings left.")), "good"
        return
    yield view.say(Text("还有", "")), ""
    between = ""
    for severity, number in numbers.items():
        if number:
            word = SEVERITIES[severity]
            yield between, ""
            plural = word.en if number == 1 else f"{word.en}s"
            yield view.say(Text(f"{number}个{word.zh}", f"{number} {plural}")), severity.value
            between = view.say(Text("、", ", "))
    yield view.say(Text("，用 disclosure-lint check 逐条查看。", " left: disclosure-lint check shows them.")), ""
