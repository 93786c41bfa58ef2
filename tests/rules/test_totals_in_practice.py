"""Figures as offices write them: sums, lists of parts, rates and tables; what a careful editor passes is passed, one slip is found."""

from __future__ import annotations

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.figures import assemble
from disclosure_lint.rule import Draft
from disclosure_rules.totals import RULES

_HEAD = (
    "中共云溪市水利局党组关于巡察整改进展情况的通报\n\n2024年3月5日至4月30日，市委第二巡察组对局党组开展了巡察。\n\n"
)
_DONE = "反馈的12个问题已全部完成整改。"


def _draft(text: str, genre: str = "progress") -> Draft:
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    return Draft(document, genre, facts, Comparisons(document, facts))


def _findings(text: str) -> list[tuple[str, str, str]]:
    draft = _draft(_HEAD + text + "\n")
    return [
        (rule.code, draft.source.slice(found.span) if found.span else "", found.grade)
        for rule in RULES
        for found in rule.check(draft, rule.options() if rule.options else None)
    ]


SOUND = {
    "rest-told-behind": "56项整改任务已完成49项，完成率87.5%，另有7项完成时限为2025年。",
    "rest-told-by-kind": f"发现问题62个，已整改60个，1个移交处理，1个进入司法程序。{_DONE}",
    "chapter-with-a-word-of-an-overview": "反馈的20个问题已全部完成整改。\n一、整改进展\n"
    "（一）组织路线方面（共8个问题）\n1.班子配备不齐。已配齐。\n（二）落实新时代党的组织路线情况\n共有12个问题。\n1.支部生活不规范。已补课。",
    "all-done-behind-the-last-item": "对照3类11项问题逐项整改。\n一、整改情况\n（一）作风方面的问题\n其一，警车管理不严。已统一停放。\n"
    "以上三类十一项问题均已整改到位，三十九条措施均已落实。",
    "parts-of-a-part": "反馈的18个问题，已完成整改15个，占83.3%；未完成3个，占16.7%，其中2个计划于2024年12月底前完成，1个需长期坚持。",
    "rest-of-three": f"清理往来款31笔，已核销27笔，剩余4笔于2024年6月底前核销。{_DONE}",
    "rest-in-two-sorts": f"选派干部12人，已到岗9人，剩余2人因病暂缓、1人调离。{_DONE}",
    "rest-of-one-sort": f"发现隐患216处、已整治200处，其中重大隐患3处，剩余13处正在整治。{_DONE}",
    "rest-of-two-wholes": f"新建泵站8座，改造泵站12座，已投用15座，剩余5座年底前投用。{_DONE}",
    "rest-of-something-else": f"全县12个乡镇已建成9个，剩余2个村年底前建成。召开会议12次，已培训5次，剩余3次下半年开展。{_DONE}",
    "rate-of-the-sum": "反馈的38个问题，集中整改期内完成30个，集中整改期后完成7个，累计完成37个，整改完成率97.37%；尚未完成的1个2025年3月底前办结。",
    "relapse": "逐一复核32个问题，确认整改到位30个，整改不到位1个，整改后反弹1个，均纳入新一轮整改。",
    "lasting-beside-others": "集中整改期内62条措施已完成60条，另外2条6月底完成；长期坚持的11条持续发力。" + _DONE,
    "left-taken-up-again": f"2019年巡察反馈的24个问题中未整改到位的3个问题，现已整改到位2个，1个正在推进。{_DONE}",
    "list-ends-at-semicolon": f"招聘教师187名，其中音体美教师46名、心理健康教师15名；交流轮岗教师256名。{_DONE}",
    "sum-of-two-kinds": "巡察组反馈镇本级问题32个、村级问题145个，共177个。镇本级问题完成整改30个，村级问题完成整改139个，合计完成169个。"
    "未完成的8个问题均于2024年9月底前完成。",
    "named-again": "反馈问题33个，细化分解为78条，已完成72条，阶段性完成6条，2025年一季度完成。33个问题已整改完成。",
    "crossing-groups": f"全局中层干部86人，其中女干部31人、党外干部12人、35岁以下18人、硕士以上学历42人。{_DONE}",
    "punished-twice": f"问责处理27人，其中党纪处分8人、政务处分6人（同时给予两种处分3人）、诫勉谈话9人、批评教育7人。{_DONE}",
    "more-than-the-rules-made": f"制定制度24项、修订制度17项、废止制度6项，目前执行的制度共计158项。{_DONE}",
    "rounded-money": f"到账科研经费2.14亿元，其中纵向1.28亿元、横向0.85亿元。{_DONE}",
    "rate-before-rest": f"排查矛盾纠纷3875件，化解3798件，化解率为98.01%，其余77件均已落实包案领导。{_DONE}",
    "rate-before-done": "反馈的问题共28个，整改完成率为96.4%，已完成27个，剩余1个将于2025年3月底前完成。",
    "another-rate-of-those-present": f"应考320人，实考318人，合格率98.4%。{_DONE}",
    "pairs-of-units": f"办理案件769件1010人，其中审查逮捕案件213件312人，审查起诉案件456件598人，公益诉讼案件100件100人。{_DONE}",
    "items-told-together": f"做到“五个到位”，即思想认识到位、组织领导和责任落实到位、督促检查到位、建章立制到位。{_DONE}",
    "not-all-spelled-out": f"推行“三个一”：每月一次例会、每季一次通报、每年一次考核。{_DONE}",
    "bare-rest": "反馈38个问题，已完成36个（党委层面整改20个、支部层面整改16个），剩2个。剩2个均为决算问题，2025年内完成。",
    "merged": "巡察反馈32个问题，同类问题合并为28项，制定措施93条。28项中已完成27项，1项2025年2月底前完成。",
    "two-batches": "第一批交办问题共12个，完成12个；第二批交办问题共9个，完成9个；两批共21个问题全部办结。",
    "two-rounds": "2021年巡察反馈问题共计31个，均已整改。\n本轮巡察反馈问题共计22个，已完成22个。",
    "part-by-part": "反馈问题共18个，均已完成整改。\n该方面问题共5个，已完成5个。\n该方面问题共13个，已完成13个。",
    "struck-off": "省级督察交办信访件共计31件，办结31件。\n反馈的18个问题已全部销号。",
    "halves-of-the-year": "反馈问题25项。上半年完成整改15项，下半年完成整改9项，共完成24项，剩余1项明年6月底前完成。",
    "others-counted": f"解决群众急难愁盼问题126个，其中教育类31个、医疗类28个、住房类40个、其他27个。{_DONE}",
}


@pytest.mark.parametrize("width", ["full", "half"])
@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_agrees_or_cannot_be_judged_is_passed(text: str, width: str) -> None:
    if width == "half":
        text = text.translate(str.maketrans("，：；（）％", ",:;()%"))
    assert _findings(text) == []


FAULTY = {
    "one-of-a-dozen": (
        f"开展集中学习6次、专题研讨8次、警示教育5次，共20次。{_DONE}", ("TOT002", "20次", "firm")),
    "money": (
        f"三年分别发放助学金312.5万元、338.2万元、361.9万元，三年合计1021.6万元。{_DONE}", ("TOT002", "1021.6万元", "firm")),
    "rules": (f"建立健全制度42项，其中修订18项，新建25项。{_DONE}", ("TOT002", "42项", "firm")),
    "members": (f"共有党员187名，其中在职党员132名、离退休党员56名。{_DONE}", ("TOT002", "187名", "firm")),
    "cases": (
        f"办理案件756件，其中审查逮捕案件213件、审查起诉案件456件、公益诉讼案件96件。{_DONE}", ("TOT002", "756件", "firm")),
    "aspects": (
        "反馈的四个方面问题细化为30个具体问题，其中，第一个方面8个，第二个方面7个，第三个方面10个，第四个方面6个。30个问题已全部完成整改。",
        ("TOT002", "30个", "firm")),
    "others-make-it-whole": (
        f"解决群众问题126个，其中教育类31个、医疗类28个、住房类40个、其他类29个。{_DONE}", ("TOT002", "126个", "firm")),
    "next-sentence": (
        "本次共反馈问题36个。其中，巡察组反馈30个，选人用人专项检查反馈4个，意识形态专项检查反馈3个。36个问题已全部完成。",
        ("TOT002", "36个", "thin")),
    "punished": (
        f"追责问责23人，其中党纪处分9人、政务处分4人、诫勉6人、批评教育5人。{_DONE}", ("TOT002", "23人", "thin")),
    "by-place": (f"67个问题中，机关处室19个，基层所队38个，下属事业单位11个。{_DONE}", ("TOT002", "67个", "thin")),
    "sum-of-statuses": ("反馈的问题中，已整改22个，持续整改3个，共26个。", ("TOT002", "26个", "firm")),
    "under-inquiry": (f"移交问题线索7条，已办结5条，正在核查3条。{_DONE}", ("TOT002", "7条", "firm")),
    "by-status-behind": (
        "反馈的19个问题中，15个已完成，3个基本完成，2个正在推进，2025年3月底前全部完成。", ("TOT002", "19个", "firm")),
    "told-before-the-sum": ("反馈问题共计四十二个，已完成四十三个。", ("TOT001", "四十三个", "firm")),
    "told-again": ("市委巡察组反馈问题共计41个。\n巡察反馈的14个问题已全部整改完成。", ("TOT005", "14个", "firm")),
    "refined": (
        "反馈问题33个。33个问题细化分解为78条，已完成72条，阶段性完成4条，未完成3条。33个问题已整改完成。", ("TOT002", "78条", "firm")),
    "attendance": (f"应参会党员132人，实到128人，到会率95.97%。{_DONE}", ("TOT003", "95.97%", "firm")),
    "rate-first": (
        "反馈的问题共28个，整改完成率为92.9%，已完成27个，剩余1个将于2025年3月底前完成。", ("TOT003", "92.9%", "firm")),
    "lists": (f"建立“责任、任务、时限”四张清单。{_DONE}", ("TOT007", "四张清单", "firm")),
    "spelled-out": (f"坚持“四个不放过”：原因未查清不放过，责任人未处理不放过，整改措施未落实不放过。{_DONE}", ("TOT007", "四个不放过", "firm")),
    "promised": ("反馈的46项具体问题，已整改44项，3项在2025年6月底前完成。", ("TOT002", "46项", "firm")),
    "levels": (f"梳理风险点216个，其中一级46个、二级73个、三级79个。{_DONE}", ("TOT002", "216个", "thin")),
    "rest-of-payments": (
        f"清理案款419笔1.07亿元，已发放402笔，剩余13笔拟于2024年6月底前提存。{_DONE}", ("TOT002", "419笔", "firm")),
    "rest-of-companies": (f"列入清退计划的14家企业，已退出11家，剩余8家进入破产程序。{_DONE}", ("TOT002", "14家", "firm")),
    "rest-behind-a-rate": (
        "26个问题已完成24个，正在整改2个；71条措施已完成68条，占95.8%，剩余7条计划于2024年6月底前完成。", ("TOT002", "71条", "firm")),
    "cases-left": (f"三年以上长期未结案件25件，目前已清结22件，剩余8件将于2025年6月底前清结。{_DONE}", ("TOT002", "25件", "firm")),
    "rate-beside-a-far-rest": (
        "47个问题已完成整改31个，完成率87.23%。尚未完成的6个问题均将于2024年底前完成。", ("TOT003", "87.23%", "firm")),
    "rate-of-the-sum": (
        "反馈的38个问题，集中整改期内完成30个，集中整改期后完成7个，累计完成37个，整改完成率92.37%；尚未完成的1个2025年3月底前办结。",
        ("TOT003", "92.37%", "firm")),
    "rate-and-rest": ("反馈的48个问题已完成整改43个，完成率91.5%，整改工作取得明显成效。", ("TOT003", "91.5%", "firm")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FAULTY.values(), ids=FAULTY)
def test_one_slip_is_found_once_at_its_place(text: str, expected: tuple[str, str, str]) -> None:
    assert [(*found[:2], found[2] or "firm") for found in _findings(text)] == [expected]


_TABLE = (
    "整改情况见下表：\n\n|序号|方面|问题数|措施数|完成率|\n|---|---|---|---|---|\n"
    "|1|政治建设|3|22|95.5%|\n|2|工程建设|4|24|90%|\n|3|队伍建设|2|{}|80%|\n|合计||9|{}|90%|\n\n" + _DONE
)


@pytest.mark.parametrize(
    ("cell", "total", "expected"),
    [
        ("20", "66", []),
        ("21", "66", [("TOT002", "66", "firm")]),
        ("120", "166", []),
        ("", "66", []),
        ("见附件", "70", []),
        ("1,200", "1246", []),
        ("1.5", "47.6", []),
        ("1.5", "48.5", [("TOT002", "48.5", "firm")]),
    ],
)
def test_a_column_is_held_against_its_row_of_totals(
    cell: str, total: str, expected: list[tuple[str, str, str]]
) -> None:
    assert _findings(_TABLE.format(cell, total)) == expected


@pytest.mark.parametrize(
    "table",
    [
        "部门\t问题数\t已完成\n办公室\t3\t2\n其中机要室\t1\t1\n人事科\t4\t4\n合计\t7\t6\n",
        "部门\t人次\t人数\n办公室\t30\t22\n财务科\t25\t20\n合计\t55\t25\n",
        "部门\t问题数\n办公室\t30\n财务科\t25\n合计\t99\n",
        "合计\t55\n办公室\t30\n财务科\t25\n",
    ],
    ids=["rows-within-rows", "people-in-several-rows", "other-rows-left-out", "no-head"],
)
def test_a_table_whose_total_may_mean_something_else_is_passed(table: str) -> None:
    assert not [found for found in _findings(f"{table}\n{_DONE}") if found[2] == "firm"]


def test_a_thin_contradiction_is_no_contradiction_among_the_figures() -> None:
    draft = _draft(_HEAD + FAULTY["punished"][0] + "\n")
    verdicts = {
        draft.source.slice(figure.span): figure.verdict.value for figure in assemble(draft.facts, draft.comparisons)
    }
    assert verdicts["23人"] == "unverifiable"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("市委巡察组反馈问题共计41个。", "问题"),
        ("在职党员132名参加测试。", "在职党员"),
        ("镇本级问题32个、村级问题145个，共177个。", "问题"),
        ("一流专业占招生专业（68个）的大半。", "招生专业"),
        ("到账科研经费213万元。", "到账科研经费"),
        ("移交线索7条，正在核查3条。", "线索"),
    ],
)
def test_a_figure_counts_what_the_reader_takes_it_to_count(text: str, noun: str) -> None:
    assert _draft(text).facts.quantities[-1].noun == noun
