"""The package of a Word document (ECMA-376 Part 2): its parts, how they refer to one another, and copies with some of them changed."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple

from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.readers.word.archive import Archive
from disclosure_grammar.readers.word.xml import tree

MOST_TAGS = 1_500_000
"""Of all parts that are read, so that time and memory are bounded whatever they are filled with; 300 pages have about 200 000."""

_TYPES = "[Content_Types].xml"
_MAIN = "word/document.xml"
_WORD_TYPE = re.compile(r"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)", re.IGNORECASE)
_OTHERS = (
    (re.compile(r"spreadsheetml\.|ms-excel\.", re.IGNORECASE), "Excel 工作簿", "an Excel workbook"),
    (
        re.compile(r"presentationml\.|ms-powerpoint\.", re.IGNORECASE),
        "PowerPoint 演示文稿",
        "a PowerPoint presentation",
    ),
    (re.compile(r"ms-visio\.", re.IGNORECASE), "Visio 图形", "a Visio drawing"),
    (re.compile(r"ms-package\.xps", re.IGNORECASE), "XPS 版式文件", "an XPS document"),
)
_ESCAPED = re.compile(r"%([0-7][0-9A-Fa-f])")
_DECLARATION = re.compile(r"(<\?xml[^>]*?)\s+encoding\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_ENCODING = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_ENCODINGS = {b"gb2312": "gb18030", b"gbk": "gb18030", b"gb18030": "gb18030", b"iso-8859-1": "latin-1"}


class Relation(NamedTuple):
    """How a part refers to another.

    Attributes:
        id: by which the XML of the part refers to it.
        kind: the last word of the relationship's type, such as ``comments``.
        target: the name of the other part, which need not be there.
    """

    id: str
    kind: str
    target: str


class Package:
    """The parts of a Word document. They are unpacked when they are asked for; pictures never are.

    Attributes:
        main: the name of the part that holds the body.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._parts: dict[str, bytes] = {}
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self._tags = 0
        self._types = self._content_types()
        self.main = self._find_main()

    @classmethod
    def open(cls, data: bytes) -> Package:
        """Open a file in memory.

        Raises:
            Unreadable: it is no Word document, is damaged or encrypted, or unpacks to more than any document holds.
        """
        return cls(Archive(data))

    def part(self, name: str) -> bytes | None:
        """The bytes of a part that holds XML, in UTF-8 whatever it was written in; None where there is no such part.

        Raises:
            Unreadable: it is damaged, encrypted or too large, or in an encoding that does not fit.
        """
        if name not in self._parts:
            data = self._archive.read(name)
            if data is None:
                return None
            part = _utf8(data)
            self._tags += part.count(b"<")
            if self._tags > MOST_TAGS:
                raise Unreadable.too_much()
            self._parts[name] = part
        return self._parts[name]

    def relations(self, part: str) -> tuple[Relation, ...]:
        """How a part refers to others inside the package; the part named ``""`` stands for the package itself."""
        if part not in self._relations:
            data = self.part(relations_name(part))
            self._relations[part] = self._read_relations(part, data) if data is not None else ()
        return self._relations[part]

    def _read_relations(self, part: str, data: bytes) -> tuple[Relation, ...]:
        return tuple(
            Relation(one.attributes.get("Id", ""), one.attributes.get("Type", "").rpartition("/")[2], target)
            for one in tree(data).all("rel:Relationship")
            if one.attributes.get("TargetMode", "").lower() != "external"
            and (target := self._target(part, one.attributes.get("Target", "")))
        )

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """The names of the parts of a kind, such as ``comments``, that a part refers to and that are there."""
        found = (relation.target for relation in self.relations(part) if relation.kind == kind)
        return tuple(dict.fromkeys(target for target in found if target in self._archive))

    def rewritten(self, parts: Mapping[str, bytes]) -> bytes:
        """The same file with some parts replaced or, where there was none of that name, added.

        Every other member keeps its bytes, name, order, date, compression and attributes.
        """
        return self._archive.rewritten(parts)

    def _target(self, part: str, target: str) -> str:
        """The name of a part that is referred to from another; an empty string where it cannot be one."""
        path = target.partition("#")[0].replace("\\", "/")
        if not path:
            return ""
        found = normpath(join("/", dirname(part), path)).lstrip("/")
        return found if found in self._archive else _ESCAPED.sub(lambda match: chr(int(match[1], 16)), found)

    def _content_types(self) -> dict[str, str]:
        """The content type of each part that has one of its own."""
        data = self.part(_TYPES)
        if data is None:
            return {}
        return {
            one.attributes.get("PartName", "").lstrip("/").lower(): one.attributes.get("ContentType", "")
            for one in tree(data).all("ct:Override")
        }

    def _find_main(self) -> str:
        named = self.related("", "officeDocument")
        typed = [name for name, kind in self._types.items() if _WORD_TYPE.search(kind)]
        for name in (*named, *typed, _MAIN):
            kind = self._types.get(name.lower(), "")
            if name in self._archive and not any(other.search(kind) for other, _, _ in _OTHERS):
                return name
        raise self._no_document()

    def _no_document(self) -> Unreadable:
        """What the file is, if it is no Word document."""
        kinds = " ".join(self._types.values())
        zh, en = next(((zh, en) for kind, zh, en in _OTHERS if kind.search(kinds)), ("", ""))
        mimetype = b"" if zh or "mimetype" not in self._archive else self._archive.read("mimetype") or b""
        if mimetype.startswith(b"application/vnd.oasis.opendocument"):
            zh, en = "OpenDocument 文件（.odt 一类）", "an OpenDocument file (such as .odt)"
        if zh:
            return Unreadable(
                f"这是 {zh}，不是 Word 文档；请把要检查的文字另存为 .docx 后再检查",
                f"this is {en}, not a Word document; save the text to be checked as .docx and check that",
            )
        return Unreadable(
            "文件里没有 Word 正文，可能只是压缩包，或者已损坏；请用 Word 或 WPS 打开并另存为 .docx 后再检查",
            "there is no Word text in the file: it may be some archive, or damaged; open it in Word or WPS, save it as .docx and check that",
        )


def relations_name(part: str) -> str:
    """The name of the part that holds the relationships of a part; ``""`` stands for the package."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _utf8(data: bytes) -> bytes:
    """A part in UTF-8; the same bytes where they are that already."""
    encoding = _encoding(data)
    if encoding == "utf-8":
        return data
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        raise Unreadable.broken_xml() from error
    return _DECLARATION.sub(r"\1", text.removeprefix("\ufeff"), count=1).encode("utf-8", "replace")


def _encoding(data: bytes) -> str:
    """What a part is written in, as Python calls it; one that says anything else is UTF-8 or refused."""
    if data.startswith((codecs.BOM_UTF16_LE, b"<\0")):
        return "utf-16-le"
    if data.startswith((codecs.BOM_UTF16_BE, b"\0<")):
        return "utf-16-be"
    declared = _ENCODING.match(data)
    return _ENCODINGS.get(declared[1].lower(), "utf-8") if declared else "utf-8"
