"""Fields (ECMA-376 Part 1, 17.16): an instruction, which is not shown, and its result, which is."""

from __future__ import annotations

import re

_LINK = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE)
_ENCLOSED = re.compile(r"\s*EQ\s*\\o\s*\\ac\s*\(\s*[○◯Оo]\s*[,，;；]\s*(\S{1,3})\s*\)\s*", re.IGNORECASE)
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s(.*)", re.IGNORECASE | re.DOTALL)
_CIRCLES = {
    str(number): chr(code + number)
    for code, numbers in ((0x245F, range(1, 21)), (0x323C, range(21, 36)), (0x328D, range(36, 51)))
    for number in numbers
}


def is_link(instruction: str) -> bool:
    """Whether a field only makes its words a link: the words are typed ones, no update writes them anew."""
    return _LINK.match(instruction) is not None


def drawn(instruction: str) -> str:
    """What a field without a result shows: a character in a circle, or the words of a button, as templates have them to be typed over."""
    button = _BUTTON.fullmatch(instruction)
    if button is not None:
        return " ".join(button[1].split())
    found = _ENCLOSED.fullmatch(instruction)
    return _CIRCLES.get(found[1], found[1]) if found is not None else ""


class Fields:
    """The fields that are open at one place of a story; they may stand in one another and go over several paragraphs."""

    def __init__(self) -> None:
        self._instructions: list[list[str] | None] = []  # None once the result has begun
        self._written: list[bool] = []  # whether the result is written anew by an update
        self._hiding = 0
        self._writing = 0

    @property
    def showing(self) -> bool:
        """Whether words at this place are shown, as they stand in no instruction."""
        return not self._hiding

    @property
    def is_result(self) -> bool:
        """Whether words at this place are written anew by an update."""
        return self._writing > 0

    def begin(self) -> None:
        """A field begins, with its instruction."""
        self._instructions.append([])
        self._written.append(False)
        self._hiding += 1

    def instruct(self, text: str) -> None:
        """A piece of the instruction."""
        if self._instructions and (instruction := self._instructions[-1]) is not None:
            instruction.append(text)

    def separate(self) -> None:
        """The instruction ends and the result begins."""
        if not self._instructions or (instruction := self._instructions[-1]) is None:
            return
        written = not is_link("".join(instruction))
        self._instructions[-1], self._written[-1] = None, written
        self._hiding -= 1
        self._writing += written

    def end(self) -> str:
        """A field ends.

        Returns:
            What it shows although it has no result.
        """
        if not self._instructions:
            return ""
        instruction, written = self._instructions.pop(), self._written.pop()
        self._writing -= written
        if instruction is None:
            return ""
        self._hiding -= 1
        return drawn("".join(instruction)) if self.showing else ""
