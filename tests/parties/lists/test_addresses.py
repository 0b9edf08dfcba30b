"""Addresses, as far as their order of parts can be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.party import Address
from navicert.parties.lists.addresses import parse


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("RU", Address("RU", country="RU")),
        ("Mosul, IQ", Address("Mosul, IQ", city="Mosul", country="IQ")),
        (
            "1 Main St, Suite 2, Houston, TX, 77042, US",
            Address(
                "1 Main St, Suite 2, Houston, TX, 77042, US",
                "1 Main St, Suite 2",
                "Houston",
                "TX",
                "77042",
                "US",
            ),
        ),
        ("c/o Works S.A.", Address("c/o Works S.A.", city="c/o Works S.A.")),
    ],
)
def test_an_address_is_taken_apart_from_its_end(cell: str, address: Address) -> None:
    assert parse(cell) == (address,)


@given(st.text(max_size=80))
def test_no_text_is_lost(cell: str) -> None:
    pieces = [piece.strip() for piece in cell.split(";") if piece.strip()]
    assert pieces == [address.text for address in parse(cell)]
