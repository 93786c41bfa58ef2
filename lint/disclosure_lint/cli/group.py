"""The group of commands: imports a command when it is called, and takes a path for ``check PATH``."""

from __future__ import annotations

import os
from importlib import import_module

import click

DEFAULT = "check"
COMMANDS = ("check", "figures", "outline", "explain", "rules", "config")


class LazyGroup(click.Group):
    """Commands by the name of their module."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"disclosure_lint.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """``disclosure-lint draft.txt`` is ``disclosure-lint check draft.txt``, where such a file exists."""
        if args[0] not in COMMANDS and (args[0] == "-" or os.path.exists(args[0])):  # noqa: PTH110 - pathlib costs start-up time
            args = [DEFAULT, *args]
        return super().resolve_command(ctx, args)
