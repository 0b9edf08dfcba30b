from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from navicert.parties.screening.navicert_1.index.arrays import Rows, Table

ENTRIES = st.lists(st.tuples(st.binary(max_size=4), st.integers(0, 2**32 - 1)), max_size=60)


@given(ENTRIES)
def test_every_number_is_found_under_its_key(entries: list[tuple[bytes, int]]) -> None:
    table = Table.of(entries)
    for key, number in entries:
        assert number in table.get(key)


@given(st.lists(st.lists(st.integers(0, 2**32 - 1), max_size=5), max_size=20))
def test_rows_come_back_as_they_were(rows: list[list[int]]) -> None:
    kept = Rows.of(rows)
    assert rows == [kept.row(place) for place in range(len(kept))]


def test_a_key_that_nobody_put_in_gives_nothing() -> None:
    assert [] == Table.of([]).get(b"a")
