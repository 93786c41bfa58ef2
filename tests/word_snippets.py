"""More of what tests put into Word documents, and what holds of every document that was read."""

from __future__ import annotations

import html
from itertools import pairwise

from disclosure_grammar.readers.word import read_word
from disclosure_grammar.readers.word.model import PieceKind, Story, Word
from disclosure_grammar.source import Block
from word_files import abstract, document, num, r


def run(inner: str, properties: str = "") -> str:
    """A run of whatever stands in one."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def t(text: str) -> str:
    """Words of a run; ``text`` is XML."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def moved(kind: str, content: str) -> str:
    """A tracked change of any kind around runs."""
    return f'<w:{kind} w:id="7" w:author="李" w:date="2026-01-02T03:04:05Z">{content}</w:{kind}>'


def field(instruction: str, result: str) -> str:
    """A complex field."""
    return char("begin") + run(f"<w:instrText>{instruction}</w:instrText>") + char("separate") + result + char("end")


def char(kind: str) -> str:
    """One of the three signs of a field."""
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def box(*content: str) -> str:
    """A text box as Word writes it: a shape, and the same again for older programs."""
    inner = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return run(
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp>'
        f"</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )


def sdt(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def mark(change: str) -> str:
    """The properties of a paragraph whose mark is tracked."""
    return f'<w:rPr><w:{change} w:id="8" w:author="王"/></w:rPr>'


def cell(*content: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{''.join(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


VANISH, BOLD = "<w:vanish/>", "<w:b/>"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="密"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="隐"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
NUMBERS = abstract(0, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）")) + num(1, 0)
FRACTION = "<m:oMath><m:r><m:t>率=</m:t></m:r><m:f><m:num><m:r><m:t>77</m:t></m:r></m:num><m:den><m:r><m:t>79</m:t></m:r></m:den></m:f></m:oMath>"
RUBY = f"<w:ruby><w:rubyPr/><w:rt>{r('qīng')}</w:rt><w:rubyBase>{r('青')}</w:rubyBase></w:ruby>"


def read(*body: str, view: str = "final", section: str = "", **parts: str) -> Word:
    """Read a document made of these blocks and parts, with some styles and a numbered list."""
    given_parts = {
        f"word/{name}.xml": inner for name, inner in {"styles": STYLES, "numbering": NUMBERS, **parts}.items()
    }
    return read_word(document(*body, parts=given_parts, section=section), "x.docx", view)


NOTE = '<w:footnote w:id="{}">' + "{}</w:footnote>"


def reference(number: int, kind: str = "footnote") -> str:
    """A reference to a note."""
    return run(f'<w:{kind}Reference w:id="{number}"/>')


def check(word: Word) -> None:
    """What holds of every document that was read."""
    text, pieces = word.source.text, word.pieces
    covered = [0] * len(text)
    for piece in pieces:
        assert piece.start < piece.end
        covered[piece.start : piece.end] = [1] * (piece.end - piece.start)
        if piece.run is None:
            assert piece.kind is PieceKind.GENERATED
            continue
        data = word.package.part(piece.run.part)
        assert data is not None
        inner, behind = piece.run.properties
        assert data[piece.run.start : piece.run.start + 1] == b"<"
        assert (
            piece.run.start < inner <= behind <= piece.first <= piece.last <= piece.run.stop
            or piece.first == piece.run.start
        )
        if behind > inner:
            assert data[inner:].startswith(b"<w:rPr")
            assert data[:behind].endswith((b"</w:rPr>", b"/>"))
        raw = data[piece.first : piece.last].decode()
        if piece.kind is PieceKind.TEXT and "<" not in raw:
            assert (
                html.unescape(raw.replace("\r\n", " ").replace("\n", " ").replace("&#13;", " ").replace("&#10;", " "))
                == text[piece.start : piece.end]
            )
            assert data[: piece.first].rstrip().endswith(b">")
            assert data[piece.last :].lstrip().startswith(b"</w:")
        elif piece.kind is PieceKind.SIGN:
            assert raw.startswith("<")
            assert raw.endswith(">")
    for before, behind_it in pairwise(pieces):
        assert before.end <= behind_it.start
    ends = {one.end for one in word.paragraphs}
    assert [at for at, count in enumerate(covered) if not count] == sorted(ends)
    assert all(text[end] == "\n" for end in ends)
    assert [one.start for one in word.paragraphs] == list(word.source.line_starts[:-1])
    check_layout(word.source.layout.blocks, word)


def check_layout(blocks: tuple[Block, ...], word: Word) -> None:
    text, starts = word.source.text, {*word.source.line_starts, len(word.source.text)}
    for before, behind in pairwise(blocks):
        assert before.span.end <= behind.span.start
    for block in blocks:
        assert {block.span.start, block.span.end} <= starts
        assert block.span.end > block.span.start
        assert all(block.span.contains(one) and (len(one) == 0 or text[one.end] == "\n") for one in block.cells)
    layout = word.source.layout
    for spans in ([c.span for c in layout.changes], [one.span for one in layout.remarks], list(layout.generated)):
        assert spans == sorted(spans)
        assert all(span.end <= len(text) for span in spans)
    index = {index for index, one in enumerate(word.paragraphs) if one.story is Story.BODY} or {0}
    assert all(one.anchor in index or one.story in (Story.HEADER, Story.FOOTER) for one in word.paragraphs)
