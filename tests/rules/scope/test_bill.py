"""A bill of materials is taken apart without recursion, and once an assembly."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from navicert.facts.item import Item, ItemKind, Part
from navicert.rules.scope.bill import Piece, groups_of, kind_of, pieces_of, product_of
from navicert.terms import eccn
from navicert.terms.eccn import EAR99
from navicert.terms.money import Money
from navicert.terms.truth import Truth


def usd(value: int) -> Money:
    return Money(Decimal(value), "USD")


def us(value: int = 1, quantity: int = 1) -> Part:
    return Part("chip", "US", EAR99, usd(value), Decimal(quantity))


def assembly(*parts: Part, quantity: int = 1, origin: str | None = "DE") -> Part:
    return Part("board", origin, EAR99, usd(50), Decimal(quantity), parts=parts)


def test_quantities_multiply_down_the_tree() -> None:
    bill = (assembly(assembly(us(2, 3), quantity=5), quantity=7), us(1))
    found = [(int(piece.quantity), int(piece.value or 0)) for piece in pieces_of(bill, "USD")]
    assert [(1, 1), (105, 210)] == sorted(found)


def test_a_us_assembly_is_one_piece_and_is_not_taken_apart() -> None:
    (piece,) = pieces_of((assembly(us(), us(), origin="US"),), "USD")
    assert "board" == piece.part.name
    assert 50 == piece.value
    (unknown,) = pieces_of((assembly(us(), origin=None),), "USD")
    assert "board" == unknown.part.name


def test_an_assembly_in_many_places_is_walked_once() -> None:
    shared: tuple[Part, ...] = (us(1),)
    for _ in range(200):
        shared = (
            Part("a", "DE", None, None, parts=shared),
            Part("b", "DE", None, None, parts=shared),
        )
    (piece,) = pieces_of(shared, "USD")
    assert "1.6E+60" == f"{piece.quantity:.1E}"


def test_any_depth_is_read() -> None:
    parts: tuple[Part, ...] = (us(3),)
    for _ in range(50_000):
        parts = (Part("a", "DE", None, None, parts=parts),)
    (piece,) = pieces_of(parts, "USD")
    assert 3 == piece.value


def test_absurd_quantities_have_no_value_instead_of_stopping_the_walk() -> None:
    parts: tuple[Part, ...] = (us(3),)
    for _ in range(50_000):
        parts = (Part("a", "DE", None, None, Decimal(10) ** 24, parts=parts),)
    (piece,) = pieces_of(parts, "USD")
    assert None is piece.value


def test_pieces_that_the_law_cannot_tell_apart_are_one_group() -> None:
    first, second = groups_of(pieces_of((us(1), us(2), assembly(us(4))), "USD")), us(1)
    assert [7] == [group.value for group in first]
    other = Part("chip", "US", eccn.parse("3A001.a.7"), usd(1))
    assert 2 == len(groups_of(pieces_of((second, other), "USD")))


def test_another_currency_is_no_value() -> None:
    (piece,) = pieces_of((Part("chip", "US", EAR99, Money(Decimal(1), "EUR")),), "USD")
    assert None is piece.value


def test_the_kind_of_a_product_follows_its_entry_where_nobody_said_it() -> None:
    assert ItemKind.TECHNOLOGY is kind_of(Item("x", eccn=eccn.parse("3E001")))
    assert ItemKind.COMMODITY is kind_of(Item("x"))
    assert ItemKind.SOFTWARE is kind_of(Item("x", ItemKind.SOFTWARE, EAR99))
    assert None is product_of(Item("x")).worth


def test_parts_of_any_foreign_origin_are_alike_and_others_are_not() -> None:
    parts = [replace(us(), origin=origin) for origin in ("US", None, "DE", "JP", "US", None)]
    pieces = [Piece(part, Decimal(1), None) for part in parts]
    found = groups_of(pieces)
    assert [2, 2, 2] == [len(group.pieces) for group in found]
    assert [False, False, True] == [group.is_foreign for group in found]


@pytest.mark.parametrize(
    "other",
    [
        {"eccn": None},
        {"kind": ItemKind.SOFTWARE},
        {"bundled": True},
        {"category": "food"},
        {"for_items": (EAR99,)},
        {"characteristics": {"memory_circuit": Truth.YES}},
    ],
)
def test_parts_that_the_law_can_tell_apart_are_kept_apart(other: dict[str, Any]) -> None:
    pieces = [Piece(one, Decimal(1), None) for one in (us(), replace(us(), **other))]
    assert 2 == len(groups_of(pieces))


def test_a_group_adds_up_what_is_valued_and_says_whether_all_is() -> None:
    valued = Piece(us(), Decimal(2), Decimal(10))
    (group,) = groups_of((valued, Piece(us(), Decimal(1), Decimal(5))))
    assert (Decimal(15), True) == (group.value, group.all_valued)
    (open_,) = groups_of((valued, Piece(us(), Decimal(1), None)))
    assert (Decimal(10), False) == (open_.value, open_.all_valued)


def test_a_part_in_another_currency_has_no_value() -> None:
    (piece,) = pieces_of((us(3, 2),), "EUR")
    assert (Decimal(2), None) == (piece.quantity, piece.value)
