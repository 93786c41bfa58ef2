"""Which rules there are, and which of them a list of codes and names picks out.

A pack is a package or module with a tuple ``RULES``. It is named by the user and imported by that name; where there is no such
module, the entry-point group ``disclosure_lint.rules`` is asked. Nothing is ever loaded because it lies in the working directory.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

from disclosure_lint.errors import DuplicateRuleError, PackError, UnknownRuleError
from disclosure_lint.rule import Rule, Text

DEFAULT_PACKS = ("disclosure_rules",)
ENTRY_POINTS = "disclosure_lint.rules"


def load_rules(packs: tuple[str, ...] = DEFAULT_PACKS) -> tuple[Rule, ...]:
    """The rules of these packs, in order.

    Raises:
        PackError: a pack cannot be loaded.
        DuplicateRuleError: two rules share a code or a name.
    """
    rules = tuple(rule for pack in dict.fromkeys(packs) for rule in _rules_of(pack))
    _demand_unique(rules)
    return rules


def _rules_of(pack: str) -> tuple[Rule, ...]:
    module = _module(pack)
    rules = getattr(module, "RULES", None)
    if not isinstance(rules, tuple) or not all(isinstance(rule, Rule) for rule in rules):
        raise PackError(pack, Text("没有由规则组成的 RULES 元组", "it has no tuple RULES of rules"))
    return rules


def _module(pack: str) -> ModuleType:
    """The module of a pack, by its own name or else by an entry point of that name."""
    with _without_working_directory():
        try:
            if all(part.isidentifier() for part in pack.split(".")):
                return import_module(pack)
        except ModuleNotFoundError as error:
            if error.name is None or not (pack == error.name or pack.startswith(error.name + ".")):
                raise _broken(pack, error) from error
        except Exception as error:  # a pack is foreign code: whatever it raises, the user must hear which pack it was
            raise _broken(pack, error) from error
        return _entry_point(pack)


def _entry_point(pack: str) -> ModuleType:
    from importlib.metadata import entry_points  # slow to import, so only for a pack that is no module

    for entry in entry_points(group=ENTRY_POINTS, name=pack):
        try:
            return import_module(entry.module)
        except Exception as error:
            raise _broken(pack, error) from error
    raise PackError(pack, Text("没有安装这个规则包", "no such rule pack is installed"))


def _broken(pack: str, error: Exception) -> PackError:
    name = type(error).__name__
    return PackError(pack, Text(f"导入时出错（{name}：{error}）", f"importing it failed ({name}: {error})"))


@contextmanager
def _without_working_directory() -> Iterator[None]:
    """Import without the entry that ``python -m`` and ``python -c`` put first: the working directory must not shadow a pack."""
    first = sys.path[0] if sys.path and not sys.flags.safe_path else None
    if first is None or (first and os.path.abspath(first) != os.getcwd()):
        yield
        return
    saved = list(sys.path)
    del sys.path[0]
    try:
        yield
    finally:
        sys.path[:] = saved


def _demand_unique(rules: Sequence[Rule]) -> None:
    owners: dict[str, Rule] = {}
    for rule in rules:
        for word in (rule.code, rule.name, *rule.aliases):
            other = owners.setdefault(word.lower(), rule)
            if other is not rule:
                raise DuplicateRuleError(word, f"{other.code} {other.name}", f"{rule.code} {rule.name}")


def find(rules: Iterable[Rule], selector: str) -> tuple[Rule, ...]:
    """The rules a selector stands for: a code, a name, an older name, the beginning of codes, or ``ALL``.

    Raises:
        UnknownRuleError: it stands for none.
    """
    found = _matches(tuple(rules), selector)[1]
    if not found:
        raise UnknownRuleError(selector, nearest(selector, _words(rules)))
    return found


def select(
    rules: Sequence[Rule],
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    start: frozenset[str] | None = None,
) -> frozenset[str]:
    """The codes of the rules that are on, where the most specific selector wins and, between equals, ``ignore``.

    Args:
        rules: all rules.
        select: what to start with instead; None to go on from ``start``.
        ignore: what to switch off.
        extend_select: what to switch on besides.
        start: what is on so far; None for the rules that are on without being asked for.

    Raises:
        UnknownRuleError: a selector stands for no rule.
    """
    if select is not None:
        on: set[str] = set()
    else:
        on = {rule.code for rule in rules if rule.enabled} if start is None else set(start)
    wishes = [(selector, True) for selector in (*(select or ()), *extend_select)] + [
        (selector, False) for selector in ignore
    ]
    ranked = []
    for selector, wanted in wishes:
        rank, found = _matches(rules, selector)
        if not found:
            raise UnknownRuleError(selector, nearest(selector, _words(rules)))
        ranked.append((rank, not wanted, found))
    for _, unwanted, found in sorted(ranked, key=lambda wish: wish[:2]):
        codes = {rule.code for rule in found}
        on = on - codes if unwanted else on | codes
    return frozenset(on | {rule.code for rule in rules if rule.always})


_EXACT = 1000


def _matches(rules: Sequence[Rule], selector: str) -> tuple[int, tuple[Rule, ...]]:
    """How specific a selector is, and what it stands for."""
    word = selector.strip()
    if word.upper() == "ALL":
        return 0, tuple(rules)
    exact = tuple(
        rule for rule in rules if word.upper() == rule.code.upper() or word.lower() in (rule.name, *rule.aliases)
    )
    if exact:
        return _EXACT, exact
    return len(word), tuple(rule for rule in rules if word and rule.code.upper().startswith(word.upper()))


def _words(rules: Iterable[Rule]) -> Iterator[str]:
    """Everything a selector may say."""
    yield "ALL"
    for rule in rules:
        yield rule.code
        yield rule.code.rstrip("0123456789")
        yield rule.name
        yield from rule.aliases


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate that is spelt most like a word, or an empty string where none comes near."""
    from difflib import get_close_matches  # only a mistake needs it

    spelt = {candidate.lower(): candidate for candidate in candidates}
    close = get_close_matches(word.strip().lower(), spelt, n=1, cutoff=0.6)
    return spelt[close[0]] if close else ""
