"""Items that are not subject to the EAR, and published ones that stay subject (734.3(b), 734.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from navicert.law.dated import Dated, Value, dated
from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that controls items instead of Commerce, and the words that mean it."""

    name: str
    words: frozenset[str]
    citation: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One exclusion: the answer that claims it, and the one that takes it away.

    ``never_listed`` marks what no entry of the Commerce Control List describes.
    """

    slug: str
    unless: str
    said: str
    kinds: frozenset[str]
    never_listed: bool
    citation: str


@dataclass(frozen=True, slots=True)
class Exclusions:
    """Asked with what an order says; ``notice_for`` is ``all`` or ``non_standard``."""

    agencies: tuple[Agency, ...]
    exclusions: tuple[Exclusion, ...]
    encryption: frozenset[str]
    encryption_citation: str
    notice_for: Dated[str]
    firearm_files: frozenset[str]
    firearm_files_since: date
    firearm_files_citation: str

    def agency(self, text: str) -> Agency | None:
        """Give the agency that a text means; None when it names none that the section lists."""
        folded = text.casefold()
        return next((one for one in self.agencies if _means(one, folded)), None)


def _means(agency: Agency, folded: str) -> bool:
    words = {*agency.words, agency.name.casefold()}
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded) for word in words)


def read(shelf: Shelf) -> Exclusions:
    """Read the exclusions from the shelf."""
    document = shelf.document("734/exclusions.toml")
    encryption, firearms = document["encryption"], document["firearm_files"]
    notices = (
        Value(row["since"], str(row["notice_for"]), row["citation"]) for row in encryption["notice"]
    )
    return Exclusions(
        agencies=tuple(
            Agency(row["name"], frozenset(row["words"]), row["citation"])
            for row in document["agency"]
        ),
        exclusions=tuple(
            Exclusion(
                row["slug"],
                row.get("unless", ""),
                row["said"],
                frozenset(row["kinds"]),
                row.get("never_listed", False),
                row["citation"],
            )
            for row in document["exclusion"]
        ),
        encryption=frozenset(encryption["entries"]),
        encryption_citation=encryption["citation"],
        notice_for=dated("notice of published encryption source code", notices),
        firearm_files=frozenset(firearms["entries"]),
        firearm_files_since=firearms["since"],
        firearm_files_citation=firearms["citation"],
    )
