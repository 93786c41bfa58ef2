"""``outline``: the tree of a draft and its genre."""

from __future__ import annotations

import click

from disclosure_lint.cli import options
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import write
from disclosure_lint.files import Entry
from disclosure_lint.report.outline import FileOutline, as_json, as_text
from disclosure_lint.rule import Text

_HELP = """\
显示草稿的层次结构和文种，也就是程序怎样理解这份草稿。

Show the tree of a draft and its genre: how the program understands it.
"""


@click.command(help=_HELP, short_help="显示结构和文种 / show the structure and the genre")
@options.paths
@options.output_format("text", "json", default="text")
@options.genre
@options.config
@options.reading
@options.revisions
@options.showing
def command(
    *,
    paths: tuple[str, ...],
    output_format: str,
    genre: str | None,
    config: str | None,
    isolated: bool,
    stdin_filename: str | None,
    max_size: str | None,
    revisions: str,
    lang: str | None,
    color: str,
) -> int:
    """Show the tree and the genre."""
    session = Session(
        paths,
        config,
        isolated,
        {"genre": genre, "max_size": max_size, "lang": lang},
        stdin_filename,
        revisions=revisions,
    )
    files = [_outline(session, entry) for entry in session.entries()]
    view = session.view(color)
    write(as_json(files, view) if output_format == "json" else as_text(files, view))
    return session.complain_of_unread((file.path, file.error) for file in files)


def _outline(session: Session, entry: Entry) -> FileOutline:
    from disclosure_grammar.genre import detect
    from disclosure_grammar.parse import parse
    from disclosure_lint.facts import Facts

    source = session.source(entry)
    if isinstance(source, Text):
        return FileOutline(session.name(entry), source)
    session.warn_if_approximate(source)
    document = parse(source)
    genre = session.config.for_file(source.path, session.rules).genre or detect(document)
    return FileOutline(source.path, None, genre, document, Facts(document).personal)
