"""Destinations that requirements off the chart name: "Macau or Country Group D:5" and such."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from navicert.errors import ShelfDamaged
from navicert.law.dated import Dated, Value, dated
from navicert.law.shelf import Shelf
from navicert.law.tables.country_groups import CountryGroups


@dataclass(frozen=True, slots=True)
class Scope:
    """A set of destinations: everywhere, or these countries and groups, less the exceptions."""

    everywhere: bool
    countries: frozenset[str]
    groups: frozenset[str]
    except_countries: frozenset[str]
    except_groups: frozenset[str]
    citation: str


@dataclass(frozen=True, slots=True)
class DestinationScopes:
    """Asked with a code of the shelf and an ISO country code."""

    scopes: Mapping[str, Dated[Scope]]
    groups: CountryGroups

    def has(self, code: str, country: str, day: date) -> bool:
        """Tell whether a destination lies in a scope; raise LawNotCovered if not verified.

        A country named by the scope counts even when its groups are excepted, as the United
        Arab Emirates are in 742.6(a)(6)(iii)(B).
        """
        scope = self.scope(code, day)
        counted = self.groups.chart.country_of(country, day)
        named = {country, counted}
        if named & scope.except_countries:
            return False
        if named & scope.countries:
            return True
        if not scope.groups and not scope.except_groups:
            return scope.everywhere
        of = self.groups.of(country, day)
        return bool(scope.everywhere or of & scope.groups) and not of & scope.except_groups

    def scope(self, code: str, day: date) -> Scope:
        """Give the scope as it was on a day."""
        try:
            return self.scopes[code].at(day).value
        except KeyError:
            message = f"742/destination_scopes.toml has no scope {code!r}"
            raise ShelfDamaged(message) from None


def read(shelf: Shelf, groups: CountryGroups) -> DestinationScopes:
    """Read the scopes from the shelf."""
    document = shelf.document("742/destination_scopes.toml")
    scopes = {
        code: dated(f"destinations {code}", _values(body, document["verified_from"]))
        for code, body in document["scope"].items()
    }
    return DestinationScopes(scopes, groups)


def _values(body: dict[str, Any], since: date) -> tuple[Value[Scope], ...]:
    versions = body.get("dated") or [{**body, "since": body.get("since", since)}]
    return tuple(
        Value(
            version["since"],
            _scope({**body, **version}),
            version.get("citation", body.get("citation", "")),
        )
        for version in versions
    )


def _scope(body: dict[str, Any]) -> Scope:
    return Scope(
        everywhere=body.get("all", False),
        countries=frozenset(body.get("countries", ())),
        groups=frozenset(body.get("groups", ())),
        except_countries=frozenset(body.get("except_countries", ())),
        except_groups=frozenset(body.get("except_groups", ())),
        citation=body.get("citation", ""),
    )
