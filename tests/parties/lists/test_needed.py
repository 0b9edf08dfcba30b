from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.standing import ListAsked
from navicert.parties.lists.needed import lists, unasked
from navicert.terms.list_code import ListCode

DAY = date(2026, 7, 30)


def covering(*codes: ListCode) -> ListAsked:
    return ListAsked("OWN", "a list", DAY, "0" * 64, 1, "here", codes)


def test_with_no_list_all_are_missing_and_each_has_its_reason() -> None:
    assert tuple(one.code for one in lists()) == unasked((), DAY)
    assert all(one.citation and one.reason for one in lists())


def test_lists_cover_what_is_needed_together() -> None:
    one, two = covering(ListCode.DPL, ListCode.EL), covering(ListCode.UVL, ListCode.SDN)
    assert (ListCode.MEU,) == unasked((one, two), DAY)


@pytest.mark.parametrize(
    ("day", "needed"),
    [
        (date(2014, 1, 20), False),
        (date(2014, 1, 21), True),
    ],
)
def test_a_list_is_needed_from_its_first_day(day: date, *, needed: bool) -> None:
    assert needed == (ListCode.UVL in unasked((), day))
