"""Suppressions kept beside the drafts, for drafts that must hold no comments.

``disclosure-lint.suppress.toml``, the nearest one upwards from a draft, holds entries of this form::

    [[suppress]]
    fingerprint = "0123456789abcdef"
    code = "TOT003"
    reason = "figures as in the feedback letter"
    until = 2025-06-30                  # may be left out
    draft = "2024/notice.txt"           # may be left out; from this file's folder

An entry silences the one finding with its fingerprint. One without ``draft`` may be meant for any draft below this folder, so it is
called unused only where the draft is the folder's only one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from disclosure_grammar import endings
from disclosure_grammar.source import Span
from disclosure_lint.registry import nearest
from disclosure_lint.rule import Rule
from disclosure_lint.run import Fault, FaultKind, Suppression
from disclosure_lint.suppress import Directive, resolve

_KEYS = ("fingerprint", "code", "reason", "until", "draft")
_NEEDED = ("fingerprint", "code", "reason")


class Entry(NamedTuple):
    """One entry as it stands in the file."""

    line: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Sidecar:
    """The suppressions beside a draft.

    Attributes:
        path: the file.
        entries: what it holds.
        problem: why it cannot be read, in the words of the TOML reader, or an empty string.
    """

    path: str
    entries: tuple[Entry, ...] = ()
    problem: str = ""

    @property
    def name(self) -> str:
        """The file without its folders."""
        return os.path.basename(self.path)

    @property
    def folder(self) -> str:
        """The folder it stands in."""
        return os.path.dirname(self.path)

    def directives(self, draft: str, rules: Sequence[Rule], today: date) -> tuple[Directive, ...]:
        """The suppressions of this file as far as they may be meant for a draft."""
        if self.problem:
            fault = Fault(FaultKind.FILE, None, self.problem)
            return (Directive(Suppression(None, self.name, faults=(fault,))),)
        return tuple(self._directives(draft, rules, today))

    def _directives(self, draft: str, rules: Sequence[Rule], today: date) -> Iterator[Directive]:
        for entry in self.entries:
            named = entry.values.get("draft")
            if isinstance(named, str) and os.path.abspath(os.path.join(self.folder, named)) != os.path.abspath(draft):
                continue
            yield self._directive(entry, rules, today, sure=named is not None or self._only(draft))

    def _directive(self, entry: Entry, rules: Sequence[Rule], today: date, *, sure: bool) -> Directive:
        faults = list(_faults(entry.values))
        code, fingerprint = entry.values.get("code"), entry.values.get("fingerprint")
        words: list[tuple[str, Span | None]] = [(code, None)] if isinstance(code, str) else []
        targets, unknown = resolve(words, rules)
        until = _day(entry.values.get("until"))
        suppression = Suppression(
            span=None,
            place=f"{self.name}:{entry.line}",
            targets=() if any(fault.kind is FaultKind.MISSING for fault in faults) else targets,
            faults=(*faults, *unknown),
            until=until.isoformat() if until else "",
            expired=until is not None and until < today,
        )
        return Directive(suppression, None, str(fingerprint), sure)

    def _only(self, draft: str) -> bool:
        """Whether a draft is the only one in this folder, and the folder has no folders in it."""
        try:
            with os.scandir(self.folder) as found:
                others = [e for e in found if e.is_dir() or e.name.lower().endswith(endings.ALL)]
        except OSError:
            return False
        return [os.path.abspath(e.path) for e in others] == [os.path.abspath(draft)]


def _faults(values: Mapping[str, Any]) -> Iterator[Fault]:
    for key in _NEEDED:
        if not isinstance(values.get(key), str) or not values[key].strip():
            yield Fault(FaultKind.MISSING, None, key)
    for key in values:
        if key not in _KEYS:
            yield Fault(FaultKind.ENTRY, None, key, nearest(key, _KEYS))
    if not isinstance(values.get("draft", ""), str):
        yield Fault(FaultKind.ENTRY, None, f"draft = {values['draft']}")
    if "until" in values and _day(values["until"]) is None:
        yield Fault(FaultKind.DATE, None, str(values["until"]))


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def read(path: str) -> Sidecar:
    """The suppressions in a file; one that cannot be read is a sidecar with a problem."""
    import tomllib

    from disclosure_lint.toml_lines import lines

    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
        data = tomllib.loads(text)
    except OSError as error:
        return Sidecar(path, problem=error.strerror or type(error).__name__)
    except UnicodeDecodeError:
        return Sidecar(path, problem="UTF-8")
    except tomllib.TOMLDecodeError as error:
        return Sidecar(path, problem=str(error))
    found = data.get("suppress", [])
    strange = next((key for key in data if key != "suppress"), None)
    if strange is not None or not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        return Sidecar(path, problem=f"[[{strange}]] → [[suppress]]" if strange else "[[suppress]]")
    places = lines(text)
    return Sidecar(path, tuple(Entry(places["suppress", number], entry) for number, entry in enumerate(found)))
