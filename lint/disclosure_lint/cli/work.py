"""Checking many files: one after the other, or in several processes where there is enough to do."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace

from disclosure_grammar import endings
from disclosure_grammar.source import Source
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.session import broken as broken
from disclosure_lint.diagnostic import FileReport
from disclosure_lint.engine import FOLLOWS_A_PLAN, Companion, lint
from disclosure_lint.files import STDIN, Entry
from disclosure_lint.rule import Text

_ENOUGH = 3_000_000
"""Bytes of text: below that, starting processes costs more than it saves."""
_AS_MUCH = dict.fromkeys((*endings.WORD, *endings.PDF), 10) | dict.fromkeys(endings.CONVERTED, 100)
"""How many bytes of text take as long as one byte of another file: packed ones hold more, others are converted first."""
_AT_A_TIME = 8
_NOT_COMPARED = Text("没能与“{}”对照（{}）", "could not be held against '{}' ({})")


def check_all(session: Session, entries: Sequence[Entry]) -> tuple[FileReport, ...]:
    """What came of each file, in the order given."""
    workers = min(os.cpu_count() or 1, len(entries))
    if workers > 1 and all(entry.path != STDIN for entry in entries) and _is_much(entries):
        try:
            return tuple(_in_processes(session, entries, workers))
        except (ImportError, OSError):  # a system without semaphores, or out of processes: slower, but it works
            pass
    return tuple(check(session, entry) for entry in entries)


def check(session: Session, entry: Entry) -> FileReport:
    """What came of one file; a file that cannot be read, or that breaks the program, has its ``error`` set.

    The tree is dropped, and the text where nothing was found: no report needs them, and a run over thousands of files would keep them all.
    """
    source = session.source(entry)
    if isinstance(source, Text):
        return FileReport(session.name(entry), error=source)
    session.warn_if_approximate(source)
    return check_source(session, entry, source)


def check_source(session: Session, entry: Entry, source: Source) -> FileReport:
    """What came of the text of one file; see ``check``."""
    path = session.name(entry)
    settings = session.config.for_file(path, session.rules)
    companions, unread = _companions(session, entry)
    try:
        report = lint(source, settings, companions)
    except Exception as error:
        if os.environ.get("DISCLOSURE_LINT_DEBUG"):
            raise
        return FileReport(path, error=broken(error))
    missing = unread if report.genre in FOLLOWS_A_PLAN else None
    return replace(report, document=None, source=source if report.diagnostics else None, error=missing)


def _companions(session: Session, entry: Entry) -> tuple[list[Companion], Text | None]:
    """The drafts to check one against, and why it could not be held against one of them."""
    found: list[Companion] = []
    unread: Text | None = None
    for other in session.companions(entry):
        name, source = session.name(other), session.source(other)
        if isinstance(source, Source):
            found.append(Companion(source, session.config.for_file(name, session.rules).genre))
        elif unread is None:
            unread = Text(_NOT_COMPARED.zh.format(name, source.zh), _NOT_COMPARED.en.format(name, source.en))
    return found, unread


def _is_much(entries: Sequence[Entry]) -> bool:
    size = 0
    for entry in entries:
        try:
            size += os.path.getsize(entry.path) * _AS_MUCH.get(os.path.splitext(entry.path)[1].lower(), 1)
        except OSError:
            continue
        if size > _ENOUGH:
            return True
    return False


def _in_processes(session: Session, entries: Sequence[Entry], workers: int) -> Iterator[FileReport]:
    from concurrent.futures import ProcessPoolExecutor  # slow to import

    bare = replace(session)  # without what it has worked out: every worker reads the configuration for itself, once
    chunk = min(_AT_A_TIME, -(-len(entries) // workers))
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(bare,)) as pool:
        try:
            yield from pool.map(_check_here, entries, chunksize=chunk)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_HERE: dict[str, Session] = {}
"""The session of a worker process."""


def _begin(session: Session) -> None:
    """Get a worker ready; interrupts are left to the parent."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _HERE["session"] = session


def _check_here(entry: Entry) -> FileReport:
    return check(_HERE["session"], entry)
