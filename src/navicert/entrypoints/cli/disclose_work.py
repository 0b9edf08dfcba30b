"""The jobs behind ``navicert disclose``, over one data directory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from navicert.adapters.typeset.papers import TypstPapers
from navicert.bootstrap import open_desk
from navicert.casework import disclosures
from navicert.law.edition import standard_law

Files = tuple[tuple[str, bytes], ...]


def packed(case: str, on: date | None, home: Path | None, *, draft: bool) -> tuple[Files, date]:
    """Give the files of a package, and the day that they bear."""
    with open_desk(home) as desk:
        day = on or desk.clock.today()
        chosen = disclosures.chosen_of(disclosures.recorded(desk.records), case)
        press = disclosures.Press(desk.blobs, TypstPapers())
        return disclosures.package(chosen, standard_law().open_at(day), press, draft=draft), day
