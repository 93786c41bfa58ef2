"""Pairs, widths, runs, gaps and ends of paragraphs: what is found, where, and in any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source, Span
from disclosure_lint.facts import Facts
from disclosure_lint.facts.marks.endings import Ending, ending_of
from disclosure_lint.facts.marks.pairing import closing, family

ALPHABET = '“”‘’"《》〈〉（）()【】〔〕[]，。、；：！？,.:;!? \u3000\n\r\t一二1２a修订制度办法问题情况'
LIKE = "召开会议3次。形成方案。\n收回钥匙2把。逐一登记。\n约谈3人。通报1次。\n"

PAIRS = {
    "sound": ("落实《关于印发〈办法（试行）〉的通知》和“‘三会’一课”。", []),
    "widths-mixed": ("办法（试行)、细则(试行）。", []),
    "unclosed": ("落实“第一议题制度。", [("unclosed", "“", "第一议题制度")]),
    "unclosed-among-others": ("落实“第一议题制度、“三会一课”。", [("unclosed", "“", "第一议题制度")]),
    "unclosed-with-nothing-behind": ("落实（。", [("unclosed", "（", None)]),
    "unopened": ("落实第一议题”制度。", [("unopened", "”", "落实第一议题")]),
    "unopened-at-once": ("”落实第一议题。", [("unopened", "”", None)]),
    "swapped": ("整治”四风“问题。", [("swapped", "”", "四风")]),
    "swapped-too-far-apart": (
        "整治四风”问题。落实“三会一课。",
        [("unopened", "”", "整治四风"), ("unclosed", "“", "三会一课")],
    ),
    "alike-opening": ("整治“四风“问题。", [("alike", "“", "四风")]),
    "alike-closing": ("整治”四风”问题。", [("alike", "”", "四风")]),
    "two-never-closed": (
        "整治“四风，落实“三会一课制度。",
        [("unclosed", "“", "四风"), ("unclosed", "“", "三会一课制度")],
    ),
    "mismatched": ("青发〔2023】5号。", [("mismatched", "〔", "2023")]),
    "crossed": ("印发《办法（试行》）。", [("crossed", "（", "试行》")]),
    "nested-alike": ("印发《关于落实《条例》的意见》。", [("nested", "《", "《条例》")]),
    "nested-three-deep": ("《转发〈印发《方案》通知〉函》。", []),
    "inner-never-closed": ("《关于〈条例的通知》。", [("unclosed", "〈", "条例的通知")]),
    "straight-even": ('落实"三会一课"和"第一议题"。', []),
    "straight-odd": ('落实"三会一课制度。', [("straight", '"', None)]),
    "straight-closes-curved": ('落实“三会一课"制度，整治"四风”。', []),
    "inches": ('采购24"显示器3台。', []),
    "one-direction-only": ("”甲”和”乙”。\n”丙”和”丁”。", []),
    "labels": ("措施：1）修订；2)培训；a）通报；①）检查（含院内）。", []),
    "label-inside-brackets": ("两项（1）甲；2）乙，均已办结。", []),
    "number-closes-bracket": ("查处多人（其中干部12），均已处理。", []),
    "number-closes-bracket-in-quotation": ("“查处（其中干部12）”，已处理。", []),
    "interval": ("取值为[0,1)，编号[2023]。", []),
    "apostrophes": ("O’Brien教授、it’s、‘21级。", []),
    "over-paragraphs-each-opened": ("他说：“一要改。\n“二要查。\n“三要实。”", []),
    "over-paragraphs-once-opened": ("他说：“一要改。\n二要查。\n三要实。”", []),
    "broken-line": ("修订办法（试行\n稿），印发全院。", []),
    "heading-and-body": ("1.关于“学习不深入的问题。一是制定计划。", [("unclosed", "“", "学习不深入的问题")]),
    "title-of-two-lines": ("中共青岚县水利局党组关于《整改方案\n实施情况》的通报\n\n一、总体情况\n已完成。", []),
    "cell-goes-on-in-the-row-below": ("| 甲（乙 | 丙 |\n|---|---|\n| 丁） | 戊 |", []),
    "cells-stand-alone": (
        "| 甲“乙 | 戊” |\n|---|---|\n| 丙 | 丁 |",
        [("unclosed", "“", "乙"), ("unopened", "”", "戊")],
    ),
}


def facts_of(text: str, markup: str = "text") -> tuple[Source, Facts]:
    source = Source("draft.txt", text, markup)
    return source, Facts(parse(source))


@pytest.mark.parametrize(("text", "expected"), PAIRS.values(), ids=PAIRS)
def test_pairs(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    source, facts = facts_of(text)
    found = [
        (fault.kind.value, source.slice(fault.mark), source.slice(fault.words) if fault.words else None)
        for fault in facts.pairs.faults
    ]
    assert found == expected


@pytest.mark.parametrize("opening", ["“", "《", "〈", "（", "【", "〔", "[", "「", '"'])
def test_a_family_is_named_by_either_mark(opening: str) -> None:
    assert family(opening) == opening
    assert family(closing(opening)) == opening


HALF_LABELS = {
    "closing-lost": ("（一）甲\n甲事。\n（二乙\n乙事。\n（三）丙\n丙事。\n", ["（"]),
    "opening-lost": ("（一）甲\n甲事。\n二）乙\n乙事。\n（三）丙\n丙事。\n", ["）"]),
    "no-habit": ("（一甲\n甲事。\n二）乙\n乙事。\n", []),
    "half-brackets-are-the-habit": ("（1）甲\n1）子\n2）丑\n（2）乙\n", []),
    "year": ("（1）甲\n甲事。\n（2）乙\n乙事。\n（12月底前完成）丙\n", []),
    "inline-last": ("措施：（1）修订；（2）培训；3）检查。", ["）"]),
    "inline-first": ("措施：1）修订；（2）培训；（3）检查。", ["）"]),
    "inline-middle": ("措施：（1）修订；2）培训；（3）检查。", []),
    "inline-inside-brackets": ("措施：（1）修订（见附件1，2）。", []),
}


@pytest.mark.parametrize(("text", "expected"), HALF_LABELS.values(), ids=HALF_LABELS)
def test_half_labels(text: str, expected: list[str]) -> None:
    source, facts = facts_of(text)
    assert [source.slice(half.bracket) for half in facts.half_labels] == expected


WIDTHS = {
    "among-words": ("修订办法,组织培训;约谈:3人?好!", ",;:?!"),
    "brackets-around-words": ("办法(试行)", "()"),
    "half-a-pair": ("办法（试行)和(2021）", ")("),
    "at-the-end": ("已完成整改.", "."),
    "between-quotations": ("“甲”,“乙”", ","),
    "behind-a-number": ("完成率97%,共3件", ","),
    "numbers": ("10:30共1,208件，比例3:1，3.5%", ""),
    "latin": ("AI, big data; (OK)! Rule: x", ""),
    "addresses": ("a.b@qinglan.gov.cn http://a.cn/x?y=1,2", ""),
    "codes-in-brackets": ("(2021)鄂01民初3号、挥发物(VOCs)、(0717)5550132", ""),
    "name-of-two-parts": ("阿依.古丽到会", ""),
    "repeated": ("修订,,培训,，检查", ""),
    "label": ("(一)甲\n", "()"),
}


@pytest.mark.parametrize(("text", "expected"), WIDTHS.values(), ids=WIDTHS)
def test_widths(text: str, expected: str) -> None:
    source, facts = facts_of(text)
    assert "".join(source.slice(half.span) for half in facts.widths.half) == expected


RUNS = {
    "twice": ("修订，，培训。。", ["，，", "。。"]),
    "with-a-space": ("修订， ，培训。", ["， ，"]),
    "both-widths": ("修订,，培训", [",，"]),
    "blanks-to-fill-in": ("电话：  ，地址： ；成员：张明、  、李红。", []),
    "differing": ("修订，。培训；。", ["，。", "；。"]),
    "label-doubled": ("一、、总体情况\n已完成。\n", ["、、"]),
    "feeling": ("真的？！好！！！", []),
    "ellipsis": ("等……，改……。好。。。", []),
    "label-with-two-marks": ("1.、修订办法\n", []),
    "latin": ("a,,b ::1 http://x..y", []),
    "spoken-of": ("“，、”混用", []),
    "parted-by-marks": ("“甲”。”，“乙”、《丙》，“丁”", []),
}


@pytest.mark.parametrize(("text", "expected"), RUNS.values(), ids=RUNS)
def test_runs(text: str, expected: list[str]) -> None:
    source, facts = facts_of(text)
    assert [source.slice(run.span) for run in facts.repeated_marks] == expected


GAPS = {
    "in-a-phrase": ("对照方案推进 整改落实工作，形成台　账。", ["方案推进 整改落实", "形成台　账"]),
    "in-a-quotation": ("以“书面 沟通”方式通报，逐项对账。", ["书面 沟通"]),
    "slogan": ("开展“不忘初心 牢记使命”主题教育，组织“学党史 颂党恩 跟党走”活动。", []),
    "headline": ("《推进府院联动 助力法治建设》刊发，反响良好。", []),
    "lost-inside-a-title": ("落实《党组工作规 则》要求，推动整改。", ["组工作规 则"]),
    "names": ("由局长 王建国、张 明、欧阳 文任组长，成员：李 红 赵 磊 孙立新。", []),
    "numbers-and-latin": ("新增 2 个窗口，推广 APP 应用，2023 年 3 月完成。", []),
    "label": ("整改情况 已召开会议3次，完成整改。", []),
    "point": ("主要做法 一是修订办法，二是 开展培训。", []),
    "column": ("完成整改    长期坚持，逐项销号。", []),
    "label-line": ("电  话：0717-5550132\n", []),
    "not-a-sentence": ("院长 张三\n", []),
}


@pytest.mark.parametrize(("text", "expected"), GAPS.values(), ids=GAPS)
def test_gaps(text: str, expected: list[str]) -> None:
    source, facts = facts_of(text)
    assert [source.slice(gap.phrase) for gap in facts.stray_spaces] == expected


def test_a_gap_is_plain_only_where_no_name_or_quotation_is_near() -> None:
    _, facts = facts_of("建立健全长效机 制，推进 整改工作，以“书面沟 通”方式通报。")
    assert [gap.plain for gap in facts.stray_spaces] == [True, False, False]


def test_lines_that_are_joined_leave_no_gap() -> None:
    line = "全院上下对照巡察反馈意见逐条逐项认领整改任务并且建立台账销号管理坚持边查"
    text = "".join(f"{line}\n边改立行立改，形成长效机制。\n" for _ in range(8))
    _, facts = facts_of(text)
    assert facts.stray_spaces == ()


ENDINGS = {
    "full-stop": ("已完成。", Ending.ENDED),
    "half-width": ("已完成.", Ending.ENDED),
    "stop-inside-quotation": ("他说：“已完成。”", Ending.ENDED),
    "remark-behind-the-stop": ("已完成。（长期坚持）", Ending.ENDED),
    "remark-instead-of-the-stop": ("已完成（长期坚持）", Ending.BARE),
    "quotation": ("落实“三会一课”", Ending.BARE),
    "comma": ("对履职不力的，", Ending.BROKEN),
    "word": ("已完成", Ending.BARE),
    "per-cent": ("完成率97%", Ending.BARE),
    "number": ("电话0717-5550132", Ending.OTHER),
    "nothing": ("  ", Ending.OTHER),
}


@pytest.mark.parametrize(("text", "expected"), ENDINGS.values(), ids=ENDINGS)
def test_how_a_text_ends(text: str, expected: Ending) -> None:
    assert ending_of(text) is expected
    assert ending_of(text + "　 ") is expected


OPEN_ENDS = {
    "sentences": ("修订办法3项。组织培训\n", ["组织培训"]),
    "clauses": ("进一步明确报销流程，加强票据审核，规范公务接待和公车使用，压实各级责任\n", ["压实各级责任"]),
    "comma": ("修订办法3项，对履职不力的，\n", ["对履职不力的，"]),
    "figure-without-a-stop": ("已完成整改27个，完成率97%\n\n二、下一步\n", ["完成率97%"]),
    "names-a-problem": ("关于学习贯彻不够深入，谋划推进工作不够主动，统筹协调作用发挥不充分的问题\n", []),
    "short-line": ("提高站位，压实责任\n", []),
    "label": ("牵头领导：王建国，李明，赵磊，孙立新，周启明，吴海涛，郑小红，冯天宇，陈志远\n", []),
    "bracketed": ("（联系方式见末页，请勿拨打总机。各科室电话另行公布，请留意）\n", []),
}


@pytest.mark.parametrize(("text", "expected"), OPEN_ENDS.values(), ids=OPEN_ENDS)
def test_open_ends(text: str, expected: list[str]) -> None:
    source, facts = facts_of(LIKE + text)
    assert [source.slice(end.span) for end in facts.open_ends] == expected


def test_a_draft_without_full_stops_has_no_open_ends() -> None:
    _, facts = facts_of("召开会议3次。形成方案\n收回钥匙2把。逐一登记\n约谈3人。通报1次\n开展自查。建立台账。\n")
    assert facts.open_ends == ()


def test_what_may_go_on_below_is_not_whole() -> None:
    _, facts = facts_of(LIKE + "修订办法3项。组织培训\n并通报结果。形成长效机制。\n")
    assert [end.whole for end in facts.open_ends] == [False]
    _, facts = facts_of(LIKE + "修订办法3项。组织培训\n\n并通报结果。形成长效机制。\n")
    assert [end.whole for end in facts.open_ends] == [True]


def test_markup_is_passed_over() -> None:
    source, facts = facts_of("# 通报\n\n落实**“三会一课**制度，见[办法](a(b).md)。\n", "markdown")
    (fault,) = facts.pairs.faults
    assert source.slice(fault.mark) == "“"


@settings(deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=200), st.sampled_from(["text", "markdown"]))
def test_any_text(text: str, markup: str) -> None:
    source, facts = facts_of(text, markup)
    spans: list[Span] = [span for run in facts.repeated_marks for span in run.marks]
    for fault in facts.pairs.faults:
        assert family(source.slice(fault.mark)) in (fault.opening, "“")
        spans.append(fault.mark)
    for half in facts.widths.half:
        assert source.slice(half.span) == half.written
    for gap in facts.stray_spaces:
        assert source.slice(gap.span).strip() == ""
        assert gap.phrase.contains(gap.span)
    for end in facts.open_ends:
        assert source.slice(end.span).strip()
    for half_label in facts.half_labels:
        assert source.slice(half_label.bracket) in "（）()"
    assert all(len(span) == 1 for span in spans)


@pytest.mark.parametrize(
    "character", [*list('“”（）()《》"，,。 字'), "字 ", "（《", "1）", "（1", "字, ", "《（", "）”"], ids=ascii
)
def test_a_long_run_takes_no_longer_than_it_is(character: str) -> None:
    _, facts = facts_of("字。" + character * 20_000)
    assert facts.pairs.found
    assert facts.widths.wide["."] >= 1
    assert len(facts.repeated_marks) <= 20_000
    assert len(facts.stray_spaces) <= 20_000
    assert len(facts.open_ends) <= 1
    assert len(facts.half_labels) <= 1
