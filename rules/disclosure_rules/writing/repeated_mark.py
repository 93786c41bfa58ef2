"""TXT005: marks that follow one another where only one can stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
    Bad,
    Draft,
    Edit,
    Finding,
    Fix,
    Good,
    Rule,
    Safety,
    Severity,
    Span,
    Text,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.marks.repeats import Run

_STRONGEST = "？！。；：，、"
_THIN = frozenset("？！：")  # behind a colon what belongs there may be missing


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag repeated marks, and marks of which only one can be meant."""
    for run in draft.facts.repeated_marks:
        kept = _kept(draft, run)
        variant = "main" if run.same else "differing"
        grade = "firm" if run.same or _THIN.isdisjoint(run.kinds) else "thin"
        yield Finding(run.span, {"marks": run.span}, variant, grade, fix=_fix(draft, run, kept))


def _kept(draft: Draft, run: Run) -> Span:
    """The one to stay: of equal marks a full-width one, of differing ones the strongest."""
    written = [draft.source.slice(mark) for mark in run.marks]
    strongest = next(mark for mark in _STRONGEST if mark in run.kinds)
    return run.marks[written.index(strongest) if strongest in written else 0]


def _fix(draft: Draft, run: Run, kept: Span) -> Fix:
    """Equal marks mean what one means, and a paragraph that ends in ，。 ends; elsewhere which one is meant is a guess."""
    certain = run.same or (run.last and "。" in run.kinds)
    written = draft.source.slice(kept)
    edits = tuple(Edit(mark, "") for mark in run.marks if mark != kept)
    title = Text(f"只留一个“{written}”", f"keep one “{written}”")
    return Fix(title, edits, Safety.SAFE if certain else Safety.UNSAFE)


RULE = Rule(
    code="TXT005",
    name="repeated-mark",
    genres=DISCLOSURES,
    severity=Severity.ERROR,
    grades={"thin": Severity.WARNING},
    fixes=(Safety.SAFE, Safety.UNSAFE),
    summary=Text(
        "标点重复，或者两个不能连用的标点连在一起。",
        "A repeated mark, or two marks side by side of which only one can stand.",
    ),
    messages={
        "main": Text(
            "标点重复：“{marks}”应当只留一个。",
            "A repeated mark: of “{marks}” one should stay.",
        ),
        "differing": Text(
            "“{marks}”几个标点连在一起，只能留一个。",
            "“{marks}” stand side by side; only one of them can be meant.",
        ),
    },
    help=Text(
        "删去多余的标点；连着的是不同的标点，就看后面是另起一句还是接着说。",
        "Take out what is too much; where the marks differ, see whether a new sentence begins behind them.",
    ),
    why=Text(
        "重复的标点多半是修改时留下的，说明定稿没有通读。",
        "Such marks are left over from editing and show that nobody read the final text.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "修订采购办法⟦，，⟧组织培训3次⟦。。⟧\n",
            fixed="修订采购办法，组织培训3次。\n",
        ),
        Bad("修订采购办法⟦,，⟧组织培训3次。\n", fixed="修订采购办法，组织培训3次。\n"),
        Bad("修订采购办法；组织培训3次⟦；。⟧\n", fixed="修订采购办法；组织培训3次。\n"),
        Bad("修订采购办法⟦，。⟧组织培训3次。\n", fixed="修订采购办法。组织培训3次。\n"),
        Bad("修订“三重一大”⟦、，⟧“末位表态”等制度。\n", fixed="修订“三重一大”，“末位表态”等制度。\n"),
        Bad("是不是真改了⟦？。⟧\n", severity=Severity.WARNING, fixed="是不是真改了？\n"),
        Good("是不是真改了？！一定要改！！改得怎么样……。\n"),
        Good("坚持“三会一课”、《条例》、〈办法〉；网址：http://www.qinglan.gov.cn/a//b..c，上午10:30。\n"),
        Good("对公文中“，、；”混用的情况进行纠正。\n"),
    ),
)
