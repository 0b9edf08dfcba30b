"""Ports: what the desk needs from outside, said in its own words; the adapters fulfil it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from navicert.casework.register_ports import Registers
from navicert.facts.clearing import Clearing
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.screening.indexed import Indexed
from navicert.records.log import VerifiedLog
from navicert.records.record import Receipt, Record


class Clock(Protocol):
    """The one place that knows what time it is; a job asks it once."""

    def now(self) -> datetime:
        """Give the moment, in UTC."""
        ...

    def today(self) -> date:
        """Give the calendar day where the desk stands."""
        ...


class RecordLog(Protocol):
    """The append-only log of what was decided.

    Each method raises StateUnusable when the data directory cannot be used, and RecordAltered
    when it meets an entry that is not what was signed.
    """

    def append(self, content: bytes, kind: str, subject: str) -> Receipt:
        """Put an entry at the end, whole or not at all."""
        ...

    def entries(self) -> Iterator[Record]:
        """Give every entry, oldest first, unverified."""
        ...

    def of_kinds(self, kinds: tuple[str, ...]) -> Iterator[Record]:
        """Give the entries of some kinds, oldest first, each held against its leaf hash."""
        ...

    def read(self, index: int) -> Record:
        """Give one entry held against its leaf hash; IndexError when there is no such entry."""
        ...

    def verify(self, kept: tuple[str, ...] = ()) -> VerifiedLog:
        """Prove the log whole; ``kept`` are signed checkpoints that were kept elsewhere."""
        ...


class Snapshots(Protocol):
    """The lists of parties, as they were loaded.

    A load replaces the one before with the same code and title, so that every list of one's
    own stands beside the others.
    """

    def keep(self, snapshot: Snapshot, file: FeedFile, *, loss_accepted: bool = False) -> ListLoad:
        """Keep a list and put it in force, in one step.

        ``file`` is what ``snapshot`` was read from. Raises ListShrank when it lost too many
        entries against the load in force, or has too few for a first one; what was in force
        stays so. ``loss_accepted`` says that an officer looked and the loss is real.
        """
        ...

    def retire(self, code: str, title: str) -> bool:
        """Take a list out of force; False when there was none. Its bytes are kept."""
        ...

    def current(self, code: str) -> tuple[Snapshot, ...]:
        """Give the lists in force under a code, by title; only lists of one's own share one."""
        ...

    def all_current(self) -> tuple[Snapshot, ...]:
        """Give every list in force, by code and title."""
        ...

    def known_at(self, moment: datetime) -> tuple[Snapshot, ...]:
        """Give every list that was in force at a moment, by code and title."""
        ...

    def loads(self, moment: datetime | None = None) -> tuple[ListLoad, ...]:
        """Say which loads are in force, or were at a moment, without reading the lists."""
        ...

    def tenures(self) -> tuple[Tenure, ...]:
        """Say of every load that was ever in force how long it was, oldest first."""
        ...

    def opened(self, load: ListLoad) -> Snapshot:
        """Give the list of a load, in force or not."""
        ...

    def read_anew(self, load: ListLoad) -> Snapshot:
        """Read the bytes of a load as they came, under their file's name; nothing is kept.

        Raises as ``lists.read`` does, and StateUnusable when the bytes are gone.
        """
        ...


class Indexes(Protocol):
    """The indexes of the names of lists, kept so that no process builds one again."""

    def __call__(self, snapshot: Snapshot, names: Sequence[str]) -> Indexed:
        """Give the indexes of a snapshot's names; a lost one is built anew."""
        ...


class Blobs(Protocol):
    """Bytes kept as they came, found by their SHA-256 in hexadecimal."""

    def put(self, content: bytes) -> str:
        """Keep bytes and give their digest; the same bytes are kept once."""
        ...

    def get(self, digest: str) -> bytes:
        """Give the bytes, held against their digest; KeyError when they were never kept."""
        ...


class Feed(Protocol):
    """Where list files come from."""

    def fetch(self, place: str) -> FeedFile:
        """Read a whole file from a path or an http address.

        UnreadableFile or FileTooLarge says why it cannot be.
        """
        ...

    def fetch_unless(self, place: str, seen: Seen) -> FeedFile | None:
        """Read it as ``fetch`` does; None when it is still what was seen."""
        ...

    def fetch_beside(self, document: str, name: str) -> FeedFile:
        """Read a file that a document names in its folder or below.

        UnreadableFile where it lies elsewhere, links followed, or is no plain file.
        """
        ...

    def files_in(self, folder: str) -> tuple[str, ...]:
        """Give the paths of the files in a folder, by name; UnreadableFile says why not."""
        ...


class Visits(Protocol):
    """What was found at the addresses of lists when they were last asked."""

    def last(self, place: str) -> Seen | None:
        """Give what was found there; None when nobody ever was there."""
        ...

    def note(self, place: str, seen: Seen) -> None:
        """Keep what was found there, in place of what was found before."""
        ...


class ClearedPairs(Protocol):
    """Officers' decisions that a party is not the listed one; none is ever deleted."""

    def keep(self, clearing: Clearing) -> KeptClearing:
        """Keep a decision, under the next number in place of its own."""
        ...

    def revoke(self, number: int, by: str, why: str) -> KeptClearing | None:
        """Take a decision back; None when none in force has this number."""
        ...

    def all(self) -> tuple[KeptClearing, ...]:
        """Give every decision, by number, those that were taken back included."""
        ...


@dataclass(frozen=True, slots=True)
class KeptClearing:
    """A decision, when it was put down, and when, by whom and why it was taken back.

    Moments are ISO 8601 in UTC with microseconds; ``revoked_at`` is None while it stands.
    """

    clearing: Clearing
    made_at: str
    revoked_at: str | None = None
    revoked_by: str = ""
    revoked_why: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that was fetched and taken in: its digest, and what its server calls that state.

    ``etag`` and ``last_modified`` are the headers as they came, empty where there was none.
    """

    digest: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class FeedFile:
    """A list file as it came: its name, by which readers tell its form, and its bytes.

    ``place`` is what an officer calls where it came from: its address, or the name of a file.
    """

    name: str
    content: bytes
    etag: str = ""
    last_modified: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class ListLoad:
    """One load of one list: which, how old, how many entries, and when it was loaded.

    ``digest`` is the SHA-256 of the bytes as they came; ``loaded_at`` is ISO 8601 in UTC.
    ``source`` is where its authority publishes it, ``place`` the address or the name of the file
    that was loaded; empty for loads of before anybody kept it.
    """

    code: str
    title: str
    source: str
    as_of: date | None
    digest: str
    entries: int
    counts_by_list: tuple[tuple[str, int], ...]
    loaded_at: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """How long a load was in force: from ``since`` to just before ``until``, None while it is.

    Both are ISO 8601 in UTC with microseconds, by the clock of the desk; the intervals of one
    list never overlap. ``change`` counts the entries added, changed and removed against the
    load before; None when there was none, or nobody counted.
    """

    load: ListLoad
    since: str
    until: str | None
    change: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a job may ask for; used with ``with``, it lets go of the store after.

    What is written to the store within ``with desk.at_once():`` is written whole or not at all.
    """

    home: Path
    clock: Clock
    records: RecordLog
    snapshots: Snapshots
    blobs: Blobs
    indexes: Indexes
    feed: Feed
    visits: Visits
    clearings: ClearedPairs
    registers: Registers
    at_once: Callable[[], AbstractContextManager[object]]
    close: Callable[[], None]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
