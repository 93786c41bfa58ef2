"""The rules about titles and document numbers on small drafts: every finding of the family, in its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Draft, Finding, Safety
from disclosure_rules.citations import RULES

_MARK = re.compile(r"⟦(CIT\d{3})([!?]):(.*?)⟧", re.DOTALL)
SIGNED = "中共青岚县人民法院党组\n2024年3月8日\n"
FED_BACK = "2023年4月3日至6月2日，县委第二巡察组对我院开展了巡察，2023年7月5日反馈了意见。\n一、整改情况\n"


def findings(text: str, genre: str = "progress") -> list[tuple[str, Finding]]:
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    draft = Draft(document, genre, facts, Comparisons(document, facts))
    found = [(rule.code, finding) for rule in RULES for finding in rule.check(draft, None)]
    return sorted(found, key=lambda each: (each[1].span, each[0]))


DRAFTS = {
    "wrong-in-half-width": "一、整改情况\n学习⟦CIT001!:《中国共产党党支部工作条例(试行)》⟧,⟦CIT001!:《 中华人民共和国保密法 》⟧。\n",
    "wrong-every-time": "一、整改情况\n学习⟦CIT001!:《中国共产党党章》⟧。\n1.再学⟦CIT001!:《中国共产党党章》⟧。\n",
    "wrong-in-a-table": "| 序号 | 措施 |\n|---|---|\n| 1 | 学习⟦CIT001!:《中国共产党纪委工作条例》⟧ |\n",
    "wrong-in-a-heading": "一、学习⟦CIT001!:《中国共产党党组条例》⟧情况\n（一）组织学习。\n",
    "wrong-beside-right": "一、整改情况\n学习《中国共产党章程》。\n1.再学⟦CIT001!:《中国共产党党章》⟧。\n",
    "wrong-as-part-of-a-title": "一、整改情况\n开展《中国共产党党章》误写排查，编印《〈中国共产党党章〉知识问答》。\n",
    "wrong-of-a-local-body": "一、整改情况\n落实我省《行政事业单位国有资产管理条例》，制定《政府督察工作条例》实施细则。\n",
    "without-marks": "一、整改情况\n学习党章、中国共产党党章、党章党规。\n",
    "short-and-unknown": "一、整改情况\n学习《党章》《政法工作条例》《刑法》《求是》，观看《零容忍》，执行《条例》。\n",
    "near-once": "一、整改情况\n学习⟦CIT002!:《关于新形势下党内政治生活若干准则》⟧。\n1.再学《关于新形势下党内政治生活若干准则》。\n",
    "near-and-right": (
        "一、整改情况\n1.学习《中国共产党支部工作条例（试行）》。\n2.再学⟦CIT003!:《中国共产党支部工作条例》⟧。\n"
    ),
    "near-of-their-own": "一、整改情况\n修订《党政机关公务接待管理规定》，执行市纪委《党政领导干部考核规定》。\n",
    "near-with-its-version": "一、整改情况\n对照《干部教育培训条例》（2006年版）清理。\n",
    "near-inside": "一、整改情况\n印发《关于学习〈关于新形势下党内政治生活若干准则〉的通知》。\n",
    "superseded-after-feedback": FED_BACK + "学习⟦CIT004!:《信访条例》⟧。\n" + SIGNED,
    "superseded-law": FED_BACK + "学习⟦CIT004?:《中华人民共和国合同法》⟧、⟦CIT004?:《婚姻法》⟧。\n" + SIGNED,
    "superseded-faintly-dated": FED_BACK + "学习⟦CIT004?:《公务员考核规定（试行）》⟧。\n" + SIGNED,
    "superseded-after-date": "一、整改情况\n2022年6月，学习⟦CIT004!:《信访条例》⟧。\n" + SIGNED,
    "superseded-by-signing": "一、整改情况\n学习⟦CIT004!:《推进领导干部能上能下若干规定（试行）》⟧。\n" + SIGNED,
    "superseded-before-date": FED_BACK + "2021年3月学习《信访条例》不及时。\n" + SIGNED,
    "superseded-between": "2022年3月1日至4月2日开展了巡察，2022年7月5日反馈了意见。\n一、整改情况\n学习《信访条例》。\n" + SIGNED,
    "superseded-just-now": "一、整改情况\n学习《事业单位工作人员处分暂行规定》。\n" + SIGNED,
    "superseded-former": FED_BACK + "对照原《信访条例》、《国务院信访条例》（2005年）清理，《合同法》已失效。\n" + SIGNED,
    "superseded-beside-new": FED_BACK + "《信访条例》与《信访工作条例》对照学习。\n" + SIGNED,
    "superseded-without-dates": "一、整改情况\n学习《信访条例》。\n",
    "numbers": "一、整改情况\n执行青法⟦CIT005!:（2023）5号⟧、青财⟦CIT005!:[2023]012号⟧、国办发〔2012〕14号。\n",
    "numbers-in-titles": "一、整改情况\n落实《关于印发〈方案〉的通知》(青法办⟦CIT005!:(2023)第5号⟧)。\n",
    "cases": "一、整改情况\n复查(2021)青01民终123号、（2022）青0121执恢5号案件，青纪立〔2022〕3号。\n",
}  # fmt: skip


@pytest.mark.parametrize("marked", DRAFTS.values(), ids=DRAFTS)
def test_findings(marked: str) -> None:
    text = _MARK.sub(lambda match: match[3], marked)
    expected = [(match[1], match[2], match[3]) for match in _MARK.finditer(marked)]
    got = [
        (code, "!" if finding.grade == "firm" else "?", text[finding.span.start : finding.span.end])
        for code, finding in findings(text)
        if finding.span is not None
    ]
    assert got == expected


def test_a_name_is_flagged_once_and_shows_the_places_of_both() -> None:
    lines = [
        "修订《廉政手册指引》",
        "修订《廉政手册指引（试行）》",
        "落实《廉政手册指引》",
        "落实《廉政手册指引（试行）》",
        "《廉政手册指引》",
    ]
    text = "一、整改情况\n" + "".join(f"{number}.{line}。\n" for number, line in enumerate(lines, 1))
    ((code, finding),) = findings(text)
    assert code == "CIT003"
    shown = [text[place.span.start : place.span.end] for place in finding.related]
    assert shown == ["《廉政手册指引》"] * 3 + ["《廉政手册指引（试行）》"]
    assert finding.values == {"stated": "廉政手册指引（试行）", "computed": "廉政手册指引"}


@given(st.text(alphabet="《》〈〉中国共产党章程信访条例试行（）[2023]1号。原\n简称", max_size=60))
@settings(deadline=None)
def test_any_text_gives_findings_inside_it(text: str) -> None:
    for _, finding in findings(text):
        assert finding.span is not None
        assert 0 <= finding.span.start < finding.span.end <= len(text)


def test_titles_are_never_changed_unasked_and_brackets_may_be() -> None:
    text = "一、整改情况\n学习《中国共产党党章》，执行青法[2023]5号、青法〔2023〕05号。\n"
    safeties = [finding.fix.safety for _, finding in findings(text) if finding.fix is not None]
    assert safeties == [Safety.DISPLAY, Safety.SAFE, Safety.DISPLAY]


def test_a_draft_of_many_titles_costs_little() -> None:
    lines = "".join(
        f"{number}.修订《审判委员会工作{'规则' if number % 2 else '细则'}》。\n" for number in range(1, 1501)
    )
    ((code, finding),) = findings("一、整改情况\n" + lines)
    assert code == "CIT003"
    assert len(finding.related) <= 4
