"""Documents that another program turns into a Word document: .doc, .wps, .rtf and .odt, through LibreOffice.

Every conversion has a profile of its own in a temporary folder that is gone afterwards. The profile forbids macros, active content and the
update of links, and sends whatever would be fetched all the same to a port of this machine where nothing listens.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from hashlib import md5, sha256
from pathlib import Path

from disclosure_grammar.readers.formats import Format
from disclosure_grammar.readers.unreadable import Unreadable

PROGRAM = "DISCLOSURE_LINT_SOFFICE"
"""The environment variable that names LibreOffice's ``soffice`` where it is not found by itself."""

_TIME_LIMIT = 60.0  # seconds
_LARGEST = 200 * 1024 * 1024  # bytes of the Word document
_MEMORY = 4 * 1024 * 1024  # KiB of address space, where the system keeps to it
_KEPT = 64 * 1024 * 1024  # bytes of earlier results
_NAMES = ("soffice", "libreoffice", "soffice.com")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"%ProgramFiles%\LibreOffice\program\soffice.com",
    r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
)
_COMMON = ("tmp", "var/tmp")  # folders for temporary files, from the root
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisablePythonRuntime", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),  # never
    ("Writer/Content/Update", "Field", "false"),
    ("Writer/Content/Update", "Chart", "false"),
    ("Calc/Content/Update", "Link", "2"),
    ("Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
    ("Common/Misc", "FirstRun", "false"),
    ("Common/Misc", "CrashReport", "false"),
)
_PROXIES = (("Type", "2"), *((f"{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
            *((f"{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")), ("NoProxy", ""))  # fmt: skip

_results: dict[bytes, bytes | Unreadable] = {}


def to_word(data: bytes, kind: Format) -> bytes:
    """A document as a .docx file. The same bytes are converted only once in a run.

    Args:
        data: the document.
        kind: one of the formats that are converted.

    Raises:
        Unreadable: LibreOffice is not installed, cannot read the document, or takes too long over it.
    """
    key = sha256(data).digest()
    if key not in _results:
        try:
            _results[key] = _convert(data, kind)
        except Unreadable as error:
            _results[key] = error
        _forget(key)
    result = _results[key]
    if isinstance(result, Unreadable):
        raise Unreadable(result.zh, result.en)
    return result


def _forget(latest: bytes) -> None:
    """Let the oldest results go where they are too much to keep."""
    size = sum(len(result) for result in _results.values() if isinstance(result, bytes))
    for key in [key for key in _results if key != latest]:
        if size <= _KEPT:
            return
        gone = _results.pop(key)
        size -= len(gone) if isinstance(gone, bytes) else 0


def _convert(data: bytes, kind: Format) -> bytes:
    program = find()
    if program is None:
        raise Unreadable(
            "读这种文件要装 LibreOffice，这台电脑上没有找到；请用 Word 或 WPS 另存为 .docx 再检查，或安装 LibreOffice",
            "reading this kind of file takes LibreOffice, which was not found; save it as .docx in Word or WPS and check that, "
            "or install LibreOffice",
        )
    with tempfile.TemporaryDirectory(prefix="disclosure-lint-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        draft = folder / f"draft.{kind}"
        draft.write_bytes(data)
        _write_profile(folder / "profile")
        _run(_command(program, folder, draft), folder)
        return _result(folder / "out" / "draft.docx")


def find() -> str | None:
    """LibreOffice's program: the one that the environment names, on the search path, or in the usual places."""
    if named := os.environ.get(PROGRAM):
        return shutil.which(named)
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    return next((place for place in map(os.path.expandvars, _PLACES) if os.path.isfile(place)), None)


def _command(program: str, folder: Path, draft: Path) -> list[str]:
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
        "--nologo", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(draft),
    ]  # fmt: skip
    if draft.suffix == ".xml":  # or it might be taken for text
        command.insert(1, "--infilter=MS Word 2003 XML")
    if os.name != "posix":
        return command
    limits = f"ulimit -v {_MEMORY} 2>/dev/null; ulimit -f {_LARGEST // 512} 2>/dev/null; ulimit -c 0 2>/dev/null"
    return ["/bin/sh", "-c", f'{limits}; exec "$0" "$@"', *command]


def _write_profile(profile: Path) -> None:
    items = [(f"org.openoffice.Office.{place}", name, value) for place, name, value in _SETTINGS]
    items += [("org.openoffice.Inet/Settings", f"ooInet{name}", value) for name, value in _PROXIES]
    lines = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in items
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{lines}</oor:items>\n',
        encoding="utf-8",
    )


def _run(command: list[str], folder: Path) -> None:
    """Run a program to its end, or to the time limit; nothing that it has started is left running."""
    own = {"TMPDIR": str(folder), "TMP": str(folder), "TEMP": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    try:
        process = subprocess.Popen(
            command, cwd=folder, env=os.environ | own, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise _failed() from error
    try:
        process.wait(_TIME_LIMIT)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(
            f"LibreOffice 转换这个文件超过{_TIME_LIMIT:.0f}秒，已停止；请用 Word 或 WPS 另存为 .docx 再检查",
            f"LibreOffice took more than {_TIME_LIMIT:.0f} seconds over the file and was stopped; save it as .docx in Word or WPS",
        ) from error
    finally:
        _end(process)
        for left in _sockets(folder / "profile"):
            with suppress(OSError):
                left.unlink()


def _sockets(profile: Path) -> list[Path]:
    """Where LibreOffice listens for calls that use the same profile: in the common folder, whatever it is told; if killed, it leaves that."""
    if os.name != "posix":
        return []
    digest = md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in digest)  # without leading zeros
    return [Path(os.sep, folder, name) for folder in _COMMON]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it has started."""
    if os.name == "posix":
        import signal

        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        end = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(end, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    process.wait()


def _result(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except OSError as error:
        raise _failed() from error
    if not data or len(data) >= _LARGEST:  # cut off there
        raise _failed()
    return data


def _failed() -> Unreadable:
    return Unreadable(
        "LibreOffice 转换不了这个文件（可能已损坏或有密码）；请用 Word 或 WPS 另存为 .docx 再检查",
        "LibreOffice could not convert the file (damaged, or with a password?); save it as .docx in Word or WPS and check that",
    )
