"""The same draft as text and as a Word document, with automatic numbers, tables, soft breaks and page margins: the same findings.

Every draft of the examples and tests, and every example of every rule, is made into a document and read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from disclosure_grammar import numerals
from disclosure_grammar.parse import parse
from disclosure_grammar.readers.word import read_word
from disclosure_grammar.source import Source
from disclosure_lint.diagnostic import FileReport
from disclosure_lint.engine import Companion, lint
from disclosure_lint.registry import load_rules
from disclosure_lint.rule import Bad, Good, Rule
from disclosure_lint.settings import Active, FileSettings
from word_files import abstract, document, num, p, r, tbl

ROOT = Path(__file__).resolve().parents[2]
DRAFTS = sorted((*(ROOT / "examples").glob("*.txt"), *(ROOT / "tests" / "drafts").glob("*.txt")))
RULES = load_rules()
BREAK = "<w:r><w:br/></w:r>"
PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CHINESE = "chineseCountingThousand"
LABELS = (
    (re.compile(r"(?P<number>[一二三四五六七八九十]+)(?P<behind>、)"), CHINESE),
    (re.compile(r"（(?P<number>[一二三四五六七八九十]+)(?P<behind>）)"), CHINESE),
    (re.compile(r"(?P<number>[0-9]{1,2})(?P<behind>[.．、])(?![0-9])"), "decimal"),
    (re.compile(r"（?(?P<number>[0-9]{1,2})(?P<behind>）)"), "decimal"),
)
"""What opens a line and Word would number by itself."""
CONTACT = re.compile(r"(?:联系|监督|举报)?(?:电话|邮箱|电子邮箱|邮政|地址|通信地址|邮编|信箱)")


class Maker:
    """Makes a document of the lines of a draft: what can be automatic is."""

    def __init__(self) -> None:
        self._numbers: list[tuple[str, str, int]] = []
        self._body: list[str] = []
        self._rows: list[Sequence[str]] = []
        self._contacts: list[str] = []

    def made(self, text: str) -> bytes:
        for line in text.replace("\r", "").rstrip("\n").split("\n"):
            self._add(line.strip(" \u3000"))
        self._close()
        parts = {
            "word/header1.xml": p("青岚县人民法院"),
            "word/footer1.xml": p(r("— "), PAGE, r(" —")),
            "word/numbering.xml": "".join(self._numbering()),
        }
        return document(*self._body, parts=parts)

    def _add(self, line: str) -> None:
        cells = line.strip("|").split("|") if line.startswith("|") and line.count("|") > 1 else line.split("\t")
        if len(cells) > 2 or line.startswith("|"):
            if not re.fullmatch(r"[-:|\s]*", line):
                self._rows.append([cell.strip() for cell in cells])
        elif CONTACT.match(line):
            self._contacts.append(line)
        elif line:
            self._close()
            self._body.append(self._paragraph(line))

    def _close(self) -> None:
        if self._rows:
            width = max(map(len, self._rows))
            self._body.append(tbl(*([*row, *[""] * (width - len(row))] for row in self._rows)))
        if self._contacts:
            self._body.append(p(BREAK.join(map(r, self._contacts))))
        self._rows, self._contacts = [], []

    def _paragraph(self, line: str) -> str:
        for pattern, form in LABELS:
            match = pattern.match(line)
            number = numerals.parse(match["number"]) if match else None
            if match and number:
                label = match[0].replace(match["number"], "%1")
                self._numbers.append((form, label, int(number)))
                return p(line[match.end() :], num=(len(self._numbers), 0))
        return p(line)

    def _numbering(self) -> Iterator[str]:
        """A list for each label, so that a draft may number as wrongly as it likes."""
        for at, (form, label, _) in enumerate(self._numbers, 1):
            yield abstract(at, (form, label))
        for at, (_, _, number) in enumerate(self._numbers, 1):
            yield num(at, at, f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{number}"/></w:lvlOverride>')


def as_word(text: str) -> Source:
    return read_word(Maker().made(text), "a.docx").source


def told(report: FileReport) -> list[tuple[str, str, str]]:
    """Codes, severities and words of the findings, without the spaces in these: a table in a text has other ones."""
    source = report.source
    assert source is not None
    assert report.crashed == ()
    return sorted(
        (d.code, d.severity, "".join(source.slice(d.span).split()) if d.span else "") for d in report.diagnostics
    )


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in DRAFTS])
def test_a_whole_draft(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if parse(Source("a.txt", text)).wrapped:
        pytest.skip("its lines are broken, as those of a Word document never are")
    settings = FileSettings.default(RULES)._replace(known=RULES)
    source = as_word(text)
    assert source.layout.generated
    assert told(lint(source, settings)) == told(lint(Source("a.txt", text), settings))


def run(rule: Rule, example: Bad | Good, source: Source) -> FileReport:
    options = rule.options(**example.options) if rule.options else None
    plans = [Companion(Source(f"{number}.txt", plan), "plan") for number, plan in enumerate(example.plans)]
    return lint(source, FileSettings((Active(rule, options),), RULES, genre=example.genre), plans)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in RULES if not rule.judges_run])
def test_the_examples_of_a_rule(rule: Rule) -> None:
    for example in rule.examples:
        text = Source("a.txt", example.text)
        if not example.asides and not parse(text).wrapped:
            assert told(run(rule, example, as_word(example.text))) == told(run(rule, example, text)), example.text


PICTURE = "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
LINE = '<w:r><w:pict><v:line from="0,0" to="400,0"/></w:pict></w:r>'


@pytest.mark.parametrize(("drawn", "codes"), [(PICTURE, []), (LINE, ["STR004"])], ids=["picture", "ruled-line"])
def test_a_picture_is_what_stands_under_its_heading(drawn: str, codes: list[str]) -> None:
    lines = (
        "一、组织领导情况", "已成立专班。", "二、整改落实情况", "（一）关于学习问题", "组织学习6次。", "（二）关于作风问题", drawn,
        "（三）关于纪律问题", "开展督查3次。",
    )  # fmt: skip
    rule = next(rule for rule in RULES if rule.code == "STR004")
    source = read_word(document(*map(p, lines)), "a.docx").source
    report = lint(source, FileSettings((Active.default(rule),), RULES, genre="progress"))
    assert [each.code for each in report.diagnostics] == codes
