from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import UnknownCountry
from navicert.terms import country


@given(st.sampled_from(sorted(country.names())))
def test_every_code_is_read_in_any_case(code: str) -> None:
    assert code == country.parse(f" {code.lower()} ")
    assert country.format(code).endswith(f"({code})")


@given(st.text(max_size=4))
def test_what_is_no_code_is_refused(text: str) -> None:
    if not country.is_valid(text):
        with pytest.raises(UnknownCountry):
            country.parse(text)


def test_norway_and_namibia_are_countries_and_not_a_no_and_not_a_gap() -> None:
    assert ("NO", "NA") == (country.parse("NO"), country.parse("NA"))


@pytest.mark.parametrize("code", ["EU", "EZ", "UN", "XA", "ZZ", "QO", "DEU", "276", "A1", ""])
def test_groups_and_other_standards_are_no_countries(code: str) -> None:
    assert not country.is_valid(code)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("UK", "GB"), ("uk", "GB"), ("EL", "GR"), ("USA", "US"), ("Germany", "DE"), ("türkiye", "TR")],
)
def test_a_near_miss_is_told_what_was_meant(written: str, meant: str) -> None:
    with pytest.raises(UnknownCountry, match=f"did you mean '{meant}'"):
        country.parse(written)
