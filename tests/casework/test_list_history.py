from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.list_history import list_history
from navicert.casework.load_list import Loading, load_list
from navicert.casework.ports import Desk
from navicert.casework.retire_list import retire_list
from navicert.facts.standing import Strength
from navicert.terms.list_code import ListCode

ACME = '[[listing]]\nlist = "EL"\nnames = ["Acme Trading"]\n'
OTHER = '[[listing]]\nlist = "EL"\nnames = ["Somebody Else"]\n'
ORDER = """
[[denial_order]]
reference = "An order"
persons = [["Bolt Works", "Bolt"]]
[[denial_order.event]]
day = 2018-04-15
kind = "issued"
citation = "83 FR 17644"
end = 2025-03-13
"""


def load(desk: Desk, folder: Path, day: str, text: str) -> None:
    (folder / "ours.toml").write_text(f'title = "Ours"\nas_of = {day}\n{text}', encoding="utf-8")
    load_list(Loading(str(folder / "ours.toml"), loss_accepted=True), desk)


def test_an_entry_is_followed_through_every_load(home: Path, tmp_path: Path) -> None:
    ended = ACME + "until = 2026-03-01\n"
    with open_desk(home) as desk:
        for month, text in enumerate((OTHER, OTHER + ACME, ended + OTHER, OTHER, OTHER + ACME), 1):
            load(desk, tmp_path, f"2026-0{month}-01", text)
        (thread,) = list_history("Acme Trading", desk)
    told = [(event.kind, event.as_of and event.as_of.month) for event in thread.events]
    assert [("listed", 2), ("changed", 3), ("removed", 4), ("listed again", 5)] == told
    (change,) = thread.events[1].changes
    assert ("until", (), ("2026-03-01",)) == (change.field, change.went, change.came)
    assert (date(2026, 2, 1), date(2026, 5, 1), True) == (
        thread.first.load.as_of,
        thread.last.load.as_of,
        thread.is_listed,
    )


def test_an_entry_whose_days_have_passed_is_found_too(home: Path, tmp_path: Path) -> None:
    with open_desk(home) as desk:
        load(desk, tmp_path, "2026-01-01", ACME + "since = 1999-01-01\nuntil = 1999-12-31\n")
        (thread,) = list_history("ACME TRADING", desk)
    assert (date(1999, 1, 1), date(1999, 12, 31)) == (thread.listing.since, thread.listing.until)


def test_a_person_of_an_order_is_found_by_any_of_its_names(home: Path, tmp_path: Path) -> None:
    with open_desk(home) as desk:
        load(desk, tmp_path, "2026-01-01", ORDER)
        (thread,) = list_history("Bolt Works", desk)
    assert ("An order", date(2018, 4, 15), date(2025, 3, 13)) == (
        thread.listing.entry,
        thread.listing.since,
        thread.listing.until,
    )


def test_a_list_that_was_taken_out_of_force_lists_nobody_now(home: Path, tmp_path: Path) -> None:
    with open_desk(home) as desk:
        load(desk, tmp_path, "2026-01-01", ACME)
        retire_list("Ours", desk)
        (thread,) = list_history("Acme Trading", desk)
    assert not thread.is_listed


def test_a_word_of_a_longer_name_finds_it_as_near_and_a_part_of_a_word_does_not(
    home: Path, tmp_path: Path
) -> None:
    with open_desk(home) as desk:
        load(desk, tmp_path, "2026-01-01", ACME)
        (thread,) = [one for one in list_history("trading", desk) if one.title == "Ours"]
        assert () == list_history("trad", desk)
        assert () == list_history("trading house", desk)
    assert Strength.NEAR is thread.strength


@pytest.mark.parametrize("name", ["Nobody At All", "..."])
def test_a_name_that_is_on_no_list_has_no_history(home: Path, tmp_path: Path, name: str) -> None:
    with open_desk(home) as desk:
        assert () == list_history(name, desk)
        load(desk, tmp_path, "2026-01-01", ACME)
        assert () == list_history(name, desk)


def test_a_day_that_was_stated_later_counts_for_the_load_that_it_corrects(
    home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ours.csv"
    file.write_text("name\nAcme Trading\n", encoding="utf-8")
    with open_desk(home) as desk:
        load_list(Loading(str(file)), desk)
        load_list(Loading(str(file), date(2022, 5, 1)), desk)
        load_list(Loading(str(file), date(2022, 4, 15)), desk)
        file.write_text("name\nAcme Trading\nBolt Works\n", encoding="utf-8")
        load_list(Loading(str(file), date(2026, 7, 31)), desk)
        (thread,) = list_history("Acme Trading", desk)
    days = (thread.first.load.as_of, thread.last.load.as_of)
    assert (date(2022, 4, 15), date(2026, 7, 31)) == days
    assert [date(2022, 4, 15)] == [event.as_of for event in thread.events]


def test_an_older_list_that_is_loaded_later_was_seen_earlier(home: Path, tmp_path: Path) -> None:
    with open_desk(home) as desk:
        load(desk, tmp_path, "2026-07-31", ACME)
        load(desk, tmp_path, "2022-04-15", ACME + OTHER)
        (thread,) = list_history("Acme Trading", desk)
    days = (thread.first.load.as_of, thread.last.load.as_of)
    assert (date(2022, 4, 15), date(2026, 7, 31)) == days


def test_entries_of_the_lists_of_the_law_are_found_without_any_load(home: Path) -> None:
    with open_desk(home) as desk:
        found = {one.listing.list: one for one in list_history("ZTE", desk)}
    assert {ListCode.S889, ListCode.FCC} <= set(found)
    assert (date(2019, 8, 13), True, ()) == (
        found[ListCode.S889].listing.since,
        found[ListCode.S889].is_listed,
        found[ListCode.S889].events,
    )
