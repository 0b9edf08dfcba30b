"""Ports of the room of evidence and certifications: what its jobs need beside the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from navicert.casework.ports import Blobs, Desk
from navicert.undertakings.certifications.body import Body
from navicert.undertakings.certifications.bundle import Bundle
from navicert.undertakings.checks.cells import Filled, Sheet
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.result import Ran, Row


class Sheets(Protocol):
    """Reads a file of evidence."""

    def __call__(self, file: str, data: bytes, /) -> Sheet:
        """Give its rows and columns; InputError when it cannot be read."""
        ...


class Runner(Protocol):
    """Runs the query of a check."""

    def __call__(self, check: Check, tables: Sequence[Filled], /) -> Ran:
        """Run it once over tables of the declared form; whatever went wrong is in the answer."""
        ...


class Printer(Protocol):
    """Prints letters."""

    def __call__(self, body: Body, /) -> bytes:
        """Give the letter with its annex as PDF: the same content gives the same bytes."""
        ...


class Packer(Protocol):
    """Writes everything that proves a certification as one file, and reads it again."""

    def pack(self, bundle: Bundle) -> bytes:
        """Give the file; the same bundle gives the same bytes."""
        ...

    def unpack(self, data: bytes, file: str) -> Bundle:
        """Read it; UnreadableFile names the part that is not what ``pack`` would write."""
        ...


class SignerKeys(Protocol):
    """The keys of those who sign."""

    def make(self, name: str) -> Path:
        """Make a key for a person and give its place; UnreadableFile when there is one."""
        ...

    def private(self, name: str, place: Path | None = None) -> Ed25519PrivateKey:
        """Give the key of a person, or the one that lies at a place."""
        ...


@dataclass(frozen=True, slots=True)
class ToDisclose:
    """What must be corrected with the authority: a certified statement that is no longer true.

    ``rows`` contradict it, with their ``columns``; 15 CFR 764.2(g)(2) makes the representation a
    continuing one, and 764.5 says how it is disclosed. ``sender`` is who made it; ``case`` the
    disclosure that was opened of the same letter before, empty where there is none.
    """

    certification: str
    statement: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    count: int
    day: date
    sender: str = ""
    case: str = ""
    citations: tuple[str, ...] = ("15 CFR 764.2(g)(2)", "15 CFR 764.5")


class Disclosures(Protocol):
    """Where disclosures are opened."""

    def open(self, found: ToDisclose, desk: Desk) -> str:
        """Open a disclosure, or add to the one that is open, and give its id."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What proving needs: readers, the engine, and the bytes that are kept by their digest."""

    kept: Blobs
    sheets: Sheets
    runner: Runner


@dataclass(frozen=True, slots=True)
class CertifyDesk:
    """The desk of who certifies; ``log_key`` gives the verifier key of the log as text."""

    desk: Desk
    tools: Tools
    printer: Printer
    packer: Packer
    signers: SignerKeys
    disclosures: Disclosures
    log_key: Callable[[], str]
