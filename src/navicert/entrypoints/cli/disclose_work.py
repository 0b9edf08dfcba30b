"""The jobs behind ``navicert disclose``, over one data directory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from navicert.adapters.typeset.papers import TypstPapers
from navicert.bootstrap import open_desk
from navicert.casework import disclosures
from navicert.law.edition import standard_law
from navicert.undertakings.disclosures.case import known_on
from navicert.undertakings.disclosures.requests import Asks, request_of
from navicert.undertakings.disclosures.status import Point, status_of

Files = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """The files of a package, the day that they bear, and what speaks against sending it."""

    files: Files
    day: date
    doubts: tuple[Point, ...]


def packed(case: str, on: date | None, home: Path | None, *, draft: bool) -> Packed:
    """Put a package together; DisclosureRefused while required contents are missing."""
    with open_desk(home) as desk:
        day = on or desk.clock.today()
        chosen = disclosures.chosen_of(disclosures.recorded(desk.records), case)
        press = disclosures.Press(desk.blobs, TypstPapers())
        edition = standard_law().open_at(day)
        files = disclosures.package(chosen, edition, press, draft=draft)
        return Packed(files, day, status_of(chosen, edition).doubts)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A letter that is asked for: of which case, on which day, the how manieth of its kind."""

    case: str
    asks: Asks
    number: int | None
    on: date | None


def requested(wanted: Wanted, home: Path | None, *, draft: bool) -> tuple[Files, date]:
    """Give the files of a letter, and the day that it bears."""
    with open_desk(home) as desk:
        day = wanted.on or desk.clock.today()
        case = disclosures.chosen_of(disclosures.recorded(desk.records), wanted.case)
        asked = request_of(known_on(case, day), wanted.asks, wanted.number)
        press = disclosures.Press(desk.blobs, TypstPapers())
        return disclosures.request(asked, standard_law().open_at(day), press, draft=draft), day
