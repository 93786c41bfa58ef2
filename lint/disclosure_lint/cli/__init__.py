"""The command line. Each command stands in a module of its own that is imported only when it is called."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from disclosure_lint import __version__
from disclosure_lint.cli.group import LazyGroup, show_help
from disclosure_lint.cli.terminal import complain, language, prepare
from disclosure_lint.errors import UserError
from disclosure_lint.rule import Text

EXIT_ERROR = 2
EXIT_INTERRUPTED = 130
_INTERNAL = Text("程序内部错误", "internal error")
_SYSTEM = Text("系统出错", "the system reports an error")
_HELP = """\
检查整改公开文稿：数字、序号、时限、联系方式。全程离线。

Check rectification disclosures: totals, numbering, deadlines, contacts. Never goes online.

disclosure-lint draft.txt = disclosure-lint check draft.txt
"""


@click.group(
    cls=LazyGroup,
    help=_HELP,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s", help="版本 / version")
@click.pass_context
def cli(ctx: click.Context) -> int:
    """Check drafts."""
    return show_help(ctx) if ctx.invoked_subcommand is None else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code.

    0: nothing at or above ``--fail-on``; 1: findings; 2: the work could not be done; 130: interrupted.
    """
    prepare()
    said: dict[str, str | None] = {}  # the command leaves its --lang here
    try:
        code = cli.main(args=arguments, prog_name="disclosure-lint", standalone_mode=False, obj=said)
    except click.ClickException as error:
        from disclosure_lint.cli.usage import sentence

        return _fail(sentence(error, language(said.get("lang"))))
    except UserError as error:
        return _fail(error.lang(language(said.get("lang"))))
    except (click.Abort, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    except OSError as error:  # a full disk, a working directory that is gone
        if _debugging():
            raise
        return _fail(f"{_SYSTEM.lang(language(said.get('lang')))}: {error.strerror or type(error).__name__}")
    except Exception as error:
        if _debugging():
            raise
        return _fail(f"{_INTERNAL.lang(language(said.get('lang')))}: {type(error).__name__}")
    return code if isinstance(code, int) else 0


def _debugging() -> bool:
    return bool(os.environ.get("DISCLOSURE_LINT_DEBUG"))


def _fail(message: str) -> int:
    complain(f"disclosure-lint: {message}")
    return EXIT_ERROR
