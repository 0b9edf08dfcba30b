"""A valid file, changed: by bytes, by fields, by lines, by elements, by values, and in its packing.

All chance comes from the ``Random`` that is given, so that a seed gives the same files again.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from tools.fuzz.values import VALUES, word

MOST = 1_000_000
"""Bytes of a changed file; longer ones are cut, so that each takes no longer than a moment."""
MOST_CHANGES = 4

_ZIP = b"PK\x03\x04"
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)
_FIELDS = re.compile(rb"""([<>"'=,;\t\n|{}\[\]:/]+)""")
_ELEMENT = re.compile(rb"<([A-Za-z][\w.-]{0,60})[^<>]{0,2000}?(?:/>|>.{0,2000}?</\1>)", re.DOTALL)
_LOOKED_AT = 8_000
"""Bytes in which an element is looked for."""
_Change = Callable[[bytes, Random], bytes]


def mutated(content: bytes, chance: Random) -> bytes:
    """Change a file in some places; one that is packed is mostly changed inside."""
    if content.startswith(_ZIP) and chance.random() < 4 / 5:
        return _in_archive(content, chance)
    for _ in range(chance.randint(1, MOST_CHANGES)):
        content = chance.choice(_CHANGES)(content, chance)[:MOST]
    return _dressed(content, chance) if chance.random() < 1 / 20 else content


def _in_archive(content: bytes, chance: Random) -> bytes:
    """Change one part of an archive or two, and now and then a name; a damaged one by its bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old:
            parts = {entry.filename: old.read(entry) for entry in old.infolist()}
    except (*_BROKEN, ValueError, KeyError):
        return _bytes_changed(content, chance)
    for name in chance.choices([*parts], k=chance.choice([1, 1, 2])) if parts else ():
        parts[name] = mutated(parts[name], chance)
        if chance.random() < 1 / 20:
            parts[chance.choice(["x", "../x", "sdn.csv", *parts])] = parts.pop(name)
            break
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", chance.choice([0, 8, 8])) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return whole.getvalue()


def _dressed(content: bytes, chance: Random) -> bytes:
    encoding = chance.choice(["gzip", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "latin-1"])
    if encoding == "gzip":
        return gzip.compress(content, mtime=0)
    text = content.decode("utf-8", "replace")
    return text.encode(encoding, "replace")


def _bytes_changed(content: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(content))
    until = min(len(content), at + chance.choice([0, 0, 1, 1, 2, 8, 64, 1024]))
    piece = content[at:until]
    noise = bytes(chance.randrange(256) for _ in range(chance.randint(0, 4)))
    into = chance.choice([b"", noise, piece * 2, piece[::-1], word(chance)])
    return content[:at] + into + content[until:]


def _cut(content: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] if chance.random() < 2 / 3 else content[at:]


def _spliced(content: bytes, chance: Random) -> bytes:
    """Put a piece of the file somewhere else in it."""
    start, at = chance.randint(0, len(content)), chance.randint(0, len(content))
    return content[:at] + content[start : start + chance.randint(1, 400)] + content[at:]


def _fields_changed(content: bytes, chance: Random) -> bytes:
    """Change what stands between two marks, or put it elsewhere, or change a mark itself."""
    parts = _FIELDS.split(content)
    fields, marks = range(0, len(parts), 2), range(1, len(parts), 2)
    one, other = chance.choice(fields), chance.choice(fields)
    if marks and chance.random() < 1 / 6:
        parts[chance.choice(marks)] = parts[chance.choice(marks)]
        return b"".join(parts)
    new = word(chance) if chance.random() < 1 / 2 else parts[other]
    parts[one], parts[other] = chance.choice(
        [(new, parts[other]), (new, parts[other]), (new, parts[one]), (parts[one] * 2, b"")]
    )
    return b"".join(parts)


def _lines_changed(content: bytes, chance: Random) -> bytes:
    """Swap two lines, double one or many, or take one out."""
    lines = content.splitlines(keepends=True) or [b""]
    one, other = sorted(chance.randrange(len(lines)) for _ in range(2))
    into = chance.choice(
        [
            [lines[other], *lines[one + 1 : other], lines[one]],
            lines[one : other + 1] * chance.choice([2, 20]),
            lines[one + 1 : other + 1],
        ]
    )
    return b"".join((*lines[:one], *into, *lines[other + 1 :]))


def _elements_changed(content: bytes, chance: Random) -> bytes:
    """Take out, double, move or nest an element of XML; other files have none."""
    start = chance.randint(0, len(content))
    found = _ELEMENT.search(content, start, start + _LOOKED_AT)
    if found is None:
        return _fields_changed(content, chance)
    element, tag, after = found[0], found[1], content[found.end() :]
    nested = b"<%b>%b</%b>" % (tag, element, tag)
    deep = b"<%b>" % tag * 40 + b"</%b>" % tag * 40
    into = chance.choice([b"", element * 2, nested, deep, b"<%b/>" % tag, element * 30])
    at = chance.choice([0, 0, 0, chance.randint(0, len(after))])
    return content[: found.start()] + after[:at] + into + after[at:]


def _values_changed(content: bytes, chance: Random) -> bytes:
    """Change a value or a key of JSON, whole or of one line; other files have none."""
    if content.lstrip()[:1] not in {b"{", b"["}:
        return _fields_changed(content, chance)
    changed = _json_changed(content, chance)
    if changed is not None:
        return changed
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = _json_changed(lines[at], chance) or lines[at]
    return b"\n".join(lines)


def _json_changed(text: bytes, chance: Random) -> bytes | None:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    _change_within(document, chance)
    written = json.dumps(document, ensure_ascii=chance.random() < 1 / 2)
    return written.encode("utf-8", "surrogatepass")


def _change_within(document: object, chance: Random) -> None:
    """Walk down at random and change the table or list where the walk ends."""
    holder = document
    while (below := _tables_in(holder)) and chance.random() < 3 / 4:
        holder = chance.choice(below)
    value = _value(chance)
    if isinstance(holder, list):
        holder.insert(chance.randint(0, len(holder)), chance.choice([value, *holder]))
        del holder[chance.randrange(len(holder))]
    elif isinstance(holder, dict):
        one, other = chance.choice([*holder, "x"]), chance.choice([*holder, "x"])
        held = holder.pop(other, None) if chance.random() < 1 / 3 else holder.get(other)
        holder[one] = chance.choice([value, value, held])


def _tables_in(holder: object) -> list[object]:
    inner = list(holder.values()) if isinstance(holder, dict) else holder
    if not isinstance(inner, list):
        return []
    return [one for one in inner if isinstance(one, dict | list) and one]


def _value(chance: Random) -> object:
    if chance.random() < 1 / 2:
        return word(chance).decode("utf-8", "surrogatepass")
    value = chance.choice(VALUES)
    for _ in range(chance.choice([0, 0, 0, 1, 2, 300])):
        value = [value] if chance.random() < 1 / 2 else {"components": [value]}
    return value


_CHANGES: tuple[_Change, ...] = (
    _bytes_changed,
    _cut,
    _spliced,
    *(_fields_changed,) * 4,
    _lines_changed,
    *(_elements_changed,) * 2,
    *(_values_changed,) * 2,
)
