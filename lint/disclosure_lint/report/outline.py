"""The outline of drafts: a tree for people, and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from disclosure_grammar.source import Source
from disclosure_grammar.tree import CONTAINERS, Document, Kind, Node
from disclosure_lint.catalogue import GENRE_NAMES
from disclosure_lint.facts.model import Personal
from disclosure_lint.mask import Masker
from disclosure_lint.outline import children, level
from disclosure_lint.report import View
from disclosure_lint.report.colour import drawn
from disclosure_lint.report.json import SCHEMA, dump, place
from disclosure_lint.report.words import one_line
from disclosure_lint.rule import Text

if TYPE_CHECKING:
    from rich.text import Text as Words
    from rich.tree import Tree

_TITLED = frozenset({Kind.TITLE, Kind.SALUTATION, Kind.SIGNATORY, Kind.DATE})
_LONGEST = 120  # characters: no terminal shows more in a line
_KINDS = {
    Kind.LABELLED: Text("标签段", "labelled"),
    Kind.ENUMERATION: Text("列举", "enumeration"),
    Kind.TABLE: Text("表格", "table"),
    Kind.CONTACTS: Text("联系方式", "contacts"),
    Kind.SIGNATURE: Text("落款", "signature"),
    Kind.ANNEX: Text("附件", "annex"),
    Kind.TITLE: Text("标题", "title"),
    Kind.SALUTATION: Text("主送机关", "salutation"),
    Kind.CAPTION: Text("无序号小标题", "caption"),
    Kind.LABEL: Text("标签", "label"),
    Kind.OPENING: Text("起句", "opening"),
    Kind.POINT: Text("分项", "point"),
    Kind.DASH: Text("条目", "dash"),
    Kind.PARAGRAPH: Text("段落", "paragraph"),
    Kind.ROW: Text("行", "row"),
    Kind.INVITATION: Text("监督邀请", "invitation"),
    Kind.CONTACT: Text("联系方式", "contact"),
    Kind.SIGNATORY: Text("发文机关", "signatory"),
    Kind.DATE: Text("成文日期", "date"),
    Kind.ANNEX_NOTE: Text("附件说明", "annex note"),
    Kind.NOTE: Text("附注", "note"),
    Kind.FOOTNOTE: Text("脚注", "footnote"),
    Kind.MARGIN: Text("页眉页脚", "page margin"),
    Kind.RESIDUE: Text("网页残留", "page residue"),
    Kind.CONTENTS: Text("目录", "contents"),
    Kind.COMMENT: Text("注释", "comment"),
    Kind.CODE: Text("代码", "code"),
}


class FileOutline(NamedTuple):
    """The outline of one file; ``error`` says why there is none."""

    path: str
    error: Text | None = None
    genre: str | None = None
    document: Document | None = None
    personal: tuple[Personal, ...] = ()


def as_json(files: Sequence[FileOutline], view: View) -> str:
    """The outlines as JSON, schema 1."""
    return dump({"schema": SCHEMA, "files": [_file(file, view) for file in files]}, view)


def _file(file: FileOutline, view: View) -> dict[str, Any]:
    outline = None
    if file.document is not None:
        outline = _node(file.document.root, file.document.source, Masker(file.document.source, file.personal))
    return {
        "path": file.path,
        "genre": file.genre,
        "error": view.say(file.error) if file.error else None,
        "outline": outline,
    }


def _node(node: Node, source: Source, masker: Masker) -> dict[str, Any]:
    title = node.title or (masker.slice(node.words) if node.kind in _TITLED else "")
    return {
        "kind": node.kind.value,
        "level": level(node),
        "label": node.label.text if node.label else None,
        "number": node.label.number if node.label else None,
        "title": masker.text(title),
        "range": place(source, node.span),
        "children": [_node(child, source, masker) for child in children(node)],
    }


def as_text(files: Sequence[FileOutline], view: View) -> str:
    """A tree for each file that could be read."""
    trees = [_tree(file, file.document, view) for file in files if file.document is not None]
    return drawn(view, *trees)


def _tree(file: FileOutline, document: Document, view: View) -> Tree:
    from rich.text import Text as Words
    from rich.tree import Tree

    masker = Masker(document.source, file.personal)
    genre = view.say(GENRE_NAMES[file.genre or "other"])
    tree = Tree(Words.assemble((one_line(file.path), "bold"), (f"  {genre}", "dim")), guide_style="dim")
    stack: list[tuple[Tree, Node]] = [(tree, document.root)]
    while stack:
        branch, node = stack.pop()
        for child in _shown(node):
            grown = branch.add(_line(child, document.source, masker, view))
            if child.kind in CONTAINERS:
                stack.append((grown, child))
    return tree


def _shown(node: Node) -> list[Node]:
    """What stands under a node in the tree; the label of a labelled block is shown in the line of the block."""
    return [
        child
        for child in children(node)
        if child.kind not in (Kind.LABEL, Kind.OPENING) or node.kind is not Kind.LABELLED
    ]


def _line(node: Node, source: Source, masker: Masker, view: View) -> Words:
    from rich.text import Text as Words

    where = (f"{source.place(node.span.start).line} ", "dim")
    if node.kind is Kind.SECTION:
        label = node.label.text if node.label else ""
        line = Words.assemble(where, (label, "bold cyan"), (one_line(masker.text(node.title)), "bold"))
    else:
        words = masker.text(node.title) if node.kind in CONTAINERS else masker.slice(node.words)[:_LONGEST]
        line = Words.assemble(where, (view.say(_KINDS[node.kind]), "magenta"), " ", one_line(words.strip()))
    line.no_wrap, line.overflow = True, "ellipsis"
    return line
