"""What ``navicert screen`` asks for: a name with its details or a table, and the job itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path

from navicert.adapters.party_tables.read import read
from navicert.adapters.workers import across
from navicert.bootstrap import open_desk
from navicert.casework import known_then
from navicert.casework.order.document import KeyPath, OrderDocument, Place
from navicert.casework.ports import FeedFile
from navicert.casework.screen_parties import Request, screen_parties
from navicert.casework.screened_parties import parties
from navicert.casework.screening import Screening
from navicert.entrypoints.cli import terminal
from navicert.errors import TermError, UnreadableFile
from navicert.parties.lists import country_names
from navicert.terms import country, list_code
from navicert.terms.list_code import ListCode

_MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a party beside its name."""

    country: str | None = None
    address: str | None = None
    birth_date: str | None = None
    identifiers: tuple[str, ...] = ()
    type: str | None = None

    def any(self) -> bool:
        """Tell whether anything was said."""
        return any(astuple(self))


@dataclass(frozen=True, slots=True)
class Asking:
    """How to screen, as the options say it."""

    least: float
    lists: str | None = None
    on: date | None = None
    known: str | None = None
    watch: tuple[str, ...] = ()
    as_of: date | None = None
    keep_record: bool = True


_OPTIONS = {"text": "--address", "birth_date": "--birth-date", "identifiers": "--id"}


def named(name: str | None, details: Details) -> OrderDocument:
    """Give one party as a document, whose places are the options of the command."""
    address = {"country": _code_of(details.country), "text": details.address}
    party = {
        "name": name,
        "kind": details.type,
        "birth_date": details.birth_date,
        "identifiers": list(details.identifiers) or None,
        "address": address if any(address.values()) else None,
    }
    said = {key: value for key, value in party.items() if value is not None}
    return OrderDocument("navicert screen", {"parties": [said]}, _options)


def _code_of(named: str | None) -> str | None:
    """Write a country by its code where its name is known; what is not is refused as it stands."""
    if named is None or country.is_valid(named):
        return named
    return country_names.code_of(named) or country.in_any_language(named) or named


def _options(paths: Sequence[KeyPath]) -> tuple[Place, ...]:
    words = ([step for step in path[2:] if isinstance(step, str)] for path in paths)
    keys = (word[-1] if word else "" for word in words)
    return tuple(
        Place(0, _OPTIONS.get(key, "NAME" if key == "name" else f"--{key}")) for key in keys
    )


def table(file: Path) -> OrderDocument:
    """Read a table of parties; what is not read of it is said at once."""
    found = read(file)
    if found.ignored:
        columns = ", ".join(map(repr, found.ignored))
        told = (
            f"navicert: {found.file}: not read, since no column of parties is called so: {columns}"
        )
        print(told, file=sys.stderr)  # noqa: T201 - a warning, beside the answer
    return found


def screened(
    document: OrderDocument, asking: Asking, where: tuple[int | None, Path | None]
) -> Screening:
    """Do the job; ``where`` are the processes that share it and the data directory."""
    if not 0 <= asking.least <= 1:
        raise UnreadableFile(f"--min-score: {asking.least} is not between 0 and 1")
    asked, chosen = parties(document), _codes(asking.lists)
    processes, data_dir = where
    spread = across(processes or min(_MOST_PROCESSES, os.cpu_count() or 1))
    with terminal.counting() as step, open_desk(data_dir) as desk:
        known = asking.known
        then = None if known is None else known_then.moment_of("--known", known, desk.clock)
        request = Request(
            parties=asked,
            subject=asked[0].party.name if not asked[0].line else document.file,
            on=asking.on,
            known=then,
            least=asking.least,
            lists=chosen,
            watch=tuple(FeedFile(at, desk.feed.fetch(at).content) for at in asking.watch),
            watch_as_of=asking.as_of,
            keep_record=asking.keep_record,
            ignored=document.ignored,
        )
        return screen_parties(request, desk, spread, step)


def _codes(lists: str | None) -> frozenset[ListCode]:
    if lists is None:
        return frozenset()
    try:
        return frozenset(list_code.parse(code) for code in lists.split(","))
    except TermError as error:
        raise UnreadableFile(f"--lists: {error}; codes are {', '.join(ListCode)}") from None
