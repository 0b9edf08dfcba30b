from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import ShelfDamaged
from navicert.law.edition import law_of
from navicert.law.shelf import Shelf, parts_of, standard_shelf

HEAD = b"""title = "A table"
citation = "15 CFR 738"
source = "eCFR"
verified_from = 2026-07-23
last_looked_at = 2026-07-31
"""


def shelf(**files: bytes) -> Shelf:
    return Shelf({name.replace("__", "/").replace("_dot_", "."): b for name, b in files.items()})


def test_the_digest_is_the_same_for_the_same_bytes_in_any_order() -> None:
    one = {"a": b"1", "b": b"2"}
    assert Shelf(one).digest == Shelf(dict(reversed(one.items()))).digest


@given(st.data())
def test_the_digest_changes_when_any_byte_of_any_file_changes(data: st.DataObject) -> None:
    contents = dict(standard_shelf().contents)
    address = data.draw(st.sampled_from(sorted(contents)))
    at = data.draw(st.integers(0, len(contents[address]) - 1))
    other = data.draw(st.integers(1, 255))
    changed = bytearray(contents[address])
    changed[at] ^= other
    assert standard_shelf().digest != Shelf({**contents, address: bytes(changed)}).digest


def test_the_digest_changes_when_a_file_moves_comes_or_goes() -> None:
    digests = {
        Shelf(contents).digest
        for contents in ({"a": b"1"}, {"b": b"1"}, {"a": b"1", "b": b""}, {}, {"a": b"", "b": b"1"})
    }
    assert 5 == len(digests)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(ShelfDamaged, match=r"law/ear/738/x\.csv is not on the shelf"):
        Shelf({}).rows("738/x.csv")


@pytest.mark.parametrize("body", [b"a,b\n1\n", b"a,b\n1,2,3\n", b"a,b\n1,2\n\n3\n"])
def test_a_row_with_missing_or_extra_cells_is_named_with_its_line(body: bytes) -> None:
    with pytest.raises(ShelfDamaged, match=r"law/ear/x\.csv:\d: a row with"):
        shelf(x_dot_csv=body).rows("x.csv")


@pytest.mark.parametrize(
    "missing", ["title", "citation", "source", "verified_from", "last_looked_at"]
)
def test_a_document_must_say_where_it_is_from(missing: str) -> None:
    kept = b"\n".join(line for line in HEAD.splitlines() if not line.startswith(missing.encode()))
    with pytest.raises(ShelfDamaged, match=f"{missing} missing"):
        shelf(x_dot_toml=kept).document("x.toml")


@pytest.mark.parametrize(
    ("body", "said"), [(b"a = \n", "not TOML"), (b"a = '\xff'\n", "not UTF-8")]
)
def test_a_damaged_document_is_named(body: bytes, said: str) -> None:
    with pytest.raises(ShelfDamaged, match=rf"law/ear/x\.toml: {said}"):
        shelf(x_dot_toml=HEAD + body).document("x.toml")


def test_a_damaged_table_is_named() -> None:
    with pytest.raises(ShelfDamaged, match=r"law/ear/x\.csv: not UTF-8"):
        shelf(x_dot_csv=b"a\n\xff\n").rows("x.csv")


@pytest.mark.parametrize("address", standard_shelf().addresses)
def test_the_law_cannot_be_read_while_a_file_is_gone(address: str) -> None:
    left = {name: body for name, body in standard_shelf().contents.items() if name != address}
    if address in COVERAGE_ALONE:
        assert address.removesuffix(".toml") not in {c.table for c in Shelf(left).coverages()}
        return
    with pytest.raises(ShelfDamaged, match="is not on the shelf"):
        law_of(Shelf(left))


# Documents that say where a table beside them is from, and hold nothing that a rule reads.
COVERAGE_ALONE = frozenset(
    {
        "738/columns.toml", "738/country_chart.toml", "738/footnotes.toml",
        "738/territories.toml",
        "740/country_groups.toml", "740/group_members.toml", "774/conditions.toml",
        "774/control_rows.toml", "774/eligibility.toml", "774/entries.toml",
    }
)  # fmt: skip


def test_every_table_says_from_when_and_when_somebody_last_looked() -> None:
    for one in standard_shelf().coverages():
        assert one.citation
        assert one.source
        assert one.verified_from <= one.last_looked_at, one.table


def test_the_age_of_a_table_counts_from_the_last_look() -> None:
    one = shelf(x_dot_toml=HEAD).coverage("x.toml")
    assert [0, 0, 1, 31] == [
        one.age_on(day)
        for day in (
            date(2020, 1, 1), date(2026, 7, 31), date(2026, 8, 1), date(2026, 8, 31),
        )
    ]  # fmt: skip


def test_a_table_covers_its_first_verified_day_and_none_before() -> None:
    one = shelf(x_dot_toml=HEAD).coverage("x.toml")
    assert [False, True, True] == [
        one.covers(day) for day in (date(2026, 7, 22), date(2026, 7, 23), date(2030, 1, 1))
    ]


def test_a_cell_of_several_values_is_split_and_an_empty_one_is_none() -> None:
    assert (("A", "B"), (), ("A",)) == (parts_of("A;B"), parts_of(""), parts_of("A;"))
