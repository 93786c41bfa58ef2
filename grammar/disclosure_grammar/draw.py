"""A tree as text, one node a line: for documentation and for whoever works on the grammar."""

from __future__ import annotations

from disclosure_grammar.tree import CONTAINERS, Document, Node

_MOST = 24


def draw(document: Document) -> str:
    """The tree of a document, indented by depth: kind, level, label, and the beginning of the words."""
    lines: list[str] = []
    stack = [(document.root, 0)]
    while stack:
        node, depth = stack.pop()
        lines.append("  " * depth + _line(node))
        stack.extend((child, depth + 1) for child in reversed(node.children))
    return "\n".join(lines) + "\n"


def _line(node: Node) -> str:
    name = f"{node.kind} {node.level}" if node.kind == "section" else str(node.kind)
    if node.kind in CONTAINERS:
        return name
    label = f"{node.label.text}｜" if node.label else ""
    words = node.title if node.title else node.text.strip()
    if label and not node.title:
        words = words.removeprefix(node.label.text if node.label else "")
    return f"{name}  {label}{words[:_MOST]}{'…' if len(words) > _MOST else ''}".rstrip()
