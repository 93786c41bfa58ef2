"""PDF files for tests, object by object; Chinese text without an embedded font, as a form printed by a program has it."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts["
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>]>>"
)


def assemble(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream."""
    packed = zlib.compress(data, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n" % (entries, len(packed)) + packed + b"\nendstream"


def of_contents(*contents: bytes, resources: bytes = b"<</Font<</F 3 0 R>>>>", more: Sequence[bytes] = ()) -> bytes:
    """A file with a page for each content stream; object 3 is the font, ``more`` stand behind the pages."""
    pages, objects = [], []
    for number, content in enumerate(contents):
        page = 4 + 2 * number
        pages.append(b"%d 0 R" % page)
        head = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources %s" % resources
        objects += [head + b"/Contents %d 0 R>>" % (page + 1), stream(content)]
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(pages), len(pages))
    return assemble([b"<</Type/Catalog/Pages 2 0 R>>", tree, _FONT, *objects, *more])


def of_pages(*pages: str) -> bytes:
    """A file with these lines on its pages."""
    return of_contents(*map(_content, pages))


def _content(page: str) -> bytes:
    lines = [b"<%s> Tj T*" % line.encode("utf-16-be").hex().encode() for line in page.split("\n")]
    return b"BT /F 12 Tf 14 TL 70 780 Td " + b"\n".join(lines) + b" ET"
