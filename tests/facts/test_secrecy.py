"""Secrecy marks: at the head and the foot of a paper, never in what it says about secrecy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts.secrecy import marks

BODY = "青岚县水利局关于巡察整改情况的报告\n一、整改情况\n已整改。\n二、下一步工作\n继续整改。\n三、保障\n加强领导。\n四、其他\n无。\n"


def found(text: str, path: str = "a.txt", markup: str = "text") -> list[tuple[str, bool]]:
    return [(text[mark.span.start : mark.span.end], mark.secret) for mark in marks(parse(Source(path, text, markup)))]


@pytest.mark.parametrize(
    ("line", "mark", "secret"),
    [
        ("秘密★1年", "秘密★1年", True),
        ("机密★", "机密★", True),
        ("机密★一年", "机密★一年", True),
        ("绝密★长期", "绝密★长期", True),
        ("秘密*３年", "秘密*３年", True),
        ("绝密", "绝密", True),
        ("秘　密", "秘　密", True),
        ("密级：机密", "机密", True),
        ("000123　机密★5年　特急", "机密★5年", True),
        ("特急　秘密", "秘密", True),
        ("内部资料　注意保存", "内部资料　注意保存", False),
        ("【内部文件，不得外传】", "内部文件，不得外传", False),
        ("（仅供内部参阅）", "仅供内部参阅", False),
        ("内部资料", "内部资料", False),
        ("工作秘密★2年", "工作秘密★2年", False),
        ("内部★1年", "内部★1年", False),
        ("本材料为内部资料，请勿外传。", "本材料为内部资料，请勿外传", False),
    ],
    ids=range(17),
)
@pytest.mark.parametrize("where", ["head", "foot"])
def test_mark_on_a_line_of_its_own(line: str, mark: str, secret: bool, where: str) -> None:
    text = f"{line}\n{BODY}" if where == "head" else f"{BODY}{line}\n"
    assert found(text) == [(mark, secret)]


def test_mark_in_markdown() -> None:
    assert found(f"**秘密★1年**\n\n# {BODY}", "a.md", "markdown") == [("秘密★1年", True)]


@pytest.mark.parametrize(
    "text",
    [
        BODY.replace("已整改。", "按县委通知（机密★3年）要求已整改。"),
        BODY.replace("已整改。", "已整改。\n内部资料　不得外传\n继续。"),
        BODY.replace("已整改。", "已整改。\n秘密★1年\n继续。"),
    ],
    ids=["star-in-running-text", "page-head", "page-head-star"],
)
def test_mark_in_the_middle(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "组织学习保守国家秘密法，加强涉密人员和商业秘密、工作秘密管理。",
        "对3份未标注“秘密★1年”的文件补办定密手续。",
        "规范标注秘密★1年等密级标志，内部文件不得外传的要求已重申。",
        "秘密级文件已清退12份，绝密级文件专柜存放。",
        "内部资料管理不规范的问题。",
        "（二）内部管理",
        "机密文件柜3台已更换。",
        "密级文件管理台账",
        "内部控制",
        "保密工作",
        "**机密**信息不上网。",
    ],
    ids=range(11),
)
@pytest.mark.parametrize("where", ["head", "middle", "foot"])
def test_words_about_secrecy(line: str, where: str) -> None:
    text = {"head": f"{line}\n{BODY}", "middle": BODY.replace("已整改。", line), "foot": f"{BODY}{line}\n"}[where]
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"首页\n内部资料\n新闻中心\n当前位置：首页>公开\n{BODY}",
        f"<!-- 内部资料 -->\n<!--\n秘密★1年\n-->\n{BODY}",
        BODY.replace("已整改。", "已整改。\n内部资料\n继续。"),
    ],
    ids=["menu", "comment", "caption"],
)
def test_no_mark_of_the_paper(text: str) -> None:
    assert found(text) == []


@given(
    st.lists(st.sampled_from([*"绝机秘密★*1年内部资料 　（）【】\n\r，。", "外传", "不得"]), max_size=40).map("".join)
)
def test_any_text(text: str) -> None:
    for words, _ in found(text):
        assert words.strip() == words != ""


def test_long_repetition_takes_no_time() -> None:
    assert found("密" * 50000 + "\n" + "内部" * 50000 + "\n" + "秘密 " * 30000) == []
