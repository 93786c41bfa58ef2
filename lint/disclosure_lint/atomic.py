"""Writing a file whole or not at all: whoever stops the program, or fills the disk, finds the old file or the new one."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress


def write(path: str, data: bytes) -> None:
    """Put ``data`` in place of what a file holds; a link stays a link, permissions stay as they are.

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
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _mode(target: str) -> int:
    """The permissions of a file, or those a new one gets."""
    try:
        return stat.S_IMODE(os.stat(target).st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
