"""Page residue: what the tree takes for a part of the web page, and what rule TXT002 calls it."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_grammar.tree import Kind
from disclosure_lint.facts.writing.residue import extract

TITLE = "中共青岚县水利局党组关于巡察整改进展情况的通报\n"
BODY = (
    "根据统一部署，2024年3月1日至4月30日，县委第一巡察组对青岚县水利局党组开展了巡察。现将整改进展情况予以公布。\n"
    "一、整改情况\n1.学习不深入。组织学习12次。\n2.作风不实。开展调研3次。\n二、下一步工作\n持续巩固整改成果。\n"
    "欢迎广大干部群众监督。联系电话：0717-5550132；电子邮箱：qlslj@qinglan.gov.cn。\n"
)
SIGNATURE = "中共青岚县水利局党组\n2024年8月3日\n"


def residue(text: str) -> list[tuple[str, str]]:
    return [(line.node.text.strip(), line.kind.value) for line in extract(parse(Source("draft", text)))]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("浏览次数：123", "data"),
        ("【字号：大 中 小】", "data"),
        ("来源：青岚县政府网 发布时间：2024-08-05 10:22", "data"),
        ("责编：张三", "data"),
        ("您是第12345位访客", "data"),
        ("打印本页 关闭窗口", "navigation"),
        ("下一篇：没有了", "navigation"),
        ("分享到：微信 微博", "navigation"),
        ("扫一扫在手机打开当前页", "navigation"),
        ("当前位置：首页>政务公开>通知公告", "navigation"),
        ("设为首页 | 加入收藏", "navigation"),
        ("版权所有：青岚县水利局", "rights"),
        ("鄂公网安备 42050002000000号", "rights"),
        ("未经授权不得转载", "rights"),
        ("阅读全文", "reading"),
        ("复制全文", "reading"),
        ("剩余内容被锁", "reading"),
        ("还剩5页未读，继续阅读", "reading"),
        ("正在加载...", "reading"),
    ],
    ids=range(19),
)
def test_a_line_of_the_page_is_known_at_head_and_foot(line: str, kind: str) -> None:
    assert residue(f"{line}\n{TITLE}{BODY}{SIGNATURE}") == [(line, kind)]
    assert residue(f"{TITLE}{line}\n{BODY}{SIGNATURE}") == [(line, kind)]
    assert residue(f"{TITLE}{BODY}{SIGNATURE}{line}\n") == [(line, kind)]


@pytest.mark.parametrize(
    "line",
    [
        "复制",
        "查看更多",
        "浏览次数：123",
        "上一篇：关于召开会议的通知",
        "© 2024 青岚县水利局",
        "来源：青岚发布 发布时间：2024-08-05",
    ],
    ids=range(6),
)
def test_some_lines_are_of_the_page_wherever_they_stand(line: str) -> None:
    assert [words for words, _ in residue(TITLE + BODY.replace("2.作风", f"{line}\n2.作风") + SIGNATURE)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "下载安装国家反诈中心", "复制推广经验做法", "阅读全文件精神", "关于我们单位作风问题", "访问量偏低", "信息来源单一",
        "相关新闻发布不及时", "上一条线索核查", "版权所有权归属不清", "浏览量偏低", "责任编辑制度不落实", "推荐阅读书目", "附件下载不便",
        "会员管理不规范", "主办单位履职不到位", "审核把关不严", "扫一扫二维码反映问题",
    ],
    ids=range(17),
)  # fmt: skip
def test_a_caption_with_such_words_belongs_to_the_document(line: str) -> None:
    assert residue(TITLE + BODY.replace("2.作风", f"{line}\n2.作风") + SIGNATURE) == []


@pytest.mark.parametrize(
    "line", ["联系我们", "扫一扫二维码反映问题", "主办单位：青岚县水利局", "时间：2024年8月5日至9月5日"], ids=range(4)
)
def test_what_stands_above_the_signature_takes_no_signature_with_it(line: str) -> None:
    document = parse(Source("draft", f"{TITLE}{BODY}{line}\n电话：0717-5550132\n{SIGNATURE}"))
    assert [leaf.text for leaf in document.of(Kind.SIGNATORY, Kind.DATE)] == SIGNATURE.split()
    assert list(extract(document)) == []


@pytest.mark.parametrize(
    "line", ["当前位置：首页>政务公开>通知公告", "您的位置：首页 / 信息公开 / 正文"], ids=["arrow", "slash"]
)
def test_a_path_below_the_title_does_not_make_a_menu_of_the_title(line: str) -> None:
    document = parse(Source("draft", f"{TITLE}{line}\n{BODY}{SIGNATURE}"))
    assert [leaf.text for leaf in document.of(Kind.TITLE)] == [TITLE.strip()]


def test_the_number_of_a_page_is_not_of_the_web_page() -> None:
    assert residue(f"{TITLE}{BODY}- 3 -\n{SIGNATURE}第 2 页 共 5 页\n") == []


@pytest.mark.parametrize("date", ["2024年×月×日", "2024年  月  日", "____年__月__日", "20XX年8月XX日"], ids=range(4))
def test_a_date_still_open_signs_the_draft(date: str) -> None:
    document = parse(Source("draft", f"{TITLE}{BODY}中共青岚县水利局党组\n{date}\n"))
    assert [leaf.text for leaf in document.of(Kind.SIGNATORY, Kind.DATE)] == ["中共青岚县水利局党组", date]


def test_the_foot_above_the_signature_is_only_its_own_line() -> None:
    document = parse(Source("draft", f"{TITLE}{BODY}备案号：鄂ICP备05550132号-2\n{SIGNATURE}"))
    assert [leaf.text for leaf in document.of(Kind.SIGNATORY, Kind.DATE)] == SIGNATURE.split()
    assert [line.node.text for line in extract(document)] == ["备案号：鄂ICP备05550132号-2"]


def test_dates_in_the_foot_do_not_sign() -> None:
    foot = ["上一篇：关于召开会议的通知", "2024-07-01", "下一篇：没有了"]
    assert [words for words, _ in residue(f"{TITLE}{BODY}{SIGNATURE}" + "\n".join(foot))] == foot
