"""TXT002: a line that a web page has left in the draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_grammar.tree import Kind
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
    Text,
)

if TYPE_CHECKING:
    from disclosure_lint.facts.writing.residue import Residue

_TITLE = Text("删去这一行", "delete the line")


def check(draft: Draft, options: None) -> Iterator[Finding]:
    """Flag every line that the tree knows to belong to a web page."""
    if not any(leaf.kind is Kind.RESIDUE for leaf in draft.document.leaves):
        return
    from disclosure_lint.facts.writing.residue import extract

    yield from (_finding(residue) for residue in extract(draft.document))


def _finding(residue: Residue) -> Finding:
    words = residue.node.words
    fix = Fix(_TITLE, (Edit(residue.node.span, ""),), Safety.UNSAFE)
    return Finding(words, {"line": words}, residue.kind.value, fix=fix)


RULE = Rule(
    code="TXT002",
    name="page-residue",
    genres=DISCLOSURES,
    severity=Severity.WARNING,
    summary=Text(
        "从网页复制文稿时带来的内容没有删：导航、发布信息、付费提示、版权信息等。",
        "What came along when the text was copied from a web page was not removed: menu, page data, pay wall, copyright.",
    ),
    messages={
        "navigation": Text(
            "“{line}”是网页上的导航或按钮，不属于文稿。",
            "“{line}” is a menu entry or button of a web page and no part of the document.",
        ),
        "data": Text(
            "“{line}”是网页上的发布信息，不属于文稿。",
            "“{line}” is data about a web page and no part of the document.",
        ),
        "reading": Text(
            "“{line}”是网站的下载或付费阅读提示，不属于文稿；请核对正文是否复制完整。",
            "“{line}” is a download or pay-wall line of a web site and no part of the document; "
            "check that the text was copied whole.",
        ),
        "rights": Text(
            "“{line}”是网页底部的版权、备案等信息，不属于文稿。",
            "“{line}” is from the foot of a web page (copyright, registration) and no part of the document.",
        ),
        "other": Text(
            "“{line}”夹在网页信息之间，像是从网页一起复制来的，不属于文稿。",
            "“{line}” stands among lines of a web page and seems to have been copied with them; it is no part of the document.",
        ),
    },
    help=Text(
        "删去这一行；如果确实是文稿的内容，改成完整的句子。",
        "Delete the line; if it does belong to the document, make it a full sentence.",
    ),
    why=Text(
        "这些内容公开出来，等于告诉读者文稿是从网上复制的。",
        "Published, such lines tell readers that the text was copied from the web.",
    ),
    basis=PRACTICE,
    check=check,
    fixes=(Safety.UNSAFE,),
    examples=(
        Bad(
            "⟦当前位置：首页 > 政务公开 > 巡察整改⟧\n中共青岚县水利局党组关于巡察整改进展情况的通报\n"
            "⟦发布时间：2024-08-05 10:22 来源：青岚县水利局 浏览次数：321⟧\n一、整改情况\n组织学习12次。\n"
            "中共青岚县水利局党组\n2024年8月3日\n⟦【打印本页】 【关闭窗口】⟧\n⟦上一篇：关于召开会议的通知⟧\n⟦版权所有：青岚县水利局⟧\n",
            fixed="中共青岚县水利局党组关于巡察整改进展情况的通报\n一、整改情况\n组织学习12次。\n中共青岚县水利局党组\n2024年8月3日\n",
        ),
        Bad(
            "青岚县水利局整改方案\n⟦字数：3021字⟧\n⟦公文范例网⟧\n⟦复制下载⟧\n一、整改目标\n全部整改到位。\n⟦剩余60%内容，登录后查看⟧\n⟦阅读全文⟧\n",
            "plan",
            fixed="青岚县水利局整改方案\n一、整改目标\n全部整改到位。\n",
        ),
        Good(
            "中共青岚县水利局党组关于巡察整改进展情况的通报\n一、整改情况\n下载安装学习平台\n组织学习12次，在门户网站发布信息8条。\n"
            "联系方式\n电话：0717-5550132；扫一扫二维码即可反映问题。\n中共青岚县水利局党组\n2024年8月3日\n- 3 -\n"
        ),
        Good(
            "一、整改情况\n1.来源不明的捐款已清退。\n2.浏览次数偏低的栏目已关停3个。\n| 主办单位 | 时限 |\n| 县水利局 | 6月底 |\n"
        ),
    ),
)
