"""``figures``: every figure of a draft and what it was held against."""

from __future__ import annotations

import click

from disclosure_lint.cli import options
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import write
from disclosure_lint.files import Entry
from disclosure_lint.report.figures import FileFigures, as_json, as_text
from disclosure_lint.rule import Text

_HELP = """\
\b
列出草稿里的每个数量、百分比和期限，各自同什么核对过，
结论是一致、矛盾还是无从核对。

List every quantity, percentage and duration, what each was held against, and whether it is verified, contradicted or unverifiable.
"""


@click.command(help=_HELP, short_help="列出数字及核对结果 / list the figures and what was checked")
@options.paths
@options.output_format("text", "json", default="text")
@options.config
@options.reading
@options.revisions
@options.showing
def command(
    *,
    paths: tuple[str, ...],
    output_format: str,
    config: str | None,
    isolated: bool,
    stdin_filename: str | None,
    max_size: str | None,
    revisions: str,
    lang: str | None,
    color: str,
) -> int:
    """List every figure and what it was held against."""
    session = Session(
        paths, config, isolated, {"max_size": max_size, "lang": lang}, stdin_filename, revisions=revisions
    )
    files = [_figures(session, entry) for entry in session.entries()]
    view = session.view(color)
    write(as_json(files, view) if output_format == "json" else as_text(files, view))
    return session.complain_of_unread((file.path, file.error) for file in files)


def _figures(session: Session, entry: Entry) -> FileFigures:
    from disclosure_grammar.parse import parse
    from disclosure_lint.comparisons import Comparisons
    from disclosure_lint.facts import Facts
    from disclosure_lint.figures import assemble

    source = session.source(entry)
    if isinstance(source, Text):
        return FileFigures(session.name(entry), source)
    session.warn_if_approximate(source)
    document = parse(source)
    facts = Facts(document)
    figures = assemble(facts, Comparisons(document, facts))
    return FileFigures(source.path, None, source, figures, facts.personal)
