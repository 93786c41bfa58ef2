"""The group of commands: imports a command when it is called, and takes a path for ``check PATH``."""

from __future__ import annotations

import os
from importlib import import_module

import click

from disclosure_lint.rule import Text

DEFAULT = "check"
COMMANDS = ("check", "figures", "outline", "explain", "rules", "config")


def show_help(ctx: click.Context) -> int:
    """What a group says that is called without a command: how it is used; the exit code of bad usage."""
    click.echo(ctx.get_help())
    return 2


class LazyGroup(click.Group):
    """Commands by the name of their module."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"disclosure_lint.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """``disclosure-lint draft.txt`` is ``disclosure-lint check draft.txt``, where such a file exists."""
        word = args[0]
        if word not in COMMANDS:
            if word == "-" or os.path.exists(word):
                args = [DEFAULT, *args]
            elif not word.startswith("-"):
                ctx.fail(_unknown(word))
        return super().resolve_command(ctx, args)


def _unknown(word: str) -> str:
    from disclosure_lint.cli.terminal import language
    from disclosure_lint.errors import suggestion
    from disclosure_lint.registry import nearest

    hint = suggestion(nearest(word, COMMANDS))
    return Text(f"没有“{word}”这个命令，也没有这个文件{hint.zh}", f"no such command or file: {word}{hint.en}").lang(
        language()
    )
