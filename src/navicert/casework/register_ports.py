"""Ports of registers of owners: what jobs need of them, in their own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from navicert.facts.ownership import Stake
from navicert.parties.ownership.kernel import Holdings
from navicert.parties.ownership.register import Entity, Register


@dataclass(frozen=True, slots=True)
class RegisterLoad:
    """One load of one register: which, of which day, what it holds, and when it was loaded.

    ``digest`` is the SHA-256 of the bytes as they came; ``loaded_at`` is ISO 8601 in UTC.
    ``file`` is the name by which messages call it, ``place`` where it was loaded from.
    """

    title: str
    form: str
    as_of: date | None
    digest: str
    entities: int
    stakes: int
    flagged: int
    loaded_at: str
    file: str
    place: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole register as arrays: entities are places in them, from 0.

    ``places`` finds them by names written as ``key`` does, ``entities`` tells who they are.
    """

    holdings: Holdings
    places: Callable[[Sequence[str]], tuple[int, ...]]
    entities: Callable[[Sequence[int]], tuple[Entity, ...]]


class OpenRegister(Protocol):
    """A register that is asked by key."""

    def named(self, keys: Sequence[str]) -> tuple[Entity, ...]:
        """Give the entities that go by one of these names, written as ``key`` does."""
        ...

    def alike(self, bares: Sequence[str]) -> tuple[Entity, ...]:
        """Give the entities that go by one of these names but for legal forms, as ``bare`` does."""
        ...

    def numbered(self, numbers: Sequence[str]) -> tuple[Entity, ...]:
        """Give the entities that have one of these numbers."""
        ...

    def above(self, ids: Sequence[str]) -> tuple[Stake, ...]:
        """Give every stake in these entities; its ends are ids of the register."""
        ...

    def whole(self, day: date) -> Whole:
        """Read every stake of a day."""
        ...


class Registers(Protocol):
    """The registers of owners, as they were loaded; the log says which are in force."""

    def keep(self, register: Register, content: bytes) -> None:
        """Keep a register, its bytes and what is asked of it."""
        ...

    def opened(self, load: RegisterLoad) -> OpenRegister:
        """Open a register that was loaded; StateUnusable when its bytes are gone."""
        ...
