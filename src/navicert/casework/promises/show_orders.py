"""Show what instruments come to on a day: those loaded, and files that are named for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from navicert.casework.ports import Desk
from navicert.casework.promises import recorded
from navicert.errors import UnreadableFile
from navicert.law.edition import standard_law
from navicert.undertakings.instruments.finding import find
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.on_day import OnDay, on_day
from navicert.undertakings.instruments.reader import read
from navicert.undertakings.instruments.timeline import Entry, timeline

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """Instruments on a day, with all that happened under them, before it and after."""

    asked: str
    instruments: tuple[Instrument, ...]
    on_day: OnDay
    timeline: tuple[Entry, ...]


def show(asked: str, places: tuple[str, ...], desk: Desk, on: date | None = None) -> Shown:
    """Find the instruments of a party, or of an id; ``asked`` empty takes every one.

    A file stands in place of a loaded instrument with its id. Raises UnreadableFile when none
    names the party, InputError for a file that is none, LawNotCovered before the law begins.
    """
    known = _known(places, desk)
    found = find(asked, known) if asked else known
    if asked and not found:
        raise UnreadableFile(_unknown(asked, known))
    edition = standard_law().open_at(on or desk.clock.today())
    return Shown(asked, found, on_day(found, edition), timeline(found))


def _known(places: tuple[str, ...], desk: Desk) -> tuple[Instrument, ...]:
    known = {one.instrument.id: one.instrument for one in recorded.instruments(desk)}
    named: dict[str, str] = {}
    for place in places:
        one = read(place, desk.feed.fetch(place).content)
        if one.id in named:
            raise UnreadableFile(f"{place}: has the id {one.id!r}, as {named[one.id]} has")
        named[one.id] = place
        known[one.id] = one
    return tuple(known.values())


def _unknown(asked: str, known: tuple[Instrument, ...]) -> str:
    names = ", ".join(f"{one.id} ({one.parties[0][0]})" for one in known[:_MOST_NAMED])
    there = f"there are {names}" if names else "none is loaded: name a file with --file"
    return f"{asked[:80]!r}: no instrument has this id, or names such a party; {there}"
