"""End uses that part 744 names: since when, where, for which items, and what overcomes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from navicert.errors import LawNotCovered, ShelfDamaged
from navicert.law.shelf import Shelf
from navicert.law.tables.country_groups import CountryGroups
from navicert.terms import eccn
from navicert.terms.eccn import Eccn


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph holds; ``but_groups`` are those that an excepted group does not take out.

    A country that is named counts although a group of it is excepted.
    """

    everywhere: bool
    countries: frozenset[str]
    groups: frozenset[str]
    except_countries: frozenset[str]
    except_groups: frozenset[str]
    but_groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class EndUseControl:
    """One paragraph of part 744 from a day on; before ``created`` it required nothing.

    ``items`` less ``except_items``, or whole product groups such as ``3B``, or with ``ccl`` all
    that is listed; none of them means any item. ``described_items`` count only as far as the
    paragraph describes them. ``made`` less ``except_made`` is what the item must help to make.
    """

    key: str
    label: str
    since: date
    created: date | None
    place: Place
    items: tuple[Eccn, ...]
    except_items: tuple[Eccn, ...]
    described_items: tuple[Eccn, ...]
    product_groups: frozenset[str]
    ccl: bool
    made: tuple[Eccn, ...]
    except_made: tuple[Eccn, ...]
    figures: Mapping[str, Decimal]
    exceptions: frozenset[str]
    citation: str


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that governs an activity with a country already (744.6(a))."""

    countries: frozenset[str]
    agency: str
    since: date
    citation: str


@dataclass(frozen=True, slots=True)
class EndUses:
    """Asked with the key of a paragraph, such as ``744.23(a)(2)(ii)``."""

    controls: Mapping[str, tuple[EndUseControl, ...]]
    agencies: tuple[Agency, ...]
    questions: Mapping[str, str]
    tells: Mapping[str, str]
    groups: CountryGroups

    def at(self, key: str, day: date) -> EndUseControl | None:
        """Give a paragraph as it was; None before it was created.

        Raises:
            LawNotCovered: for a day before the first that was verified.
        """
        versions = self.versions(key)
        held = [one for one in versions if one.since <= day]
        if held:
            return held[-1]
        created = versions[0].created
        if created is not None and day < created:
            return None
        message = f"{key}: nobody verified it for {day}; its words are of {versions[0].since}"
        raise LawNotCovered(message)

    def versions(self, key: str) -> tuple[EndUseControl, ...]:
        """Give every version of a paragraph, oldest first."""
        try:
            return self.controls[key]
        except KeyError:
            message = f"744/end_use_controls.toml has no control {key!r}"
            raise ShelfDamaged(message) from None

    def names(self, place: Place, country: str, day: date) -> bool:
        """Tell whether a place takes in a country; raise LawNotCovered where nobody verified."""
        counted = {country, self.groups.chart.country_of(country, day)}
        if counted & place.except_countries:
            return False
        if counted & place.countries:
            return True
        if not (place.everywhere or self._in(place.groups, country, day)):
            return False
        if not self._in(place.except_groups, country, day):
            return True
        return self._in(place.but_groups, country, day)

    def _in(self, groups: frozenset[str], country: str, day: date) -> bool:
        return any(self.groups.has(country, group, day) for group in sorted(groups))

    def agency_for(self, country: str, day: date) -> Agency | None:
        """Give the agency that governs dealings with a country already."""
        held = (one for one in self.agencies if country in one.countries and one.since <= day)
        return next(held, None)


def read(shelf: Shelf, groups: CountryGroups) -> EndUses:
    """Read the end uses from the shelf."""
    document = shelf.document("744/end_use_controls.toml")
    controls: dict[str, list[EndUseControl]] = defaultdict(list)
    for row in document["control"]:
        controls[row["key"]].append(_control(row))
    return EndUses(
        {key: tuple(sorted(rows, key=lambda one: one.since)) for key, rows in controls.items()},
        tuple(
            Agency(frozenset(row["countries"]), row["agency"], row["since"], row["citation"])
            for row in document["agency"]
        ),
        document["question"],
        {slug: kind for kind, slugs in document["tells"].items() for slug in slugs},
        groups,
    )


def _control(row: dict[str, Any]) -> EndUseControl:
    return EndUseControl(
        key=row["key"],
        label=row.get("label", row["key"]),
        since=row["since"],
        created=row["since"] if row.get("created") is True else row.get("created"),
        place=_place(row),
        items=_eccns(row, "items"),
        except_items=_eccns(row, "except_items"),
        described_items=_eccns(row, "described_items"),
        product_groups=frozenset(row.get("product_groups", ())),
        ccl=row.get("ccl", False),
        made=_eccns(row, "made"),
        except_made=_eccns(row, "except_made"),
        figures={slug: Decimal(least) for slug, least in row.get("figures", {}).items()},
        exceptions=frozenset(row["exceptions"]),
        citation=row["citation"],
    )


def _place(row: dict[str, Any]) -> Place:
    return Place(
        everywhere=row.get("everywhere", False),
        countries=frozenset(row.get("countries", ())),
        groups=frozenset(row.get("groups", ())),
        except_countries=frozenset(row.get("except_countries", ())),
        except_groups=frozenset(row.get("except_groups", ())),
        but_groups=frozenset(row.get("but_groups", ())),
    )


def _eccns(row: dict[str, Any], key: str) -> tuple[Eccn, ...]:
    return tuple(eccn.parse(one) for one in row.get(key, ()))
