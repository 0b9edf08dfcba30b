"""What federal money may not buy or use: section 889 of the NDAA 2019, and the FCC's subsidies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from navicert.errors import LawNotCovered
from navicert.law.shelf import Shelf
from navicert.law.tables.published_lists import NamedParty, PublishedList
from navicert.terms.list_code import ListCode

TABLES = ("ndaa/section_889_parts", "fcc/subsidy_bans")


@dataclass(frozen=True, slots=True)
class Part:
    """One prohibition; ``named`` gives the day from which it reaches each company it names.

    ``acts`` are obtain and use; of ``obtain`` alone the day of the purchase counts. ``money`` is
    what pays, ``any`` where the user counts, who then is a ``contractor``. ``unverified`` are
    companies of which nobody read the official text that names them.
    """

    id: str
    list: ListCode
    acts: frozenset[str]
    money: frozenset[str]
    user: str
    since: date
    citation: str
    gist: str
    named: Mapping[str, date]
    until: Mapping[str, date]
    whole_company: bool
    unverified: frozenset[str] = frozenset()

    def reaches(self, company: str, day: date) -> bool:
        """Tell whether it reaches a company on a day; both days of a listing are included."""
        since, until = self.named.get(company), self.until.get(company)
        return since is not None and since <= day and (until is None or day <= until)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which goods and services of some companies are meant, and for which purposes; empty: any."""

    list: ListCode
    parties: frozenset[str]
    categories: frozenset[str]
    doubtful: frozenset[str]
    purposes: frozenset[str]
    citation: str


@dataclass(frozen=True, slots=True)
class Release:
    """What frees a thing from some parts where it is claimed; not surely where the law is open."""

    parts: frozenset[str]
    claim: str
    sure: bool
    citation: str
    gist: str


@dataclass(frozen=True, slots=True)
class Ownership:
    """Above which share a company counts as a subsidiary, and as an affiliate, of a named one."""

    subsidiary_above: Decimal
    affiliate_above: Decimal
    citation: str


@dataclass(frozen=True, slots=True)
class Procurement:
    """All of it."""

    parts: tuple[Part, ...]
    scopes: tuple[Scope, ...]
    releases: tuple[Release, ...]
    ownership: Ownership
    verified_from: date

    def part(self, id_: str) -> Part:
        """Give one part by its short citation."""
        return next(one for one in self.parts if one.id == id_)

    def scopes_of(self, code: ListCode, company: str) -> tuple[Scope, ...]:
        """Give what is meant of a company's goods and services."""
        return tuple(s for s in self.scopes if s.list is code and company in s.parties)

    def releases_from(self, id_: str) -> tuple[Release, ...]:
        """Give what may free a thing from a part."""
        return tuple(one for one in self.releases if id_ in one.parts)

    def check(self, day: date) -> None:
        """Raise LawNotCovered for a day before section 889 was enacted."""
        if day < self.verified_from:
            message = f"restricted procurement: nobody verified it for {day}; the first day is "
            raise LawNotCovered(f"{message}{self.verified_from} (Pub. L. 115-232, section 889)")


def read(shelf: Shelf, lists: tuple[PublishedList, ...]) -> Procurement:
    """Read the parts from the shelf, with the companies of the published lists."""
    documents = [shelf.document(f"{table}.toml") for table in TABLES]
    parties = {one.code: one.parties for one in lists}
    return Procurement(
        parts=tuple(
            _part(row, parties[ListCode(row["list"])]) for d in documents for row in d["part"]
        ),
        scopes=tuple(_scope(row) for document in documents for row in document["scope"]),
        releases=tuple(_release(row) for document in documents for row in document["exception"]),
        ownership=next(_ownership(d["ownership"]) for d in documents if "ownership" in d),
        verified_from=max(document["verified_from"] for document in documents),
    )


def _part(row: dict[str, Any], parties: tuple[NamedParty, ...]) -> Part:
    later = timedelta(days=row["days_after_listing"])
    listed = {one.name: max(one.since + later, row["since"]) for one in parties}
    return Part(
        id=row["id"],
        list=ListCode(row["list"]),
        acts=frozenset(row["acts"]),
        money=frozenset(row["money"]),
        user=row["user"],
        since=row["since"],
        citation=row["citation"],
        gist=row["gist"],
        named={d["name"]: d["since"] for d in row.get("designated", ())} or listed,
        until={one.name: one.until for one in parties if one.until and "designated" not in row},
        whole_company="designated" in row,
        unverified=frozenset(one.name for one in parties if not one.verified),
    )


def _scope(row: dict[str, Any]) -> Scope:
    return Scope(
        ListCode(row["list"]),
        frozenset(row["parties"]),
        frozenset(row["categories"]),
        frozenset(row["doubtful"]),
        frozenset(row["purposes"]),
        row["citation"],
    )


def _release(row: dict[str, Any]) -> Release:
    return Release(frozenset(row["parts"]), row["claim"], row["sure"], row["citation"], row["gist"])


def _ownership(row: dict[str, Any]) -> Ownership:
    return Ownership(
        Decimal(row["subsidiary_above"]), Decimal(row["affiliate_above"]), row["citation"]
    )
