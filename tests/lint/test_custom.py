"""Rules of one's own, table by table: each kind, each part of the draft, and what a table may not say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_grammar.source import Source
from disclosure_lint.custom import CustomRule, read_tables
from disclosure_lint.custom.kinds import KINDS
from disclosure_lint.custom.table import COMMON_KEYS
from disclosure_lint.custom.trial import faults
from disclosure_lint.engine import lint
from disclosure_lint.invalid import InvalidError
from disclosure_lint.rule import Bad, Good, Safety, Severity
from disclosure_lint.settings import Active, FileSettings
from disclosure_lint.testing import findings, fixed, run

DRAFT = """\
中共云溪市第二人民医院委员会
关于巡察整改进展情况的通报

各科室：
根据市委统一部署，市委第一巡察组对医院党委开展了巡察。现将整改进展情况通报如下。
一、组织领导
党委召开会议6次，责任基本压实。
二、整改情况
（一）关于学习不够的问题。组织学习12次，基本完成。
整改措施：
1.制度建设。修订制度3项。
三、下一步打算
对照台账抓好落实，基本不变。
欢迎群众监督。联系电话：0717-5550132；电子邮箱：yy@yunxi.example。
中共云溪市第二人民医院委员会
2024年3月5日
"""
PLAN = """\
云溪市第二人民医院整改方案
| 序号 | 整改措施 | 责任领导 | 完成时限 |
|---|---|---|---|
| 1 | 修订制度，长期坚持 | 王院长 | 长期坚持 |
| 2 | 开展培训 | 李书记 | 2024年12月 |
| 3 | 整理档案 |  | |
"""


def rule(kind: str, **values: Any) -> CustomRule:
    return read_tables([{"code": "QLX001", "kind": kind, **values}])[0]


def marked(custom: CustomRule, text: str, genre: str = "progress", **options: Any) -> str:
    """The draft with ⟦…⟧ around what the rule finds; a finding about the whole draft is ⟦⟧ at its head."""
    found = findings(custom.rule, run(custom.rule, Bad(text, genre, options=options)))
    for each in sorted(found, key=lambda each: each.span.start if each.span else -1, reverse=True):
        start, end = (each.span.start, each.span.end) if each.span else (0, 0)
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


def shown(custom: CustomRule, text: str, language: str = "zh") -> list[str]:
    return [each.message.lang(language) for each in findings(custom.rule, run(custom.rule, Bad(text)))]


CASES = [
    pytest.param("existence", {"words": ["基本", "基本上"]}, "问题⟦基本上⟧解决，⟦基本⟧到位。", id="longest-word"),
    pytest.param("existence", {"words": ["基本"], "except": ["基本制度"]}, "基本制度⟦基本⟧建立。", id="right-words"),
    pytest.param("existence", {"words": ["（试行）"]}, "《办法⟦(试行)⟧》《细则⟦（试行）⟧》。", id="widths-of-marks"),
    pytest.param("existence", {"words": ["第1批"]}, "⟦第１批⟧、⟦第1批⟧。", id="widths-of-digits"),
    pytest.param("existence", {"patterns": [r"[较比]为\w{2}"]}, "制度⟦较为完善⟧。", id="pattern"),
    pytest.param(
        "existence", {"words": ["完成"], "patterns": ["已完成整改"]}, "⟦已完成整改⟧。", id="pattern-around-word"
    ),
    pytest.param(
        "existence", {"patterns": ["^一是", "完成。$"]}, "　　⟦一是⟧一是⟦完成。⟧  ", id="anchors-of-a-paragraph"
    ),
    pytest.param("existence", {"words": ["a.b"]}, "⟦a.b⟧，不是acb。", id="words-are-no-patterns"),
    pytest.param("substitution", {"words": {"镇委": "镇党委"}}, "⟦镇委⟧召开会议，镇党委研究。", id="swap"),
    pytest.param("substitution", {"words": {"党组会": "党组会议"}}, "⟦党组会⟧和党组会议。", id="right-form-goes-on"),
    pytest.param(
        "substitution", {"words": {"(试行)": "（试行）"}}, "《办法⟦(试行)⟧》《细则（试行）》。", id="width-is-wrong"
    ),
    pytest.param(
        "substitution", {"patterns": {r"(\d+)名同志": r"\1名干部"}}, "⟦3名同志⟧，5名干部。", id="swap-by-pattern"
    ),
    pytest.param("required", {"words": ["台账"]}, "⟦⟧一、组织领导\n召开会议。\n", id="required-in-the-draft"),
    pytest.param("required", {"words": ["台账", "清单"]}, "一、组织领导\n对照清单召开会议。\n", id="required-any"),
    pytest.param(
        "forbidden-near",
        {"words": ["完成"], "near": ["推进"]},
        "甲⟦完成⟧，乙推进。丙完成。丁推进。",
        id="same-sentence",
    ),
    pytest.param(
        "forbidden-near",
        {"words": ["完成"], "near": ["推进"], "within": "clause"},
        "甲完成，乙推进。⟦完成⟧并推进。",
        id="clause",
    ),
    pytest.param(
        "forbidden-near",
        {"words": ["完成"], "near": ["推进"], "within": 2},
        "⟦完成⟧。乙推进。丙丁完成，这里推进。",
        id="characters",
    ),
    pytest.param(
        "forbidden-near",
        {"words": ["完成"], "near": ["推进"], "within": "paragraph"},
        "⟦完成⟧。乙推进。\n完成。",
        id="paragraph",
    ),
    pytest.param("forbidden-near", {"words": ["完成整改"], "near": ["整改"]}, "已完成整改。", id="not-near-itself"),
    pytest.param("count", {"words": ["进一步"], "max": 1}, "进一步甲。\n⟦进一步⟧乙。\n进一步丙。", id="too-many-once"),
    pytest.param(
        "count", {"words": ["进一步"], "max": 1, "per": "paragraph"}, "进一步，⟦进一步⟧。\n进一步。", id="per-paragraph"
    ),
    pytest.param("count", {"words": ["进一步"], "max": 0}, "⟦进一步⟧甲。", id="none-at-all"),
    pytest.param("count", {"words": ["销号"], "min": 2}, "⟦⟧已销号。", id="too-few"),
    pytest.param("count", {"words": ["销号"], "min": 2}, "已销号。\n都销号。", id="enough"),
    pytest.param("sequence", {"order": ["甲", ["乙", "丙"], "丁"]}, "甲。⟦丁⟧。丙。", id="out-of-order"),
    pytest.param("sequence", {"order": ["甲", ["乙", "丙"], "丁"]}, "乙。丁。", id="steps-may-lack"),
    pytest.param("sequence", {"order": ["甲", "乙"]}, "乙是后话。先说甲，再说乙。", id="a-word-before-its-turn"),
    pytest.param("sequence", {"order": ["甲", "乙"]}, "先说⟦乙⟧，再说甲。", id="order-inside-a-paragraph"),
    pytest.param(
        "sequence",
        {"order": ["组织", "整改"], "part": "headings"},
        "一、整改组织情况\n整改。\n二、其他\n组织。\n",
        id="one-heading",
    ),
    pytest.param(
        "sequence",
        {"order": ["组织", "整改"], "part": "headings"},
        "一、⟦整改⟧情况\n甲。\n二、组织领导\n乙。\n",
        id="headings",
    ),
]


@pytest.mark.parametrize(("kind", "values", "expected"), CASES)
def test_kinds(kind: str, values: dict[str, Any], expected: str) -> None:
    text = expected.replace("⟦", "").replace("⟧", "")
    assert marked(rule(kind, **values), text) == expected


PARTS = [
    pytest.param("draft", ["巡察", "完成"], 4, id="draft"),
    pytest.param("title", ["整改进展", "委员会关于"], 2, id="title-over-two-lines"),
    pytest.param("lead", ["巡察", "科室", "基本"], 2, id="lead"),
    pytest.param("body", ["整改进展", "科室", "电话", "医院", "2024"], 2, id="body"),
    pytest.param("headings", ["组织", "学习", "整改情况"], 3, id="headings"),
    pytest.param("contacts", ["电话", "监督", "基本"], 2, id="contacts"),
    pytest.param("signature", ["委员会", "2024年"], 2, id="signature"),
    pytest.param("closing", ["委员会", "电话"], 2, id="closing"),
    pytest.param({"section": "整改情况"}, ["基本", "制度", "整改情况"], 3, id="section"),
    pytest.param({"section": ["组织", "下一步"]}, ["基本"], 2, id="sections"),
    pytest.param({"section": "整改措施"}, ["制度", "学习"], 2, id="label"),
    pytest.param({"section": "没有这一节"}, ["基本"], 0, id="no-such-section"),
    pytest.param({"column": "责任"}, ["王院长", "坚持"], 0, id="no-table"),
]


@pytest.mark.parametrize(("part", "words", "number"), PARTS)
def test_parts(part: Any, words: list[str], number: int) -> None:
    assert marked(rule("existence", part=part, words=words), DRAFT).count("⟦") == number


def test_a_word_across_the_lines_of_a_title_has_one_span() -> None:
    (found,) = findings(
        (custom := rule("existence", part="title", words=["委员会关于"])).rule, run(custom.rule, Bad(DRAFT))
    )
    assert found.span is not None
    assert DRAFT[found.span.start : found.span.end] == "委员会\n关于"


def test_each_cell_of_a_column_is_judged() -> None:
    dated = rule("required", part={"column": "时限"}, patterns=[r"\d年"])
    assert marked(dated, PLAN, "plan") == PLAN.replace("| 长期坚持 |", "| ⟦长期坚持⟧ |").replace(
        "| 3 | 整理档案 |  | |", "⟦| 3 | 整理档案 |  | |⟧"
    )
    assert (
        marked(rule("existence", part={"column": ["责任", "时限"]}, words=["坚持", "院长"]), PLAN, "plan").count("⟦")
        == 2
    )


def test_lacking_words_are_shown_at_the_heading_or_the_part() -> None:
    assert "三、⟦下一步打算⟧" in marked(rule("required", part={"section": "下一步"}, words=["时限"]), DRAFT)
    assert "⟦欢迎群众监督。" in marked(rule("required", part="contacts", words=["地址"]), DRAFT)
    assert "⟦中共云溪市第二人民医院委员会⟧" in marked(rule("required", part="title", words=["公告"]), DRAFT)
    assert marked(rule("required", part="headings", words=["公告"]), DRAFT).startswith("⟦⟧")


def test_a_caption_heads_what_stands_below_it() -> None:
    text = "关于整改情况的通报\n现将情况通报如下。\n\n整改情况\n\n基本完成。\n\n下一步打算\n\n⟦基本⟧有数。\n⟦基本⟧稳定。\n\n一、其他\n基本如前。\n"
    custom = rule("existence", part={"section": "下一步"}, words=["基本"])
    assert marked(custom, text.replace("⟦", "").replace("⟧", "")) == text


def test_what_is_under_a_caption_is_judged_once() -> None:
    text = "关于整改情况的通报\n现将情况通报如下。\n\n整改情况\n\n整改情况：\n基本完成。\n"
    assert marked(rule("existence", part={"section": "整改情况"}, words=["基本"]), text).count("⟦") == 1


def test_a_centred_title_is_read_as_one() -> None:
    text = "　　　中共青岚县水利局党组\n　　关于巡察整改\n　　　　情况的通报\n\n现将情况通报如下。\n"
    assert marked(rule("required", part="title", words=["党组关于巡察整改情况的通报"]), text) == text


def test_messages_name_what_was_found() -> None:
    assert shown(rule("existence", words=["基本"]), "基本完成。") == ["出现了“基本”。"]
    assert shown(rule("substitution", words={"镇委": "镇党委"}), "镇委开会。", "en") == ["“镇委” should read “镇党委”."]
    assert shown(rule("required", words=["台账", "清单"], part={"section": "下一步"}), DRAFT.replace("台账", "")) == [
        "“下一步打算”没有写到“台账”或“清单”。"
    ]
    assert shown(rule("required", patterns=[r"\d{4}年13月"]), "开会。") == ["全文没有写到规定的内容。"]
    assert shown(rule("count", words=["推进"], max=1), "推进。推进。") == ["全文里“推进”出现了2次，应当至多1次。"]
    assert shown(rule("count", words=["推进"], min=2), "推进。", "en") == [
        "“推进” in the draft: 1, should be at least 2."
    ]
    assert shown(rule("sequence", order=["甲", "乙"]), "乙。甲。") == ["“乙”应在“甲”之后。"]
    own = rule("count", words=["推进"], max=1, message={"zh": "{words}写了{count}次，至多{max}次。"})
    assert shown(own, "推进。推进。", "en") == ["“推进”写了2次，至多1次。"]


def test_related_places() -> None:
    custom = rule("forbidden-near", words=["完成"], near=["推进"])
    (found,) = findings(custom.rule, run(custom.rule, Bad("甲推进，乙完成。")))
    assert [(place.span.start, place.message.zh) for place in found.related] == [(1, "与“推进”在一起")]
    custom = rule("count", words=["推进"], max=1)
    (found,) = findings(custom.rule, run(custom.rule, Bad("推进。推进。推进。")))
    assert [place.message.zh for place in found.related] == ["第1处", "第3处"]


@pytest.mark.parametrize(
    "safety", [pytest.param(None, id="by-default"), *(pytest.param(s, id=s.value) for s in Safety)]
)
def test_fix_of_a_substitution(safety: Safety | None) -> None:
    custom = rule("substitution", words={"镇委": "镇党委"}, **({"fix": safety.value} if safety else {}))
    assert custom.rule.fixes == (safety or Safety.DISPLAY,)
    found = findings(custom.rule, run(custom.rule, Bad("镇委开会。")))
    assert fixed("镇委开会。", found) == "镇党委开会。"
    assert found[0].fix is not None
    assert found[0].fix.safety is (safety or Safety.DISPLAY)


def test_no_fix_where_markup_stands_inside() -> None:
    custom = rule("substitution", words={"镇委": "镇党委"})
    settings = FileSettings((Active.default(custom.rule),), (custom.rule,), genre="progress")
    (found,) = lint(Source("a.md", "一、组织领导\n\n镇**委**召开会议。\n", "markdown"), settings).diagnostics
    assert found.fix is None


def test_options_of_a_rule() -> None:
    assert (
        marked(rule("existence", words=["基本"]), "基本制度基本建立。", allowed=("基本制度",)) == "基本制度⟦基本⟧建立。"
    )
    assert "⟦" not in marked(rule("count", words=["推进"], max=1), "推进。推进。", max=2)
    assert "⟦" not in marked(rule("forbidden-near", words=["甲"], near=["乙"], within=9), "甲，这个乙。", within=2)


def test_what_a_table_leaves_out() -> None:
    made = rule("existence", words=["基本"]).rule
    assert (made.name, made.severity, made.genres) == (
        "qlx001",
        Severity.WARNING,
        frozenset({"progress", "plan", "report"}),
    )
    for text in (made.summary, made.help, made.why, made.basis, *made.messages.values()):
        assert text.zh
        assert text.en
    assert rule("existence", words=["基本"], help="改写。").rule.help == ("改写。", "改写。")


REFUSED = [
    pytest.param({"kind": "existense"}, ("kind",), "“existence”", id="kind"),
    pytest.param({"kind": 3}, ("kind",), "字符串", id="kind-no-string"),
    pytest.param({"wrods": ["甲"]}, ("wrods",), "“words”", id="unknown-key"),
    pytest.param({"near": ["甲"]}, ("near",), "只用于 forbidden-near", id="key-of-another-kind"),
    pytest.param({"code": "qlx001"}, ("code",), "大写字母", id="code"),
    pytest.param({"code": "QLX"}, ("code",), "数字", id="code-without-digits"),
    pytest.param({"name": "No Slogan"}, ("name",), "短横线", id="name"),
    pytest.param({"words": []}, ("words",), "没有写要查什么", id="no-words"),
    pytest.param({"words": "甲"}, ("words",), "字符串列表", id="words-no-list"),
    pytest.param({"words": ["甲", 3]}, ("words", 1), "字符串列表", id="word-no-string"),
    pytest.param({"words": ["甲", " "]}, ("words", 1), "空", id="blank-word"),
    pytest.param({"words": ["甲 "]}, ("words", 0), "空格", id="word-with-space"),
    pytest.param({"words": ["甲\n乙"]}, ("words", 0), "换行", id="word-with-line-end"),
    pytest.param({"words": ["甲"], "patterns": ["乙", "("]}, ("patterns", 1), "正则表达式", id="pattern"),
    pytest.param({"words": ["基本制度"], "except": ["基本"]}, ("except", 0), "永远查不到", id="except-hides-word"),
    pytest.param({"genres": ["plans"]}, ("genres", 0), "“plan”", id="genre"),
    pytest.param({"genres": []}, ("genres",), "永远不会运行", id="no-genre"),
    pytest.param({"severity": "warn"}, ("severity",), "“warning”", id="severity"),
    pytest.param({"enabled": "no"}, ("enabled",), "true 或 false", id="enabled"),
    pytest.param({"part": "titel"}, ("part",), "“title”", id="part"),
    pytest.param({"part": {"sektion": "甲"}}, ("part", "sektion"), "“section”", id="part-key"),
    pytest.param({"part": {"section": []}}, ("part", "section"), "没有写要查什么", id="part-without-words"),
    pytest.param({"part": 3}, ("part",), "section", id="part-no-table"),
    pytest.param({"per": "page"}, ("per",), "paragraph", id="per"),
    pytest.param({"message": "出现“{txt}”。"}, ("message",), "“text”", id="field"),
    pytest.param({"message": "出现“{text.start}”。"}, ("message",), "{text.start}", id="field-of-a-field"),
    pytest.param({"message": "出现“{text!r}”。"}, ("message",), "{text!r}", id="field-converted"),
    pytest.param({"message": "出现“{text”。"}, ("message",), "花括号", id="brace"),
    pytest.param({"message": "一行\n两行"}, ("message",), "一行", id="message-lines"),
    pytest.param({"message": {"en": "x"}}, ("message",), "zh", id="message-without-chinese"),
    pytest.param({"message": {"zh": "甲", "fr": "x"}}, ("message", "fr"), "fr", id="message-language"),
    pytest.param({"examples": "甲"}, ("examples",), "hit", id="examples"),
    pytest.param({"examples": {"hits": ["甲"]}}, ("examples", "hits"), "“hit”", id="examples-key"),
    pytest.param({"examples": {"hit": ["⟦甲"]}}, ("examples", "hit", 0), "不成对", id="marks"),
    pytest.param(
        {"examples": [{"hit": "甲", "genre": "other"}]}, ("examples", 0, "genre"), "other", id="example-genre"
    ),
    pytest.param({"examples": {"miss": [3]}}, ("examples", "miss", 0), "文字", id="example-no-text"),
    pytest.param({"examples": {"hit": ["甲", " "]}}, ("examples", "hit", 1), "是空的", id="example-blank"),
    pytest.param({"examples": {"hit": {"甲": "乙"}}}, ("examples", "hit"), "不是表", id="example-table"),
    pytest.param({"part": {"section": "甲", "column": "乙"}}, ("part",), "要么写", id="part-twice"),
    pytest.param({"kind": "substitution", "words": ["甲"]}, ("words",), "错 = 对", id="swap-list"),
    pytest.param({"kind": "substitution", "words": {}}, (), "words = { 错 = 对 }", id="swap-nothing"),
    pytest.param({"kind": "substitution", "words": {"甲": "甲"}}, ("words", "甲"), "没改", id="swap-same"),
    pytest.param({"kind": "substitution", "words": {"甲": 3}}, ("words", "甲"), "字符串", id="swap-no-string"),
    pytest.param(
        {"kind": "substitution", "words": None, "patterns": {"甲": r"\2"}},
        ("patterns", "甲"),
        "不能作替换",
        id="swap-group",
    ),
    pytest.param({"kind": "substitution", "words": {"甲": "乙"}, "fix": "yes"}, ("fix",), "display", id="swap-fix"),
    pytest.param({"kind": "required", "words": None}, (), "请写 words", id="required-nothing"),
    pytest.param({"kind": "forbidden-near"}, (), "请写 near", id="near-nothing"),
    pytest.param({"kind": "forbidden-near", "near": ["乙"], "within": "page"}, ("within",), "sentence", id="within"),
    pytest.param(
        {"kind": "forbidden-near", "near": ["乙"], "within": -1}, ("within",), "不能小于0", id="within-negative"
    ),
    pytest.param({"kind": "forbidden-near", "near": ["乙"], "within": True}, ("within",), "字数", id="within-true"),
    pytest.param({"kind": "count"}, (), "min 或 max", id="count-nothing"),
    pytest.param({"kind": "count", "min": 3, "max": 2}, ("min",), "大于", id="count-limits"),
    pytest.param({"kind": "count", "max": "2"}, ("max",), "整数", id="count-no-number"),
    pytest.param(
        {"kind": "count", "max": 2, "message": "少于{min}次"}, ("message",), "{min}", id="count-field-not-set"
    ),
    pytest.param({"kind": "sequence", "words": None}, (), "order", id="sequence-nothing"),
    pytest.param({"kind": "sequence", "words": None, "order": ["甲"]}, ("order",), "两项", id="sequence-one"),
    pytest.param({"kind": "sequence", "words": None, "order": ["甲", 3]}, ("order", 1), "词", id="sequence-no-word"),
    pytest.param({"kind": "sequence", "words": None, "order": "甲乙"}, ("order",), "列表", id="sequence-string"),
]


@pytest.mark.parametrize(("values", "keys", "words"), REFUSED)
def test_refused(values: dict[str, Any], keys: tuple[str | int, ...], words: str) -> None:
    table = {"code": "QLX001", "kind": "existence", "words": ["甲"], **values}
    with pytest.raises(InvalidError) as caught:
        read_tables([{key: value for key, value in table.items() if value is not None}])
    assert caught.value.keys == (0, *keys)
    assert words in caught.value.reason.zh
    assert caught.value.reason.en


@pytest.mark.parametrize("key", [pytest.param("code", id="code"), pytest.param("kind", id="kind")])
def test_a_table_needs_a_code_and_a_kind(key: str) -> None:
    table = {"code": "QLX001", "kind": "existence", "words": ["甲"]}
    del table[key]
    with pytest.raises(InvalidError, match=f"缺少 {key}"):
        read_tables([table])


def test_what_a_rule_says_of_itself() -> None:
    words = {"words": ["甲", "乙", "丙"]}
    assert rule("required", **words).rule.summary.zh == "应当写到“甲”、“乙”或“丙”，而没有写。"
    assert rule("existence", **words, part="lead").rule.summary.lang("en") == (
        "In the lead: “甲”, “乙” or “丙” should not occur."
    )
    assert rule("count", **words, max=1, part={"section": "下一步"}).rule.summary.zh.startswith("“下一步”部分：“甲”")
    assert (
        rule("existence", **words, part={"column": ["时限"]}).rule.summary.zh
        == "“时限”一栏：不应出现“甲”、“乙”或“丙”。"
    )
    assert list(rule("count", **words, max=1).rule.messages) == ["many"]
    assert list(rule("count", **words, min=1, message="{count}").rule.messages) == ["few"]


def test_many_words_are_sought_at_once() -> None:
    swaps = {f"错{chr(0x4E00 + number)}": f"对{number}" for number in range(3000)}
    custom = rule("substitution", words={**swaps, "镇委": "镇党委", "(一)": "（一）", "第1": "首"})
    assert marked(custom, "⟦错一⟧，镇党委，⟦镇委⟧，⟦(一)⟧（一），⟦第１⟧。".replace("⟦", "").replace("⟧", "")) == (
        "⟦错一⟧，镇党委，⟦镇委⟧，⟦(一)⟧（一），⟦第１⟧。"
    )


def told(**examples: Any) -> list[str]:
    values = {"words": ["基本"], "patterns": ["大[致概]"]} | examples
    return [fault.zh for fault in faults(rule("existence", **values))]


def test_examples_that_hold() -> None:
    assert told(examples={"hit": ["⟦基本⟧完成，⟦大致⟧落实。", "基本完成。"], "miss": ["全部完成。"]}) == []
    swaps = rule(
        "substitution", words={"镇委": "镇党委"}, examples=[{"hit": "镇委", "fixed": "镇党委"}, {"miss": "甲"}]
    )
    assert list(faults(swaps)) == []


@pytest.mark.parametrize(
    ("examples", "words"),
    [
        pytest.param({}, ["没有应当指出的示例", "没有不应指出的示例"], id="none"),
        pytest.param({"hit": ["基本、大致。"]}, ["没有不应指出的示例"], id="no-miss"),
        pytest.param({"miss": ["甲。"]}, ["没有应当指出的示例", "可能永远查不到"], id="no-hit"),
        pytest.param({"hit": ["甲。", "大致。"], "miss": ["乙。"]}, ["应当指出而没有指出：“甲。”"], id="silent"),
        pytest.param(
            {"hit": ["大致⟦甲⟧。"], "miss": ["乙。"]},
            ["应当指出“甲”（1:3），实际指出的是“大致”（1:1）"],
            id="elsewhere",
        ),
        pytest.param({"hit": ["大致。"], "miss": ["基本。"]}, ["不应指出而指出了“基本”"], id="loud"),
        pytest.param({"hit": ["基本。"], "miss": ["乙。"]}, ["“大[致概]”匹配上"], id="dead-pattern"),
    ],
)
def test_examples_that_do_not_hold(examples: dict[str, Any], words: list[str]) -> None:
    found = told(examples=examples)
    assert len(found) == len(words), found
    assert all(word in fault for word, fault in zip(words, found, strict=True)), found


def test_a_wrong_fix_is_shown() -> None:
    swaps = rule(
        "substitution", words={"镇委": "镇党委"}, examples=[{"hit": "镇委", "fixed": "乡党委"}, {"miss": "甲"}]
    )
    assert [fault.zh for fault in faults(swaps)] == ["“镇委”改后应为“乡党委”，实际为“镇党委”"]


EVERY_KIND = [
    rule("existence", words=["基本", "（试行）"], patterns=["[^。]{0,9}整改"], **{"except": ["基本法"]}),
    rule("substitution", words={"镇委": "镇党委"}, patterns={r"(\d)名": r"\1个"}, part="body"),
    rule("required", words=["台账"], part={"section": ["整改", "措施"]}),
    rule("required", words=["年"], part={"column": ["时限", "责任"]}),
    rule("forbidden-near", words=["完成"], near=["推进"], within=8, part="lead"),
    rule("count", words=["进一步", "年"], min=1, max=2, per="paragraph", part="closing"),
    rule("sequence", order=["组织", "整改", "下一步"], part="headings"),
    rule("count", words=["通报"], min=1, part="title"),
    rule("existence", words=["电话"], part="contacts"),
    rule("required", words=["年"], part="signature"),
]
PIECES = [
    "基本", "基本法", "(试行)", "整改", "镇委", "3名", "完成", "推进", "进一步", "一、组织领导", "二、整改情况", "（一）措施", "三、下一步", "\n", "\r\n",
    "。", "，", " ", "\u3000", "| 序号 | 措施 | 完成时限 |", "|---|---|---|", "| 1 | 甲 | 2024年 |", "整改措施：", "联系电话：0717-5550132",
    "欢迎监督。", "中共云溪市委", "2024年3月5日", "关于整改情况的通报", "**", "<!--", "-->", "\0",
]  # fmt: skip


VALUES = st.sampled_from(
    [
        1, -1, 0, True, 1.5, "", "甲", "a\nb", [], ["甲"], [1], [["甲"], "乙"], {}, {"甲": "乙"}, {"": ""}, {"zh": 1}, {"section": "甲"},
        {"column": 1}, {"hit": ["⟦甲⟧"], "miss": ["丙"]}, {"hit": [1]}, "sentence", "(a+)+", "{", "{text:>9}", "body", ["plan"], [{"hit": "甲"}, {}],
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(
        st.sampled_from(sorted({*COMMON_KEYS, *(k for kind in KINDS.values() for k in kind.keys)} - {"kind"})),
        VALUES,
        max_size=5,
    ),
)
def test_a_table_is_a_rule_or_refused(kind: str, values: dict[str, Any]) -> None:
    refused: InvalidError | None = None
    try:
        (custom,) = read_tables([{"code": "QLX001", "kind": kind, **values}])
    except InvalidError as error:
        refused = error
    if refused is not None:
        assert refused.reason.zh
        assert refused.keys[0] == 0
    else:
        assert run(custom.rule, Good("一、甲\n乙甲。\n", min(custom.rule.genres))).crashed == ()
        list(faults(custom))


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join))
def test_no_text_breaks_a_rule(text: str) -> None:
    active = tuple(Active.default(each.rule) for each in EVERY_KIND)
    for markup in ("text", "markdown"):
        for active_rule in active:
            report = lint(
                Source("a", text, markup), FileSettings((active_rule,), (active_rule.rule,), genre="progress")
            )
            assert report.crashed == ()
            for found in report.diagnostics:
                assert found.span is None or 0 <= found.span.start <= found.span.end <= len(text)


def test_what_is_found_is_what_was_sought() -> None:
    text = "**镇委**召开\n\n镇委会议。\n"
    custom = rule("existence", words=["镇委"])
    settings = FileSettings((Active.default(custom.rule),), (custom.rule,), genre="progress")
    found = lint(Source("a.md", text, "markdown"), settings).diagnostics
    assert [text[each.span.start : each.span.end] for each in found if each.span] == ["镇委", "镇委"]
