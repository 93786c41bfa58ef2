"""Writing drafts back: whole or not at all, and never over newer work."""

from __future__ import annotations

import os

from disclosure_lint import atomic
from disclosure_lint.errors import UserError
from disclosure_lint.rule import Text

_NEWER = Text(
    "文件刚刚被别的程序改动了，没有覆盖；请重新运行",
    "the file was changed by another program meanwhile and was not overwritten; run this again",
)
_NO_FILE = Text("这不是普通文件，不能改写；请用 -o 另存", "not a regular file: write the result elsewhere with -o")
_READ_ONLY = Text("文件是只读的，没有改", "the file is read-only and was not changed")
_UNWRITTEN = Text("没能写入“{}”（{}）", "'{}' could not be written ({})")
_OPEN = Text("；如果它正在 Word 或 WPS 里打开，请先关闭", "; close it if it is open in Word or WPS")


def is_same(path: str, other: str) -> bool:
    """Whether two names lead to one file."""
    try:
        return os.path.samefile(path, other)
    except OSError:  # one of them does not exist
        return False


def put(path: str, data: bytes) -> None:
    """Write a file that may or may not be there.

    Raises:
        UserError: it cannot be written; it is then as it was.
    """
    try:
        atomic.write(path, data)
    except OSError as error:
        cause = error.strerror or type(error).__name__
        hint = _OPEN if isinstance(error, PermissionError) and os.path.exists(path) else Text("", "")
        sentence = Text(_UNWRITTEN.zh.format(path, cause) + hint.zh, _UNWRITTEN.en.format(path, cause) + hint.en)
        raise UserError(sentence) from error


def replace(path: str, before: bytes, data: bytes) -> None:
    """Write a draft over itself, provided that it still is what was read.

    Raises:
        UserError: it is not, or it cannot be written; it is then as it was.
    """
    if not os.path.isfile(path):
        raise UserError(_NO_FILE)
    if not os.access(path, os.W_OK):
        raise UserError(_READ_ONLY)
    if not _holds(path, before):
        raise UserError(_NEWER)
    put(path, data)


def _holds(path: str, data: bytes) -> bool:
    """Whether a file holds just this."""
    try:
        with open(path, "rb") as file:
            return file.read(len(data) + 1) == data
    except OSError:
        return False
