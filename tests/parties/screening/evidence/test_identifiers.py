"""Identifiers: the same strong number decides, another one says little, a ship's says much."""

from __future__ import annotations

import pytest

from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing
from navicert.facts.party import Party
from navicert.parties.screening.evidence import identifiers
from navicert.parties.screening.evidence.evidence import Evidence
from navicert.terms.identifier_kind import IdentifierKind as Kind
from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth


def weigh(ours: list[Identifier], theirs: list[Identifier]) -> tuple[Evidence, ...]:
    party = Party("Alpha", (), identifiers=tuple(ours))
    listing = Listing(ListCode.SDN, "1", (ListedName("Beta"),), identifiers=tuple(theirs))
    return identifiers.weigh(party, listing)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Identifier(Kind.IMO, "IMO 9074729"), Identifier(Kind.IMO, "9074729")),
        (Identifier(Kind.IMO, "9074729"), Identifier(Kind.OTHER, "IMO 9074729")),
        (Identifier(Kind.PASSPORT, "MP 372-7671", "BY"), Identifier(Kind.PASSPORT, "mp3727671")),
        (Identifier(Kind.REGISTRATION, "1886", "HK"), Identifier(Kind.REGISTRATION, "1886", "CN")),
        (Identifier(Kind.TAX_ID, "6612011546"), Identifier(Kind.OTHER, "6612011546", "RU")),
        (Identifier(Kind.BIC, "DEUTDEFF"), Identifier(Kind.BIC, "DEUTDEFFXXX")),
        (
            Identifier(Kind.LEI, "5493001KJTIIGC8Y1R12"),
            Identifier(Kind.LEI, "5493001kjtiigc8y1r12"),
        ),
    ],
)
def test_the_same_strong_number_decides(one: Identifier, other: Identifier) -> None:
    for found in (weigh([one], [other]), weigh([other], [one])):
        assert [(Truth.YES, 1.0)] == [(e.agrees, e.points) for e in found]
        assert found[0].decides


@pytest.mark.parametrize(
    ("one", "other", "points"),
    [
        (Identifier(Kind.EMAIL, "a@b.example"), Identifier(Kind.EMAIL, "A@B.example"), 0.3),
        (
            Identifier(Kind.WEBSITE, "www.b.example"),
            Identifier(Kind.WEBSITE, "https://b.example/"),
            0.3,
        ),
        (Identifier(Kind.IMO, "9074728"), Identifier(Kind.IMO, "9074728"), 0.3),
        (Identifier(Kind.PASSPORT, "1234"), Identifier(Kind.PASSPORT, "1234"), 0.3),
        (
            Identifier(Kind.PASSPORT, "1234567", "CO"),
            Identifier(Kind.PASSPORT, "1234567", "RU"),
            0.05,
        ),
        (Identifier(Kind.IMO, "9074728"), Identifier(Kind.IMO, "9074729"), 0.1),
        (Identifier(Kind.IMO, "9074729"), Identifier(Kind.IMO, "9176187"), -0.3),
        (
            Identifier(Kind.PASSPORT, "1234567", "CO"),
            Identifier(Kind.PASSPORT, "7654321", "CO"),
            -0.04,
        ),
    ],
)
def test_what_does_not_decide_moves_the_score(
    one: Identifier, other: Identifier, points: float
) -> None:
    assert [points] == [found.points for found in weigh([one], [other])]
    assert [points] == [found.points for found in weigh([other], [one])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Identifier(Kind.PASSPORT, "1234567", "CO"), Identifier(Kind.PASSPORT, "7654321", "RU")),
        (Identifier(Kind.PASSPORT, "1234567"), Identifier(Kind.PASSPORT, "7654321")),
        (Identifier(Kind.PASSPORT, "1234567"), Identifier(Kind.TAX_ID, "1234567")),
        (Identifier(Kind.IMO, "0000000"), Identifier(Kind.IMO, "0000000")),
        (Identifier(Kind.PASSPORT, "unknown"), Identifier(Kind.PASSPORT, "UNKNOWN")),
        (Identifier(Kind.PASSPORT, " "), Identifier(Kind.PASSPORT, "-")),
        (Identifier(Kind.PHONE, "12345678"), Identifier(Kind.PHONE, "87654321")),
        (Identifier(Kind.IMO, "9074728"), Identifier(Kind.IMO, "9176187")),
    ],
)
def test_what_proves_nothing_is_not_told(one: Identifier, other: Identifier) -> None:
    assert () == weigh([one], [other])


def test_a_second_passport_does_not_speak_against_the_first() -> None:
    first, second = (Identifier(Kind.PASSPORT, n, "CO") for n in ("AC744430", "AD556677"))
    assert [1.0] == [found.points for found in weigh([first, second], [first])]


def test_another_imo_says_so_in_words() -> None:
    (found,) = weigh([Identifier(Kind.IMO, "IMO 9074729")], [Identifier(Kind.IMO, "9176187")])
    assert "IMO 9074729, the list says 9176187: another" == found.text
