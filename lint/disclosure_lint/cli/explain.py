"""``explain``: everything a rule says of itself."""

from __future__ import annotations

import click

from disclosure_lint.cli import options
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import write

_HELP = """\
讲解一条规则（或一类，如 TOT）：查什么、为什么、怎么改、依据、示例。

Explain a rule (or a family, such as TOT): what it flags, why, what to do, on what basis, with examples.
"""


@click.command(help=_HELP, short_help="讲解规则 / explain a rule")
@click.argument("rule", metavar="CODE|NAME")
@options.output_format("text", "json", default="text")
@options.config
@options.showing
def command(*, rule: str, output_format: str, config: str | None, isolated: bool, lang: str | None, color: str) -> int:
    """Explain a rule."""
    from disclosure_lint.registry import find
    from disclosure_lint.report.explanation import as_json, as_text

    session = Session(config_file=config, isolated=isolated, overrides={"lang": lang})
    found = find(session.rules, rule)
    view = session.view(color)
    write(as_json(found, view) if output_format == "json" else as_text(found, view))
    return 0
