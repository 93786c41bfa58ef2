"""One document under two names, and names that are near a known one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.facts import Facts
from disclosure_lint.facts.citations.near import is_slip, near
from disclosure_lint.facts.citations.variants import Difference, Variant
from disclosure_lint.facts.citations.wordings import Wording, differing, inserted, wording

TRIAL, SORT, LETTER, WORDS, ORDER, PREFIX = Difference


def variants(*lines: str) -> tuple[Variant, ...]:
    text = "一、整改情况\n" + "".join(f"{number}.{line}。\n" for number, line in enumerate(lines, 1))
    return Facts(parse(Source("draft.txt", text))).variants


DIFFERENT = {
    "trial-lost": (["修订《案件评查办法（试行）》", "落实《案件评查办法》", "《案件评查办法（试行）》"], TRIAL, "案件评查办法", True),
    "trial-added": (["落实《案件评查办法》", "印发《案件评查办法(试行)》", "《案件评查办法》"], TRIAL, "案件评查办法(试行)", True),
    "trial-inside": (["《案件评查暂行办法》", "《案件评查办法》", "《案件评查暂行办法》"], TRIAL, "案件评查办法", True),
    "issuer-and-trial": (["《执行局关于终本案件管理的规定》", "《关于终本案件管理的规定（试行）》"], TRIAL, "执行局关于终本案件管理的规定", True),
    "trial-then-made-anew": (["执行《差旅费管理办法（试行）》", "修订《差旅费管理办法》"], TRIAL, "差旅费管理办法", False),
    "rules-and-detailed-rules": (["《党组工作规则》", "《党组工作细则》", "《党组工作规则》"], SORT, "党组工作细则", True),
    "regulation-and-measures": (["《固定资产管理办法》", "《固定资产管理规定》", "《固定资产管理办法》"], SORT, "固定资产管理规定", False),
    "regulation-and-measures-of-one-long-name": (
        ["落实《青岚大学科技成果转化管理办法》", "学习《青岚大学科技成果转化管理规定》", "《青岚大学科技成果转化管理办法》"],
        SORT, "青岚大学科技成果转化管理规定", True,
    ),
    "both-made-here": (
        ["制定《青岚大学科技成果转化管理办法》", "修订《青岚大学科技成果转化管理规定》", "《青岚大学科技成果转化管理办法》"],
        SORT, "青岚大学科技成果转化管理规定", False,
    ),
    "confused-character": (["《专项督查方案》", "《专项督察方案》", "《专项督查方案》"], LETTER, "专项督察方案", True),
    "particle": (["《关于加强作风建设的若干措施》", "《关于加强作风建设若干措施》"], WORDS, "关于加强作风建设若干措施", True),
    "about": (["《关于加强人才工作的实施意见》", "《加强人才工作的实施意见》"], WORDS, "加强人才工作的实施意见", True),
    "work": (["《专业法官会议工作规则》", "《专业法官会议规则》"], WORDS, "专业法官会议规则", True),
    "plan": (["《主题教育实施方案》", "《主题教育方案》", "《主题教育实施方案》"], WORDS, "主题教育方案", True),
    "word-of-matter": (["《教学科研设备仪器采购验收办法》", "《教学科研设备采购验收办法》"], WORDS, "教学科研设备采购验收办法", False),
    "method-for-measures": (["《设备采购管理办法》", "《设备采购管理方法》", "《设备采购管理办法》"], SORT, "设备采购管理方法", False),
    "words-turned-round": (["《古树名木保护管理办法》", "《古树名木管理保护办法》", "《古树名木保护管理办法》"], ORDER, "古树名木管理保护办法", True),
    "and": (["《加强和改进教学意见》", "《加强与改进教学意见》", "《加强和改进教学意见》"], LETTER, "加强与改进教学意见", True),
    "party-prefix": (["《中国共产党青岚县委员会工作办法》", "《青岚县委员会工作办法》"], PREFIX, "青岚县委员会工作办法", False),
    "official-title-comes-first": (
        ["《中国共产党支部工作条例》", "《中国共产党支部工作条例》", "《中国共产党支部工作条例（试行）》"], TRIAL, "中国共产党支部工作条例", True,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "difference", "title", "certain"), DIFFERENT.values(), ids=DIFFERENT)
def test_variants(lines: list[str], difference: Difference, title: str, certain: bool) -> None:
    (variant,) = variants(*lines)
    assert (variant.difference, variant.places[0].title, variant.certain) == (difference, title, certain)


TOLD_APART = {
    "different-matter": ["《审判管理办法》", "《审判工作办法》"],
    "a-word-that-narrows": ["《合同管理办法》", "《采购合同管理办法》", "《聘用人员管理办法》", "《聘用人员考核管理办法》"],
    "light-words-that-tell": ["《执行案款收发管理办法》", "《执行案款收发工作办法》"],
    "short-and-turned-round": ["《档案管理办法》", "《管理档案办法》"],
    "plan-of-work-and-to-carry-out": ["《主题教育实施方案》", "《主题教育工作方案》"],
    "too-short-to-tell": ["《会议制度》", "《会议管理制度》"],
    "same-sentence": ["将《案件评查办法（试行）》修订为《案件评查办法》"],
    "former-one": ["原《案件评查办法（试行）》不再适用", "印发《案件评查办法》"],
    "abolished": ["《案件评查办法（试行）》已废止", "印发《案件评查办法》"],
    "long-on-trial": ["《案件评查办法（试行）》长期未修订", "印发《案件评查办法》"],
    "not-there-yet": ["未制定《案件评查办法》", "制定《案件评查暂行办法》"],
    "somebody-elses": ["落实省高院《案件评查办法（试行）》", "制定《案件评查办法》"],
    "short-name-defined": ["《青岚县关于规范司法公开的办法》（以下简称《规范司法公开办法》）", "《规范司法公开办法》", "《规范司法公开的办法》"],
    "national-and-local": [
        "《党政机关国内公务接待管理规定》", "《青岚县党政机关国内公务接待管理规定（试行）》", "《党政机关国内公务接待管理办法》",
    ],
    "versions": ["《财务管理办法（2019年修订）》", "《财务管理办法（2021年修订）》", "《财务管理办法》"],
    "one-character-of-matter": ["《青岚大学横向科研经费使用管理办法》", "《青岚大学纵向科研经费使用管理办法》"],
    "years": ["《2022年党建工作要点》", "《2023年党建工作要点》", "《2023年度党建工作要点》"],
    "levels": ["《意识形态工作责任制实施办法》", "《意识形态工作责任制实施细则》"],
    "law-and-its-rules": ["《保障农民工工资支付条例》", "《保障农民工工资支付条例实施细则》"],
    "law-in-short": ["《中华人民共和国民法典》", "《民法典》"],
    "party-rule-in-short": ["《中国共产党党组工作条例》", "《党组工作条例》"],
    "notice-and-matter": ["《关于印发〈案件评查办法（试行）〉的通知》", "《案件评查办法》"],
    "issuer-left-out": ["《青岚县人民法院关于司法公开的规定》", "《关于司法公开的规定》"],
    "two-issuers": ["《执行局关于司法公开的规定》", "《立案庭关于司法公开的规定》", "《关于司法公开的规定（试行）》"],
    "wrong-title": ["《中国共产党章程》", "《中国共产党党章》"],
    "a-single-title": ["《案件评查办法（试行）》", "《案件评查办法(试行)》"],
    "newspapers": ["《人民法院报》", "《求是》", "《人民日报》"],
}  # fmt: skip


@pytest.mark.parametrize("lines", TOLD_APART.values(), ids=TOLD_APART)
def test_documents_told_apart(lines: list[str]) -> None:
    assert variants(*lines) == ()


def test_places_of_both_names() -> None:
    (variant,) = variants(
        "《廉政手册指引》",
        "《廉政手册指引（试行）》",
        "《廉政手册指引》",
        "《廉政手册指引（试行）》",
        "《廉政手册指引》",
    )
    assert [len(variant.places), len(variant.usual)] == [2, 3]
    assert variant.words == "试行"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        pytest.param("中国共产党支部工作条例（试行）", Wording("中国共产党", "支部工作", "条例", "试行", "支部"), id="party-rule"),
        pytest.param("信息共享暂行办法", Wording("", "信息共享", "办法", "暂行", "信息共享"), id="trial-inside"),
        pytest.param("关于“督查”的实施细则", Wording("", "关于督查的", "实施细则", "", "督察"), id="marks-and-light-words"),
        pytest.param("求是", Wording("", "求是", "", "", "求是"), id="no-sort"),
    ],
)  # fmt: skip
def test_wordings(name: str, parts: Wording) -> None:
    assert wording(name) == parts


@given(st.text(max_size=12), st.text(max_size=12))
def test_differing_and_inserted_agree_on_any_text(one: str, other: str) -> None:
    here, there = differing(one, other)
    assert len(one) - len(here) == len(other) - len(there)
    assert here in one
    assert there in other
    if one != other and not here:
        assert inserted(one, other) is not None


@given(st.lists(st.text(alphabet="关于审判管理的办法规则试行（）局院简称《》", max_size=12), max_size=6))
@settings(deadline=None)
def test_any_titles_give_variants_of_the_draft(titles: list[str]) -> None:
    for variant in variants(*(f"《{title}》" for title in titles)):
        assert variant.places[0].name != variant.usual[0].name
        assert variant.words


NEAR = {
    "particle-lost": ("关于新形势下党内政治生活若干准则", "关于新形势下党内政治生活的若干准则"),
    "character-confused": ("中国共产党纪律处份条例", "中国共产党纪律处分条例"),
    "character-confused-in-short": ("党政领导干部选拔任用工作条列", "党政领导干部选拔任用工作条例"),
    "character-replaced": ("党政机关国内公务招待管理规定", "党政机关国内公务接待管理规定"),
    "word-lost": ("县以上党和国家机关党员领导民主生活会若干规定", "县以上党和国家机关党员领导干部民主生活会若干规定"),
    "trial-kept": ("中国共产党支部工作条例", None),
    "laws-are-short": ("保险法", None),
    "one-law-or-another": ("中华人民共和国审汁法", None),
    "local-rule": ("青岚县人民法院会议制度", None),
    "local-prefix": ("县党政机关国内公务接待管理规定", None),
    "other-sort": ("党政机关国内公务接待管理办法", None),
    "other-matter": ("事业单位工作人员考核规定", None),
    "implementing-rules": ("保障农民工工资支付条例实施办法", None),
    "unknown": ("廉政风险防控手册", None),
    "empty": ("", None),
}  # fmt: skip


@pytest.mark.parametrize(("name", "title"), NEAR.values(), ids=NEAR)
def test_near_titles(name: str, title: str | None) -> None:
    assert near(name) == title


@pytest.mark.parametrize(
    ("one", "other", "slips", "slip"),
    [
        pytest.param("工作规则", "工作的规则", 1, True, id="one-more"),
        pytest.param("工作规则", "工作若干规则", 1, False, id="two-more"),
        pytest.param("工作若干规则", "工作规则", 2, True, id="two-fewer"),
        pytest.param("受贿行贿一起查", "受行贿贿一起查", 1, True, id="exchanged"),
        pytest.param("考核规定", "奖励规定", 2, False, id="a-word-replaced"),
        pytest.param("第1批", "第2批", 1, False, id="digits"),
        pytest.param("工作规则", "作规则的", 2, False, id="at-both-ends"),
    ],
)
def test_slips(one: str, other: str, slips: int, slip: bool) -> None:
    assert is_slip(one, other, slips) is slip
    assert is_slip(other, one, slips) is slip
