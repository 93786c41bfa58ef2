"""Rules on Word documents: what stands in tables, notes and page margins is seen, and disturbs nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from disclosure_grammar.source import Change, ChangeKind, Layout, Part, Remark, Source, Span
from disclosure_lint.diagnostic import Diagnostic, FileReport
from disclosure_lint.engine import lint
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import Severity
from disclosure_lint.settings import FileSettings
from word_sources import Beside, Table, table, word

RULES = load_rules()
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CLEAN = tuple((EXAMPLES / "clean-disclosure.txt").read_text(encoding="utf-8").split("\n")[:-1])
BODY, SIGNATURE = CLEAN[:-2], CLEAN[-2:]


def check(source: Source, genre: str | None = "progress", stage: str = "final") -> FileReport:
    report = lint(source, FileSettings.default(RULES, genre, stage)._replace(known=RULES))
    assert report.crashed == ()
    return report


def found(source: Source, genre: str | None = "progress") -> list[tuple[str, str]]:
    report = check(source, genre)
    return [(each.code, source.slice(each.span) if each.span else "") for each in report.diagnostics]


def test_the_draft_is_clean_as_it_is() -> None:
    assert found(word(*CLEAN), None) == []


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param((Beside("青岚县人民法院", Part.HEADER), Beside("— 12 —", Part.FOOTER)), id="running-head-and-page-number"),
        pytest.param((Beside("第 页 共 页", Part.FOOTER), Beside("3", Part.FOOTER)), id="page-number-fields"),
        pytest.param((Beside("数据由纪检监察室提供", Part.FOOTNOTE, 1), Beside("截至6月底", Part.FOOTNOTE, 2)), id="notes-without-a-stop"),
        pytest.param(tuple(Beside(f"见附件{n}", Part.ENDNOTE, n) for n in range(1, 16)), id="more-notes-than-a-tail-has-lines"),
        pytest.param((Beside("联系电话另行公布", Part.FOOTNOTE, 1),), id="a-note-about-contacts"),
        pytest.param((Beside("一、总体情况\n二、整改情况\n二、下一步", Part.HEADER),), id="headings-in-a-header"),
    ],
)  # fmt: skip
def test_notes_and_margins_disturb_nothing(beside: tuple[Beside, ...]) -> None:
    assert found(word(*CLEAN, *beside), None) == []


def test_what_is_missing_at_the_end_is_missed_with_notes_behind_it_too() -> None:
    note = Beside("青岚县人民法院2026年8月3日印发，联系电话0717-5550132", Part.FOOTNOTE, 1)
    assert (
        {code for code, _ in found(word(*BODY, note))}
        == {code for code, _ in found(word(*BODY))}
        == {"STR005", "STR006"}
    )


@pytest.mark.parametrize(
    ("words", "code", "span"),
    [
        pytest.param("内部资料　注意保存", "SEC001", "内部资料　注意保存", id="internal"),
        pytest.param("云溪市水利局\v机密★1年", "SEC001", "机密★1年", id="level-behind-a-soft-break"),
        pytest.param("送审稿\n秘密", "SEC001", "秘密", id="level-in-the-second-paragraph"),
        pytest.param("××法院整改情况通报", "TXT001", "××法院", id="placeholder"),
        pytest.param("身份证号110101199003074514", "PII001", "110101199003074514", id="identity-number"),
    ],
)
def test_page_margins_are_published_too(words: str, code: str, span: str) -> None:
    for part in (Part.HEADER, Part.FOOTER):
        assert found(word(*CLEAN, Beside("数据截至6月底", Part.FOOTNOTE, 1), Beside(words, part))) == [(code, span)]


def test_a_secrecy_mark_at_the_foot_of_the_text_is_seen_above_notes_and_margins() -> None:
    notes = (Beside("见附件", Part.FOOTNOTE, n) for n in range(8))
    assert found(word(*CLEAN, "内部资料", *notes, Beside("— 1 —", Part.FOOTER))) == [("SEC001", "内部资料")]


def test_figures_in_a_note_count() -> None:
    source = word(*CLEAN, Beside("反馈问题20个，已完成整改21个。", Part.FOOTNOTE, 1))
    assert "TOT001" in {code for code, _ in found(source)}


@pytest.mark.parametrize(
    "end",
    [
        pytest.param((table(("", "\n".join(SIGNATURE))),), id="signature-in-a-cell"),
        pytest.param((table(("", SIGNATURE[0]), ("", SIGNATURE[1])),), id="signature-in-two-rows"),
    ],
)
def test_a_signature_may_stand_in_a_table_without_borders(end: tuple[Table]) -> None:
    assert found(word(*BODY, *end), None) == []


def test_a_frame_around_the_whole_draft_is_no_table() -> None:
    assert found(word(table(("\n".join(CLEAN),))), None) == []


HEAD = (
    "青岚县水利局党组关于县委第二巡察组反馈意见的整改方案",
    "为落实县委第二巡察组反馈意见，制定本方案。",
    "一、总体目标",
    "坚持问题导向，压实整改责任，确保反馈问题件件有着落。",
    "二、整改任务",
)
END = (
    "三、组织保障",
    "（一）加强组织领导。成立由党组书记任组长的整改工作领导小组，定期研究整改工作。",
    "（二）严格督查督办。实行台账管理、对账销号，逐项跟踪问效。",
    "青岚县水利局党组",
    "2024年6月3日",
)
COLUMNS = ("序号", "问题", "整改措施", "责任领导", "责任部门", "完成时限")
FIRST = (
    "1",
    "理论学习不够深入",
    "1.制定年度学习计划；\n2.班子成员讲党课；\n3.建立学习档案。",
    "周明",
    "机关党委",
    "2024年9月底前",
)
SECOND = (
    "2",
    "采购管理不规范",
    "（1）修订采购办法；\n（2）清理供应商名录。",
    "李丽\n陈强",
    "财务科\n设备科",
    "2024年\n8月底前",
)
FOURTH = ("4", "合同不规范", "规范合同文本。", "李丽", "财务科", "每季度检查一次")
FIFTH = ("5", "账目未公开", "公开账目。", "李丽", "财务科", "2024年8月底前")


def plan(*rows: tuple[str, ...]) -> Source:
    return word(*HEAD, table(COLUMNS, FIRST, SECOND, *rows, FOURTH, FIFTH), *END)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((), id="cells-of-several-paragraphs"),
        pytest.param((("", "", "（3）公开采购结果。", "", "", ""),), id="merged-downwards"),
        pytest.param((("3", "设备闲置", "清理闲置设备，\n2024年10月底前完成。", "李丽", "设备科", ""),), id="limit-in-the-measure"),
        pytest.param((("3", "设备闲置", "1）清理设备\n2）调拨设备", "李丽", "设备科", "2024年8月底前"),), id="half-brackets"),
        pytest.param((("小计", "", "3项", "", "", ""),), id="sum-of-a-group"),
        pytest.param((("合 计", "", "5项\n（其中已完成2项）", "", "", ""),), id="sum"),
    ],
)  # fmt: skip
def test_columns_of_a_plan_give_each_row_its_owner_and_its_limit(rows: tuple[tuple[str, ...], ...]) -> None:
    assert found(plan(*rows), None) == []


def test_a_row_without_owner_and_limit() -> None:
    row = ("3", "设备闲置", "清理闲置设备。", "", "", "")
    assert found(plan(row), None) == [("DDL001", "清理闲置设备"), ("DDL004", "清理闲置设备")]
    both = check(plan(row), None).diagnostics
    assert {each.where.zh for each in both if each.where} == {"表1第4行（第32段）"}


def sums(*total: str) -> Source:
    columns = ("类别", "反馈\n问题数", "完成数", "未完成")
    rows = (columns, ("一、政治\n建设", "10", "8", "2"), ("组织建设", "12", "12", ""), ("合计", *total))
    return word(*CLEAN[:8], table(*rows), *CLEAN[8:])


def test_columns_of_figures_add_up() -> None:
    assert found(sums("22", "20", "2")) == []
    assert found(sums("23", "20", "2")) == [("TOT002", "23")]


CELLS = (
    "1.制定计划（每月一次；\n2.开展检查）。",
    "一是建立制度。\n二是开展培训。\n三是通报情况。",
    "（一）学习\n（二）检查\n（三）通报",
    "①学习；\n②检查；\n③通报",
    "整改措施：\n1.修订办法\n2.组织培训",
    "2024年\n5月\n3日",
    "责任领导：周明\n责任部门：机关党委",
    "“两个\n维护”",
)


@pytest.mark.parametrize("cell", CELLS, ids=[str(number) for number in range(len(CELLS))])
def test_paragraphs_in_a_cell_give_no_false_alarm(cell: str) -> None:
    """But for brackets or quotes that one paragraph opens and another closes, as in any text."""
    made = table(("序号", "事项", "情况"), ("1", cell, "已完成"), ("2", "完善制度", "已完成"))
    codes = {code for code, _ in found(word(*CLEAN[:8], made, *CLEAN[8:]))}
    assert codes <= ({"TXT003"} if cell in (CELLS[0], CELLS[-1]) else set())


def test_numbers_in_neighbouring_cells_are_no_number_of_a_person() -> None:
    made = table(("姓名", "工号", "编号"), ("周明", "1380717", "5132"), ("李丽", "110101", "199003074514"))
    assert found(word(*CLEAN[:8], made, *CLEAN[8:])) == []
    broken = table(("姓名", "备注"), ("周明", "身份证号110101\n199003074514"))
    assert found(word(*CLEAN[:8], broken, *CLEAN[8:])) == [("PII001", "110101\n199003074514")]


def edited(*changes: tuple[ChangeKind, str], remarks: tuple[tuple[str, str, str], ...] = ()) -> Source:
    """The clean draft with changes and comments at the first place of these words; a deletion stands before them."""
    text = "\n".join(CLEAN) + "\n"
    places = [(kind, text.index(words), len(words)) for kind, words in changes]
    made = (Change(kind, Span(at, at if kind is ChangeKind.DELETION else at + size)) for kind, at, size in places)
    said = (Remark(Span(text.index(on), text.index(on) + len(on)), words, author) for on, words, author in remarks)
    layout = Layout(
        "docx",
        changes=tuple(sorted(made, key=lambda change: change.span)),
        remarks=tuple(sorted(said, key=lambda remark: remark.span)),
    )
    return Source("a.docx", text, layout=layout)


def only(source: Source, code: str, stage: str = "final") -> Diagnostic:
    (diagnostic,) = check(source, stage=stage).diagnostics
    assert diagnostic.code == code
    return diagnostic


def test_tracked_changes_are_counted_by_kind_in_one_finding() -> None:
    source = edited(
        (ChangeKind.DELETION, "根据"),
        (ChangeKind.INSERTION, "巡视整改"),
        (ChangeKind.INSERTION, "公布"),
        (ChangeKind.DELETION, "现将"),
        (ChangeKind.MOVE, "常规巡视"),
        (ChangeKind.FORMAT, "省委第三巡视组对"),
    )
    moved_from = Change(ChangeKind.MOVE, Span(9, 9))
    layout = Layout("docx", changes=tuple(sorted((moved_from, *source.layout.changes), key=lambda change: change.span)))
    source = Source(source.path, source.text, layout=layout)
    diagnostic = only(source, "DOC003")
    assert diagnostic.message.zh == "文稿中还有修订没有接受或拒绝：插入2处、删除2处、移动1处、格式1处。"
    assert diagnostic.message.en.endswith(": 2 insertions, 2 deletions, 1 move, 1 change of format.")
    assert diagnostic.span is not None
    assert source.slice(diagnostic.span) == "省委第三巡视组对"  # the first change with words
    assert Counter(place.message.en for place in diagnostic.related) == {
        "inserted": 2, "something was deleted here": 2, "moved": 1,
    }  # fmt: skip
    assert only(source, "DOC003", "draft").severity is Severity.INFO


def test_only_deletions_are_shown_at_a_paragraph_and_ten_places_at_most() -> None:
    words = [line[:6] for line in CLEAN if len(line) > 30][:14]
    diagnostic = only(edited(*((ChangeKind.DELETION, each) for each in words)), "DOC003")
    assert diagnostic.message.zh == f"文稿中还有修订没有接受或拒绝：删除{len(words)}处。"
    assert len(words) > 11
    assert len(diagnostic.related) == 10
    assert diagnostic.span is not None
    assert "\n".join(CLEAN)[diagnostic.span.start : diagnostic.span.end] == next(
        line for line in CLEAN if len(line) > 30
    )


def test_changes_in_an_empty_document() -> None:
    layout = Layout(
        "docx", changes=(Change(ChangeKind.DELETION, Span(0, 0)),), remarks=(Remark(Span(0, 0), "空", "王"),)
    )
    report = check(Source("a.docx", "\n", layout=layout))
    assert [each.span for each in report.diagnostics if each.code in ("DOC003", "DOC004")] == [None, None]


def test_comments_of_people_and_of_this_tool_are_counted_apart_and_orders_to_it_not_at_all() -> None:
    order = ("公布", "disclosure-lint: ignore-file SUP", "王")
    people = [("现将", "请核对", "张海波"), ("根据", "删去", "李丽")]
    own = ("常规", "TOT003 比率不对", "disclosure-lint")
    assert only(edited(remarks=tuple(people)), "DOC004").message.zh == "文稿中还有批注：2条。"
    both = only(edited(remarks=(*people, own)), "DOC004")
    assert both.message.zh == "文稿中还有批注：2条，另有本工具写入的1条。"
    assert both.span is not None
    assert len(both.related) == 2
    assert only(edited(remarks=(own,)), "DOC004").message.zh == "文稿中还有本工具写入的批注：1条。"
    assert "张海波" not in str(both)
    assert "DOC004" not in {each.code for each in check(edited(remarks=(order,))).diagnostics}
