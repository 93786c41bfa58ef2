"""The command line. Each command stands in a module of its own that is imported only when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from disclosure_lint import __version__
from disclosure_lint.cli.group import LazyGroup
from disclosure_lint.cli.terminal import language, prepare
from disclosure_lint.rule import Text

EXIT_ERROR = 2
EXIT_INTERRUPTED = 130
_INTERNAL = Text("程序内部错误", "internal error")
_HINT = Text("用法见", "see")


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s", help="版本 / version")
def cli() -> None:
    """Check rectification disclosures: totals, numbering, deadlines, contacts. Never goes online.

    检查整改公开文稿：数字、序号、时限、联系方式。全程离线。
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code.

    0: nothing at or above ``--fail-on``; 1: findings; 2: the work could not be done; 130: interrupted.
    """
    prepare()
    try:
        code = cli.main(args=arguments, prog_name="disclosure-lint", standalone_mode=False)
    except click.ClickException as error:
        return _fail(_sentence(error))
    except (click.Abort, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    except Exception as error:
        if os.environ.get("DISCLOSURE_LINT_DEBUG"):
            raise
        return _fail(f"{_INTERNAL.lang(language())}: {type(error).__name__}: {error}")
    return code if isinstance(code, int) else 0


def _sentence(error: click.ClickException) -> str:
    message = error.format_message()
    if isinstance(error, click.UsageError) and error.ctx is not None:
        message = f"{message.rstrip()} ({_HINT.lang(language())} {error.ctx.command_path} --help)"
    return message


def _fail(message: str) -> int:
    print(f"disclosure-lint: {message}", file=sys.stderr)
    return EXIT_ERROR
