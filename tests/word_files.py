"""Word documents for tests, written element by element, so that a test says exactly what stands in the file.

The functions give XML in which ``w:`` is the main namespace; ``document`` packs it into a file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {"word/numbering.xml": "numbering", "word/styles.xml": "styles", "word/comments.xml": "comments",
          "word/footnotes.xml": "footnotes", "word/endnotes.xml": "endnotes", "word/settings.xml": "settings"}  # fmt: skip


def r(text: str, properties: str = "") -> str:
    """A run; ``properties`` goes into its w:rPr."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*content: str, style: str = "", num: tuple[int, int] | None = None, properties: str = "") -> str:
    """A paragraph. Content that does not begin with ``<`` is a run of that text; ``num`` is numId and level."""
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        inner += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inner += properties
    runs = "".join(part if part.startswith("<") else r(part) for part in content)
    return f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{runs}</w:p>"


def tbl(*rows: Sequence[str]) -> str:
    """A table; a cell that begins with ``<`` is XML (its paragraphs), otherwise the text of its one paragraph."""
    made = "".join(
        "<w:tr>" + "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


def ins(content: str, number: int = 900, author: str = "王") -> str:
    """A tracked insertion of runs."""
    return f'<w:ins w:id="{number}" w:author="{author}" w:date="2026-01-02T03:04:05Z">{content}</w:ins>'


def deleted(text: str, number: int = 901, author: str = "王") -> str:
    """A tracked deletion."""
    run = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return f'<w:del w:id="{number}" w:author="{author}" w:date="2026-01-02T03:04:05Z">{run}</w:del>'


def comment_around(content: str, number: int) -> str:
    """Runs with a comment on them."""
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{reference}'


def comments(*texts: tuple[int, str, str]) -> str:
    """The content of word/comments.xml: number, author, text."""
    return "".join(
        f'<w:comment w:id="{number}" w:author="{author}">{p(text)}</w:comment>' for number, author, text in texts
    )


def abstract(number: int, *levels: tuple[str, str], extra: Mapping[int, str] | None = None) -> str:
    """A w:abstractNum and its w:num of the same number + 1; each level is numFmt and lvlText, ``extra`` more XML by level."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{(extra or {}).get(at, "")}<w:lvlText w:val="{escape(text)}"/></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{made}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    """A w:num."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def part(root: str, inner: str) -> bytes:
    """A part on its own; ``root`` is the name of its root, such as ``numbering``."""
    return f"{_HEAD}<w:{root} {_NAMES}>{inner}</w:{root}>".encode()


def document(
    *body: str,
    parts: Mapping[str, str] | None = None,
    section: str = "",
    refer: bool = True,
    raw: Mapping[str, bytes] | None = None,
) -> bytes:
    """A file.

    Args:
        body: the block elements of the body.
        parts: the inner XML of further parts by name: ``word/numbering.xml``, ``word/styles.xml``, ``word/comments.xml``,
            ``word/footnotes.xml``, ``word/endnotes.xml``, ``word/settings.xml``, ``word/header1.xml``, ``word/footer1.xml`` …; the headers and
            footers get the relationship ids ``header1``, ``footer1`` … and are referred to by the section.
        section: more XML for the w:sectPr.
        refer: whether the section refers to all headers and footers.
        raw: parts as they are, over all others.
    """
    parts = dict(parts or {})
    references, links, types = "", "", ""
    for name, inner in parts.items():
        short = name.removeprefix("word/").removesuffix(".xml")
        kind = _KINDS.get(name, "header" if "header" in short else "footer")
        links += f'<Relationship Id="{short}" Type="{_OFFICE}/{kind}" Target="{short}.xml"/>'
        types += f'<Override PartName="/{name}" ContentType="{_TYPE}{kind}+xml"/>'
        if kind in ("header", "footer"):
            references += f'<w:{kind}Reference w:type="default" r:id="{short}"/>'
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        parts[name] = f"{_HEAD}<w:{root} {_NAMES}>{inner}</w:{root}>"
    main = f"{_HEAD}<w:document {_NAMES}><w:body>{''.join(body)}<w:sectPr>{references if refer else ''}{section}</w:sectPr></w:body></w:document>"
    files = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{links}</Relationships>",
        "word/document.xml": main,
        **parts,
    }
    written = {name: text.encode() for name, text in files.items()} | dict(raw or {})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in written.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
