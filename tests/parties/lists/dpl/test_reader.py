"""The Denied Persons List: dates decide, never presence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import ListRowRefused, NavicertError
from navicert.facts.denial_order import OrderKind, OrderState
from navicert.parties.lists.dpl.reader import COLUMNS, read
from navicert.parties.lists.read import read as read_any
from navicert.terms.truth import Truth
from tests.parties.lists.written import DENIED_PERSON, dpl


def test_a_row_keeps_what_the_list_says() -> None:
    (listing,) = read("dpl.txt", dpl(DENIED_PERSON)).listings
    assert listing.name == "JOHN Q SAMPLE"
    assert listing.addresses[0].text == "1 MAIN STREET, DENVER, CO, 80014, US"
    assert listing.countries == ("US",)
    assert (listing.since, listing.until) == (date(2016, 3, 1), date(2020, 2, 28))
    assert listing.standard_order is Truth.YES
    assert listing.citations == ("81 FR 12345",)
    assert listing.remarks == "FR NOTICE ADDED"
    assert ("Last_Update", "2016-03-10") in listing.details


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2016, 2, 29), OrderState.NONE),
        (date(2016, 3, 1), OrderState.ACTIVE),
        (date(2020, 2, 28), OrderState.ACTIVE),
        (date(2020, 2, 29), OrderState.EXPIRED),
    ],
)
def test_the_order_runs_from_its_effective_day_to_its_stated_end(
    day: date, state: OrderState
) -> None:
    (order,) = read("dpl.txt", dpl(DENIED_PERSON)).orders
    assert state is order.state_on(day)


def test_an_order_without_an_end_does_not_end() -> None:
    (order,) = read("dpl.txt", dpl({**DENIED_PERSON, "Expiration_Date": ""})).orders
    assert order.state_on(date(2100, 1, 1)) is OrderState.ACTIVE


def test_two_addresses_of_one_person_are_one_order() -> None:
    contents = read("dpl.txt", dpl(DENIED_PERSON, {**DENIED_PERSON, "City": "BOULDER"}))
    assert (len(contents.listings), len(contents.orders)) == (2, 1)


@pytest.mark.parametrize(("cell", "standard"), [("Y", True), ("N", False), ("", None)])
def test_terms_are_standard_only_where_the_column_says_so(cell: str, standard: object) -> None:
    (order,) = read("dpl.txt", dpl({**DENIED_PERSON, "Standard_Order": cell})).orders
    assert order.standard_terms is standard


def test_a_renewed_temporary_order_cites_its_last_notice() -> None:
    row = {
        **DENIED_PERSON,
        "Action": "FR NOTICE ADDED, TDO RENEWAL",
        "FR_Citation": "81 F.R. 1 1/1/16, 82.F.R. 22 1/1/17",
    }
    (order,) = read("dpl.txt", dpl(row)).orders
    assert order.kind is OrderKind.TEMPORARY
    assert order.citation_on(date(2017, 1, 1)) == "82 FR 22"


def test_china_is_china_however_it_is_written() -> None:
    (listing,) = read("dpl.txt", dpl({**DENIED_PERSON, "Country": "PRC"})).listings
    assert listing.countries == ("CN",)


def test_a_country_that_is_none_stays_in_the_text() -> None:
    (listing,) = read("dpl.txt", dpl({**DENIED_PERSON, "Country": "NM"})).listings
    assert listing.countries == ()
    assert listing.addresses[0].text.endswith("NM")


@pytest.mark.parametrize(
    ("column", "value"),
    [("Name", ""), ("Effective_Date", "2016-03-01"), ("Standard_Order", "X")],
)
def test_one_bad_row_refuses_the_file_and_is_named(column: str, value: str) -> None:
    with pytest.raises(ListRowRefused, match=rf"^dpl\.txt:3: {column}: "):
        read("dpl.txt", dpl(DENIED_PERSON, {**DENIED_PERSON, column: value}))


@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=30)))
def test_whatever_the_cells_hold_the_reader_answers_or_refuses(row: dict[str, str]) -> None:
    try:
        contents = read("dpl.txt", dpl({**DENIED_PERSON, **row}))
    except NavicertError:
        return
    assert len(contents.listings) == 1


@pytest.mark.parametrize(
    ("file", "rows"),
    [("dpl-2018-08-17.txt", 539), ("dpl-2019-07.txt", 546), ("dpl-2022-09.txt", 581)],
)
def test_the_kept_lists_read_whole(corpus: Path, file: str, rows: int) -> None:
    snapshot = read_any(file, (corpus / "lists" / "bis-dpl" / file).read_bytes())
    assert snapshot.counts_by_list == (("DPL", rows),)
    assert snapshot.code == "DPL"


def test_zte_is_not_on_the_list_of_17_august_2018(corpus: Path) -> None:
    file = corpus / "lists" / "bis-dpl" / "dpl-2018-08-17.txt"
    names = [name.text for one in read_any("dpl", file.read_bytes()).listings for name in one.names]
    assert [] == [name for name in names if "ZTE" in name.upper() or "ZHONGXING" in name.upper()]
