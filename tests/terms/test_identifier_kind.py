from __future__ import annotations

import pytest

from navicert.errors import TermError
from navicert.facts.identifier import Identifier
from navicert.terms import identifier_kind
from navicert.terms.identifier_kind import IdentifierKind


@pytest.mark.parametrize("kind", IdentifierKind)
def test_every_kind_is_read_by_its_own_word_and_by_what_people_see(kind: IdentifierKind) -> None:
    assert kind is identifier_kind.parse(kind.value)
    assert kind is identifier_kind.parse(identifier_kind.format(kind))


def test_another_word_is_refused() -> None:
    with pytest.raises(TermError, match="no kind of identifier"):
        identifier_kind.parse("membership")


def test_a_phone_number_alone_decides_nothing_and_a_passport_does() -> None:
    assert not Identifier(IdentifierKind.PHONE, "1").is_strong
    assert Identifier(IdentifierKind.PASSPORT, "1").is_strong


def test_a_short_serial_number_that_many_makers_gave_decides_nothing() -> None:
    assert not Identifier(IdentifierKind.AIRCRAFT_SERIAL, "955").is_strong


def test_numbers_are_compared_without_blanks_and_dashes() -> None:
    assert Identifier(IdentifierKind.TAX_ID, "77-07 083.893").key == "7707083893"
