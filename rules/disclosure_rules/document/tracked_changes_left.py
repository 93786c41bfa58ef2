"""DOC003: tracked changes that nobody has accepted or rejected."""

from __future__ import annotations

from collections import Counter

from disclosure_lint.rule import (
    DISCLOSURES,
    PRACTICE,
    Bad,
    ChangeKind,
    Commented,
    Draft,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Text,
    Tracked,
)

_MOST = 10
_COUNTED = {
    ChangeKind.INSERTION: ("插入", "insertion", "insertions"),
    ChangeKind.DELETION: ("删除", "deletion", "deletions"),
    ChangeKind.MOVE: ("移动", "move", "moves"),
    ChangeKind.FORMAT: ("格式", "change of format", "changes of format"),
}
_PLACES = {
    ChangeKind.INSERTION: Text("这里有插入", "inserted"),
    ChangeKind.DELETION: Text("这里有删除", "something was deleted here"),
    ChangeKind.MOVE: Text("这里有移动", "moved"),
    ChangeKind.FORMAT: Text("这里改过格式", "the format was changed"),
}


def check(draft: Draft, options: None) -> Iterator[Finding]:
    if not draft.source.layout.changes:
        return
    from disclosure_lint.facts.revisions import anchor, changes

    found = changes(draft.source)
    first = next((change for change in found if draft.source.slice(change.span).strip()), found[0])
    rest = [change for change in found if change is not first][:_MOST]
    yield Finding(
        anchor(draft.document, first.span),
        {"kinds": _counted(Counter(change.kind for change in found))},
        related=tuple(Related(change.span, _PLACES[change.kind]) for change in rest),
    )


def _counted(counts: Counter[ChangeKind]) -> Text:
    """插入3处、删除2处."""
    numbers = [(counts[kind], words) for kind, words in _COUNTED.items() if counts[kind]]
    return Text(
        "、".join(f"{zh}{number}处" for number, (zh, _, _) in numbers),
        ", ".join(f"{number} {one if number == 1 else many}" for number, (_, one, many) in numbers),
    )


RULE = Rule(
    code="DOC003",
    name="tracked-changes-left",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text("文稿中还有没有接受或拒绝的修订。", "Tracked changes are left in the draft."),
    messages={
        "main": Text(
            "文稿中还有修订没有接受或拒绝：{kinds}。",
            "Tracked changes are neither accepted nor rejected: {kinds}.",
        )
    },
    help=Text(
        "在“审阅”中逐条接受或拒绝修订，定稿前不留修订痕迹；还在起草的，检查时加上--stage draft。",
        "Accept or reject every change under Review before the text is final; while still drafting, check with --stage draft.",
    ),
    why=Text(
        "带着修订痕迹发布，谁都能看到改掉了什么；各人打开时看到的文字也可能不一样。",
        "Published with its changes tracked, a text shows everybody what was taken out, and not every reader sees the same words.",
    ),
    basis=PRACTICE,
    check=check,
    examples=(
        Bad(
            "一、整改落实情况\n反馈的16个问题，⟦已完成整改14个⟧，正在推进2个。\n",
            asides=(Tracked("已完成整改14个"), Tracked("正在推进", ChangeKind.DELETION)),
        ),
        Bad(
            "一、整改落实情况\n⟦已逐项整改。⟧\n",
            asides=(Tracked("整改。", ChangeKind.DELETION),),
        ),
        Good("一、整改落实情况\n已逐项整改。\n"),
        Good("一、整改落实情况\n已逐项整改。\n", asides=(Commented("逐项整改", "请办公室核对"),)),
    ),
    unfinished=True,
)
