"""The words by which orders and other notices are told: data that lie beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from navicert.parties import shipped
from navicert.undertakings.federal_register.notice import NoticeKind


@dataclass(frozen=True, slots=True)
class KindWords:
    """The phrases of one kind of order, by where they count."""

    kind: NoticeKind
    title: tuple[str, ...]
    opening: tuple[str, ...]
    ordered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words, each in small letters."""

    kinds: tuple[KindWords, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]
    acts: tuple[str, ...]
    address: tuple[str, ...]
    alias: tuple[str, ...]
    suffix: frozenset[str]
    until: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """Read the words, once a process."""
    told: Mapping[str, Any] = shipped.table(
        "navicert.undertakings.federal_register", "vocabulary.toml"
    )
    words = told["words"]
    return Vocabulary(
        kinds=tuple(map(_kind, told["kind"])),
        others=tuple((other["is"], tuple(other["phrases"])) for other in told["other"]),
        acts=tuple(act["name"] for act in told["act"]),
        address=_longest_first(words["address"]),
        alias=_longest_first(words["alias"]),
        suffix=frozenset(words["suffix"]),
        until=tuple(words["until"]),
    )


def _kind(told: Mapping[str, Any]) -> KindWords:
    return KindWords(
        NoticeKind(told["kind"]),
        tuple(told.get("title", ())),
        tuple(told.get("opening", ())),
        tuple(told.get("ordered", ())),
    )


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
