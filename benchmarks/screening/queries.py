"""The lists and the queries of a retrieval benchmark: JSON lines, plain or gzipped.

Imports nothing of Navicert, so that a peer can read them in an environment of its own.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ALIASES = "alias_holdout"
"""The class of aliases that were taken off the list: nobody can find them all."""

_GZIP = b"\x1f\x8b"
_PERSONS = frozenset({"person", "individual"})


class NotReadable(ValueError):
    """A file of the benchmark that is not what it should be; says where and what is wanted."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One party of a list; ``type`` is in lower case, empty where the list tells none."""

    id: str
    type: str
    names: tuple[str, ...]

    @property
    def is_person(self) -> bool:
        """Tell whether it is a person."""
        return self.type in _PERSONS


@dataclass(frozen=True, slots=True)
class Query:
    """One name that is asked for; ``expected`` is empty for a clean one."""

    text: str
    type: str
    expected: frozenset[str]
    kind: str


def read_list(path: Path) -> tuple[Listed, ...]:
    """Read a list: rows of id, type and names, or rows of the Consolidated Screening List."""
    return tuple(_listed(row, place) for place, row in _rows(path))


def read_queries(path: Path) -> tuple[Query, ...]:
    """Read queries: ``q``, ``exp`` (ids, none for a clean name) and ``cls``."""
    return tuple(_query(row, place) for place, row in _rows(path))


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each row with its place, ``file:line``."""
    place = str(path)
    try:
        content = path.read_bytes()
        text = gzip.decompress(content) if content.startswith(_GZIP) else content
        for number, line in enumerate(text.decode("utf-8").split("\n"), start=1):
            place = f"{path}:{number}"
            if line.strip():
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise NotReadable(f"{place}: wants an object, not {line[:60]!r}")
                yield place, row
    except (OSError, EOFError, zlib.error, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise NotReadable(f"{place}: {error}; wants JSON lines, plain or gzipped") from error


def _listed(row: dict[str, Any], place: str) -> Listed:
    if "names" not in row and "name" in row:
        row = {**row, "names": [row["name"], *(row.get("alt_names") or ())], "id": place}
    names, kind = row.get("names"), row.get("type") or ""
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise NotReadable(f"{place}: wants 'names', a list of texts, not {names!r:.60}")
    if not isinstance(row.get("id"), str):
        raise NotReadable(f"{place}: wants 'id', a text, not {row.get('id')!r:.60}")
    return Listed(row["id"], str(kind).lower(), tuple(names))


def _query(row: dict[str, Any], place: str) -> Query:
    text, expected, kind = row.get("q"), row.get("exp"), row.get("cls")
    if not isinstance(text, str) or not isinstance(kind, str):
        raise NotReadable(
            f"{place}: wants 'q' and 'cls', two texts, not {text!r:.60}, {kind!r:.60}"
        )
    if not isinstance(expected, list) or not all(isinstance(one, str) for one in expected):
        raise NotReadable(f"{place}: wants 'exp', a list of ids, not {expected!r:.60}")
    return Query(text, str(row.get("type") or "").lower(), frozenset(expected), kind)
