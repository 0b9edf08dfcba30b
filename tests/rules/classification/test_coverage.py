from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.item import Item
from navicert.law.tables.control_list import Limits
from navicert.rules.classification.coverage import covers, is_for, missing_for, within_any
from navicert.terms.eccn import Eccn, parse
from navicert.terms.truth import Truth

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
PATHS = st.lists(st.sampled_from("abc12"), max_size=4).map(tuple)


def limits(
    *paragraphs: str,
    without: tuple[str, ...] = (),
    for_items: tuple[str, ...] = (),
    for_reason: str = "",
    conditions: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
) -> Limits:
    return Limits(
        tuple(map(parse, paragraphs)),
        tuple(map(parse, without)),
        tuple(map(parse, for_items)),
        for_reason,
        conditions,
        unless,
    )


def item(eccn: str | None, *for_items: str, **said: Truth) -> Item:
    return Item(
        "x",
        eccn=parse(eccn) if eccn else None,
        for_items=tuple(map(parse, for_items)),
        characteristics=said,
    )


def nobody_knows(_eccn: Eccn, _reason: str) -> Truth:
    return UNKNOWN


@pytest.mark.parametrize(
    ("said", "row", "answer"),
    [
        ("3B001.a.4", ("3B001.a.4",), YES),
        ("3B001.a.4.b", ("3B001.a.4",), YES),
        ("3B001.a", ("3B001.a.4",), UNKNOWN),
        ("3B001", ("3B001.a.4",), UNKNOWN),
        ("3B001.a.1", ("3B001.a.4",), NO),
        ("3B001.a.40", ("3B001.a.4",), NO),
        ("3B001.b", ("3B001.a.4",), NO),
        ("3B002.a.4", ("3B001.a.4",), NO),
        ("3B001.c.1.b", ("3B001.c",), YES),
        ("3B001.c.1.b", ("3B001.c.1.a",), NO),
        ("3B001.c.1", ("3B001.c.1.a", "3B001.c.1.c"), UNKNOWN),
        ("3B001.a.1", ("3B001.a.4", "3B001.a.1"), YES),
    ],
)
def test_a_paragraph_lies_in_a_row_beside_it_or_is_not_deep_enough_to_tell(
    said: str, row: tuple[str, ...], answer: Truth
) -> None:
    assert answer is within_any(parse(said), tuple(map(parse, row)))


@given(PATHS, st.lists(PATHS, max_size=4))
def test_saying_more_of_a_paragraph_never_turns_a_yes_or_a_no(
    said: tuple[str, ...], rows: list[tuple[str, ...]]
) -> None:
    paths = tuple(Eccn("3B001", row) for row in rows)
    before = within_any(Eccn("3B001", said), paths)
    after = within_any(Eccn("3B001", (*said, "a")), paths)
    assert before is UNKNOWN or before is after


@pytest.mark.parametrize(
    ("said", "answer"), [("9A610.x", YES), ("9A610.y.1", NO), ("9A610", UNKNOWN)]
)
def test_a_row_for_the_whole_entry_less_a_paragraph(said: str, answer: Truth) -> None:
    assert answer is covers(limits(without=("9A610.y",)), item(said), nobody_knows)


def test_a_row_without_limits_takes_in_every_item_of_the_entry() -> None:
    assert YES is covers(limits(), item("3A001"), nobody_knows)


def test_an_item_without_a_classification_is_neither_in_nor_out() -> None:
    assert UNKNOWN is covers(limits(), item(None), nobody_knows)


@pytest.mark.parametrize(("said", "answer"), [(YES, YES), (NO, NO), (UNKNOWN, UNKNOWN)])
def test_a_condition_decides_as_it_was_answered(said: Truth, answer: Truth) -> None:
    row = limits(conditions=("usable_in_missiles",))
    assert answer is covers(row, item("3A001", usable_in_missiles=said), nobody_knows)


def test_a_certain_no_among_the_conditions_decides_although_another_is_open() -> None:
    row = limits(conditions=("a", "b"))
    assert NO is covers(row, item("3A001", a=NO), nobody_knows)


@pytest.mark.parametrize(("said", "answer"), [(YES, NO), (NO, YES), (UNKNOWN, YES)])
def test_a_carve_out_must_be_claimed(said: Truth, answer: Truth) -> None:
    row = limits(unless=("for_9a610_b_aircraft",))
    assert answer is covers(row, item("9A610.x", for_9a610_b_aircraft=said), nobody_knows)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ((), UNKNOWN),
        (("3A001.a.1",), YES),
        (("3A001",), YES),
        (("3A002",), NO),
        (("3A002", "3A001.b"), YES),
        (("3B001",), UNKNOWN),
    ],
)
def test_technology_counts_by_what_it_is_for(said: tuple[str, ...], answer: Truth) -> None:
    row = limits(for_items=("3A001", "3B001.a.1"))
    assert answer is is_for(row, item("3E001", *said), nobody_knows)


@pytest.mark.parametrize("controlled", list(Truth))
def test_technology_for_items_controlled_for_a_reason_asks_those_items(controlled: Truth) -> None:
    row = limits(for_items=("3A001",), for_reason="MT")
    answer = is_for(row, item("3E001", "3A001.a.1"), lambda _eccn, _reason: controlled)
    assert controlled is answer


def test_what_keeps_an_answer_open_is_asked_each_thing_once() -> None:
    row = limits(
        "3E001.a", for_items=("3A001",), conditions=("usable_in_missiles",), unless=("civil",)
    )
    asked = missing_for(row, item("3E001"), "Is it {}?".format, "15 CFR 742.5")
    expected = ["eccn", "for_items", "characteristics.usable_in_missiles", "characteristics.civil"]
    assert expected == [fact.fact for fact in asked]
    assert {"15 CFR 742.5"} == {fact.citation for fact in asked}


def test_nothing_is_asked_of_what_was_said() -> None:
    row = limits("3E001.a", for_items=("3A001",), conditions=("usable_in_missiles",))
    said = item("3E001.a", "3A001", usable_in_missiles=NO)
    assert () == missing_for(row, said, str, "15 CFR 742.5")
