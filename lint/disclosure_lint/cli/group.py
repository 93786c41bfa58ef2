"""The group of commands: imports a command when it is called, and takes a path for ``check PATH``."""

from __future__ import annotations

import os
from importlib import import_module
from typing import NoReturn

import click

DEFAULT = "check"
COMMANDS = ("check", "fix", "annotate", "figures", "outline", "explain", "rules", "config")


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

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """``disclosure-lint draft.txt`` is ``disclosure-lint check draft.txt``, with options before or behind the draft."""
        if args and args[0] not in COMMANDS and not self._has_option(args[0]):
            word = args[0]
            if not (word.startswith("-") or os.path.exists(word)):
                raise_unknown(ctx, word, COMMANDS, files=True)
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def _has_option(self, word: str) -> bool:
        return word in ("-h", "--help") or any(word in parameter.opts for parameter in self.params)


class StrictGroup(click.Group):
    """A group whose commands stand beside it."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise_unknown(ctx, args[0], tuple(self.commands))
        return super().resolve_command(ctx, args)


def raise_unknown(ctx: click.Context, word: str, commands: tuple[str, ...], *, files: bool = False) -> NoReturn:
    """End over a word that is no command."""
    from disclosure_lint.cli.terminal import language
    from disclosure_lint.cli.usage import unknown_command

    ctx.fail(unknown_command(word, commands, files=files).lang(language()))
