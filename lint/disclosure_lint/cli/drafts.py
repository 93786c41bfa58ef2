"""Drafts as files that are read to be written again: in the encoding they came in."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

from disclosure_grammar.endings import BINARY
from disclosure_grammar.readers import from_bytes, word_bytes
from disclosure_grammar.readers.formats import CONVERTED, Format, detect
from disclosure_grammar.readers.text import encode
from disclosure_grammar.source import Source
from disclosure_lint.cli import writing
from disclosure_lint.errors import UserError
from disclosure_lint.fixing import Fixed, Obstructs
from disclosure_lint.rule import Text

_NO_PAGES = Text(
    "网页不能直接改正；请把正文存成 .docx、.txt 或 .md 再改",
    "a web page cannot be corrected; save its text as .docx, .txt or .md and correct that",
)
_NO_PDF = Text("PDF 不能直接改正；请改生成它的原稿", "a PDF cannot be corrected; correct the draft it was made from")
_CONVERTED = Text(
    "旧格式文档改正后只能存成 .docx：请加 -o，写明新文件名，如 -o 改正稿.docx",
    "a document in this format is corrected as .docx: name the new file with -o, as in -o corrected.docx",
)
_NO_TRACKING = Text("--track-changes 只用于 Word 文档", "--track-changes is for Word documents")
_NO_WORD = Text(
    "纯文本草稿不能存成 {}：-o 后的文件名请用原来的后缀",
    "a plain text cannot be written as {}: end the name after -o like that of the draft",
)
_ENCODING = Text(
    "这份文稿是 {} 编码，存不下改正用的字“{}”，没有改；请另存为 UTF-8 后再改",
    "the draft is in {}, which lacks “{}” that a correction puts in: nothing was changed; save it as UTF-8 first",
)


class Draft(NamedTuple):
    """A draft, open for correction.

    Attributes:
        data: the file as it was read.
        source: its text.
        obstructs: what cannot be changed in the file although it is text; None where everything can.
        revised: makes the new file of what came of the corrections.
    """

    data: bytes
    source: Source
    obstructs: Obstructs | None
    revised: Callable[[Fixed], bytes]


class Target(NamedTuple):
    """Where the corrected draft goes, and in what form.

    Attributes:
        path: the file; None for the draft's own.
        tracked: whether corrections are written as tracked changes.
        shown: whether they are only shown, and nothing is written.
    """

    path: str | None = None
    tracked: bool = False
    shown: bool = False


def opened(data: bytes, path: str, max_size: int, target: Target) -> Draft:
    """A draft, open for correction.

    Args:
        data: the file.
        path: what it is called.
        max_size: the most bytes it may have.
        target: where it is to go.

    Raises:
        Unreadable: it cannot be read.
        UserError: it can be read and not be corrected, or not as it was asked for.
    """
    kind = detect(data, path)
    if kind is Format.HTML:
        raise UserError(_NO_PAGES)
    if kind is Format.PDF:
        raise UserError(_NO_PDF)
    if kind is not Format.TEXT:
        return _word(data, path, target, converted=kind in CONVERTED)
    if target.tracked:
        raise UserError(_NO_TRACKING)
    ending = os.path.splitext(target.path or "")[1].lower()
    if ending in BINARY:
        raise UserError(Text(_NO_WORD.zh.format(ending), _NO_WORD.en.format(ending)))
    source = from_bytes(data, path, max_size)
    return Draft(data, source, None, lambda fixed: _encoded(fixed.source, source) if fixed.edits else data)


def _word(data: bytes, path: str, target: Target, *, converted: bool) -> Draft:
    from datetime import datetime

    from disclosure_grammar.readers.word import read_word
    from disclosure_lint.word.editable import Editable
    from disclosure_lint.word.revise import Tracking, revise

    if converted and target.path is None and not target.shown:
        raise UserError(_CONVERTED)
    if target.path is not None:
        writing.demand_ending(path, target.path)
    document = word_bytes(data, path)
    word = read_word(document, path)
    tracking = Tracking(datetime.now()) if target.tracked else None

    def revised(fixed: Fixed) -> bytes:
        if not fixed.edits:
            return document
        made = revise(word, fixed.edits, tracking)
        if read_word(made, path).source.text != fixed.source.text:  # better no correction than a damaged document
            raise RuntimeError("the revised document does not read as it should")
        return made

    return Draft(data, word.source, Editable(word).obstacle, revised)


def _encoded(source: Source, before: Source) -> bytes:
    try:
        return encode(source.text, source.encoding, before.text)
    except UnicodeEncodeError as error:
        lacking = source.text[error.start : error.start + 1]
        name = error.encoding.upper()
        raise UserError(Text(_ENCODING.zh.format(name, lacking), _ENCODING.en.format(name, lacking))) from error
