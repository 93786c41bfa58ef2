"""What a placeholder is: a place in a draft that was to be filled in and was not."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from disclosure_grammar.source import Span
from disclosure_grammar.tree import Node


class PlaceholderKind(StrEnum):
    """What is missing at the place, or what stands there instead."""

    NAME = "name"  # *市 ××县人民法院
    WORD = "word"  # 中国式现代化*篇章
    NUMBER = "number"  # XX项
    DATE = "date"  # ×月×日 2024年  月  日
    CONTACT = "contact"  # 0717-XXXXXXX
    EMPTY = "empty"  # 【】 （ ）
    BLANK = "blank"  # ____
    NOTE = "note"  # 待补充 TODO
    SAMPLE = "sample"  # （示例）
    HINT = "hint"  # 【请填写】 {{name}}
    ELLIPSIS = "ellipsis"  # a line that is …… alone
    FIELD = "field"  # 错误！未找到引用源。 #REF!
    GARBLED = "garbled"  # 锟斤拷
    WITHHELD = "withheld"  # 某某公司 张××


class Placeholder(NamedTuple):
    """A place to be filled in.

    Attributes:
        span: the marks that stand there, with the word of measure or the name of a unit right behind them.
        kind: what is missing.
        certain: whether it cannot be meant: a name may be withheld on purpose.
        around: the place with a few words around it, for a reader to recognise it by.
    """

    span: Span
    node: Node
    kind: PlaceholderKind
    certain: bool
    around: Span
