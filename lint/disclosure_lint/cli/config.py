"""``config show``: every setting and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from disclosure_lint.catalogue import toml
from disclosure_lint.cli import options
from disclosure_lint.cli.group import StrictGroup, show_help
from disclosure_lint.cli.session import Session
from disclosure_lint.cli.terminal import write
from disclosure_lint.report.colour import paint
from disclosure_lint.report.layout import Line, cells
from disclosure_lint.rule import Text

if TYPE_CHECKING:
    from disclosure_lint.config import Layer, Settings
    from disclosure_lint.config.custom import Written
    from disclosure_lint.report import View

_NO_FILE = Text("没有配置文件，全部为默认值", "no configuration file: everything is at its default")
_OWN = Text("自定的规则{}条（[[rules.custom]]）：", "rules of its own ([[rules.custom]]): {}")
_SOME = Text("对部分文件：", "for some files: ")
_HELP = """\
每项配置的值及出处。写出 PATH 时，是对这个文件有效的值。

Every setting, its value and where it comes from; with PATH, as it holds for that file.
"""


@click.group(
    name="config",
    cls=StrictGroup,
    invoke_without_command=True,
    help="查看配置。\n\nLook at the configuration.",
    short_help="查看配置 / look at the configuration",
)
@click.pass_context
def command(ctx: click.Context) -> int:
    """Look at the configuration."""
    return show_help(ctx) if ctx.invoked_subcommand is None else 0


@command.command(name="show", help=_HELP, short_help="每项的值及出处 / every value and where it comes from")
@click.argument("path", required=False, type=click.Path())
@options.config
@options.showing
def show(*, path: str | None, config: str | None, isolated: bool, lang: str | None, color: str) -> int:
    """Show every setting and where it comes from."""
    session = Session((path,) if path else (), config, isolated, {"lang": lang})
    view = session.view(color)
    write(paint(_lines(session, path, view), view))
    return 0


def _lines(session: Session, path: str | None, view: View) -> Iterator[Line]:
    config = session.config
    yield ((config.path or view.say(_NO_FILE), "path"),)
    yield ()
    yield from _whole(config.settings_for(path) if path else config.settings, view)
    yield from _custom(config.custom, view)
    yield from _sets(config.general, view)
    for layer in () if path else config.some:
        yield ()
        yield ((view.say(_SOME), "path"), (", ".join(layer.files), "path"))
        rows = _flat({key: value for key, value in layer.values.items() if key != "files"})
        yield from _table(
            [(key, value, layer.origin(*key.split(".")).lang(view.language)) for key, value in rows], view
        )


def _whole(settings: Settings, view: View) -> Iterator[Line]:
    rows = []
    for key, value in _flat(settings.values):
        parts = key.split(".")  # an option may be a table itself: its items stand where it stands
        origin = next(
            settings.origins[name] for name in (key, ".".join(parts[:3]), parts[0]) if name in settings.origins
        )
        rows.append((key, value, origin.lang(view.language)))
    yield from _table(rows, view)


def _custom(rules: Sequence[Written], view: View) -> Iterator[Line]:
    """The rules that the configuration writes itself."""
    if rules:
        yield ()
        yield ((view.say(_OWN).format(len(rules)), "path"),)
        rows = [(each.rule.code, toml(each.rule.name), each.origin.lang(view.language)) for each in rules]
        yield from _table(rows, view)


def _sets(layers: Sequence[Layer], view: View) -> Iterator[Line]:
    """The drafts that the configuration says belong together; the nearest layer that names any counts."""
    layer = next((layer for layer in reversed(layers) if "sets" in layer.values), None)
    if layer is not None:
        yield ()
        yield from _table(
            [
                (f"sets.{number}", toml(table["files"]), layer.origin("sets", number - 1, "files").lang(view.language))
                for number, table in enumerate(layer.values["sets"], 1)
            ],
            view,
        )


def _flat(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every value by its key; tables that hold something are opened: ``options.TOT003.most``."""
    for key, value in values.items():
        if isinstance(value, Mapping) and value:
            yield from ((f"{key}.{inner}", words) for inner, words in _flat(value))
        else:
            yield key, _written(value)


def _written(value: Any) -> str:
    if value is None or isinstance(value, Mapping):
        return "-"
    return toml(value)


def _table(rows: list[tuple[str, str, str]], view: View) -> Iterator[Line]:
    widths = [max((cells(row[column], view) for row in rows), default=0) for column in (0, 1)]
    for key, value, origin in rows:
        pads = [" " * (width - cells(text, view)) for width, text in zip(widths, (key, value), strict=True)]
        yield ((key, "strong"), (f"{pads[0]} = ", ""), (value, ""), (f"{pads[1]}  # {origin}", "dim"))
