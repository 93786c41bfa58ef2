"""``rules``: the list of rules, and ``rules test``: whether those of the configuration do what their examples say."""

from __future__ import annotations

import click

from disclosure_lint.cli import options
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import complain, write
from disclosure_lint.rule import Text

_TEST = "test"
_NO_RULES = Text(
    "配置里没有自定的规则（[[rules.custom]]）", "the configuration has no rules of its own ([[rules.custom]])"
)
_HELP = """\
\b
列出所有规则，每条一行；详情用 explain 看。
test：用示例检验配置里自定的规则（[[rules.custom]]）。

List all rules, one line each; see explain for more. test: hold the rules of the configuration against their examples.

\b
test 的退出码 / exit codes of test:
  0  示例全部符合 / every example holds
  1  有规则不合格 / a rule does not pass
  2  配置有错 / the configuration is wrong
"""


@click.command(help=_HELP, short_help="列出规则 / list the rules")
@click.argument("action", required=False, type=options.Choice([_TEST]), metavar=f"[{_TEST}]")
@options.output_format("text", "json", default="text")
@options.config
@options.showing
def command(
    *, action: str | None, output_format: str, config: str | None, isolated: bool, lang: str | None, color: str
) -> int:
    """List the rules, or test those of the configuration."""
    session = Session(config_file=config, isolated=isolated, overrides={"lang": lang})
    rules = session.rules  # names that are taken are an error for the test as well
    view = session.view(color)
    if action == _TEST:
        return _test(session, color, as_json=output_format == "json")
    from disclosure_lint.report.explanation import as_json, as_list

    write(as_json(rules, view) if output_format == "json" else as_list(rules, view))
    return 0


def _test(session: Session, color: str, *, as_json: bool) -> int:
    """Hold the rules of the configuration against their examples."""
    from disclosure_lint.report import trials

    written = session.config.custom
    found = []
    if written:
        from disclosure_lint.custom.trial import faults

        found = [
            trials.Trial(each.rule, each.origin.path, each.origin.line, tuple(faults(each.custom))) for each in written
        ]
    else:
        complain(_NO_RULES.lang(session.language))
    view = session.view(color)
    write(trials.as_json(found, view) if as_json else trials.as_text(found, view))
    return int(any(trial.faults for trial in found))
