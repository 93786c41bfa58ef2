"""The rules about fixed expressions on small drafts, sound and faulty: every finding of the family, in its place."""

from __future__ import annotations

import re
import time

import pytest

from disclosure_grammar.parse import parse
from disclosure_grammar.source import Source
from disclosure_lint.comparisons import Comparisons
from disclosure_lint.facts import Facts
from disclosure_lint.rule import Draft
from disclosure_rules.terms import RULES
from disclosure_rules.terms.user_term import Options
from disclosure_rules.terms.user_term import check as user_terms

_MARK = re.compile(r"⟦(TRM\d{3}):(.*?)⟧", re.DOTALL)


def draft(text: str) -> Draft:
    document = parse(Source("draft.txt", text))
    facts = Facts(document)
    return Draft(document, "progress", facts, Comparisons(document, facts))


def found(text: str) -> list[tuple[str, str]]:
    """Code and words of each finding, in the order of the text."""
    here = draft(text)
    findings = [
        (finding.span.start, rule.code, text[finding.span.start : finding.span.end])
        for rule in RULES
        for finding in rule.check(here, rule.options() if rule.options else None)
        if finding.span
    ]
    return [(code, words) for _, code, words in sorted(findings)]


def check(marked: str) -> None:
    text = _MARK.sub(lambda match: match[2], marked)
    assert found(text) == [(match[1], match[2]) for match in _MARK.finditer(marked)]


COUNTY = (
    "中共青岚县人民法院党组关于{}整改进展情况的通报\n"
    "根据县委统一部署，2023年4月6日至6月5日，{}对县法院党组开展了常规{}。7月14日，{}反馈了{}意见。现将{}整改进展情况予以公布。\n"
    "一、整改组织落实情况\n成立领导小组。\n二、重点问题整改情况\n已整改。\n"
    "欢迎广大干部群众对{}整改落实情况进行监督。联系电话：0717-5550132。\n"
)
V, C = "巡视", "巡察"

BODY = COUNTY.format(C, "县委第二巡察组", C, "县委巡察组", C, C, C).replace(
    "成立领导小组。",
    "把{}整改作为政治任务，对照巡察反馈意见，召开巡察整改推进会，向巡察组报告；巩固巡察整改成果，推进巡察整改常态化。",
)

SOUND = {
    "expressions": "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”，心怀“国之大者”。\n",
    "expressions-half-width": '增强"四个意识",坚定"四个自信",做到"两个维护",统筹推进"五位一体"总体布局。\n',
    "within-longer-words": "学习总书记重要讲话；学习进平台、服务进社区；发布署名文章；取消号管理；对帐篷进行检查；开展谈心谈活动。\n",
    "prefix-of-the-sound-form": "落实“三个区分开来”和容错纠错机制。\n",
    "another-three-distinctions": "办案中做到“三个区分”：区分罪与非罪、此罪与彼罪、民事与刑事。\n",
    "first-and-second": "第二个确立了台账，第二个维护权益。\n",
    "about-wrong-words": "反馈指出公文出现错别字，把“部署”写成“布署”，把“台账”写成“台帐”。\n",
    "procuratorate": "党组班子对照检察机关党建工作要求，逐条对照检察工作部署抓整改。\n",
    "limit-not-as-of": "征集意见时间：2024年3月1日起，截止2024年3月31日，请发送至邮箱。报名截止2024年5月1日。\n",
    "as-of": "截至2024年5月31日，26个问题已完成24个。截止到2024年5月底，均已办结。\n",
    "branches-of-the-thought": "学习习近平新时代中国特色社会主义经济思想，以习近平同志为核心的党中央，习近平新时代中国特色社会主义。\n",
    "province-in-the-lead": "根据县委部署，县委第二巡察组对县水利局党组开展常规巡察。此前省委对我县开展巡视，均已整改。\n一、进展\n已整改。\n",
    "province-in-the-title": "关于省委巡视反馈意见整改进展情况的通报\n2024年3月，县委第二巡察组对县水利局开展巡察。\n一、进展\n已整改。\n",
    "both-in-the-title": "关于巡视反馈和巡察反馈意见整改情况的通报\n2024年3月，县委第二巡察组对县水利局开展巡察。\n一、进展\n已整改。\n",
    "old-titles": "废止《固定资产台帐管理办法》《帐目公开制度》。\n",
    "plain-words": "狠刹奢侈之风，作为首个议题研究，落实八项规定精神，开展纪律学习教育，对照审查发现的问题。\n",
    "theme-education": "开展学习贯彻习近平新时代中国特色社会主义思想主题教育，扎实开展党史学习教育、党纪学习教育。\n",
    "two-members": "教育干警增强政治意识、大局意识；查处违反政治纪律、组织纪律的问题；整治形式主义、官僚主义。\n",
    "selected-members": "违反政治纪律、组织纪律、廉洁纪律、工作纪律、生活纪律的，一律查处。\n",
    "selected-of-a-named-set": "执行“六项纪律”，特别是政治纪律、组织纪律、廉洁纪律、群众纪律、工作纪律。\n",
    "and-so-on": "增强政治意识、大局意识、核心意识等，增强政治意识、大局意识、看齐意识等“四个意识”。\n",
    "own-list": "增强政治意识、大局意识、核心意识、纪律意识、规矩意识。\n",
    "members-elsewhere": "落实“三会一课”：支部党员大会、支委会、党小组会按月召开，党课每季度一次。\n",
    "three-meetings": "严格落实“三会一课”（支部党员大会、支部委员会、党小组会和党课）制度。\n",
    "four-matters": "“三重一大”（重大决策、重要人事任免、重大项目安排、大额度资金运作）事项集体研究。\n",
    "four-matters-abridged": "“三重一大”（重大决策、重要人事任免、重大项目、大额资金）事项集体研究。\n",
    "older-three": "坚定道路自信、理论自信、制度自信。\n",
    "older-thoughts": "以邓小平理论、“三个代表”重要思想、科学发展观为指导。\n",
    "all-thoughts": "坚持以马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观、习近平新时代中国特色社会主义思想为指导。\n",
    "plans-of-building": "统筹经济建设、社会建设、文化建设、政治建设和生态文明建设。\n",
    "not-corrupt": "强化不敢腐的震慑，扎牢不能腐的笼子，增强不想腐的自觉，一体推进不敢腐、不能腐、不想腐。\n",
    "inspections-of-all-levels": "学习关于巡视巡察工作的部署，配合中央巡视、省委巡视，做好市委巡察、县委巡察反馈问题整改。\n",
    "inspected-county": "省委第三巡视组对县委巡视组建专班配合；县委巡视整改办公室督办；对县委巡视工作作出安排。\n",
    "municipality": "2021年3月，市委巡视八组对我院党组开展常规巡视，市委巡视组指出了问题，区委巡察组作了配合。\n",
    "municipality-named": "天津市委第二巡视组、市委巡察组、市委巡视办都来调研。\n",
    "company": "集团公司党组第二巡视组对公司党委开展巡视，公司党委巡察组对所属单位开展巡察。\n",
    "titles": "学习《中国共产党巡视工作条例》《县委巡视组工作规则》，现将巡察整改情况公布。\n",
    "joint": "市县联动巡察组对县法院党组进行了巡察，现将巡视整改情况予以公布。\n",
    "autonomous-region": "自治区党委第三巡视组对我厅开展巡视，区委巡视办调研督导。\n",
    "county-all-right": COUNTY.format(C, "县委第二巡察组", C, "县委巡察组", C, C, C),
    "province-all-right": COUNTY.format(V, "省委第七巡视组", V, "省委巡视组", V, V, V),
    "body-all-right": BODY.format(C),
    "higher-inspection-in-the-body": BODY.format("省委第三巡视组反馈的问题和这次巡视").replace(
        "巡视整改", "巡视反馈问题整改"
    ),
    "body-in-general": BODY.format("学习总书记关于巡视反馈、巡视整改的重要论述，把巡察"),
    "patrols": "市委巡查督导组检查防汛，安全巡查组逐户排查，做好隐患巡查整改。\n",
}

FAULTY = {
    "quotes-of-every-kind": '领悟「⟦TRM001:二个确立⟧」，做到"⟦TRM001:二个维护⟧"。\n',
    "distinctions": "落实“⟦TRM001:三个区分⟧”要求，建立容错纠错机制。\n",
    "leader-after-a-verb": "落实⟦TRM001:习总书记⟧要求。\n",
    "leader": "学习⟦TRM001:习总书记⟧重要讲话，落实⟦TRM001:习近平总书记重要批示指示⟧精神。\n",
    "one-character-lost": "学习⟦TRM001:习近平新时代中国特色社会义思想⟧，团结在⟦TRM001:以习近平同志为核心党中央⟧周围。\n",
    "one-character-wrong": "学习⟦TRM001:习近平新时代中国特设社会主义思想⟧和习近平新时代⟦TRM001:中国特色社会主意⟧思想。\n",
    "one-character-twice": "学习⟦TRM001:习近平新时代中国特色社社会主义思想⟧。\n",
    "thought": "学习⟦TRM001:习近平新时代特色社会主义思想⟧和⟦TRM001:习近平法制思想⟧。\n",
    "duty": "扛牢全面从严⟦TRM001:治党主题责任⟧，⟦TRM001:旅职尽责⟧。\n",
    "as-of": "整改情况如下。⟦TRM001:截止⟧2024年5月31日，已完成24个。⟦TRM001:截止目前⟧，未反弹。\n",
    "accounts": "建立⟦TRM001:台帐⟧，清理⟦TRM001:帐目⟧，⟦TRM001:对帐⟧后实行⟦TRM001:消号管理⟧。\n",
    "swapped-verbs": "⟦TRM001:坚定“四个意识”、增强“四个自信”⟧、做到“两个维护”。\n",
    "order-of-three": "坚定“⟦TRM002:四个自信”、增强“四个意识”、做到“两个维护⟧”。\n",
    "order-unnamed": "坚定⟦TRM002:理论自信、道路自信、制度自信、文化自信⟧。\n",
    "order-with-and": "反对⟦TRM002:官僚主义、形式主义、享乐主义和奢靡之风⟧。\n",
    "order-powers": "提高⟦TRM002:政治判断力、政治执行力、政治领悟力⟧。\n",
    "order-corruption": "一体推进⟦TRM002:不想腐、不能腐、不敢腐⟧。\n",
    "missing-inside": "坚定⟦TRM002:道路自信、制度自信、文化自信⟧。\n",
    "missing-named": "坚定“四个自信”（⟦TRM002:道路自信、理论自信、制度自信⟧）。\n",
    "missing-named-behind": "严守⟦TRM002:政治纪律、组织纪律、廉洁纪律、群众纪律、生活纪律⟧“六大纪律”。\n",
    "missing-meeting": "严格执行“三会一课”（⟦TRM002:支部党员大会、支部委员会、党小组会⟧）制度。\n",
    "stray": "增强⟦TRM002:政治意识、大局意识、责任意识、看齐意识⟧。\n",
    "missing-thought": "高举⟦TRM002:马克思列宁主义、毛泽东思想、邓小平理论、科学发展观、习近平新时代中国特色社会主义思想⟧伟大旗帜。\n",
    "county-group": COUNTY.format(C, "县委第二⟦TRM003:巡视⟧组", C, "县委巡察组", C, C, C),
    "county-title": COUNTY.format("⟦TRM003:巡视⟧", "县委第二巡察组", C, "县委巡察组", C, C, C),
    "county-formula": COUNTY.format(C, "县委第二巡察组", C, "巡察组", C, "⟦TRM003:巡视⟧", C),
    "county-act": COUNTY.format(C, "县委第二巡察组", "⟦TRM003:巡视⟧", "⟦TRM003:巡视⟧组", C, C, C),
    "county-invitation": COUNTY.format(C, "县委第二巡察组", C, "县委巡察组", C, C, "⟦TRM003:巡视⟧"),
    "county-patrol": COUNTY.format("⟦TRM003:巡查⟧", "县委第二⟦TRM003:巡查⟧组", C, "县委巡察组", C, C, C),
    "province-title": COUNTY.format("⟦TRM003:巡察⟧", "省委第七巡视组", V, "巡视组", V, V, V),
    "province-group": COUNTY.format(V, "省委第七⟦TRM003:巡察⟧组", V, "省委巡视组", V, V, V),
    "city-title": COUNTY.format("⟦TRM003:巡视⟧", "市委第七巡察组", C, "市委巡察组", C, C, C),
    "city-group-is-the-odd-one": COUNTY.format(C, "市委第七⟦TRM003:巡视⟧组", C, "市委⟦TRM003:巡视⟧组", C, C, C),
    "city-both": "市委第一巡察组、市委巡察办来调研。市委第二⟦TRM003:巡视⟧组反馈的问题已整改。\n",
    "stray-in-the-body": BODY.format("⟦TRM003:巡视⟧"),
    "office": "县委⟦TRM003:巡视⟧办联合验收。省委⟦TRM003:巡察⟧工作领导小组来督导。\n",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_sound_prose_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("marked", FAULTY.values(), ids=FAULTY)
def test_faults_are_found_in_their_places(marked: str) -> None:
    check(marked)


def test_words_broken_over_lines_are_found_whole() -> None:
    sentence = "院党组坚持把整改作为重大政治任务，先后召开党组会、专题会和推进会，研究布署整改工作。"
    paragraph = "　　" + sentence * 6
    width = paragraph.index("布署") + 1
    lines = [paragraph[start : start + width] for start in range(0, len(paragraph), width)]
    head = "中共青岚县人民法院党组关于巡察整改进展情况的通报\n　　一、整改工作组织落实情况\n"
    words = [words for _, words in found(head + "\n".join(lines) + "\n")]
    assert [word.replace("\n", "") for word in words] == ["布署"] * 6
    assert words[0] == "布\n署"


def terms(text: str, **options: object) -> list[str]:
    return [text[f.span.start : f.span.end] for f in user_terms(draft(text), Options(**options)) if f.span]  # type: ignore[arg-type]


def test_user_terms() -> None:
    text = "优化营商环镜，履行从严治党主体责任，落实全面从严治党主体责任，信访科和信访科室。\n"
    wrong = {"营商环镜": "营商环境", "从严治党主体责任": "全面从严治党主体责任"}
    assert terms(text) == []
    assert terms(text, terms=wrong) == ["营商环镜", "从严治党主体责任"]
    assert terms(text, banned=("信访科",)) == ["信访科", "信访科"]
    assert terms(text, banned=("信访科",), allowed=("信访科室",)) == ["信访科"]
    assert terms(text, banned=("信访科", "信访科室")) == ["信访科", "信访科室"], (
        "the longest first, none inside another"
    )
    assert terms("甲乙丙", banned=("乙",)) == ["乙"]
    assert terms("甲乙丙", banned=("乙", "甲乙")) == ["甲乙"]


@pytest.mark.parametrize(
    "options",
    [
        {"terms": {"": "甲"}},
        {"terms": {"甲": " "}},
        {"terms": {"甲": "甲"}},
        {"banned": ("",)},
        {"terms": {"甲": "乙"}, "banned": ("甲",)},
        {"banned": ("甲",), "allowed": ("甲",)},
    ],
)
def test_lists_that_make_no_sense_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="terms"):
        Options(**options)  # type: ignore[arg-type]


LONG = {
    "one-character": "督" * 100_000,
    "one-mark": "、" * 100_000,
    "open-titles": "《巡视" * 30_000,
    "members": "政治意识、" * 20_000,
    "names": "“四个意识”" * 20_000,
    "quotes": "“" * 100_000,
    "clauses-without-end": "对" * 100_000 + "县委巡视组",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_no_text_takes_long(text: str) -> None:
    here = draft(text)
    started = time.perf_counter()
    for rule in RULES[:3]:
        list(rule.check(here, None))
    assert time.perf_counter() - started < 1


def test_a_long_list_of_terms_takes_one_pass() -> None:
    here = draft("院党组坚持问题导向，逐条整改。" * 2_000)
    options = Options(terms={f"错词{number:05d}": f"对词{number:05d}" for number in range(10_000)})
    started = time.perf_counter()
    assert list(user_terms(here, options)) == []
    assert time.perf_counter() - started < 0.5
