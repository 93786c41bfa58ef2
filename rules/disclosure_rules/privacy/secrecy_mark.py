"""SEC001: a secrecy mark, or the mark of an internal paper, in a text for publication."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure_lint.rule import EVERY_GENRE, Bad, Draft, Finding, Good, Rule, Severity, Text


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag marks; what a text says about secrecy is none."""
    if not draft.source.text:
        return
    from disclosure_lint.facts.secrecy import marks

    for mark in marks(draft.document):
        yield Finding(mark.span, {"mark": mark.span}, "main" if mark.secret else "internal")


RULE = Rule(
    code="SEC001",
    name="secrecy-mark",
    genres=EVERY_GENRE,
    severity=Severity.ERROR,
    summary=Text(
        "公开稿里留有密级标志或“内部资料”一类的标志。",
        "A secrecy mark, or the mark of an internal paper, is left in a text for publication.",
    ),
    messages={
        "main": Text(
            "“{mark}”是密级标志：带密级的文件不能公开，不涉密的文件不能标密级。",
            "“{mark}” is a secrecy mark: a classified paper must not be published, and an unclassified one must not bear it.",
        ),
        "internal": Text(
            "“{mark}”是内部文件的标志，同公开发布相矛盾。",
            "“{mark}” marks an internal paper, which contradicts its publication.",
        ),
    },
    help=Text(
        "先请保密审查部门确认内容可以公开，再删去标志；如果确实涉密，停止发布。",
        "Have the content cleared by secrecy review first, then delete the mark; if it is indeed classified, do not publish.",
    ),
    why=Text(
        "标志多半是从内部版本带过来的。带着密级发布，要么是泄密，要么是违规标密。",
        "Such marks mostly come over from the internal version; published with one, the text is either a leak or wrongly marked.",
    ),
    basis=Text(
        "《中华人民共和国保守国家秘密法》第二十二条第三款、第三十五条",
        "Law on Guarding State Secrets, article 22 paragraph 3 and article 35",
    ),
    check=check,
    examples=(
        Bad("⟦秘密★1年⟧\n中共青岚县人民法院党组关于巡察整改进展情况的通报\n一、整改情况\n已整改。\n"),
        Bad("000123\n⟦机密★⟧　特急\n青岚县水利局巡察整改方案\n一、整改措施\n修订制度。\n", "plan"),
        Bad("青岚县水利局巡察整改方案\n⟦内部资料　注意保存⟧\n一、整改措施\n修订制度。\n", "plan"),
        Bad("中共青岚县人民法院党组关于巡察整改进展情况的通报\n一、整改情况\n已整改。\n⟦仅供内部参阅⟧\n"),
        Bad("中共青岚县人民法院党组关于巡察整改进展情况的通报\n一、整改情况\n已整改。\n（⟦此件不公开⟧）\n"),
        Bad("关于巡察整改进展情况的通报\n一、整改情况\n按照县委通知（⟦机密★3年⟧）要求，已整改到位。\n"),
        Good("一、整改情况\n组织学习保守国家秘密法，加强涉密人员和商业秘密、工作秘密管理。\n"),
        Good("一、内部资料管理不规范\n整改情况：对3份未标注“秘密★1年”的文件补办定密手续，内部文件不得外传。\n"),
        Good("中共青岚县人民法院党组关于巡察整改进展情况的通报\n一、整改情况\n已整改。\n（此件公开发布）\n"),
        Good("关于巡察整改进展情况的通报\n一、保密工作\n秘密级文件已清退12份，绝密级文件专柜存放。\n"),
    ),
)
