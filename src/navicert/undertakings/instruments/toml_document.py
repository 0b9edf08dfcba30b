"""The text of an instrument as TOML, with the lines of what is refused in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from navicert.errors import FileTooLarge, InstrumentRefused, Problem, UnreadableFile
from navicert.parties.lists import toml_text

MOST_BYTES = 1024 * 1024
"""The text stands whole in the log, so that the log alone proves what was promised."""

_AT = re.compile(r" - at `\$?\.?(.+)`$")
_PLACE = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+)(?:\[(\d+)\])?)?")


@dataclass(frozen=True, slots=True)
class TomlDocument:
    """A file and its text."""

    file: str
    text: str

    def content(self) -> dict[str, Any]:
        """Parse the text; FileTooLarge or UnreadableFile says why it cannot be."""
        if line := toml_text.line_of_long_key(self.text):
            message = f"{self.file}:{line}: a key of more than {toml_text.MOST_STEPS} steps"
            raise FileTooLarge(message)
        try:
            return tomllib.loads(self.text)
        except RecursionError:
            message = f"{self.file}: arrays or tables nested too deep"
            raise UnreadableFile(message) from None
        except ValueError as error:  # also of a number with thousands of digits
            message = f"{self.file}: not TOML: {str(error)[:200]}"
            raise UnreadableFile(message) from None

    def refused(self, message: str) -> InstrumentRefused:
        """Make the error with file, line and key; ``message`` may end as msgspec's do."""
        at = _AT.search(message)
        key = at[1] if at else ""
        problem = Problem(self.file, self.line_of(key), key, _AT.sub("", message))
        return InstrumentRefused(str(problem))

    def line_of(self, key: str) -> int:
        """Give the line of a key such as ``penalty[1].event[0].day``, or of its table; else 0."""
        found = _PLACE.match(key)
        if not found:
            return 0
        table, position, inner, below = found.groups()
        lines = self.text.splitlines()
        if position is None:
            return _first(lines, 0, rf"\[?\s*{table}\b")
        start = _nth(lines, 0, rf"\[\[\s*{table}\s*\]\]", int(position))
        if not start or inner is None:
            return start
        if below is not None:
            heading = rf"\[\[\s*{table}\s*\.\s*{inner}\s*\]\]"
            return _nth(lines, start, heading, int(below)) or start
        end = _first(lines, start, rf"\[\[\s*{table}\s*\]\]") or len(lines) + 1
        line = _first(lines, start, rf"(\[\s*{table}\s*\.\s*)?{inner}\b")
        return line if start < line < end else start


def decoded(file: str, content: bytes) -> TomlDocument:
    """Read bytes as UTF-8 within the limit; FileTooLarge or UnreadableFile says why not."""
    if len(content) > MOST_BYTES:
        message = f"{file}: an instrument may have {MOST_BYTES:,} bytes; this has {len(content):,}"
        raise FileTooLarge(message)
    try:
        return TomlDocument(file, content.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"{file}:{line}: not UTF-8; save the file as UTF-8"
        raise UnreadableFile(message) from None


def _first(lines: list[str], start: int, pattern: str) -> int:
    return _nth(lines, start, pattern, 0)


def _nth(lines: list[str], start: int, pattern: str, position: int) -> int:
    """Give the line, counted from 1, of the nth that begins with a pattern; 0 for none."""
    wanted = re.compile(rf"\s*{pattern}")
    found = [n for n, line in enumerate(lines, 1) if n > start and wanted.match(line)]
    return found[position] if position < len(found) else 0
