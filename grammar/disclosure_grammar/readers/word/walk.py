"""The walk through a Word document that makes a text of it: the body, then notes, then headers and footers."""

from __future__ import annotations

from disclosure_grammar.readers.word.blocks import Blocks
from disclosure_grammar.readers.word.composition import Composition
from disclosure_grammar.readers.word.fields import Fields
from disclosure_grammar.readers.word.model import Story, Word
from disclosure_grammar.readers.word.numbering import Numbering
from disclosure_grammar.readers.word.package import Package
from disclosure_grammar.readers.word.remarks import Anchors, remarks
from disclosure_grammar.readers.word.runs import Setting
from disclosure_grammar.readers.word.sections import Margins
from disclosure_grammar.readers.word.styles import Styles
from disclosure_grammar.readers.word.xml import Element, elements, tree
from disclosure_grammar.source import Layout, Part, Source

_STORIES = {
    Part.FOOTNOTE: Story.FOOTNOTE,
    Part.ENDNOTE: Story.ENDNOTE,
    Part.HEADER: Story.HEADER,
    Part.FOOTER: Story.FOOTER,
}


def read(package: Package, path: str, view: str) -> Word:
    """Make a text of a package; see ``read_word``."""
    walk = _Walk(package, original=view == "original")
    walk.body()
    walk.notes()
    walk.margins()
    return walk.word(path)


class _Walk:
    def __init__(self, package: Package, *, original: bool) -> None:
        self._package = package
        self._original = original
        self._relations = package.relations(package.main)
        styles = Styles.of(self._root("styles"))
        self._numbering = Numbering.of(self._root("numbering"), styles)
        self._out = Composition()
        self._anchors = Anchors()
        body = self._setting(Story.BODY, package.main, package.part(package.main) or b"")
        settings = self._root("settings")
        margins = Margins(two_sided=settings is not None and bool(settings.on("w:evenAndOddHeaders")))
        self._blocks = Blocks(self._out, self._anchors, styles, body, margins, original=original)

    def body(self) -> None:
        """Read the body with its tables and text boxes, one block after the other."""
        for element in elements(self._blocks.runs.setting.data, 2):
            self._blocks.read((element,))
        self._blocks.close()

    def notes(self) -> None:
        """Read the footnotes and endnotes that are referred to, in the order of their references."""
        for part in (Part.FOOTNOTE, Part.ENDNOTE):
            anchors: dict[str, int] = {}
            for reference in self._blocks.runs.notes:
                if reference.part is part:
                    anchors.setdefault(reference.id, reference.anchor)
            name = self._related(f"{part}s")
            if anchors and name:
                self._notes(part, name, anchors)

    def _notes(self, part: Part, name: str, anchors: dict[str, int]) -> None:
        setting = self._setting(_STORIES[part], name, self._package.part(name) or b"")
        found = {
            note.attributes.get("w:id", ""): note
            for note in elements(setting.data, 1)
            if note.attributes.get("w:id") in anchors and note.attributes.get("w:type", "normal") == "normal"
        }
        last = max(len(self._out.paragraphs) - 1, 0)
        for number, (note, anchor) in enumerate(anchors.items(), start=1):
            if note in found:
                self._blocks.runs.setting = setting._replace(anchor=min(anchor, last), fields=Fields())
                self._blocks.read_apart(part, number, found[note].children)

    def margins(self) -> None:
        """Read the headers, then the footers, that the sections show."""
        targets = {relation.id: relation.target for relation in self._relations}
        wanted = dict.fromkeys((part, targets.get(number, "")) for part, number in self._blocks.margins.shown)
        for part, name in sorted(wanted, key=lambda one: one[0] is Part.FOOTER):
            data = self._package.part(name) if name else None
            if data is not None:
                self._blocks.runs.setting = self._setting(_STORIES[part], name, data)._replace(anchor=0)
                self._blocks.read_apart(part, 0, elements(data, 1))

    def word(self, path: str) -> Word:
        """What was read."""
        out, package = self._out, self._package
        name = self._related("comments")
        comments = elements(package.part(name) or b"", 1) if name else ()
        said, changes = remarks(comments, self._anchors), out.changes.listed()
        apart, pictures = tuple(self._blocks.apart), tuple(out.pictures)
        layout = Layout("docx", apart, tuple(out.generated), changes, said, pictures=pictures)
        source = Source(path, out.text, layout=layout)
        return Word(package, source, tuple(out.pieces), tuple(out.paragraphs))

    def _related(self, kind: str) -> str:
        """The name of the first part of a kind that the body refers to and that is there."""
        return next(iter(self._package.related(self._package.main, kind)), "")

    def _root(self, kind: str) -> Element | None:
        name = self._related(kind)
        data = self._package.part(name) if name else None
        return tree(data) if data is not None else None

    def _setting(self, story: Story, part: str, data: bytes) -> Setting:
        return Setting(story, part, data, self._numbering.counter(original=self._original), Fields())
