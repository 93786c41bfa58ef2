"""``config show``: every setting and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from disclosure_lint.catalogue import toml
from disclosure_lint.cli import options
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import write
from disclosure_lint.report.layout import Line, cells, paint
from disclosure_lint.rule import Text

if TYPE_CHECKING:
    from disclosure_lint.report import View

_NO_FILE = Text("没有配置文件，全部为默认值", "no configuration file: everything is at its default")
_SOME = Text("对部分文件：", "for some files: ")


@click.group(name="config", short_help="查看配置 / look at the configuration")
def command() -> None:
    """查看配置。.

    Look at the configuration.
    """


@command.command(name="show", short_help="每项的值及出处 / every value and where it comes from")
@click.argument("path", required=False, type=click.Path())
@options.config
@options.showing
def show(*, path: str | None, config: str | None, isolated: bool, lang: str | None, color: str) -> int:
    """每项配置的值及出处。写出 PATH 时，是对这个文件有效的值。.

    Every setting, its value and where it comes from; with PATH, as it holds for that file.
    """
    session = Session((path,) if path else (), config, isolated, {"lang": lang})
    view = session.view(color)
    write(paint(_lines(session, path, view), view))
    return 0


def _lines(session: Session, path: str | None, view: View) -> Iterator[Line]:
    config = session.config
    yield ((config.path or view.say(_NO_FILE), "path"),)
    yield ()
    yield from _settings(config.for_path(path) if path else config.settings, view)
    for layer in () if path else config.some:
        yield ()
        yield ((view.say(_SOME), "path"), (", ".join(layer.files), "path"))
        rows = _flat({key: value for key, value in layer.values.items() if key != "files"})
        yield from _table([(key, value, layer.origin(*key.split(".")).lang(view.language)) for key, value in rows], view)
