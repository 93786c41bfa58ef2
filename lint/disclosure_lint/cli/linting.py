"""What the commands that lint have in common: the settings that the command line makes, what is said of errors, and the exit code."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from disclosure_grammar.readers.unreadable import Unreadable
from disclosure_lint.cli import options
from disclosure_lint.cli.session import Session, broken
from disclosure_lint.cli.terminal import complain
from disclosure_lint.diagnostic import Report
from disclosure_lint.errors import UserError
from disclosure_lint.files import Entry
from disclosure_lint.rule import Rule, Severity, Text

_KEYS = ("output_format", "fail_on", "genre", "stage", "max_size", "lang")
_GRADING = Text(
    "--severity 写成 CODE=LEVEL，如 TOT003=warning，不能是“{}”",
    "--severity is CODE=LEVEL, as in TOT003=warning, not '{}'",
)
_NO_RULES = Text("没有启用任何规则，什么都没有查", "no rules are on: nothing was checked")
_NO_SET = Text(
    "--together 需要同一单位、同一轮巡视巡察的整改方案和通报（或报告），这些文件里没有，什么都没有对照",
    "--together needs a plan and a disclosure or report of one body and one inspection: there are none, nothing was compared",
)
_CRASHED = Text("规则 {} 运行时出错，没有查完", "{} broke down and did not finish")


def overrides(given: Mapping[str, Any]) -> dict[str, Any]:
    """What the command line sets, by the keys of the configuration.

    Args:
        given: the values of the options of ``options.selection`` and of those among the others that a command has.

    Raises:
        UserError: ``--severity`` is not written as it must be, or an option is empty.
    """
    values = {name: given[name] for name in _KEYS if name in given}
    values |= {name: options.listed(name, given[name]) for name in ("select", "ignore", "extend_select")}
    return values | {"severity": _severities(given["severity"])}


def _severities(given: Sequence[str]) -> dict[str, str] | None:
    found: dict[str, str] = {}
    for item in options.listed("severity", given) or ():
        selector, equals, level = (part.strip() for part in item.replace("＝", "=").partition("="))
        if not (equals and selector and level):
            raise UserError(Text(_GRADING.zh.format(item), _GRADING.en.format(item)))
        found[selector] = level
    return found or None


def warn_without_rules(session: Session, rules: tuple[Rule, ...], entries: Sequence[Entry]) -> None:
    """Say so where no rule is on for any of the files."""
    if entries and not any(_has_rules(session, rules, entry) for entry in entries):
        complain(_NO_RULES.lang(session.language))


def _has_rules(session: Session, rules: tuple[Rule, ...], entry: Entry) -> bool:
    """Whether any rule is on for a file, apart from those that nobody can switch off."""
    return any(not active.rule.always for active in session.config.for_file(session.name(entry), rules).active)


def why_not(error: Exception) -> Text:
    """Why a draft was not done, for whatever was raised while it was.

    Raises:
        Exception: the error itself, where it is one of the system or the program is being debugged.
    """
    if isinstance(error, Unreadable):
        return Text(error.zh, error.en)
    if isinstance(error, UserError):
        return error.text
    if isinstance(error, OSError) or os.environ.get("DISCLOSURE_LINT_DEBUG"):
        raise error
    return broken(error)


def exit_code(session: Session, report: Report, *, exit_zero: bool) -> int:
    """The exit code for what came of a run; says on the standard error which files were not done, and where none was held against another."""
    failed = False
    for file in report.files:
        if file.error is not None:
            session.complain_of(file.path, file.error)
        if file.crashed:
            session.complain_of(
                file.path,
                Text(_CRASHED.zh.format("、".join(file.crashed)), _CRASHED.en.format(", ".join(file.crashed))),
            )
        failed = failed or file.error is not None or bool(file.crashed)
    if session.together and not any(file.plans for file in report.files):
        complain(f"disclosure-lint: {_NO_SET.lang(session.language)}")
        failed = True
    if failed:
        return 2
    least = session.config.fail_on
    if exit_zero or least is None:
        return 0
    return int(any(report.count(severity) for severity in Severity if severity.rank >= least.rank))
