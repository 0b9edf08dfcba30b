"""Lines of the keys in a TOML or JSON text; looked for only when something was refused.

The text was parsed before, so this walk need not judge it. It uses no recursion and keeps only
the lines that were asked for.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from navicert.casework.order.document import KeyPath, Locate, Place, dotted

_TOKEN = re.compile(
    r"""(?P<line>\n)
    |(?P<skip>[ \t\r]+|\#[^\n]*)
    |(?P<text>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')
    |(?P<mark>[\[\]{}=:,.])
    |(?P<bare>[^\s\[\]{}=:,.\#"']+)
    """,
    re.VERBOSE | re.DOTALL,
)


def in_json(text: str) -> Locate:
    """Make the function that finds places in this JSON text."""
    return _locator(text, is_toml=False)


def in_toml(text: str) -> Locate:
    """Make the function that finds places in this TOML text."""
    return _locator(text, is_toml=True)


def _locator(text: str, *, is_toml: bool) -> Locate:
    def locate(paths: Sequence[KeyPath]) -> tuple[Place, ...]:
        wanted = {path[:depth] for path in paths for depth in range(1, len(path) + 1)}
        walk = _Walk(wanted, is_toml)
        for kind, part, line in _tokens(text):
            walk.step(kind, part, line)
        return tuple(Place(walk.line_of(path), dotted(path)) for path in paths)

    return locate


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind, part = str(match.lastgroup), match[0]
        if kind != "skip":
            yield kind, part, line
        line += part.count("\n")


@dataclass(slots=True)
class _Frame:
    """A table or list that is open: where it is, and what is being read in it."""

    path: KeyPath
    is_list: bool
    key: list[str] = field(default_factory=list)
    key_line: int = 0
    in_value: bool = False
    index: int = 0
    fresh: bool = True

    @property
    def below(self) -> KeyPath:
        """The path of the value that is being read."""
        return (*self.path, self.index) if self.is_list else (*self.path, *self.key)


class _Walk:
    """A stack of open tables and lists, moved on by each part."""

    def __init__(self, wanted: set[KeyPath], is_toml: bool) -> None:  # noqa: FBT001 - two forms
        self.wanted = wanted
        self.found: dict[KeyPath, int] = {}
        self.is_toml = is_toml
        self.header: list[str] | None = None
        self.brackets = 0
        self.counts: dict[KeyPath, int] = {}
        self.stack = [_Frame((), is_list=False, in_value=not is_toml)]

    def line_of(self, path: KeyPath) -> int:
        """Give the line of the path, or of the nearest table that holds it; 0 for none."""
        while path and path not in self.found:
            path = path[:-1]
        return self.found.get(path, 0)

    def step(self, kind: str, part: str, line: int) -> None:
        """Take one token."""
        if self.header is not None:
            self._in_header(self.header, kind, part, line)
        elif self.stack[-1].in_value or self.stack[-1].is_list:
            self._in_value(kind, part, line)
        else:
            self._in_key(kind, part, line)

    def _in_header(self, names: list[str], kind: str, part: str, line: int) -> None:
        if kind == "line":
            self._open_header(names, line)
        elif kind == "mark":
            self.brackets += part == "["
        else:
            names.append(_word(part, self.is_toml))

    def _open_header(self, names: list[str], line: int) -> None:
        path: KeyPath = ()
        self.header = None
        for depth, name in enumerate(names, start=1):
            path = (*path, name)
            self._note(path, line)
            if depth == len(names) and self.brackets > 1:
                self.counts[path] = self.counts.get(path, 0) + 1
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
                self._note(path, line)
        self.stack = [_Frame(path, is_list=False)]

    def _in_key(self, kind: str, part: str, line: int) -> None:
        frame = self.stack[-1]
        if kind in {"text", "bare"}:
            frame.key_line = frame.key_line if frame.key else line
            frame.key.append(_word(part, self.is_toml))
        elif part in {"=", ":"}:
            for depth in range(1, len(frame.key) + 1):
                self._note((*frame.path, *frame.key[:depth]), frame.key_line)
            frame.in_value = True
        elif part == "}":
            self._close()
        elif part == "[" and len(self.stack) == 1:
            self.header, self.brackets = [], 1

    def _in_value(self, kind: str, part: str, line: int) -> None:
        frame = self.stack[-1]
        if kind == "line":
            if self.is_toml and len(self.stack) == 1:
                _next(frame)
        elif part == "," and kind == "mark":
            _next(frame)
        elif part in {"]", "}"} and kind == "mark":
            self._close()
        else:
            self._begin(frame, part, line)

    def _begin(self, frame: _Frame, part: str, line: int) -> None:
        if frame.is_list and frame.fresh:
            frame.fresh = False
            self._note(frame.below, line)
        if part in {"[", "{"}:
            self.stack.append(_Frame(frame.below, is_list=part == "["))

    def _close(self) -> None:
        if len(self.stack) > 1:
            self.stack.pop()

    def _note(self, path: KeyPath, line: int) -> None:
        if path in self.wanted:
            self.found.setdefault(path, line)


def _next(frame: _Frame) -> None:
    frame.key, frame.in_value, frame.fresh = [], False, True
    frame.index += 1


def _word(part: str, is_toml: bool) -> str:  # noqa: FBT001 - two forms
    """Read a key as it was meant, without its quotes."""
    if part[0] not in "\"'" or part[:3] in {'"""', "'''"}:
        return part
    if "\\" not in part or part[0] == "'":
        return part[1:-1]
    return str(tomllib.loads(f"key = {part}")["key"] if is_toml else json.loads(part))
