"""Why a file could not be read, in words for whoever named it."""

from __future__ import annotations

import errno

_CAUSES = {
    errno.ENOENT: ("找不到这个文件", "no such file"),
    errno.EACCES: ("没有读取权限", "permission denied"),
    errno.EPERM: ("没有读取权限", "permission denied"),
    errno.EISDIR: ("这是文件夹，不是文件", "this is a folder, not a file"),
}


class Unreadable(Exception):  # noqa: N818 - reads better where it is raised
    """A file that cannot be linted.

    Attributes:
        zh: one sentence in Chinese, without the file's name.
        en: the same in English.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en

    @classmethod
    def from_os(cls, error: OSError) -> Unreadable:
        """The operating system would not open it."""
        cause = error.strerror or type(error).__name__
        return cls(*_CAUSES.get(error.errno or 0, (f"无法读取：{cause}", f"cannot be read: {cause}")))

    @classmethod
    def too_large(cls, size: int, limit: int) -> Unreadable:
        """It has more bytes than allowed."""
        mine, most = _size(size), _size(limit)
        return cls(
            f"文件过大（{mine}，上限 {most}）；确需检查请用 --max-size 放宽",
            f"the file is too large ({mine}, the limit is {most}); raise it with --max-size if it must be checked",
        )

    @classmethod
    def binary(cls) -> Unreadable:
        """It is no text."""
        return cls(
            "看不出是什么文件，不是文稿；请把草稿另存为 .docx 或 UTF-8 编码的 .txt 后再检查",
            "not a text, nor any other file that is read; save the draft as .docx or UTF-8 .txt and check that",
        )

    @classmethod
    def locked(cls) -> Unreadable:
        """It cannot be opened without a password."""
        return cls(
            "文件有密码，读不了；请用 Word 或 WPS 打开，去掉密码另存后再检查",
            "the file is protected with a password; open it, save a copy without the password and check that",
        )

    @classmethod
    def damaged(cls) -> Unreadable:
        """It is not what was once saved."""
        return cls(
            "文件已损坏或不完整（可能没有保存、下载或复制完）；请重新取得这个文件，或用 Word 或 WPS 打开修复、另存后再检查",
            "the file is damaged or incomplete (perhaps not saved or copied to the end); get it again, or repair it in Word or WPS and check that",
        )

    @classmethod
    def broken_xml(cls) -> Unreadable:
        """A part of it is no well-formed XML."""
        return cls(
            "文件已损坏（内部结构不完整）；请用 Word 或 WPS 打开，重新保存后再检查",
            "the file is damaged (its inner structure is broken); open it in Word or WPS, save it again and check that",
        )

    @classmethod
    def too_much(cls) -> Unreadable:
        """It unpacks to more than any document holds: a mistake, or meant to choke whoever opens it."""
        return cls(
            "文件解压后的内容过大，不像正常的文稿，为安全起见不予读取；请用 Word 或 WPS 打开并重新保存，或把正文复制到新文件后再检查",
            "the file unpacks to more than a document holds and is not read, to be safe; save it again in Word or WPS, or copy the text to a new file",
        )

    @classmethod
    def document_type(cls) -> Unreadable:
        """A part of it declares entities, which no word processor does."""
        return cls(
            "文件里有引用外部内容的声明（DTD），正常的文档没有，为安全起见不予读取；请用 Word 或 WPS 打开，重新保存后再检查",
            "the file declares a document type or entities and is not read, to be safe; save it again in Word or WPS",
        )

    @classmethod
    def elsewhere(cls) -> Unreadable:
        """Some of its text stands in another file that is embedded in it or that it refers to."""
        return cls(
            "文稿有一部分文字放在嵌入的文件或子文档里，读不到；请用 Word 或 WPS 打开，全选复制到新文档，保存为 .docx 后再检查",
            "some of the text stands in an embedded file or a subdocument and is not read; open it, copy all of it to a new document and check that",
        )

    @classmethod
    def undecodable(cls) -> Unreadable:
        """It is in none of the encodings we know."""
        return cls(
            "无法识别文字编码（支持 UTF-8、UTF-16、GB18030）；请另存为 UTF-8 后再检查",
            "unknown text encoding (UTF-8, UTF-16 and GB18030 are read); save it as UTF-8 and try again",
        )


def _size(number: int) -> str:
    """A number of bytes in the unit that suits it, as ``--max-size`` counts them."""
    for unit, factor in (("MB", 1024**2), ("KB", 1024)):
        if number >= factor:
            return f"{number / factor:.1f}".removesuffix(".0") + f" {unit}"
    return f"{number} B"
