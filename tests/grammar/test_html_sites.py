"""Pages as the systems of public bodies make them: what they put around a document, beside it, and twice."""

from __future__ import annotations

import sys

import pytest

from disclosure_grammar.readers.html import read_html
from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.source import Part, Source
from disclosure_lint.engine import lint
from disclosure_lint.registry import load_rules
from disclosure_lint.settings import Active, FileSettings

RULES = load_rules()
SETTINGS = FileSettings(tuple(map(Active.default, RULES)), tuple(RULES))

TITLE = "中共青岚县人民法院党组关于巡察整改进展情况的通报"
TEXT = [
    "根据县委统一部署，2024年1月8日至3月8日，县委第一巡察组对院党组开展了常规巡察，3月21日反馈了意见，现将整改进展情况通报如下。",
    "一、组织落实情况",
    "院党组成立整改工作领导小组，召开专题会议5次，对照反馈的问题逐项整改。",
    "二、整改进展情况",
    "修订学习制度，组织集中学习12次，交流发言36人次，学习的针对性得到增强。",
    "三、下一步工作安排",
    "院党组将持续巩固整改成果，强化跟踪问效，推动法院工作高质量发展。",
    "欢迎广大干部群众对整改情况进行监督，如有意见建议，请及时向我们反映。",
]
CONTACT = ["联系电话：0717-5550132", "通信地址：青岚县迎宾路30号"]
SIGNED = ["中共青岚县人民法院党组", "2024年9月18日"]
NAV = "<div class=nav><a href=/>首页</a><a href=/x>法院概况</a></div>"
OFFICE = "<p>青岚县人民法院</p><p>地址：青岚县迎宾路30号</p><p>电话：0717-5550100</p>"


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


BODY = paragraphs([*TEXT, *CONTACT, *SIGNED])
ALL = [TITLE, *TEXT, *CONTACT, *SIGNED]


def read(page: str) -> Source:
    return read_html(f"<html><head><title>x</title></head><body>{page}</body></html>".encode(), "page.html")


def parts(source: Source) -> tuple[list[str], list[str]]:
    """The lines of the document, and those in which the site speaks of it."""
    margin = [source.slice(block.span).strip() for block in source.layout.blocks if block.part is Part.HEADER]
    lines = source.text.splitlines()
    return lines[: len(lines) - len(margin)], margin


# ---- a document that stands on its page twice ----


@pytest.mark.parametrize(
    "page",
    [
        f"<div class=pc>{NAV}</div><div class='pc main'><h1>{TITLE}</h1><div>{BODY}</div></div><div class=mobile><h1>{TITLE}</h1><div>{BODY}</div></div>",
        f"<div class=content><h3>{TITLE}</h3><div class=hidden-xs>{BODY}</div><div class=visible-xs>{BODY}</div></div>",
        f"<div>{NAV}<div><div><h1>{TITLE}</h1>{BODY}</div></div><section><h2>{TITLE}</h2><p>2024-09-20</p><div><div>{BODY}</div></div></section></div>",
        f"<div><h1>{TITLE}</h1>{BODY}</div>" * 3,
    ],
    ids=["screens", "inside", "nested", "thrice"],
)
def test_a_second_copy_is_left_out(page: str) -> None:
    assert parts(read(page)) == (ALL, [])


def test_what_was_pasted_twice_is_no_copy() -> None:
    twice = f"<h1>{TITLE}</h1>{BODY}" + f"<section>{paragraphs([TEXT[2]])}</section>" * 2
    assert parts(read(twice))[0].count(TEXT[2]) == 3
    assert parts(read(f"<div>{paragraphs(TEXT[:3])}</div>" * 2))[0] == TEXT[:3] * 2


# ---- the office once more, at the foot of its site ----


@pytest.mark.parametrize("foot", [f"<footer>{OFFICE}</footer>", f"<div class=footer>{OFFICE}</div>"])
def test_the_office_at_the_foot_of_the_site_is_no_contact(foot: str) -> None:
    assert parts(read(f"<div id=page>{NAV}<h1>{TITLE}</h1><div class=content>{BODY}</div>{foot}</div>")) == (ALL, [])


@pytest.mark.parametrize(
    "foot", [CONTACT, SIGNED, SIGNED[:1], SIGNED[1:]], ids=["contact", "signed", "signatory", "date"]
)
@pytest.mark.parametrize("name", ["article-foot", "foot"])
def test_the_foot_of_an_article_is_its_end(foot: list[str], name: str) -> None:
    rest = [line for line in [*CONTACT, *SIGNED] if line not in foot and line != SIGNED[1]]
    page = f"<div>{NAV}<h1>{TITLE}</h1><div class=content>{paragraphs(TEXT + rest[:2])}</div><div class={name}>{paragraphs(foot)}</div></div>"
    assert parts(read(page))[0][-len(foot) :] == foot


# ---- lists of other pages ----


def test_annexes_are_kept_with_their_label() -> None:
    annexes = "<ul><li><a href=1.docx>1.整改任务清单.docx</a></li><li><a href=2.pdf>2.完成情况统计表.pdf</a></li></ul>"
    others = "<p><a href=3>上一篇：开放日公告</a></p><p><a href=4>关于招聘的公告</a></p>"
    kept = ["附件：", "1.整改任务清单.docx", "2.完成情况统计表.pdf"]
    for tail in (
        f"<p>附件：</p>{annexes}{others}",
        f"<div><p>附件：</p>{annexes}</div>{others}",
        f"<div><div>附件：</div><div>{annexes}</div></div><div>{others}</div>",
    ):
        lines = parts(read(f"<div>{NAV}<h1>{TITLE}</h1><div class=text>{BODY}</div>{tail}</div>"))[0]
        assert lines == [*ALL, *kept]


@pytest.mark.parametrize("text", [TEXT, TEXT * 5], ids=["short", "long"])
def test_teasers_beside_the_document_are_left_out(text: list[str]) -> None:
    teaser = "<h5><a href=1>关于召开评议会议的通知</a></h5><p>根据工作安排，我院于近日召开会议，对工作作出部署。</p>"
    body = paragraphs([*text, *CONTACT, *SIGNED])
    lines = parts(read(f"<div><div><h1>{TITLE}</h1>{body}</div><div class=col-4>{teaser * 3}</div></div>"))[0]
    assert lines == [TITLE, *text, *CONTACT, *SIGNED]


# ---- when and where the page was published ----


@pytest.mark.parametrize(
    "line",
    [
        "2024-09-20", "2024-09-20 16:02:11", "2024/9/20 16:02", "来源：县纪委", "文章来源： 院办公室", "2024年9月20日 10:12 来源： 县法院 字号：小 中 大",
        "浏览次数：100 次 发布时间：2024-09-20", "录入时间：2024/9/20 10:22:10 点击数：222", "时间：2024-09-20　作者：　来源：院办公室　点击：[]",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["<h1>{}</h1><p>{}</p><div>{}</div>", "<h1>{}</h1><p>{}</p>{}"])
def test_the_publishing_line(line: str, place: str) -> None:
    source = read(f"<div>{place.format(TITLE, line, BODY)}</div>")
    assert parts(source) == (ALL, [" ".join(line.replace("\u3000", "_").split()).replace("_", "\u3000")])
    codes = {one.code for one in lint(source, SETTINGS).diagnostics}
    assert not {code for code in codes if code.startswith("TXT")}


@pytest.mark.parametrize("line", ["（2024年9月18日）", "2024年9月18日", "时间：2024年9月1日至9月10日", "公示期：5天"])
def test_what_a_document_says_under_its_title(line: str) -> None:
    assert parts(read(f"<div><h1>{TITLE}</h1><p>{line}</p>{BODY}</div>"))[0][:2] == [TITLE, line]


def test_buttons_below_the_text_are_left_out() -> None:
    for buttons in (
        "<p>【字体：<a onclick=f(1)>大</a> <a onclick=f(2)>小</a>】<a onclick=p()>打印</a></p>",
        "<p>【<a href=javascript:p()>打印</a>】【<a href=javascript:c()>关闭</a>】</p>",
    ):
        assert parts(read(f"<div><h1>{TITLE}</h1>{BODY}{buttons}</div>")) == (ALL, [])
    assert parts(read(f"<div><h1>{TITLE}</h1>{BODY}<p>打印本页</p></div>"))[0] == [*ALL, "打印本页"]


# ---- more than any page holds ----


def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["disclosure_grammar.readers.html.flow"], "_MOST_LINES", 100)
    assert read("<p>甲" * 100).text
    with pytest.raises(Unreadable, match="lines") as caught:
        read("<p>甲" * 101)
    assert "行数" in caught.value.zh
