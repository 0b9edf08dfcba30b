"""A list that lost too much is refused, and says how much and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from navicert.errors import ListShrank
from navicert.parties.lists.loss import refuse_if_shrunk, refuse_if_small
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot


def with_counts(**counts: int) -> Snapshot:
    return Snapshot("CSL", "The list", "", None, "", (), (), tuple(sorted(counts.items())))


def is_refused(previous: tuple[tuple[str, int], ...], snapshot: Snapshot) -> bool:
    try:
        refuse_if_shrunk(previous, snapshot)
    except ListShrank:
        return True
    return False


@pytest.mark.parametrize("after", [2400, 2000, 1600])
def test_growth_and_a_believable_loss_pass(after: int) -> None:
    assert not is_refused((("EL", 2000),), with_counts(EL=after))


def test_a_loss_of_more_than_a_fifth_is_refused_with_both_counts() -> None:
    with pytest.raises(ListShrank) as refused:
        refuse_if_shrunk((("EL", 2000), ("SDN", 9000)), with_counts(EL=1599, SDN=9100))
    assert "EL had 2,000 entries at the last load and has 1,599 now" in str(refused.value)
    assert "The last good list stays in force" in str(refused.value)


def test_one_list_that_is_gone_is_refused_though_the_file_grew() -> None:
    with pytest.raises(ListShrank, match="FSE had 3 entries"):
        refuse_if_shrunk((("FSE", 3), ("SDN", 9000)), with_counts(SDN=12000))


def test_every_list_that_lost_too_much_is_named() -> None:
    with pytest.raises(ListShrank, match=r"CAP had 53 .* has 1 now; FSE had 3 .* has 0 now"):
        refuse_if_shrunk((("CAP", 53), ("FSE", 3), ("SDN", 9)), with_counts(CAP=1, SDN=9000))


def test_a_short_list_may_lose_a_few() -> None:
    assert not is_refused((("MBS", 17),), with_counts(MBS=7))
    assert is_refused((("MBS", 17),), with_counts(MBS=0))


def test_a_part_of_a_list_does_not_pass_for_a_first_load() -> None:
    with pytest.raises(ListShrank, match="5,000 entries, and the whole list has at least 10,000"):
        refuse_if_small(with_counts(SDN=5000))
    refuse_if_small(with_counts(SDN=14000))  # raises nothing


def test_half_the_rows_of_a_real_list_are_refused(corpus: Path) -> None:
    whole = (corpus / "lists" / "bis-dpl" / "dpl-2022-09.txt").read_bytes()
    half = b"".join(whole.splitlines(keepends=True)[:291])
    with pytest.raises(ListShrank, match="DPL had 581 entries at the last load and has 290 now"):
        refuse_if_shrunk(read("dpl", whole).counts_by_list, read("dpl", half))
