"""Show what instruments come to on a day: those loaded, and files that are named for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from navicert.casework.each_file import Each, each
from navicert.casework.ports import Desk
from navicert.casework.promises import recorded
from navicert.errors import UnreadableFile
from navicert.facts.denial_order import OrderState
from navicert.law.edition import standard_law
from navicert.undertakings.commitments.standing import Standing, Superseded, standings
from navicert.undertakings.instruments.finding import find
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.on_day import OnDay, on_day
from navicert.undertakings.instruments.penalty import PenaltyState
from navicert.undertakings.instruments.reader import read
from navicert.undertakings.instruments.superseding import superseded
from navicert.undertakings.instruments.timeline import Entry, timeline

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """Instruments on a day, with all that happened under them, before it and after.

    ``instruments`` are those signed by that day, and nothing but ``later`` (those signed after it)
    and the timeline says what came after. ``owed`` has every commitment, as it stands then;
    ``refused`` are the files that could not be read.
    """

    asked: str
    instruments: tuple[Instrument, ...]
    on_day: OnDay
    timeline: tuple[Entry, ...]
    later: tuple[Instrument, ...] = ()
    superseded: Mapping[str, Superseded] = field(default_factory=dict)
    owed: tuple[Owed, ...] = ()
    refused: tuple[Each[Instrument], ...] = ()


@dataclass(frozen=True, slots=True)
class Owed:
    """One occurrence of a commitment, and the id of its instrument."""

    instrument: str
    standing: Standing


def show(asked: str, places: tuple[str, ...], desk: Desk, on: date | None = None) -> Shown:
    """Find the instruments of a party, or of an id; ``asked`` empty takes every one.

    A file stands in place of a loaded instrument with its id; one that cannot be read does not
    stop the others. Raises UnreadableFile when none names the party, the InputError of a file that
    is the only one, LawNotCovered before the law begins.
    """
    known, refused = _known(places, desk)
    found = find(asked, known) if asked else known
    if asked and not found:
        unread = "".join(f"\n{one.refused}" for one in refused)
        raise UnreadableFile(_unknown(asked, known) + unread)
    edition = standard_law().open_at(on or desk.clock.today())
    day = edition.day
    signed = tuple(one for one in found if one.day <= day)
    over = {name: one for name, one in superseded(known).items() if one.day <= day}
    return Shown(
        asked,
        signed,
        _happened(on_day(signed, edition)),
        timeline(found),
        later=tuple(one for one in found if one.day > day),
        superseded=over,
        owed=tuple(_owed(signed, over, desk, day)),
        refused=refused,
    )


def _happened(found: OnDay) -> OnDay:
    """Leave out what nobody had ordered or imposed yet on that day."""
    return replace(
        found,
        denials=tuple(one for one in found.denials if one.state is not OrderState.NONE),
        sums=tuple(one for one in found.sums if one.now.state is not PenaltyState.NONE),
    )


def _owed(
    signed: tuple[Instrument, ...], over: Mapping[str, Superseded], desk: Desk, day: date
) -> Iterator[Owed]:
    done = recorded.done(desk)
    for one in signed:
        promises = replace(one.promises(), superseded=over.get(one.id))
        for standing in standings(promises, done.get(one.id, {}), day):
            yield Owed(one.id, standing)


def _known(
    places: tuple[str, ...], desk: Desk
) -> tuple[tuple[Instrument, ...], tuple[Each[Instrument], ...]]:
    known = {one.instrument.id: one.instrument for one in recorded.instruments(desk)}
    named: dict[str, str] = {}

    def taken(place: str) -> Instrument:
        one = read(place, desk.feed.fetch(place).content)
        if one.id in named:
            raise UnreadableFile(f"{place}: has the id {one.id!r}, as {named[one.id]} has")
        named[one.id] = place
        known[one.id] = one
        return one

    refused = tuple(one for one in each(places, taken) if one.refused is not None)
    if len(places) == 1 and refused and refused[0].refused is not None:
        raise refused[0].refused
    return tuple(known.values()), refused


def _unknown(asked: str, known: tuple[Instrument, ...]) -> str:
    names = ", ".join(f"{one.id} ({one.parties[0][0]})" for one in known[:_MOST_NAMED])
    there = f"there are {names}" if names else "none is loaded: name a file with --file"
    return f"{asked[:80]!r}: no instrument has this id, or names such a party; {there}"
