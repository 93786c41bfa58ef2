"""Writing a file whole or not at all: whoever stops the program, or fills the disk, finds the old file or the new one."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from contextlib import suppress


def write(path: str, data: bytes) -> None:
    """Put ``data`` in place of what a file holds; a link stays a link, permissions stay as they are, and the owner where that can be.

    Raises:
        OSError: it cannot be written; the file is then as it was.
    """
    target = os.path.realpath(path)
    handle, temporary = tempfile.mkstemp(prefix=".disclosure-lint-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _make_like(temporary, target)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _make_like(temporary: str, target: str) -> None:
    """Give a file the permissions and the owner of another one, or what a new file gets if there is none."""
    try:
        there = os.stat(target)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        return
    if sys.platform != "win32":
        for owner, group in ((-1, there.st_gid), (there.st_uid, -1)):
            with suppress(OSError):  # only the superuser may give files away
                os.chown(temporary, owner, group)
    os.chmod(temporary, stat.S_IMODE(there.st_mode))
