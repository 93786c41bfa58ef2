"""Options that several commands share. Help is in Chinese and English in one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

import click

from disclosure_lint.errors import UserError
from disclosure_lint.invalid import wrong_choice
from disclosure_lint.rule import GENRES, Text

Decorator = Callable[[Any], Any]


class Choice(click.Choice):  # type: ignore[type-arg]  # generic from click 8.2 on
    """One of several words; a wrong one is an error that names the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word, if it is one of them."""
        if value not in self.choices:
            raise UserError(wrong_choice(param.opts[0] if param else "", str(value), tuple(self.choices)))
        return super().convert(value, param, ctx)


def many(*decorators: Decorator) -> Decorator:
    """Several decorators as one, the first outermost."""
    return lambda command: reduce(lambda inner, decorator: decorator(inner), reversed(decorators), command)


def _remember(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    """Keep the language where an error finds it that ends the command."""
    ctx.ensure_object(dict)["lang"] = value
    return value


def output_format(*choices: str, default: str | None) -> Decorator:
    """``--output-format`` with these choices."""
    shown = f" [default: {choices[0]}]"
    return click.option(
        "--output-format", type=Choice(choices), default=default, help="输出格式 / format of the output" + shown
    )


paths = click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATHS]...")
config = many(
    click.option("--config", type=click.Path(), metavar="FILE", help="配置文件 / configuration file to read"),
    click.option("--isolated", is_flag=True, help="不读任何配置文件 / read no configuration file"),
)
max_size = click.option("--max-size", metavar="SIZE", help="文件大小上限 / largest file to read [default: 50MB]")
reading = many(
    click.option("--stdin-filename", metavar="NAME", help="“-”的文件名 / name of the draft on standard input"),
    max_size,
)
language = click.option(
    "--lang",
    type=Choice(["zh", "en"]),
    is_eager=True,
    callback=_remember,
    help="语言 / language [default: zh, or that of the locale]",
)
revisions = click.option(
    "--view",
    "revisions",
    type=Choice(["final", "original"]),
    default="final",
    help="修订按接受后（final）还是修订前（original）读 / tracked changes as accepted or as not made [default: final]",
)
showing = many(
    language,
    click.option(
        "--color",
        type=Choice(["auto", "always", "never"]),
        default="auto",
        help="颜色 / colours [default: auto]",
    ),
)
genre = click.option("--genre", type=Choice(GENRES), help="文种，不再自动判断 / genre, instead of detecting it")
together = click.option(
    "--together",
    is_flag=True,
    help="这些文件是同一件事的方案和通报，相互对照 / plan and disclosure of one matter: hold them against each other",
)
stage = click.option(
    "--stage", type=Choice(["draft", "final"]), help="起草中或定稿 / stage of the text [default: final]"
)
selection = many(
    click.option(
        "--select", multiple=True, metavar="RULES", help="只用这些规则：编号、前缀、名称、ALL / only these rules"
    ),
    click.option("--ignore", multiple=True, metavar="RULES", help="不用这些规则 / none of these rules"),
    click.option("--extend-select", multiple=True, metavar="RULES", help="另加这些规则 / these rules as well"),
    click.option(
        "--severity", multiple=True, metavar="CODE=LEVEL", help="改规则的级别 / grade a rule: error, warning, info"
    ),
)
fail_on = click.option(
    "--fail-on",
    type=Choice(["error", "warning", "info", "never"]),
    help="从哪一级起退出码为1 / least level for exit code 1 [default: error]",
)
exit_zero = click.option("--exit-zero", is_flag=True, help="有问题也以0退出 / exit 0 in spite of findings")


def listed(name: str, values: Sequence[str]) -> tuple[str, ...] | None:
    """The items of an option that may be repeated and may hold several items with commas; None where it was not given.

    Raises:
        UserError: a value holds none, as when a script passes an empty variable: that must not switch everything off.
    """
    items: list[str] = []
    for value in values:
        found = [item for part in value.replace("，", ",").split(",") if (item := part.strip())]
        if not found:
            option = f"--{name.replace('_', '-')}"
            raise UserError(Text(f"{option} 后面是空的，要写规则", f"{option} is empty: name the rules"))
        items += found
    return tuple(items) or None
