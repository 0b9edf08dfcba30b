"""Who is listed at an address is found, whatever it is called; a city alone finds nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from navicert.facts.listing import ListedName, Listing, NameKind
from navicert.facts.party import Address
from navicert.parties.screening.neighbors import Neighbors
from navicert.terms.list_code import ListCode


@dataclass(frozen=True)
class Name:
    """A listed name, as a watch has them."""

    said: Listing


def listed(*addresses: str, entry: str = "1") -> Listing:
    names = (ListedName("Atlas", NameKind.PRIMARY), ListedName("Atlas Ltd", NameKind.ALIAS))
    return Listing(ListCode.EL, entry, names, addresses=tuple(map(Address, addresses)))


def found(asked: str, listings: Sequence[Listing]) -> list[tuple[int, float]]:
    names = [Name(one) for one in listings for _ in one.names]
    return [(one.place, one.sure) for one in Neighbors(names).at(Address(asked))]


LISTED = (
    listed("188 Changzhou Road, Huangpu, Guangzhou, CN", "Flat 7, 12/F, 3 Java Road, Hong Kong"),
    listed("Km 12 Via Santa Ana Molina, Hacienda Doima, Cartago, CO", entry="2"),
    listed("Moscow, RU", entry="3"),
)


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("188 Changzhou Rd, Guangzhou", [(0, 1.0)]),
        ("Guangzhou, Changzhou Road No. 188", [(0, 1.0)]),
        ("Flat 9, 12/F, 3 Java Road, Hong Kong", [(0, 1.0)]),
        ("Hacienda Doima Km. 12 via Santa Ana Molina (Cartago) CO", [(2, 1.0)]),
        ("189 Changzhou Road, Guangzhou", []),
        ("188 Changzhou Road, Shanghai", []),
        ("Moscow, RU", []),
        ("", []),
        ("\x00\U0001f600", []),
    ],
)
def test_an_address_leads_to_the_listing_once(asked: str, places: list[tuple[int, float]]) -> None:
    assert places == found(asked, LISTED)


def test_an_address_that_many_share_is_found_by_its_rarer_words() -> None:
    crowd = [listed(f"{n} Lenina Street, Moscow, RU", entry=str(n)) for n in range(2000)]
    assert [2 * 1234] == [place for place, _ in found("1234 Lenina Street, Moscow, RU", crowd)]
