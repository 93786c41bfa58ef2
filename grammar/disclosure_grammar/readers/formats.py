"""Which format a file has. Its bytes decide; its ending only where they leave it open.

Names lie: many a ``.doc`` is a web page that an office system exported, many a ``.docx`` an old document renamed by hand. A file in a format
that is known and not read is refused in a sentence that says what it is and what to do.
"""

from __future__ import annotations

import os
import re
from enum import StrEnum

from disclosure_grammar.endings import BINARY
from disclosure_grammar.pattern import Pattern
from disclosure_grammar.readers.unreadable import Unreadable


class Format(StrEnum):
    """A format that is read."""

    TEXT = "text"
    HTML = "html"
    WORD = "docx"
    PDF = "pdf"
    # through another program, under the ending by which it knows them
    WORD_97 = "doc"
    RICH_TEXT = "rtf"
    OPEN_DOCUMENT = "odt"
    FLAT_OPEN_DOCUMENT = "fodt"
    WORD_XML = "xml"


CONVERTED = frozenset(
    {Format.WORD_97, Format.RICH_TEXT, Format.OPEN_DOCUMENT, Format.FLAT_OPEN_DOCUMENT, Format.WORD_XML}
)
"""The formats that become a Word document before they are read."""

MARKDOWN = (".md", ".markdown", ".mdown")
_HTML = (".html", ".htm", ".xhtml", ".shtml")

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_BOM = b"\xef\xbb\xbf"
_PAGE = Pattern(
    r"(?>(?><\?xml\b[^>]*>|<!--.*?-->|\s+)*)<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE | re.DOTALL
)
_PARTS = Pattern(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_FLAT_WORD = "<pkg:package"
_XML = (
    ("http://schemas.microsoft.com/office/word/2003/wordml", Format.WORD_XML),
    ('mimetype="application/vnd.oasis.opendocument.text', Format.FLAT_OPEN_DOCUMENT),
)

_PICTURE = rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(?:hei|mif|avif)"
_ARCHIVE = rb"Rar!|7z\xbc\xaf|\x1f\x8b\x08|BZh[1-9]1AY|\xfd7zXZ"
_IN_A_ZIP = (
    (b"OFD.xml", " OFD 版式文件", "an OFD document"),
    (b"Index/Document.iwa", "苹果 Pages 文稿", "an Apple Pages document"),
    (b"uof.xml", "标文通（UOF）文件", "a UOF document"),
)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_SAVE_AS = "请打开后另存为 .docx 再检查", "open it, save it as .docx and check that"


def detect(data: bytes, path: str) -> Format:
    """The format of a file.

    Args:
        data: its bytes.
        path: its name; only the ending counts.

    Raises:
        Unreadable: it is in a format that is known and not read, protected with a password, or empty where it cannot be.
    """
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        return _in_zip(data)
    if head.startswith(_OLE):
        return _in_ole(data)
    start = head.removeprefix(_BOM).lstrip()
    if start.startswith(b"{\\rtf"):
        return Format.RICH_TEXT
    ending = os.path.splitext(path)[1].lower()
    if start.startswith(b"%PDF-") or (ending == ".pdf" and b"%PDF-" in head):
        return Format.PDF
    if b"\0" in head:
        _refuse_known(head)
    if not start and ending in BINARY:
        raise Unreadable(
            "文件是空的，没有任何内容；可能没有保存或下载完整，请换一份再检查",
            "the file is empty: it may not have been saved or downloaded to the end; get it again and check that",
        )
    return _written(head, ending)


def _written(head: bytes, ending: str) -> Format:
    """The format of what seems to be characters."""
    words = _decoded(head)
    if ending != ".txt" and _PARTS.match(words):
        raise _foreign("单个文件网页（MHT）", "a web archive (MHT)")
    if ending in _HTML or (ending not in MARKDOWN and _PAGE.match(words)):
        return Format.HTML
    if words.startswith("<") and (kind := _in_xml(words)):
        return kind
    return Format.TEXT


def _in_xml(words: str) -> Format | None:
    """The format of a document in a single XML file; None where it is none that is known."""
    if "<uof:UOF" in words:
        raise _foreign("标文通（UOF）文件", "a UOF document")
    if _FLAT_WORD in words:
        raise _foreign("存成单个 XML 文件的 Word 文档", "a Word document saved as a single XML file")
    kind = next((kind for sign, kind in _XML if sign in words), None)
    if kind and "<!DOCTYPE" in words:
        raise Unreadable.document_type()
    return kind


def _decoded(head: bytes) -> str:
    """The beginning of a text as far as it takes to know markup."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").lstrip()
    return head.removeprefix(_BOM).decode("latin-1").lstrip()


def _in_zip(data: bytes) -> Format:
    """The format of a package: names of its members stand in the bytes as they are."""
    at = data.find(_OPEN_DOCUMENT, 30, 100)
    if at >= 0:
        kind = data[at + len(_OPEN_DOCUMENT) : at + len(_OPEN_DOCUMENT) + 20]
        if kind.startswith(b"text"):
            return Format.OPEN_DOCUMENT
        raise _no_text(" OpenDocument 表格、演示文稿或图形", "an OpenDocument spreadsheet, presentation or drawing")
    if b"[Content_Types].xml" in data:
        return Format.WORD  # or another of its family: the package says which
    for name, zh, en in _IN_A_ZIP:
        if name in data:
            raise _foreign(zh, en)
    if b"META-INF/manifest.xml" in data and b"content.xml" in data:
        return Format.OPEN_DOCUMENT
    return Format.WORD  # whoever opens the package says what is wrong with it


def _in_ole(data: bytes) -> Format:
    """The format of what older programs write: a file system in a file."""
    from disclosure_grammar.readers import ole

    streams = ole.streams(data)
    if {"EncryptedPackage", "EncryptionInfo"} & streams.keys():
        raise Unreadable.locked()
    if "WordDocument" in streams:
        if ole.is_encrypted(streams["WordDocument"]):
            raise Unreadable.locked()
        return Format.WORD_97
    for names, zh, en in _IN_OLE:
        if names & streams.keys():
            raise _no_text(zh, en)
    if "__properties_version1.0" in streams:
        raise Unreadable(
            "这是一封邮件（Outlook .msg），不是文稿；请把邮件里的附件或正文另存后再检查",
            "this is a mail message (Outlook .msg); save the attachment or the text in it and check that",
        )
    if not streams:
        raise Unreadable(
            "文件已损坏（旧版 Word 文件结构不完整）；请用 Word 或 WPS 打开并另存为 .docx 后再检查",
            "the file is damaged (an old Word file, incomplete); open it in Word or WPS, save it as .docx and check that",
        )
    raise _foreign("旧版办公软件文件（不是 Word 文档）", "a file of an old office program (no Word document)")


_IN_OLE = (
    ({"Workbook", "Book"}, "电子表格（Excel 或 WPS 表格）", "a spreadsheet (Excel)"),
    ({"PowerPoint Document"}, "演示文稿（PowerPoint 或 WPS 演示）", "a presentation (PowerPoint)"),
    ({"VisioDocument"}, " Visio 图形", "a Visio drawing"),
)


def _refuse_known(head: bytes) -> None:
    if re.match(_PICTURE, head, re.DOTALL):
        raise Unreadable(
            "这是图片（照片或扫描件），里面没有可检查的文字；请先识别成文字，另存为 .docx 或 .txt 后再检查",
            "this is a picture and holds no text to check; recognise its text, save that as .docx or .txt and check it",
        )
    if re.match(_ARCHIVE, head):
        raise Unreadable(
            "这是压缩包；请解压后检查里面的文稿", "this is a compressed archive; unpack it and check the drafts in it"
        )


def _foreign(zh: str, en: str) -> Unreadable:
    """It is a text that others can open."""
    return Unreadable(f"这是{zh}，不能直接读取；{_SAVE_AS[0]}", f"this is {en}, which is not read; {_SAVE_AS[1]}")


def _no_text(zh: str, en: str) -> Unreadable:
    """It is no text at all."""
    return Unreadable(
        f"这是{zh}，不是文稿；请把要检查的文字另存为 .docx 或 .txt",
        f"this is {en} and no text; save what is to be checked as .docx or .txt",
    )
