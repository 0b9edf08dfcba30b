from __future__ import annotations

import time

import pytest

from navicert.facts.listing import ListedName, Listing, NameKind
from navicert.parties.lists.pairing import pairs
from navicert.terms.list_code import ListCode


def listing(*names: str, entry: str = "", number: str = "", of: ListCode = ListCode.SDN) -> Listing:
    details = (("entity_number", number),) if number else ()
    return Listing(of, entry, tuple(map(ListedName, names)), details=details)


def test_an_authoritys_number_stays_when_every_name_changes() -> None:
    before = [listing("Acme", number="7"), listing("Bolt", number="8")]
    after = [listing("Cargo", number="8"), listing("Acme", number="7")]
    assert ((1, 0), (0, 1)) == pairs(before, after)


def test_two_numbers_are_two_parties_though_they_have_one_name() -> None:
    assert () == pairs([listing("Acme", number="7")], [listing("Acme", number="8")])


def test_the_id_of_a_row_joins_only_who_shares_a_name() -> None:
    before = [listing("Acme", entry="OWN:1"), listing("Bolt", entry="OWN:2")]
    after = [listing("Bolt", entry="OWN:1"), listing("Cargo", entry="OWN:2")]
    assert ((1, 0),) == pairs(before, after)


def test_a_number_that_one_side_gives_as_the_id_of_the_row_is_the_same() -> None:
    twins = [listing("Acme", "Ay", number="7"), listing("Acme", "Bee", number="8")]
    assert ((0, 1), (1, 0)) == tuple(
        sorted(pairs(twins, [listing("Acme", entry="8"), listing("Acme", entry="7")]))
    )


def test_without_an_id_names_join_in_any_case_and_punctuation() -> None:
    assert ((0, 0),) == pairs([listing("ACME, Ltd.")], [listing("Acme Ltd", "AC")])


def test_an_alias_joins_what_took_another_first_name_but_a_weak_one_does_not() -> None:
    weak = Listing(ListCode.SDN, "", (ListedName("Ali"), ListedName("Abu", NameKind.WEAK)))
    assert ((0, 0),) == pairs([listing("Acme", "Bolt")], [listing("Bolt", "Cargo")])
    assert () == pairs([weak], [listing("Abu", "Omar")])


def test_entries_of_two_lists_are_never_joined() -> None:
    assert () == pairs([listing("Acme")], [listing("Acme", of=ListCode.EL)])


def test_rows_that_repeat_are_joined_one_to_one() -> None:
    assert ((0, 0), (1, 1)) == pairs([listing("Acme")] * 2, [listing("Acme")] * 3)


@pytest.mark.parametrize("numbered", [False, True])
def test_a_file_of_one_name_only_costs_no_more_than_another(*, numbered: bool) -> None:
    def rows(start: int) -> list[Listing]:
        count = range(start, start + 5000)
        return [listing("Acme", entry=str(n), number=str(n) if numbered else "") for n in count]

    begun = time.process_time()
    assert (0 if numbered else 5000) == len(pairs(rows(0), rows(10_000)))
    assert time.process_time() - begun < 10
