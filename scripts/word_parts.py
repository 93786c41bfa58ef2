"""The parts of a .docx as a Chinese office has them: A4 with the margins and fonts of GB/T 9704, numbered headings, notes, comments.

The ids of styles are those of a Chinese Word: ``a`` ordinary text, ``1`` to ``4`` headings, ``a3`` title, ``a4`` header, ``a6`` footer, ``a8`` and ``a9``
footnote, ``aa`` and ``ab`` comment, ``ad`` words in a table, ``ae`` red head, ``af`` signatory and date,
``af1`` caption.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'mc:Ignorable="w14 w15"'
)

TABLE_PROPERTIES = (
    '<w:tblPr><w:tblStyle w:val="ac"/><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
)


def _font(chinese: str, size: int, more: str = "") -> str:
    """Run properties; the size in half points."""
    fonts = (
        f'<w:rFonts w:ascii="Times New Roman" w:eastAsia="{chinese}" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    )
    return f'<w:rPr>{fonts}{more}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _style(name: str, inner: str, number: str, kind: str = "paragraph", based: str = "a") -> str:
    basis = f'<w:basedOn w:val="{based}"/>' if based else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return f'<w:style w:type="{kind}"{default} w:styleId="{number}"><w:name w:val="{name}"/>{basis}<w:qFormat/>{inner}</w:style>'


_LINES = '<w:spacing w:line="560" w:lineRule="exact"/>'
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _heading(level: int, font: str, more: str = "") -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
    properties = f'<w:pPr><w:keepNext/>{numbers}<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
    return _style(f"heading {level}", properties + _font(font, 32, more), str(level))


STYLES = "".join(
    (
        f"<w:docDefaults><w:rPrDefault>{_font('宋体', 21)}</w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        _style("Normal", f'<w:pPr><w:widowControl w:val="0"/>{_LINES}{_INDENT}<w:jc w:val="both"/></w:pPr>' + _font("仿宋_GB2312", 32), "a", based=""),
        _heading(1, "黑体"),
        _heading(2, "楷体_GB2312"),
        _heading(3, "仿宋_GB2312", "<w:b/>"),
        _heading(4, "仿宋_GB2312"),
        _style("Title", f'<w:pPr>{_LINES}{_FLUSH}<w:jc w:val="center"/></w:pPr>' + _font("方正小标宋简体", 44), "a3"),
        _style("header", f'<w:pPr>{_FLUSH}<w:jc w:val="center"/></w:pPr>' + _font("宋体", 18), "a4"),
        _style("footer", f"<w:pPr>{_FLUSH}</w:pPr>" + _font("宋体", 28), "a6"),
        _style("footnote text", f'<w:pPr><w:snapToGrid w:val="0"/>{_FLUSH}<w:jc w:val="left"/></w:pPr>' + _font("仿宋_GB2312", 18), "a8"),
        _style("footnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', "a9", "character", ""),
        _style("annotation text", f'<w:pPr>{_FLUSH}<w:jc w:val="left"/></w:pPr>' + _font("宋体", 21), "aa"),
        _style("annotation reference", '<w:rPr><w:sz w:val="21"/></w:rPr>', "ab", "character", ""),
        _style("Table Grid", f"<w:tblPr><w:tblBorders>{_GRID}</w:tblBorders></w:tblPr>", "ac", "table", ""),
        _style("表格文字", f'<w:pPr><w:spacing w:line="360" w:lineRule="exact"/>{_FLUSH}<w:jc w:val="left"/></w:pPr>' + _font("仿宋_GB2312", 24), "ad"),
        _style("红头", f'<w:pPr><w:spacing w:line="900" w:lineRule="exact"/>{_FLUSH}<w:jc w:val="center"/></w:pPr>'
               + _font("方正小标宋简体", 64, '<w:color w:val="FF0000"/>'), "ae"),
        _style("落款", f'<w:pPr>{_FLUSH}<w:jc w:val="right"/></w:pPr>', "af"),
        _style("caption", f'<w:pPr>{_FLUSH}<w:jc w:val="center"/></w:pPr>' + _font("黑体", 28), "af1"),
    )
)  # fmt: skip

_LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)


def _level(at: int, kind: str, text: str, style: str = "", indent: int = 640) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLineChars="0" w:firstLine="{indent}"/></w:pPr></w:lvl>'
    )


def _numbering() -> str:
    """Lists: 1 the headings, 2 a plain （一）, 3 the first column of a table, 4 to 6 items that run on, each starting anew."""
    headings = "".join(_level(at, kind, text, str(at + 1)) for at, (kind, text) in enumerate(_LEVELS))
    plain = _level(0, "chineseCounting", "（%1）")
    column = _level(0, "decimal", "%1", indent=0)
    items = _level(0, "decimal", "%1.")
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for at, levels in enumerate((headings, plain, column, items))
    )
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return lists + "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{min(at, 3)}"/>{anew if at > 3 else ""}</w:num>'
        for at in range(6)
    )


def text_box(lines: str) -> str:
    """A text box over the width of the page, as Word writes it: for programs that know shapes, and for those that do not."""
    size = '<wp:extent cx="5615940" cy="1260000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="文本框 1"/>'
    place = (
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    )
    shape = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5615940" cy="1260000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{lines}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" '
        f'allowOverlap="1">{place}{size}<wp:cNvGraphicFramePr/>{shape}</wp:anchor>'
    )
    old = (
        '<w:pict><v:shape id="box1" style="width:442.2pt;height:99.2pt" stroked="f"><v:textbox><w:txbxContent>'
        f"{lines}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    choice = f'<mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"


def page_number(side: str, *content: str) -> str:
    """A footer with the number of the page, in the content control that Word's gallery puts around it."""
    line = f'<w:p><w:pPr><w:pStyle w:val="a6"/><w:jc w:val="{side}"/></w:pPr>{"".join(content)}</w:p>'
    gallery = '<w:docPartObj><w:docPartGallery w:val="Page Numbers (Bottom of Page)"/><w:docPartUnique/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{line}</w:sdtContent></w:sdt>"


def _section(margins: Mapping[str, str]) -> str:
    refer = "".join(
        f'<w:{name[:-1]}Reference w:type="{"default" if name.endswith("1") else "even"}" r:id="{name}"/>'
        for name in margins
    )
    return (
        f'<w:sectPr>{refer}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>'
        '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
    )


def _comments(comments: Sequence[tuple[str, str]], when: str) -> str:
    return "".join(
        f'<w:comment w:id="{number}" w:author={quoteattr(author)} w:date="{when}" w:initials={quoteattr(author[0])}>'
        f'<w:p w14:paraId="{0x2B000000 + number:08X}" w14:textId="77777777"><w:pPr><w:pStyle w:val="aa"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="ab"/></w:rPr><w:annotationRef/></w:r><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:comment>'
        for number, (author, text) in enumerate(comments)
    )


def _footnotes(notes: Sequence[str]) -> str:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:pStyle w:val="a8"/></w:pPr><w:r><w:{sign}/></w:r></w:p></w:footnote>'
        for number, kind, sign in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    return lines + "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="a8"/></w:pPr><w:r><w:rPr><w:rStyle w:val="a9"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{note}</w:p></w:footnote>'
        for number, note in enumerate(notes, 1)
    )


def _settings(margins: Mapping[str, str], notes: Sequence[str]) -> str:
    sides = "<w:evenAndOddHeaders/>" if "footer2" in margins else ""
    marks = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if notes else ""
    return (
        f'<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>{sides}<w:characterSpacingControl w:val="compressPunctuation"/>{marks}'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )


def _people(comments: Sequence[tuple[str, str]]) -> str:
    authors = dict.fromkeys(author for author, _ in comments)
    return "".join(
        f'<w15:person w15:author={quoteattr(one)}><w15:presenceInfo w15:providerId="None" w15:userId={quoteattr(one)}/></w15:person>'
        for one in authors
    )


def _extended(comments: Sequence[tuple[str, str]]) -> str:
    return "".join(
        f'<w15:commentEx w15:paraId="{0x2B000000 + number:08X}" w15:done="0"/>' for number in range(len(comments))
    )


def package(
    *,
    about: tuple[str, str],
    body: str,
    comments: Sequence[tuple[str, str]],
    notes: Sequence[str],
    links: Sequence[str],
    margins: Mapping[str, str],
    when: str,
) -> dict[str, str]:
    """The parts of a document by name.

    Args:
        about: title and author.
        body: the paragraphs and tables.
        comments: author and text of each, by number from 0.
        notes: the runs of each footnote, by number from 1.
        links: the addresses of ``link1``, ``link2`` and so on.
        margins: the paragraphs of ``header1``, ``header2`` (even pages), ``footer1`` and ``footer2``.
        when: date and time of all that has one.
    """
    inner = {
        "styles": ("w:styles", "styles", STYLES),
        "numbering": ("w:numbering", "numbering", _numbering()),
        "settings": ("w:settings", "settings", _settings(margins, notes)),
    }
    if notes:
        inner["footnotes"] = ("w:footnotes", "footnotes", _footnotes(notes))
    if comments:
        inner["comments"] = ("w:comments", "comments", _comments(comments, when))
        inner["commentsExtended"] = ("w15:commentsEx", "commentsExtended", _extended(comments))
        inner["people"] = ("w15:people", "people", _people(comments))
    for name, content in margins.items():
        inner[name] = ("w:hdr" if name.startswith("header") else "w:ftr", name[:-1], content)
    document = f"<w:body>{body}{_section(margins)}</w:body>"
    return {
        "[Content_Types].xml": _content_types({name: kind for name, (_, kind, _) in inner.items()}),
        "_rels/.rels": _relationships((("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
                                       ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"))),
        "word/document.xml": f"{_HEAD}<w:document {_NAMES}>{document}</w:document>",
        "word/_rels/document.xml.rels": _links({name: kind for name, (_, kind, _) in inner.items()}, links),
        **{f"word/{name}.xml": f"{_HEAD}<{root} {_NAMES}>{content}</{root}>" for name, (root, _, content) in inner.items()},
        "docProps/core.xml": _core(*about, when),
    }  # fmt: skip


_MICROSOFT = {"commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
              "people": "http://schemas.microsoft.com/office/2011/relationships/people"}  # fmt: skip


def _relationships(links: Sequence[tuple[str, str, str]], more: str = "") -> str:
    made = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in links)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}{more}</Relationships>'


def _links(kinds: Mapping[str, str], links: Sequence[str]) -> str:
    outside = "".join(
        f'<Relationship Id="link{number}" Type="{_OFFICE}/hyperlink" Target={quoteattr(address)} TargetMode="External"/>'
        for number, address in enumerate(links, 1)
    )
    inside = [(name, _MICROSOFT.get(kind, f"{_OFFICE}/{kind}"), f"{name}.xml") for name, kind in kinds.items()]
    return _relationships(inside, outside)


def _content_types(kinds: Mapping[str, str]) -> str:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{main}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **kinds}.items()
    )
    core = '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{rels}<Default Extension="xml" ContentType="application/xml"/>{overrides}{core}</Types>'


def _core(title: str, author: str, when: str) -> str:
    names = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    dates = "".join(
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{when}</dcterms:{what}>' for what in ("created", "modified")
    )
    return (
        f"{_HEAD}<cp:coreProperties {names}><dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy><cp:revision>7</cp:revision>{dates}</cp:coreProperties>"
    )
