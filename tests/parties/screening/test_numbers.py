from __future__ import annotations

from dataclasses import dataclass

from navicert.facts import identifier
from navicert.facts.denial_order import DenialOrder
from navicert.facts.listing import ListedName, Listing
from navicert.parties.screening.numbers import Numbers
from navicert.terms.list_code import ListCode


@dataclass(frozen=True)
class Name:
    said: Listing | DenialOrder


def listed(entry: str, *numbers: str) -> Name:
    names = (ListedName(entry),)
    identifiers = tuple(map(identifier.parse, numbers))
    return Name(Listing(ListCode.SDN, entry, names, identifiers=identifiers))


A = listed("A", "passport:12-34", "email:a@example.com")
B = listed("B", "other:IMO 9074729", "tax_id:1234")
NUMBERS = Numbers([A, A, B, Name(DenialOrder("90 FR 1", (("C",),), ()))])


def test_a_number_names_each_listing_once_by_its_first_name() -> None:
    assert (0, 2) == NUMBERS.places([identifier.parse("other:1234")])
    assert (2,) == NUMBERS.places([identifier.parse("imo:9074729")])


def test_what_many_share_and_what_stands_for_no_number_lead_nowhere() -> None:
    for text in ("email:a@example.com", "passport:000", "passport:none", "passport:99"):
        assert () == NUMBERS.places([identifier.parse(text)])
