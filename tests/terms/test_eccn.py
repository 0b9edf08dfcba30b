from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import UnknownEccn
from navicert.terms import eccn
from navicert.terms.eccn import EAR99, Eccn

SYMBOLS = st.from_regex(r"[0-9][A-E][0-9]{3}", fullmatch=True)
PATHS = st.lists(st.from_regex(r"[a-z0-9]{1,4}", fullmatch=True), max_size=5).map(tuple)
ECCNS = st.builds(Eccn, SYMBOLS, PATHS)


@given(ECCNS)
def test_what_is_written_is_read_back(one: Eccn) -> None:
    assert one == eccn.parse(eccn.format(one))
    assert one == eccn.parse(f"  {eccn.format(one).upper()} ")


@given(ECCNS, PATHS)
def test_a_deeper_paragraph_lies_within_the_shallower_and_not_the_other_way(
    one: Eccn, below: tuple[str, ...]
) -> None:
    deeper = Eccn(one.symbol, one.paragraph + below)
    assert deeper.is_within(one)
    assert one.is_within(deeper) is (not below)


@given(st.text(max_size=12))
def test_what_is_valid_is_read_and_what_is_not_is_refused(text: str) -> None:
    if eccn.is_valid(text):
        assert eccn.is_valid(str(eccn.parse(text)))
    else:
        with pytest.raises(UnknownEccn):
            eccn.parse(text)


def test_a_paragraph_is_compared_by_its_steps_not_by_its_letters() -> None:
    assert not eccn.parse("3A001.a.10").is_within(eccn.parse("3A001.a.1"))
    assert not eccn.parse("3A001.ab").is_within(eccn.parse("3A001.a"))
    assert not eccn.parse("3A002.a").is_within(eccn.parse("3A001"))


@pytest.mark.parametrize(
    "text",
    ["", "3A01", "3F001", "AA001", "3A0011", "3A001.", "3A001..a", "3A001-a", "EAR 99", "99"],
)
def test_another_shape_is_refused_with_the_text_quoted(text: str) -> None:
    with pytest.raises(UnknownEccn, match="is not an ECCN") as refused:
        eccn.parse(text)
    assert repr(text) in str(refused.value)


@pytest.mark.parametrize(
    ("text", "series", "space", "group"),
    [
        ("9A610.x", True, False, "A"),
        ("0D606", True, False, "D"),
        ("9A515.a", False, True, "A"),
        ("9E515", False, True, "E"),
        ("3A515", False, False, "A"),
        ("6A006", False, False, "A"),
        ("EAR99", False, False, ""),
    ],
)
def test_the_family_is_read_off_the_symbol(
    text: str, series: bool, space: bool, group: str
) -> None:
    one = eccn.parse(text)
    assert (series, space, group) == (one.is_600_series, one.is_9x515, one.group)


def test_ear99_is_no_entry_of_the_list() -> None:
    assert EAR99 == eccn.parse(" ear99 ")
    assert EAR99.is_ear99
    assert not eccn.parse("3A001").is_ear99
