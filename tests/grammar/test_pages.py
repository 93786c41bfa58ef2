"""Drafts as pages: broken into lines by a mail program or a PDF, with page numbers, menus, lists of contents and print lines around them."""

from __future__ import annotations

import unicodedata

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_grammar.tree import CONTAINERS, Document, Kind

DRAFT = (
    "中共青岚县水利局党组关于巡察整改进展情况的通报\n"
    "根据县委统一部署，2022年3月1日至4月15日，县委第一巡察组对县水利局党组开展了巡察。2022年5月20日，县委第一巡察组反馈了巡察意见。现将整改进展情况予以公布。\n"
    "一、整改工作组织情况\n"
    "局党组坚决扛起整改主体责任：一是召开专题会议6次，逐条研究反馈意见；二是成立由党组书记任组长的整改工作领导小组，统筹推进整改工作。\n"
    "二、反馈问题整改落实情况\n"
    "（一）河长制工作落实不够有力。开展巡河1260次，清理河道垃圾36吨，对巡河不到位的8名责任人进行了提醒谈话。\n"
    "（二）农村饮水安全保障不足。改造供水管网48公里，新建水厂2座，水质抽检合格率由93.6%提高到99.2%。\n"
    "三、下一步工作\n"
    "坚持目标不变、力度不减，持续抓好整改，防止问题反弹。\n"
    "欢迎广大干部群众监督。联系电话：0377-61550132；通信地址：青岚县建设路1号；电子邮箱：slj@ql.gov.cn。\n"
    "中共青岚县水利局党组\n"
    "2022年10月8日\n"
)


def columns(text: str, wide: str = "WFA") -> int:
    return sum(1 + (unicodedata.east_asian_width(character) in wide) for character in text)


def wrap(text: str, width: int, indent: str, blank: bool, page: int, wide: str = "WFA") -> str:
    """A text broken into lines of so many columns, marks kept off the start of a line; a page number below every page."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = indent
        for character in paragraph:
            if columns(line + character, wide) > width and character not in "，。；：、”）%":
                lines.append(line)
                line = ""
            line += character
        lines += [line, ""] if blank else [line]
    if page:
        lines = [
            each for n, line in enumerate(lines, 1) for each in ([line] if n % page else [line, f"  - {n // page} -"])
        ]
    return "\n".join(lines) + "\n"


def words(document: Document) -> list[tuple[Kind, str]]:
    return [
        (leaf.kind, leaf.text.strip()) for leaf in document.root.walk() if leaf.kind not in {*CONTAINERS, Kind.RESIDUE}
    ]


@pytest.mark.parametrize("width", [56, 66, 78])
@pytest.mark.parametrize(
    ("indent", "blank", "page"),
    [
        pytest.param("    ", False, 0, id="indented"),
        pytest.param("\u3000\u3000", False, 0, id="full-width-indent"),
        pytest.param("", True, 0, id="blank-lines-between"),
        pytest.param("    ", False, 5, id="page-numbers"),
    ],
)
def test_a_wrapped_draft_has_the_tree_of_the_whole_one(width: int, indent: str, blank: bool, page: int) -> None:
    document = parse(Source("draft", wrap(DRAFT, width, indent, blank, page)))
    assert document.wrapped
    assert words(document) == words(parse(Source("draft", DRAFT)))
    phone = next(leaf for leaf in document.prose if leaf.kind is Kind.INVITATION)
    at = phone.text.index("slj@ql")
    assert document.source.slice(phone.prose.span(at, at + 6)).replace("\n", "") == "slj@ql"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(DRAFT, id="paragraphs"),
        pytest.param(DRAFT.replace("\n", "\n\n"), id="paragraphs-with-blank-lines"),
        pytest.param(
            "一、整改目标\n（一）提高认识\n认真学习。\n（二）彻底整改\n件件落实。\n二、整改措施\n（一）关于学习问题\n每月学习一次\n（二）关于作风问题\n每季督查一次\n",
            id="short-lines",
        ),
        pytest.param(
            "".join(
                f"（{n}）关于整改工作责任落实得不够到位的问题\n已经按照要求完成了全部整改任务\n" for n in "一二三四五"
            ),
            id="lines-of-like-length",
        ),
    ],
)
def test_lines_that_are_paragraphs_stay_apart(text: str) -> None:
    assert not parse(Source("draft", text)).wrapped


QUOTING = (
    "青岚县水利局党组关于巡察整改进展情况的通报\n"
    "（一）工作落实不到位。局党组坚决扛起整改主体责任，召开党组会5次、推进会3次，把反馈的21个问题分解到9个股室，逐项明确责任人和完成时限。\n"
    "（二）服务群众不主动。开展“门诊接诉”“上门问诉”“马上就办”行动，推行“首问负责”“限时办结”制度，办结“民生诉求”128件。\n"
    "（三）项目管理不严格。对2021年以来实施的水库除险加固、农村饮水安全、中小河流治理等项目开展清理，追缴违规支出2.35万元，全部上缴财政。\n"
    "中共青岚县水利局党组\n2022年10月8日\n"
)


@pytest.mark.parametrize("width", [52, 56, 60, 64, 66])
def test_an_editor_may_take_quotation_marks_for_narrow(width: int) -> None:
    document = parse(Source("draft", wrap(QUOTING, width, "    ", False, 0, wide="WF")))
    assert words(document) == words(parse(Source("draft", QUOTING)))


def test_a_figure_with_a_point_opens_no_paragraph() -> None:
    paragraph = (
        "对巡察反馈的问题逐项建立台账明确责任，整改率达到\n38.97%，追缴违规发放的津贴补贴和各类奖金福利共\n"
        "2.35万元，补发一线职工加班补助和防汛值班补助共\n1．5万元。\n"
    )
    document = parse(Source("draft", f"一、整改情况\n{paragraph * 3}二、下一步打算\n持续用力。\n"))
    assert document.wrapped
    bodies = [leaf.text for leaf in document.prose if leaf.kind is Kind.PARAGRAPH]
    assert bodies[:3] == [paragraph.replace("\n", "")] * 3


def test_a_signature_below_a_full_line_stands_alone() -> None:
    text = "党组将坚持标准不降、力度不减，持续抓好后续整\n改，坚决防止问题反弹，以整改的实际成效取信于民。\n"
    head = "".join(
        f"　　{n}是健全制度机制，明确责任分工，细化措施，压\n实责任，形成齐抓共管的工作格局。\n" for n in "一二三四"
    )
    document = parse(Source("draft", f"青岚县水利局整改情况\n{head}　　{text}中共青岚县水利局党组\n2022年10月8日\n"))
    assert document.wrapped
    assert [leaf.kind for leaf in document.prose][-2:] == [Kind.SIGNATORY, Kind.DATE]


@pytest.mark.parametrize("number", ["- 3 -", "—3—", "－ １２ －", "第 2 页 共 5 页", "第3页"])
def test_a_page_number_is_no_text(number: str) -> None:
    document = parse(Source("draft", f"一、甲\n正文。\n{number}\n乙。\n中共青岚县委\n2024年8月3日\n{number}\n"))
    kinds = [leaf.kind for leaf in document.leaves]
    assert kinds == [
        Kind.HEADING, Kind.PARAGRAPH, Kind.RESIDUE, Kind.PARAGRAPH, Kind.SIGNATORY, Kind.DATE, Kind.RESIDUE,
    ]  # fmt: skip


def test_the_menu_above_the_path_belongs_to_the_page() -> None:
    document = parse(
        Source("draft", "首页\n信息公开\n党建工作\n首页 > 党建工作 > 巡察整改\n关于巡察整改情况的通报\n正文一段。\n")
    )
    assert [leaf.kind for leaf in document.leaves] == [*[Kind.RESIDUE] * 4, Kind.TITLE, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    "foot",
    [
        pytest.param("【关闭】\n相关附件：\n分享：微信 微博\n上一条：通知\n", id="page"),
        pytest.param("抄送：县委巡察办，县纪委监委。\n青岚县水利局办公室    2022年10月8日印发\n", id="print-lines"),
    ],
)
def test_the_signature_is_found_above_the_foot(foot: str) -> None:
    document = parse(Source("draft", DRAFT + foot))
    assert [leaf.text for leaf in document.of(Kind.SIGNATORY, Kind.DATE)] == ["中共青岚县水利局党组", "2022年10月8日"]
    assert [leaf.kind for leaf in document.of(Kind.INVITATION)] == [Kind.INVITATION]


def test_a_list_of_contents_holds_no_sections() -> None:
    listed = "目  录\n一、整改工作组织情况……1\n二、反馈问题整改落实情况……2\n三、下一步工作……5\n"
    title, rest = DRAFT.split("\n", 1)
    whole = parse(Source("draft", f"{title}\n{listed}{rest}"))
    assert [section.title for section in whole.sections] == [
        section.title for section in parse(Source("draft", DRAFT)).sections
    ]
    assert [leaf.kind for leaf in whole.leaves[:6]] == [Kind.TITLE, *[Kind.CONTENTS] * 4, Kind.PARAGRAPH]


@pytest.mark.parametrize("date", ["二O二四年八月三日", "二0二四年八月三日", "二○二四年八月三日"])
def test_a_date_with_a_letter_for_the_zero_is_a_date(date: str) -> None:
    document = parse(Source("draft", f"一、甲\n正文。\n中共青岚县委\n{date}\n"))
    assert [leaf.text for leaf in document.of(Kind.DATE)] == [date]


@pytest.mark.parametrize(
    "line",
    [
        "大约剩余40%的内容被锁住了",
        "剩余60%未读",
        "还有35%内容，登录后查看",
        "登录后可阅读全文",
        "开通会员查看全文",
        "付费阅读",
    ],
    ids=["locked", "unread", "log-in", "log-in-to-read", "member", "paid"],
)
def test_what_a_pay_wall_leaves_behind_is_no_part_of_the_draft(line: str) -> None:
    document = parse(Source("draft", f"整改方案\n一、目标\n整改到位。\n{line}\n阅读全文\n"))
    assert [leaf.text for leaf in document.leaves if leaf.kind is Kind.RESIDUE] == [line, "阅读全文"]


def test_a_share_that_is_left_is_no_pay_wall() -> None:
    document = parse(Source("draft", "整改方案\n一、目标\n剩余40%的案款年底前发放到位。\n二、措施\n发放。\n"))
    assert not [leaf for leaf in document.leaves if leaf.kind is Kind.RESIDUE]
