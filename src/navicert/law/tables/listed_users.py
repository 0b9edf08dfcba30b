"""Lists of its own by which part 744 tells end users: services, SDN programs, items."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from navicert.errors import LawNotCovered
from navicert.law.shelf import Shelf, day_of
from navicert.terms.eccn import Eccn, parse


@dataclass(frozen=True, slots=True)
class MilitaryItem:
    """One entry of Supplement No. 2 to part 744: all of it, paragraphs of it, or what is said.

    What lies in ``whole`` counts in any case; a description reaches ``only`` these paragraphs, or
    any of them where none is named. Between ``open_from`` and ``since`` nobody knows.
    """

    entire: bool
    whole: tuple[Eccn, ...]
    only: tuple[Eccn, ...]
    figure: str
    more_than: Decimal | None
    open_from: date
    since: date


@dataclass(frozen=True, slots=True)
class ListedUsers:
    """Asked with a name, with the tag of a program, or with the symbol of an entry."""

    services: Mapping[str, str]
    services_since: date
    programs: frozenset[str]
    programs_since: date
    items: Mapping[str, MilitaryItem]
    items_since: date

    def intelligence_service(self, name: str, day: date) -> str:
        """Give the country whose service 744.22(f)(2) names so; empty when there is none."""
        if day < self.services_since:
            return ""
        return self.services.get(_plain(name), "")

    def requires_for(self, tags: tuple[str, ...], day: date) -> tuple[str, ...]:
        """Give those of a party's SDN programs for which 744.8 requires a license.

        Raises:
            LawNotCovered: when the list was not verified for the day.
        """
        if day < self.programs_since:
            message = (
                f"744.8: the programs were verified from {self.programs_since} on, not for {day}"
            )
            raise LawNotCovered(message)
        return tuple(tag for tag in tags if _tag(tag) in self.programs)

    def military_item(self, symbol: str, day: date) -> MilitaryItem | None:
        """Give the entry's row of Supplement No. 2 to part 744; None when it has none.

        Raises:
            LawNotCovered: when the supplement, or the entry in it, was not verified for the day.
        """
        item = self.items.get(symbol)
        since = item.since if item and day >= item.open_from else self.items_since
        if day < since:
            message = f"Supp. 2 to 744: {symbol} verified from {since} on, not for {day}"
            raise LawNotCovered(message)
        return item if item and day >= item.since else None


def read(shelf: Shelf) -> ListedUsers:
    """Read the three lists from the shelf."""
    services = shelf.document("744/named_intelligence.toml")
    programs = shelf.document("744/sdn_programs.toml")
    items = shelf.document("744/military_items.toml")
    return ListedUsers(
        services={_plain(n): user["country"] for user in services["user"] for n in user["names"]},
        services_since=services["verified_from"],
        programs=frozenset(map(_tag, programs["tags"])),
        programs_since=programs["since"],
        items={row["eccn"]: _item(row) for row in shelf.rows("744/military_items.csv")},
        items_since=items["verified_from"],
    )


def _item(row: dict[str, str]) -> MilitaryItem:
    whole = _paragraphs(row["eccn"], row["whole"])
    some = _paragraphs(row["eccn"], row["some"])
    return MilitaryItem(
        entire=row["scope"] == "entire",
        whole=whole,
        only=(*whole, *some) if some or row["scope"] == "paragraphs" else (),
        figure=row["figure"],
        more_than=Decimal(row["more_than"]) if row["more_than"] else None,
        open_from=day_of(row["open_from"] or row["since"]),
        since=day_of(row["since"]),
    )


def _paragraphs(symbol: str, listed: str) -> tuple[Eccn, ...]:
    return tuple(parse(f"{symbol}.{path}") for path in listed.split(";") if path)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _tag(text: str) -> str:
    return re.sub(r"[\s_]+", "-", text.strip().strip("[]").upper())
