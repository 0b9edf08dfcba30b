from __future__ import annotations

from datetime import date

import pytest

from navicert.casework.ports import FeedFile
from navicert.casework.watch_lists import MOST_DAYS, stale, watch_of
from navicert.errors import UnknownListFormat
from navicert.facts.standing import ListAsked

DAY = date(2026, 7, 31)


def asked(as_of: date | None, code: str = "CSL") -> ListAsked:
    return ListAsked(code, "Consolidated Screening List", as_of, "0" * 64, 1, "here")


def test_a_list_of_the_last_month_is_fresh() -> None:
    assert () == stale((asked(date(2026, 7, 1)),), DAY)
    assert 30 == MOST_DAYS


def test_an_older_list_is_a_doubt_that_names_it_and_its_age() -> None:
    (told,) = stale((asked(date(2026, 6, 30)),), DAY)
    assert "Consolidated Screening List is of 2026-06-30, 31 days before the order" in told


def test_a_list_newer_than_the_order_is_no_doubt() -> None:
    assert () == stale((asked(date(2026, 11, 1)),), DAY)


def test_a_list_of_ones_own_and_one_without_a_day_are_no_doubt() -> None:
    assert () == stale((asked(date(2020, 1, 1), "OWN"), asked(None)), DAY)


def test_a_named_file_in_no_known_form_is_refused_by_name() -> None:
    with pytest.raises(UnknownListFormat, match=r"notes\.txt"):
        watch_of((FeedFile("notes.txt", b"hello"),))
