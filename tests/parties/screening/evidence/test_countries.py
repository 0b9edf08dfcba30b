"""Countries: another one is weak evidence, and a region of a country is none."""

from __future__ import annotations

import pytest

from navicert.facts.listing import ListedName, Listing, PartyType
from navicert.facts.party import Address, Party
from navicert.parties.screening.evidence import countries
from navicert.terms.list_code import ListCode


def listing(*codes: str) -> Listing:
    return Listing(ListCode.EL, "1", (ListedName("Alpha"),), countries=codes)


@pytest.mark.parametrize(
    ("asked", "listed", "expected"),
    [
        ("NA", ("NO", "NA"), (0.04, "the same country, NA")),
        ("HK", ("CN",), (0.02, "country HK, the list says CN: akin")),
        ("MO", ("HK",), (0.02, "country MO, the list says HK: akin")),
        ("RU", ("SU",), (0.02, "country RU, the list says SU: akin")),
        ("NA", ("NO",), (-0.06, "country NA, the list says NO: that does not clear it")),
    ],
)
def test_countries_are_compared(
    asked: str, listed: tuple[str, ...], expected: tuple[float, str]
) -> None:
    party = Party("Alpha", (), Address(country=asked))
    assert [expected] == [(e.points, e.text) for e in countries.weigh(party, listing(*listed))]


def test_a_seat_in_the_listed_country_agrees_and_one_elsewhere_says_nothing() -> None:
    seated = Party("Alpha", (), Address(country="DE"), headquarters="CN")
    assert [0.04] == [found.points for found in countries.weigh(seated, listing("CN"))]
    elsewhere = Party("Alpha", (), headquarters="FR")
    assert () == countries.weigh(elsewhere, listing("CN"))


def test_nationalities_are_compared_with_citizenships_too() -> None:
    entry = Listing(ListCode.SDN, "1", (ListedName("A"),), citizenships=("CO",))
    told = {
        n: countries.weigh(Party("A", (), nationality=n), entry)[0].points for n in ("CO", "RU")
    }
    assert {"CO": 0.04, "RU": -0.05} == told


def test_the_flag_of_a_ship_is_compared_with_where_it_is_said_to_be() -> None:
    ship = Listing(ListCode.SDN, "1", (ListedName("A"),), PartyType.VESSEL, flag="PA")
    (found,) = countries.weigh(Party("A", (), Address(country="IR")), ship)
    assert ("flag", -0.02) == (found.what, found.points)


def test_nothing_is_said_where_either_side_is_silent() -> None:
    assert () == countries.weigh(Party("A", ()), listing("CN"))
    assert () == countries.weigh(Party("A", (), Address(country="CN")), listing())
