"""What was wrong with a command line, in one sentence: click says it in English only. Imported when something is wrong."""

from __future__ import annotations

import click

from disclosure_grammar.pattern import Pattern
from disclosure_lint.cli.group import COMMANDS
from disclosure_lint.errors import suggestion
from disclosure_lint.registry import nearest
from disclosure_lint.rule import Text

_HINT = Text("（用法见 {} --help）", " (see {} --help)")
_COMMAND = Text("{} 不是选项，是命令：disclosure-lint {}", "{} is a command: disclosure-lint {}")
_EXTRA = Pattern(r"unexpected extra arguments? \((.*)\)")


def sentence(error: click.ClickException, lang: str) -> str:
    """What is wrong, and where to read how it is done."""
    if isinstance(error, click.NoSuchOption) and (command := error.option_name.removeprefix("--")) in COMMANDS:
        return _COMMAND.lang(lang).format(error.option_name, command)  # other linters have check --fix
    words = _words(error)
    message = " ".join(error.format_message().split()) if words is None else words.lang(lang)
    if isinstance(error, click.UsageError) and error.ctx is not None:
        message += _HINT.lang(lang).format(error.ctx.command_path)
    return message


def unknown_command(word: str, commands: tuple[str, ...], *, files: bool = False) -> Text:
    """That there is no such command, with the nearest one; ``files``: nor a file of that name."""
    hint = suggestion(nearest(word, commands))
    if files:
        return Text(f"没有“{word}”这个命令，也没有这个文件{hint.zh}", f"no such command or file: {word}{hint.en}")
    return Text(f"没有“{word}”这个命令{hint.zh}", f"no such command: {word}{hint.en}")


def _words(error: click.ClickException) -> Text | None:
    """The sentence for a mistake that people make; None for any other, which click puts into words."""
    if isinstance(error, click.NoSuchOption):
        hint = suggestion(nearest(error.option_name, _options(error.ctx)))
        return Text(f"没有 {error.option_name} 这个选项{hint.zh}", f"no such option: {error.option_name}{hint.en}")
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = error.param.make_metavar(error.ctx) if error.ctx is not None else error.param.human_readable_name
        return Text(f"缺少参数 {name}", f"missing argument: {name}")
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        if "requires" in error.message:
            return Text(f"选项 {name} 后面要写值", f"option {name} needs a value")
        return Text(f"选项 {name} 后面不能写值", f"option {name} takes no value")
    extra = _EXTRA.search(error.message)
    return Text(f"多出了参数：{extra[1]}", f"unexpected argument: {extra[1]}") if extra else None


def _options(ctx: click.Context | None) -> list[str]:
    """The long options of the command that was called."""
    parameters = ctx.command.params if ctx is not None else []
    return ["--help", *(name for one in parameters for name in one.opts if name.startswith("--"))]
