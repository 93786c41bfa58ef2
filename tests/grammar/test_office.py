"""Documents that LibreOffice turns into Word documents: with a program in its place, and, where it is installed, with itself."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from disclosure_grammar.readers import Unreadable, from_bytes, office, word_bytes
from disclosure_grammar.readers.formats import Format
from word_files import document, p

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
RTF = b"{\\rtf1\\ansi draft}"
WORD = document(p("整改情况"))
ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "faulty-disclosure.txt"

posix = pytest.mark.skipif(os.name != "posix", reason="the program in its place is a script with a #! line")


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Nothing converted yet, and a folder for temporary files in which to look afterwards."""
    monkeypatch.setattr(office, "_results", {})
    temporary = tmp_path / "临时 文件"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return temporary


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """Put a Python program in the place of LibreOffice; it knows ``draft`` and ``out``, and where it may leave ``notes``."""
    notes = tmp_path / "notes"
    notes.mkdir()

    def put(body: str) -> Path:
        script = tmp_path / "soffice"
        head = f"""\
            #!{sys.executable}
            import os, pathlib, subprocess, sys, time
            notes = pathlib.Path({str(notes)!r})
            draft = pathlib.Path(sys.argv[-1])
            out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])
            out.mkdir()
            with open(notes / 'calls', 'a') as calls:
                calls.write(' '.join(sys.argv[1:]) + '\\n')
            """
        script.write_text(textwrap.dedent(head) + textwrap.dedent(body), encoding="utf-8")
        script.chmod(0o755)
        monkeypatch.setenv(office.PROGRAM, str(script))
        return notes

    return put


WELL = f"(out / 'draft.docx').write_bytes({WORD!r})"


def calls(notes: Path) -> list[str]:
    return (notes / "calls").read_text("utf-8").splitlines()


@posix
def test_the_program_gets_a_neutral_name_and_a_profile_of_its_own(program, fresh: Path) -> None:
    notes = program(
        f"""\
        profile = out.parent / 'profile' / 'user' / 'registrymodifications.xcu'
        (notes / 'profile').write_bytes(profile.read_bytes())
        (notes / 'draft').write_bytes(draft.read_bytes())
        print('noise'); print('noise', file=sys.stderr)
        {WELL}
        """
    )
    assert office.to_word(RTF, Format.RICH_TEXT) == WORD
    (call,) = calls(notes)
    assert call.endswith(f"{os.sep}draft.rtf")
    assert "--headless" in call
    assert "--convert-to docx" in call
    assert "-env:UserInstallation=file:///" in call
    assert (notes / "draft").read_bytes() == RTF
    profile = (notes / "profile").read_text("utf-8")
    for name, value in (
        ("MacroSecurityLevel", 3), ("DisableMacrosExecution", "true"), ("DisableActiveContent", "true"),
        ("BlockUntrustedRefererLinks", "true"), ("Link", 2), ("AutoCheckEnabled", "false"),
    ):  # fmt: skip
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in profile
    assert list(fresh.iterdir()) == []


@posix
def test_nothing_is_said_by_the_program(program, capfd: pytest.CaptureFixture[str]) -> None:
    program(f"print('noise', flush=True); print('noise', file=sys.stderr, flush=True)\n{WELL}")
    office.to_word(RTF, Format.RICH_TEXT)
    assert capfd.readouterr() == ("", "")


@posix
def test_the_same_document_is_converted_once(program) -> None:
    notes = program(WELL)
    for data in (RTF, RTF, RTF + b" ", RTF):
        assert office.to_word(data, Format.RICH_TEXT) == WORD
    assert len(calls(notes)) == 2


@posix
def test_what_failed_once_is_not_tried_again(program) -> None:
    notes = program("sys.exit(1)")
    for _ in range(2):
        with pytest.raises(Unreadable, match="could not convert"):
            office.to_word(RTF, Format.RICH_TEXT)
    assert len(calls(notes)) == 1


@posix
def test_old_results_are_forgotten(program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_KEPT", 2 * len(WORD))
    notes = program(WELL)
    for data in (b"1", b"2", b"3", b"3", b"2", b"1"):
        office.to_word(data, Format.RICH_TEXT)
    assert len(calls(notes)) == 4


@posix
@pytest.mark.parametrize(
    "body",
    [
        "sys.exit(0)",
        "sys.exit(77)",
        "os.abort()",
        "(out / 'draft.docx').write_bytes(b'')",
        "(out / 'draft.docx').mkdir()",
        "(out / 'other.docx').write_bytes(b'x')",
        "(out / 'draft.docx').write_bytes(b'x' * 5000)",
    ],
    ids=["nothing", "exit-code", "abort", "empty", "folder", "other-name", "too-large"],
)
def test_what_the_program_does_not_do(program, monkeypatch: pytest.MonkeyPatch, fresh: Path, body: str) -> None:
    monkeypatch.setattr(office, "_LARGEST", 4096)
    program(body)
    with pytest.raises(Unreadable, match="could not convert") as caught:
        office.to_word(RTF, Format.RICH_TEXT)
    assert "另存为 .docx" in caught.value.zh
    assert list(fresh.iterdir()) == []


@posix
def test_what_the_program_makes_is_read_like_any_other_file(program) -> None:
    program("(out / 'draft.docx').write_bytes(b'PK\\x03\\x04 no package')")
    with pytest.raises(Unreadable):
        from_bytes(RTF, "a.rtf")


@posix
def test_a_program_that_hangs_is_stopped_with_all_it_has_started(program, monkeypatch, fresh: Path) -> None:
    monkeypatch.setattr(office, "_TIME_LIMIT", 0.5)
    notes = program(
        """\
        child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])
        (notes / 'child').write_text(str(child.pid))
        time.sleep(60)
        """
    )
    start = time.monotonic()
    with pytest.raises(Unreadable, match="stopped") as caught:
        office.to_word(RTF, Format.RICH_TEXT)
    assert time.monotonic() - start < 20
    assert "已停止" in caught.value.zh
    assert is_gone(notes)
    assert list(fresh.iterdir()) == []


class Impatient(subprocess.Popen[bytes]):
    """Has no patience with LibreOffice once it listens."""

    sockets: tuple[Path, ...] = ()

    def wait(self, timeout: float | None = None) -> int:
        if timeout is None:
            return super().wait()
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and not any(path.exists() for path in self.sockets):
            time.sleep(0.05)
        assert time.monotonic() < deadline
        raise subprocess.TimeoutExpired(self.args, timeout)


@posix
@pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed")
def test_libreoffice_that_is_killed_leaves_no_socket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Impatient, "sockets", tuple(office._sockets(tmp_path / "profile")))
    monkeypatch.setattr(office.subprocess, "Popen", Impatient)
    command = [
        str(office.find()),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--norestore",
    ]
    with pytest.raises(Unreadable, match="stopped"):
        office._run(command, tmp_path)
    assert not any(path.exists() for path in Impatient.sockets)


@posix
def test_a_process_that_is_left_behind_is_ended(program, fresh: Path) -> None:
    notes = program(
        f"""\
        child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])
        (notes / 'child').write_text(str(child.pid))
        {WELL}
        """
    )
    assert office.to_word(RTF, Format.RICH_TEXT) == WORD
    assert is_gone(notes)
    assert list(fresh.iterdir()) == []


def is_gone(notes: Path) -> bool:
    """Whether the process that the program has started ends within some seconds; a zombie counts as ended."""
    number = int((notes / "child").read_text("utf-8"))
    for _ in range(100):
        state = subprocess.run(["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False)
        if state.stdout.strip()[:1] in ("", "Z"):
            return True
        time.sleep(0.05)
    return False


def test_without_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.PROGRAM, "/nowhere/soffice")
    with pytest.raises(Unreadable, match="install LibreOffice") as caught:
        from_bytes(RTF, "a.rtf")
    assert "另存为 .docx" in caught.value.zh


def test_the_program_is_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(office.PROGRAM, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_PLACES", (r"%ProgramFiles%\none\soffice.com", str(tmp_path / "usual")))
    assert office.find() is None
    (tmp_path / "usual").touch()
    assert office.find() == str(tmp_path / "usual")
    (tmp_path / "libreoffice").touch(0o755)
    if os.name == "posix":
        assert office.find() == str(tmp_path / "libreoffice")


# With LibreOffice itself.

libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """An example in the formats that people have drafts in: the binary one made by LibreOffice, the others by hand."""
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "draft.txt").write_bytes(EXAMPLE.read_bytes())
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "doc:MS Word 97",
         "--outdir", str(folder), str(folder / "draft.txt")],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    lines = EXAMPLE.read_text("utf-8").splitlines()
    return {"doc": (folder / "draft.doc").read_bytes(), "odt": open_document(lines), "rtf": rich_text(lines)}


def rich_text(lines: list[str]) -> bytes:
    """The lines as Word writes them: what is not ASCII as a number, with a question mark for those who cannot read it."""
    numbers = "\\par\n".join(
        "".join(c if c < "\x7f" else f"\\u{ord(c) - (ord(c) > 32767) * 65536}?" for c in line) for line in lines
    )
    return f"{{\\rtf1\\ansi\\ansicpg936\\deff0\\uc1 {numbers}\\par}}".encode("ascii")


def open_document(lines: list[str]) -> bytes:
    """The lines as the paragraphs of a package that holds no more than it must."""
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{OASIS}office:1.0" xmlns:text="{OASIS}text:1.0" '
        f'office:version="1.2"><office:body><office:text>{paragraphs}</office:text></office:body></office:document-content>'
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{OASIS}manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in (("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest)):
            archive.writestr(name, text)
    return packed.getvalue()


@libreoffice
@pytest.mark.parametrize("ending", ["odt", "doc", "rtf"])
def test_drafts_read_the_same_in_every_format(converted: dict[str, bytes], fresh: Path, ending: str) -> None:
    data = converted[ending]
    name = {"doc": "a.wps"}.get(ending, f"a.{ending}")
    text = from_bytes(data, name).text
    written = EXAMPLE.read_text("utf-8")
    assert [line for line in text.split("\n") if line] == [line for line in written.split("\n") if line]
    assert word_bytes(data, name).startswith(b"PK")
    assert list(fresh.iterdir()) == []


class Listener:
    """A port of this machine, and who has called."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.heard: list[bytes] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:
                return
            with caller:
                self.heard.append(caller.recv(200))

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


@libreoffice
@pytest.mark.parametrize("guarded", [False, True], ids=["as-installed", "guarded"])
def test_nothing_is_fetched(listener: Listener, monkeypatch, tmp_path: Path, guarded: bool) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("OTHERFILE", encoding="utf-8")
    if not guarded:  # to see that there would be something to hear
        monkeypatch.setattr(office, "_SETTINGS", ())
        monkeypatch.setattr(office, "_PROXIES", ())
    made = office.to_word(linking(listener.address, secret), Format.FLAT_OPEN_DOCUMENT)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist())
    assert "整改".encode() in parts
    if guarded:
        assert listener.heard == []
        assert b"OTHERFILE" not in parts
    elif not listener.heard:
        pytest.skip("this LibreOffice fetches nothing of its own accord")


def linking(address: str, secret: Path) -> bytes:
    """A document with a picture, an object and sections that stand elsewhere."""
    frame = '<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">{}</draw:frame>'
    picture = frame.format(
        f'<draw:image xlink:href="{address}/picture.png" xlink:show="embed" xlink:actuate="onLoad"/>'
    )
    thing = frame.format(f'<draw:object xlink:href="{address}/object.odt"/>')
    sections = "".join(
        f'<text:section text:name="S{number}"><text:section-source xlink:href="{link}"/><text:p>旧</text:p></text:section>'
        for number, link in enumerate((f"{address}/section.odt", secret.as_uri()))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document xmlns:office="{OASIS}office:1.0" xmlns:text="{OASIS}text:1.0" xmlns:draw="{OASIS}drawing:1.0" '
        f'xmlns:svg="{OASIS}svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f"<text:p>整改{picture}{thing}</text:p>{sections}</office:text></office:body></office:document>"
    ).encode()
