"""``rules``: the list of rules."""

from __future__ import annotations

import click

from disclosure_lint.cli import options
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import write

_HELP = """\
列出所有规则，每条一行；详情用 explain 看。

List all rules, one line each; see explain for more.
"""


@click.command(help=_HELP, short_help="列出规则 / list the rules")
@options.output_format("text", "json", default="text")
@options.config
@options.showing
def command(*, output_format: str, config: str | None, isolated: bool, lang: str | None, color: str) -> int:
    """List the rules."""
    from disclosure_lint.report.explanation import as_json, as_list

    session = Session(config_file=config, isolated=isolated, overrides={"lang": lang})
    view = session.view(color)
    write(as_json(session.rules, view) if output_format == "json" else as_list(session.rules, view))
    return 0
