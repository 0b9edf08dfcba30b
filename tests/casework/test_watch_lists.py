from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.law_lists import codes
from navicert.casework.load_list import Loading, load_list
from navicert.casework.ports import FeedFile
from navicert.casework.watch_lists import not_of_the_day, watch_lists, watch_of
from navicert.errors import ListShrank, UnknownListFormat
from navicert.facts.standing import ListAsked
from navicert.terms.list_code import ListCode

DAY = date(2026, 7, 31)
HOUSE = b'title = "Ours"\nas_of = 2026-07-01\n[[listing]]\nlist = "OWN"\nnames = ["A firm"]\n'


def asked(as_of: date | None, code: str = "CSL") -> ListAsked:
    return ListAsked(code, "Consolidated Screening List", as_of, "0" * 64, 1, "here")


def covering(as_of: date | None, history_from: date | None = None) -> ListAsked:
    return ListAsked("OWN", "Ours", as_of, "0" * 64, 1, "here", (ListCode.DPL,), history_from)


def besides_the_law(all_: tuple[ListAsked, ...]) -> list[ListAsked]:
    return [one for one in all_ if one.code not in codes()]


def test_every_watch_asks_the_lists_of_the_law_and_they_are_no_doubt(home: Path) -> None:
    with open_desk(home) as desk:
        asked_of_all = watch_lists(desk, ()).watch.asked
    assert ["MIEU", "FCC", "S889", "S1260H"] == [one.code for one in asked_of_all]
    assert asked_of_all == watch_of(()).asked
    for day in (date(2016, 3, 10), DAY, date(2030, 1, 1)):
        assert () == not_of_the_day(asked_of_all, day)


def test_a_list_of_the_last_month_is_fresh() -> None:
    assert () == not_of_the_day((asked(date(2026, 7, 1)), asked(DAY)), DAY)


def test_an_older_list_is_a_doubt_that_names_it_its_age_and_the_way_out() -> None:
    (told,) = not_of_the_day((asked(date(2026, 6, 30)),), DAY)
    assert "Consolidated Screening List is of 2026-06-30, 31 days before the order" in told
    assert "navicert lists retire" in told


def test_a_list_newer_than_the_order_does_not_say_who_was_taken_off_since() -> None:
    (told,) = not_of_the_day((asked(date(2026, 8, 1)),), DAY)
    assert "after the day of the order" in told


def test_a_list_of_no_known_day_is_a_doubt_that_names_the_option() -> None:
    (told,) = not_of_the_day((asked(None),), DAY)
    assert "--as-of" in told


def test_a_list_of_ones_own_that_covers_nobody_elses_is_no_doubt_on_any_day() -> None:
    own = (asked(date(2020, 1, 1), "OWN"), asked(None, "OWN"), asked(date(2027, 1, 1), "OWN"))
    assert () == not_of_the_day(own, DAY)


def test_a_list_of_ones_own_that_stands_for_another_is_doubted_as_that_one() -> None:
    for doubtful in (covering(None), covering(date(2026, 6, 30)), covering(date(2026, 8, 1))):
        assert 1 == len(not_of_the_day((doubtful,), DAY))


def test_a_list_that_keeps_history_answers_for_the_days_since_then() -> None:
    later = date(2026, 11, 1)
    assert () == not_of_the_day((covering(later, DAY),), DAY)
    assert 1 == len(not_of_the_day((covering(later, date(2026, 8, 1)),), DAY))


def test_a_named_file_in_no_known_form_is_refused_by_name() -> None:
    with pytest.raises(UnknownListFormat, match=r"notes\.txt"):
        watch_of((FeedFile("notes.txt", b"hello"),))


def test_a_named_file_that_is_only_a_part_of_its_list_is_refused_by_name() -> None:
    with pytest.raises(ListShrank, match=r"empty\.toml.* 0 entries"):
        watch_of((FeedFile("empty.toml", b'title = "Ours"\n'),))


def test_the_day_that_is_given_counts_where_a_named_file_says_none(home: Path) -> None:
    silent = HOUSE.replace(b"as_of = 2026-07-01\n", b"").replace(b"Ours", b"Silent")
    files = (FeedFile("a.toml", HOUSE), FeedFile("b.toml", silent))
    with open_desk(home) as desk:
        lists = watch_lists(desk, files, DAY)
    assert [date(2026, 7, 1), DAY] == [one.as_of for one in besides_the_law(lists.watch.asked)]


def test_lists_that_were_loaded_are_asked_without_a_doubt(tmp_path: Path, home: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_bytes(HOUSE)
    with open_desk(home) as desk:
        load_list(Loading(str(file)), desk)
        lists = watch_lists(desk, ())
    assert () == lists.doubts
    assert ["Ours"] == [one.title for one in besides_the_law(lists.watch.asked)]
