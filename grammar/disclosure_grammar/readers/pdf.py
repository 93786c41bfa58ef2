"""The text of a PDF, through pypdf. A page knows no lines and no paragraphs: what comes out is a good guess and is marked as one."""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from disclosure_grammar.readers.columns import Printed, width
from disclosure_grammar.readers.pages import assemble
from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_grammar.source import Source

if TYPE_CHECKING:
    from pypdf import PdfReader

_TIME_LIMIT = 60.0  # seconds
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 10_000_000
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 60_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 1_000,
    "page_tree_maximum_entries": 10 * _MOST_PAGES,
}
"""What a page of a document never needs more of; a bomb is stopped there."""
_FEWEST = 20  # characters a document has at least; a scan that is only stamped with a number has fewer
_NOTHING = Printed("")
_MOST_UNKNOWN = 20  # one character in so many may be one that says nothing


def read_pdf(data: bytes, path: str) -> Source:
    """Read a PDF that holds text; its pages are separated by form feeds, its page numbers left out.

    Raises:
        Unreadable: pypdf is not installed; or the file is damaged, protected with a password, too large, or a picture without text.
    """
    try:
        import pypdf
    except ImportError as error:
        raise _not_installed() from error
    with _quiet(), pypdf.apply_configuration(**_LIMITS):
        try:
            pages = list(_pages(pypdf.PdfReader(BytesIO(data))))
        except (Unreadable, MemoryError):
            raise
        except pypdf.errors.LimitReachedError as error:
            raise _too_much() from error
        except (pypdf.errors.FileNotDecryptedError, pypdf.errors.DependencyError) as error:
            raise Unreadable.locked() from error
        except Exception as error:  # what a parser of strangers' files may raise is not to be listed
            raise _damaged() from error
    text = "".join(line.text for page in pages for line in page)
    if len("".join(text.split())) < _FEWEST:
        raise _scanned()
    if sum(map(_says_nothing, text)) * _MOST_UNKNOWN > len(text):
        raise _unmapped()
    return assemble(pages, path)


def _pages(reader: PdfReader) -> Iterator[list[Printed]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable.locked()
    if len(reader.pages) > _MOST_PAGES:
        raise _too_much()
    deadline = time.monotonic() + _TIME_LIMIT

    def watch(*_: Any) -> None:
        if time.monotonic() > deadline:
            raise _too_much()

    length = 0
    for page in reader.pages:
        watch()
        lines = _Lines()
        length += len(page.extract_text(visitor_operand_before=watch, visitor_text=lines.add))
        if length > _MOST_CHARACTERS:
            raise _too_much()
        yield lines.done()


class _Lines:
    """Collects what pypdf finds on a page, piece by piece, as lines with their places."""

    def __init__(self) -> None:
        self._done: list[Printed] = []
        self._line = _NOTHING

    def add(self, text: str, above: Sequence[float], matrix: Sequence[float], _: object, size: float) -> None:
        """One more piece: its text, the matrices of the page and of the text, its font and the size of that."""
        first, *others = text.split("\n")
        upright = not (above[1] or above[2] or matrix[1] or matrix[2])
        left = matrix[4] * above[0] + above[4] if upright and text.strip() else None
        self._append(first, left, size * abs(matrix[3] * above[3]))
        for other in others:
            self._done.append(self._line)
            self._line = _NOTHING
            self._append(other, None, 0)  # where it stands is known of the beginning of a piece only

    def _append(self, text: str, left: float | None, size: float) -> None:
        line = self._line
        if not text.strip():
            self._line = line._replace(text=line.text + text)
        elif left is None:
            self._line = Printed(line.text + text)
        elif not line.text.strip():
            indent = width(text[: len(text) - len(text.lstrip())]) * size
            self._line = Printed(line.text + text, left + indent, left + width(text) * size, size)
        elif line.size:
            self._line = line._replace(text=line.text + text, right=left + width(text) * size)
        else:
            self._line = line._replace(text=line.text + text)

    def done(self) -> list[Printed]:
        return [*self._done, self._line]


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing on the standard error: pypdf reports every oddity of a file there."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        logger.setLevel(level)


def _says_nothing(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or (character < " " and character not in "\t\n\r")


def _not_installed() -> Unreadable:
    return Unreadable(
        "读 PDF 要先安装 pypdf（pip install pypdf）；最好直接检查导出这份 PDF 的 Word 文档",
        "reading a PDF takes pypdf (pip install pypdf); better check the Word document the PDF was made from",
    )


def _damaged() -> Unreadable:
    return Unreadable(
        "PDF 文件已损坏，读不了；请重新导出，最好检查导出它的 Word 文档",
        "the PDF is damaged; make it again, or better check the Word document it was made from",
    )


def _too_much() -> Unreadable:
    return Unreadable(
        "PDF 页数过多或内容过于复杂，不予读取；请检查导出它的 Word 文档",
        "the PDF has too many pages or too much in them and is not read; check the Word document it was made from",
    )


def _scanned() -> Unreadable:
    return Unreadable(
        "这份 PDF 是扫描件或图片，里面没有文字；请先识别成文字，另存为 .docx 或 .txt 后再检查",
        "the PDF is a scan or picture without text; recognise its text, save that as .docx or .txt and check it",
    )


def _unmapped() -> Unreadable:
    return Unreadable(
        "这份 PDF 里的文字无法还原（字体没有编码对照表）；请检查导出它的 Word 文档",
        "the text of the PDF cannot be told from its fonts; check the Word document it was made from",
    )
