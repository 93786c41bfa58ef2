"""The parser's tables, ready made: building them from the grammar takes several times as long as checking a short draft.

``python -m disclosure_grammar.tables`` writes them anew after a change of ``document.lark``. They belong to one version of Lark
and one text of the grammar; where either differs, the parser is built from the grammar instead: slower, and the same.
"""

from __future__ import annotations

import io
import os
import pickle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Lark

_HERE = os.path.dirname(__file__)
GRAMMAR = os.path.join(_HERE, "document.lark")
TABLES = os.path.join(_HERE, "document.tables.pickle")


def build() -> Lark:
    """The parser, built from the grammar."""
    from lark import Lark

    return Lark(_grammar(), parser="lalr", lexer="basic", maybe_placeholders=False)


def load() -> Lark:
    """The parser from the ready-made tables, or built where they do not fit."""
    from lark import Lark

    try:
        with open(TABLES, "rb") as file:
            if pickle.load(file) == _key():
                return Lark.load(file)
    except (OSError, pickle.UnpicklingError, AttributeError, EOFError, ImportError):
        pass
    return build()


def write() -> None:
    """Write the tables for the installed version of Lark."""
    data = io.BytesIO()
    pickle.dump(_key(), data)
    build().save(data)
    with open(TABLES, "wb") as file:
        file.write(data.getvalue())


def _key() -> tuple[str, str]:
    from lark import __version__

    return __version__, _grammar()  # a digest would cost an import at every start


def _grammar() -> str:
    with open(GRAMMAR, encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    write()
