"""Writing drafts back: whole or not at all, and never over newer work."""

from __future__ import annotations

import errno
import os

from disclosure_grammar import endings
from disclosure_lint import atomic
from disclosure_lint.errors import UserError
from disclosure_lint.rule import Text

"""The endings of Word documents; Word opens none of them under the ending of another."""
_ENDING = Text(
    "Word 文档要存成 {0}：-o 后的文件名请以 {0} 结尾", "the document is written as {0}: end the name after -o so"
)
_NEWER = Text(
    "文件刚刚被别的程序改动了，没有覆盖；请重新运行",
    "the file was changed by another program meanwhile and was not overwritten; run this again",
)
_NO_FILE = Text("这不是普通文件，不能改写；请用 -o 另存", "not a regular file: write the result elsewhere with -o")
_READ_ONLY = Text("文件是只读的，没有改", "the file is read-only and was not changed")
_UNWRITTEN = Text("没能写入“{}”（{}）", "'{}' could not be written ({})")
_CAUSES = {
    errno.ENOENT: Text("没有这个文件夹", "there is no such folder"),
    errno.EACCES: Text("没有写入权限", "permission denied"),
    errno.EPERM: Text("没有写入权限", "permission denied"),
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
    errno.EROFS: Text("磁盘是只读的", "the disk is read-only"),
}
_FOLDER = Text("这是文件夹，不是文件", "it is a folder")
_SPECIAL = Text("这不是普通文件", "it is no regular file")
_LOCKED = Text("这个文件是只读的", "it is read-only")
_OPEN = Text("；如果它正在 Word 或 WPS 里打开，请先关闭", "; close it if it is open in Word or WPS")


def is_same(path: str, other: str) -> bool:
    """Whether two names lead to one file."""
    try:
        return os.path.samefile(path, other)
    except OSError:  # one of them does not exist
        return False


def demand_ending(draft: str, output: str) -> None:
    """See that a Word document made of a draft can be saved under a name: as what it is, or as .docx if it was converted.

    Raises:
        UserError: Word would not open it under that name.
    """
    own, wanted = (os.path.splitext(path)[1].lower() for path in (draft, output))
    ending = own if own in endings.WORD else endings.WORD[0]
    if wanted != ending:
        raise UserError(Text(_ENDING.zh.format(ending), _ENDING.en.format(ending)))


def put(path: str, data: bytes) -> None:
    """Write a file that may or may not be there.

    Raises:
        UserError: it cannot be written, or something stands there that is no file or must not be written over; it is then as it was.
    """
    if os.path.exists(path) and (cause := _against(path)) is not None:
        raise UserError(_unwritten(path, cause))
    _write(path, data)


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
    _write(path, data)


def _against(path: str) -> Text | None:
    """What stands against writing over something."""
    if os.path.isdir(path):
        return _FOLDER
    if not os.path.isfile(path):
        return _SPECIAL
    return None if os.access(path, os.W_OK) else _LOCKED


def _write(path: str, data: bytes) -> None:
    try:
        atomic.write(path, data)
    except OSError as error:
        system = error.strerror or type(error).__name__
        sentence = _unwritten(path, _CAUSES.get(error.errno or 0, Text(system, system)))
        hint = _OPEN if isinstance(error, PermissionError) and os.path.exists(path) else Text("", "")
        raise UserError(Text(sentence.zh + hint.zh, sentence.en + hint.en)) from error


def _unwritten(path: str, cause: Text) -> Text:
    return Text(_UNWRITTEN.zh.format(path, cause.zh), _UNWRITTEN.en.format(path, cause.en))


def _holds(path: str, data: bytes) -> bool:
    """Whether a file holds just this."""
    try:
        with open(path, "rb") as file:
            return file.read(len(data) + 1) == data
    except OSError:
        return False
