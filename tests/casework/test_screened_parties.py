from __future__ import annotations

import pytest

from navicert.casework.order.document import OrderDocument
from navicert.casework.screened_parties import MOST_SCREENED, parties
from navicert.errors import EmptyOrder, PartiesRefused


def test_parties_of_a_document_are_read_as_an_order_reads_them() -> None:
    (found,) = parties(OrderDocument("x", {"parties": [{"name": " Acme ", "birth_date": 1965}]}))
    assert ("Acme", 1965) == (found.party.name, found.party.birth_date and 1965)


def test_a_document_without_parties_has_nothing_to_screen() -> None:
    with pytest.raises(EmptyOrder, match="no party stands in it"):
        parties(OrderDocument("x", {"parties": []}))


def test_roles_are_no_matter_of_a_screening() -> None:
    with pytest.raises(PartiesRefused, match="roles"):
        parties(OrderDocument("x", {"parties": [{"name": "Acme", "roles": ["end_user"]}]}))


def test_more_parties_than_the_most_are_refused() -> None:
    with pytest.raises(PartiesRefused, match="100,001 entries"):
        parties(OrderDocument("x", {"parties": [{"name": "A"}] * (MOST_SCREENED + 1)}))
