"""``fix``: what it writes, what it leaves alone, and what it says."""

from __future__ import annotations

import os
import stat
import sys

import pytest

from disclosure_grammar.readers.word import read_word
from disclosure_lint import atomic
from disclosure_lint.cli import drafts
from word_files import abstract, document, num, p, r

DRAFT = """\
中共青岚县水利局党组关于巡察整改进展情况的通报
一、整改落实情况
修订采购办法，组织培训3次，约谈3人，通报1次,收回钥匙2把，清退用房3间。。
公文报送规范，印发通知2份，对问题逐一建立台 账，逐项销号。
"""
FIXED = DRAFT.replace("1次,收", "1次，收").replace("。。", "。").replace("台 账", "台账")
UNSAFE = "持续整治”吃拿卡要“问题，通报2起。\n"
RULES = ("--isolated", "--select", "TXT003,TXT005,TXT006,TXT007", "--genre", "progress")


def lines(*texts: str) -> list[str]:
    return [line for text in texts for line in text.splitlines()]


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_bytes(DRAFT.encode())
    return path


def test_corrects_in_place_and_says_so(lint, draft):
    done = lint("fix", draft.name, *RULES)
    assert draft.read_bytes() == FIXED.encode()
    assert done.code == 0
    assert done.err == ""
    assert lines(done.out) == [
        "draft.txt：改正3处（TXT005×1、TXT006×1、TXT007×1）",
        "1个文件共改正3处；没有剩下的问题。",
    ]
    again = lint("fix", draft.name, *RULES)
    assert lines(again.out) == ["没有可改正的；没有剩下的问题。"]


def test_says_it_in_english(lint, draft):
    assert lines(lint("fix", draft.name, *RULES, "--lang", "en").out) == [
        "draft.txt: 3 fixed (TXT005×1, TXT006×1, TXT007×1)",
        "3 fixed in 1 file; no findings left.",
    ]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("gb18030", b""),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le", "utf-16-be", "gb18030"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_encoding_and_line_ends_stay(lint, draft, encoding, mark, end):
    draft.write_bytes(mark + DRAFT.replace("\n", end).encode(encoding))
    assert lint("fix", draft.name, *RULES).code == 0
    assert draft.read_bytes() == mark + FIXED.replace("\n", end).encode(encoding)


@pytest.mark.parametrize("ends", [("\n", "\r\n", "\r", ""), ("\r\n", "\n", "\n", "\r\n\n")], ids=["no-last", "mixed"])
def test_line_ends_may_differ(lint, draft, ends):
    def joined(text: str) -> bytes:
        return "".join(line + end for line, end in zip(text.splitlines(), ends, strict=True)).encode()

    draft.write_bytes(joined(DRAFT))
    lint("fix", draft.name, *RULES)
    assert draft.read_bytes() == joined(FIXED)


def test_a_draft_without_faults_is_not_written(lint, draft, monkeypatch):
    draft.write_bytes(FIXED.encode())
    monkeypatch.setattr(atomic, "write", lambda *_: pytest.fail("written"))
    assert lint("fix", draft.name, *RULES).code == 0


def test_diff_writes_nothing(lint, draft):
    before = draft.stat()
    done = lint("fix", "--diff", draft.name, *RULES)
    assert draft.read_bytes() == DRAFT.encode()
    assert draft.stat().st_mtime_ns == before.st_mtime_ns
    assert done.code == 1
    assert lines(done.out) == [
        "--- draft.txt",
        "+++ draft.txt",
        "@@ -1,4 +1,4 @@",
        " 中共青岚县水利局党组关于巡察整改进展情况的通报",
        " 一、整改落实情况",
        *("-" + line for line in DRAFT.splitlines()[2:]),
        *("+" + line for line in FIXED.splitlines()[2:]),
    ]
    assert lines(done.err) == [
        "draft.txt：可改正3处（TXT005×1、TXT006×1、TXT007×1）",
        "1个文件共可改正3处；没有剩下的问题。",
    ]
    draft.write_bytes(FIXED.encode())
    done = lint("fix", "--diff", draft.name, *RULES)
    assert (done.code, done.out) == (0, "")


def test_diff_shows_a_missing_line_end_and_no_control_characters(lint, draft):
    draft.write_bytes("标题\n\x1b[31m对问题，\t逐项销号。。约谈3人".encode())
    assert lines(lint("fix", "--diff", draft.name, *RULES).out)[3:] == [
        " 标题",
        "-\ufffd[31m对问题，\t逐项销号。。约谈3人",
        "\\ No newline at end of file",
        "+\ufffd[31m对问题，\t逐项销号。约谈3人",
        "\\ No newline at end of file",
    ]


def test_diff_masks_personal_numbers(lint, draft):
    number = "110101199003070038"
    draft.write_text(f"约谈张某（身份证号：{number}），通报1次。。\n身份证号：{number}\n", encoding="utf-8")
    done = lint("fix", "--diff", draft.name, "--isolated", "--genre", "progress")
    assert "+约谈张某（身份证号：110101************），通报1次。\n" in done.out
    assert number not in done.out + done.err


def test_standard_input_to_standard_output(lint):
    done = lint("fix", "-", *RULES, stdin=b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode())
    assert done.out.encode() == b"\xef\xbb\xbf" + FIXED.replace("\n", "\r\n").encode()
    assert lines(done.err)[0].startswith("<stdin>：改正3处")
    assert lint("fix", "-", *RULES, "-q", stdin=FIXED.encode()).out == FIXED


def test_output_leaves_the_draft_alone(lint, draft, tmp_path):
    assert lint("fix", draft.name, "-o", "out.txt", *RULES).code == 0
    assert draft.read_bytes() == DRAFT.encode()
    assert (tmp_path / "out.txt").read_bytes() == FIXED.encode()
    assert lint("fix", "-", "-o", "out2.txt", *RULES, stdin=DRAFT.encode()).out.startswith("<stdin>：改正3处")
    assert (tmp_path / "out2.txt").read_bytes() == FIXED.encode()


def test_unsafe_corrections_only_when_asked_for(lint, draft):
    draft.write_text(UNSAFE, encoding="utf-8")
    done = lint("fix", draft.name, *RULES)
    assert draft.read_text("utf-8") == UNSAFE
    assert done.code == 1
    assert lines(done.out) == [
        "没有可改正的；还有1个错误，用 disclosure-lint check 逐条查看。",
        "另有1处改法要由人定夺：先用 --diff --unsafe-fixes 看，再用 --unsafe-fixes 改。",
    ]
    assert lint("fix", draft.name, "--unsafe-fixes", *RULES).code == 0
    assert draft.read_text("utf-8") == "持续整治“吃拿卡要”问题，通报2起。\n"


@pytest.mark.parametrize(
    ("comment", "text", "result"),
    [
        ("ignore TXT005", "通报1次。。\n约谈3人。。\n", "通报1次。。\n约谈3人。\n"),
        ("ignore-file TXT005", "通报1次。。\n", "通报1次。。\n"),
        ("ignore TXT006", "甲:乙,丙;丁?\n戊:己,庚;辛,壬。\n", "甲:乙,丙;丁?\n戊：己，庚；辛，壬。\n"),
    ],
    ids=["block", "file", "told-as-one"],
)
def test_what_is_suppressed_stays(lint, draft, comment, text, result):
    comment = f"<!-- disclosure-lint: {comment} 原文如此 -->\n"
    draft.write_text(comment + text, encoding="utf-8")
    lint("fix", draft.name, "--isolated", "--select", "TXT,SUP", "--genre", "progress")
    assert draft.read_text("utf-8") == comment + result


def test_what_is_suppressed_beside_the_draft_stays_when_its_paragraph_changes(lint, draft, tmp_path):
    draft.write_text("通报1次。。逐一建立台 账。\n", encoding="utf-8")
    found = lint("check", draft.name, *RULES, "--output-format", "json").data["files"][0]["diagnostics"]
    (repeated,) = [each["fingerprint"] for each in found if each["code"] == "TXT005"]
    (tmp_path / "disclosure-lint.suppress.toml").write_text(
        f'[[suppress]]\nfingerprint = "{repeated}"\ncode = "TXT005"\nreason = "原文如此"\n',
        encoding="utf-8",
    )
    done = lint("fix", draft.name, "--select", "TXT005,TXT007", "--genre", "progress")
    assert draft.read_text("utf-8") == "通报1次。。逐一建立台账。\n"
    assert "TXT007×1" in done.out


def test_a_file_that_changed_meanwhile_is_not_overwritten(lint, draft, monkeypatch):
    real = drafts.encode

    def slow(*arguments):
        draft.write_text("别人的新稿", encoding="utf-8")
        return real(*arguments)

    monkeypatch.setattr(drafts, "encode", slow)
    done = lint("fix", draft.name, *RULES)
    assert done.code == 2
    assert lines(done.err) == ["draft.txt: 文件刚刚被别的程序改动了，没有覆盖；请重新运行"]
    assert draft.read_text("utf-8") == "别人的新稿"


def test_a_full_disk_leaves_the_draft_as_it_was(lint, draft, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "write", full)
    done = lint("fix", draft.name, *RULES)
    assert done.code == 2
    assert lines(done.err) == ["draft.txt: 没能写入“draft.txt”（磁盘已满）"]
    assert draft.read_bytes() == DRAFT.encode()


def test_what_a_gbk_file_cannot_hold_is_not_written(lint, draft, tmp_path):
    (tmp_path / "disclosure-lint.toml").write_text(
        '[[rules.custom]]\ncode = "QLX001"\nname = "rare-name"\nkind = "substitution"\nfix = "safe"\n'
        'message = { zh = "“{text}”应为“{replacement}”。", en = "“{text}” should be “{replacement}”." }\n'
        'words = { "王喆喆" = "王㻐㻐" }\n',
        encoding="utf-8",
    )
    draft.write_bytes("约谈王喆喆等3人。\n".encode("gbk"))
    before = draft.read_bytes()
    done = lint("fix", draft.name, "--select", "QLX001", "--genre", "progress")
    assert done.code == 2, done
    assert lines(done.err) == ["draft.txt: 这份文稿是 GBK 编码，存不下改正用的字“㻐”，没有改；请另存为 UTF-8 后再改"]
    assert draft.read_bytes() == before


def test_rules_that_undo_each_other_are_left_out(lint, draft, tmp_path):
    rules = "".join(
        f'[[rules.custom]]\ncode = "QLX00{number}"\nname = "{name}"\nkind = "substitution"\nfix = "safe"\nwords = {{ {words} }}\n'
        'message = { zh = "“{text}”应为“{replacement}”。", en = "“{text}” should be “{replacement}”." }\n'
        for number, name, words in ((1, "one-way", '"通报" = "通告"'), (2, "other-way", '"通告" = "通报"'))
    )
    (tmp_path / "disclosure-lint.toml").write_text(rules, encoding="utf-8")
    draft.write_text("通报1次。。\n", encoding="utf-8")
    done = lint("fix", draft.name, "--select", "QLX,TXT005", "--genre", "progress", "--lang", "en")
    assert draft.read_text("utf-8") == "通报1次。\n"
    assert lines(done.out)[:2] == [
        "draft.txt: 1 fixed (TXT005×1)",
        "draft.txt: the corrections of QLX001, QLX002 came to no end and were not made",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("fix",), "请写明要改正哪些草稿"),
        (("fix", "draft.txt", "--diff", "-o", "x.txt"), "-o 和 --diff 只能用一个"),
        (("fix", "draft.txt", "draft.txt", "other.txt", "-o", "x.txt"), "-o 只用于一份草稿，这里有2份"),
        (("fix", "draft.txt", "--track-changes"), "--track-changes 只用于 Word 文档"),
        (("fix", "page.html"), "网页不能直接改正"),
        (("fix", "paper.pdf"), "PDF 不能直接改正"),
        (("fix", "none.txt"), "找不到这个文件"),
    ],
    ids=["nothing-named", "diff-and-output", "two-and-output", "tracked-text", "html", "pdf", "missing"],
)
def test_what_cannot_be_done_is_said_in_one_line(lint, draft, tmp_path, arguments, words):
    (tmp_path / "other.txt").write_text(FIXED, encoding="utf-8")
    (tmp_path / "page.html").write_text(f"<!doctype html><html><body><p>{DRAFT}</p></body></html>", encoding="utf-8")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.4\n")
    done = lint(*arguments)
    assert done.code == 2
    assert len(lines(done.err)) == 1
    assert words in done.err
    assert draft.read_bytes() == DRAFT.encode()


def test_the_other_drafts_are_still_done(lint, draft, tmp_path):
    (tmp_path / "page.html").write_text("<html><body>整改</body></html>", encoding="utf-8")
    done = lint("fix", "page.html", draft.name, *RULES)
    assert done.code == 2
    assert draft.read_bytes() == FIXED.encode()
    assert lines(done.out)[-1] == "1个文件共改正3处；没有剩下的问题。1个文件未能改正。"
    assert lint("fix", "page.html", *RULES).out == "1个文件未能改正。\n"
    assert lint("fix", "page.html", "--lang", "en", *RULES).out == "1 file could not be done.\n"
    (tmp_path / "empty").mkdir()
    assert lint("fix", "empty").out == ""


def test_a_folder_yields_what_can_be_corrected(lint, draft, tmp_path):
    (tmp_path / "page.html").write_text("<html><body>整改</body></html>", encoding="utf-8")
    (tmp_path / "notes.md").write_text("逐一建立台 账。\n", encoding="utf-8")
    done = lint("fix", ".", *RULES)
    assert done.code == 0
    assert lines(done.out)[-1] == "2个文件共改正4处；没有剩下的问题。"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write anything")
def test_a_read_only_draft_is_left_alone(lint, draft):
    draft.chmod(stat.S_IRUSR)
    done = lint("fix", draft.name, *RULES)
    assert (done.code, lines(done.err)) == (2, ["draft.txt: 文件是只读的，没有改"])


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link_and_permissions_stay(lint, draft, tmp_path):
    draft.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(draft)
    lint("fix", "link.txt", *RULES)
    assert link.is_symlink()
    assert draft.read_bytes() == FIXED.encode()
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only the superuser gives files away")
def test_the_owner_stays(lint, draft):
    os.chown(draft, 1234, 4321)
    lint("fix", draft.name, *RULES)
    assert draft.read_bytes() == FIXED.encode()
    assert (draft.stat().st_uid, draft.stat().st_gid) == (1234, 4321)


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_nothing_but_a_file_is_written_over(lint, draft, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    for name, words in (("pipe.txt", "这不是普通文件"), ("folder.txt", "这是文件夹，不是文件")):
        done = lint("fix", draft.name, "-o", name, *RULES)
        assert (done.code, lines(done.err)[:1]) == (2, [f"draft.txt: 没能写入“{name}”（{words}）"])
    assert stat.S_ISFIFO((tmp_path / "pipe.txt").stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write anything")
def test_a_read_only_file_is_not_written_over(lint, draft, tmp_path):
    kept = tmp_path / "kept.txt"
    kept.write_text("留着", encoding="utf-8")
    kept.chmod(stat.S_IRUSR)
    done = lint("fix", draft.name, "-o", kept.name, *RULES)
    assert (done.code, lines(done.err)[:1]) == (2, ["draft.txt: 没能写入“kept.txt”（这个文件是只读的）"])
    assert kept.read_text("utf-8") == "留着"


def test_output_over_the_draft_itself_is_in_place(lint, draft):
    assert lint("fix", draft.name, "-o", f"./{draft.name}", *RULES).code == 0
    assert draft.read_bytes() == FIXED.encode()


WORD = document(
    p("中共青岚县水利局党组关于巡察整改进展情况的通报", style="Title"),
    p("整改落实情况", num=(1, 0)),
    p(r("修订采购办法，组织培训3次，约谈3人，", "<w:b/>"), r("通报1次,收回钥匙2把，清退用房3间。。", "<w:i/>")),
    parts={"word/numbering.xml": abstract(0, ("chineseCountingThousand", "%1、")) + num(1, 0)},
)
WORD_TEXT = read_word(WORD, "").source.text
WORD_FIXED = WORD_TEXT.replace("1次,收", "1次，收").replace("。。", "。")


@pytest.fixture
def word(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(WORD)
    return path


def test_corrects_a_word_document(lint, word):
    done = lint("fix", word.name, *RULES)
    assert (done.code, done.err) == (0, "")
    assert lines(done.out) == ["draft.docx：改正2处（TXT005×1、TXT006×1）", "1个文件共改正2处；没有剩下的问题。"]
    after = read_word(word.read_bytes(), "")
    assert after.source.text == WORD_FIXED
    assert after.source.layout.changes == ()
    again = word.read_bytes()
    lint("fix", word.name, *RULES)
    assert word.read_bytes() == again


def test_corrects_a_word_document_with_tracked_changes(lint, word):
    assert lint("fix", word.name, "--track-changes", "-o", "tracked.docx", *RULES).code == 0
    assert word.read_bytes() == WORD
    tracked = (word.parent / "tracked.docx").read_bytes()
    assert read_word(tracked, "").source.text == WORD_FIXED
    assert read_word(tracked, "", "original").source.text == WORD_TEXT
    again = lint("fix", "tracked.docx", "--track-changes", *RULES)
    assert lines(again.out) == ["没有可改正的；没有剩下的问题。"]
    assert (word.parent / "tracked.docx").read_bytes() == tracked


def test_says_where_it_was_saved_and_that_changes_are_tracked(lint, word):
    done = lint("fix", word.name, "--track-changes", "-o", "改正.docx", *RULES)
    assert lines(done.out) == [
        "draft.docx：以修订方式改正2处（TXT005×1、TXT006×1），存为 改正.docx",
        "1个文件共以修订方式改正2处；没有剩下的问题。",
        "修订要在 Word 或 WPS 的“审阅”中接受或拒绝。",
    ]
    again = lint("fix", "改正.docx", "-o", "copy.docx", "--lang", "en", *RULES)
    assert lines(again.out) == ["改正.docx: unchanged, saved as copy.docx", "nothing to fix; no findings left."]
    english = lint("fix", word.name, "--track-changes", "--lang", "en", *RULES)
    assert lines(english.out) == [
        "draft.docx: 2 fixed as tracked changes (TXT005×1, TXT006×1)",
        "2 fixed as tracked changes in 1 file; no findings left.",
        "The changes are to be accepted or rejected in Word, under Review.",
    ]


def test_of_a_folder_only_word_documents_can_have_tracked_changes(lint, word, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(DRAFT, encoding="utf-8")
    done = lint("fix", ".", "--track-changes", *RULES)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("draft.docx：以修订方式改正2处")
    assert other.read_text("utf-8") == DRAFT


def test_findings_left_and_changes_to_make_can_end_with_zero(lint, draft):
    one = ("--isolated", "--select", "TXT003,TXT005", "--genre", "progress")
    draft.write_text(DRAFT + UNSAFE, encoding="utf-8")
    assert lint("fix", draft.name, "--diff", *one).code == 1
    assert lint("fix", draft.name, "--diff", "--exit-zero", *one).code == 0
    assert lint("fix", draft.name, "--exit-zero", *one).code == 0
    assert lint("fix", draft.name, *one).code == 1
    assert lint("fix", "none.txt", "--exit-zero").code == 2


def test_a_word_document_on_standard_input(lint, word):
    done = lint("fix", "--diff", "-", "--stdin-filename", "draft.docx", *RULES, stdin=WORD)
    assert done.code == 1
    assert "+修订采购办法，组织培训3次，约谈3人，通报1次，收回钥匙2把，清退用房3间。\n" in done.out


def test_what_word_generates_is_left_to_the_clerk(lint, word):
    numbered = {"word/numbering.xml": abstract(0, ("chineseCountingThousand", "(%1)、")) + num(1, 0)}
    word.write_bytes(document(p("组织领导", num=(1, 0)), p("整改落实", num=(1, 0)), p("通报1次。。"), parts=numbered))
    done = lint("fix", word.name, "--isolated", "--select", "NUM006,TXT005", "--genre", "progress")
    assert done.code == 0
    assert lines(done.out) == [
        "draft.docx：改正1处（TXT005×1）",
        "draft.docx：有2处在这个文件里不能直接改，要在 Word 里手工改（自动编号2处）",
        "1个文件共改正1处；还有2个警告，用 disclosure-lint check 逐条查看。",
    ]


@pytest.mark.parametrize(
    ("name", "data", "arguments", "words"),
    [
        ("old.rtf", b"{\\rtf1 x}", (), "改正后只能存成 .docx"),
        ("old.rtf", b"{\\rtf1 x}", ("-o", "new.rtf"), "-o 后的文件名请以 .docx 结尾"),
        ("draft.docx", WORD, ("-o", "new.txt"), "-o 后的文件名请以 .docx 结尾"),
        ("draft.docm", WORD, ("-o", "new.docx"), "-o 后的文件名请以 .docm 结尾"),
        ("draft.docx", WORD[:500], (), ""),
        ("draft.md", DRAFT.encode(), ("-o", "new.docx"), "纯文本草稿不能存成 .docx"),
        ("draft.txt", DRAFT.encode(), ("-o", "new.WPS"), "纯文本草稿不能存成 .wps"),
        ("draft.txt", DRAFT.encode(), ("-o", "new.dotm"), "纯文本草稿不能存成 .dotm"),
    ],
    ids=[
        "converted-in-place",
        "converted-ending",
        "word-ending",
        "macros",
        "damaged",
        "text-as-word",
        "text-as-wps",
        "text-as-template",
    ],
)
def test_what_cannot_be_done_with_a_word_document(lint, tmp_path, name, data, arguments, words):
    path = tmp_path / name
    path.write_bytes(data)
    done = lint("fix", name, *arguments)
    assert done.code == 2
    assert len(lines(done.err)) == 1
    assert words in done.err
    assert path.read_bytes() == data
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_document_that_would_not_read_as_expected_is_not_written(lint, word, monkeypatch):
    monkeypatch.setattr("disclosure_lint.word.tracked.escape", lambda text: text[:-1])
    done = lint("fix", word.name, *RULES)
    assert done.code == 2
    assert "程序内部错误" in done.err
    assert word.read_bytes() == WORD
