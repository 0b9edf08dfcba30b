from __future__ import annotations

from datetime import date

import pytest

from navicert.bootstrap import open_desk
from navicert.casework.promises.board import Placed, board, column_of
from navicert.casework.promises.load import load
from navicert.errors import InstrumentRefused
from navicert.undertakings.commitments.standing import Status
from navicert.undertakings.instruments.reader import read
from navicert.undertakings.instruments.superseding import superseded
from tests.casework.promises.plans import HEAD
from tests.health.house import ROOT

ZTE = ROOT / "examples" / "zte"
OVER = '[[supersedes]]\nid = "{id}"\nday = {day}\ncitation = "plan 9"\n'


def test_the_commitments_of_2017_end_with_the_superseding_order_and_not_a_day_earlier() -> None:
    with open_desk() as desk:
        for year in (2017, 2018):
            load(str(ZTE / f"settlement-{year}.toml"), desk)
        before = statuses(board(desk, date(2018, 6, 7)))
        after = board(desk, date(2018, 6, 8))
    assert {Status.DAY_NOT_KNOWN, Status.CONTINUING} == before
    assert {Status.SUPERSEDED} == statuses(after)
    old = [one for one in after if one.held.instrument.id == "zte-2017"]
    assert {"done"} == {column_of(one, 30) for one in old}
    assert {("zte-2018", date(2018, 6, 8))} == {
        (over.by, over.day) for one in old if (over := one.standing.superseded)
    }


def statuses(placed: tuple[Placed, ...]) -> set[Status]:
    return {one.standing.status for one in placed if one.held.instrument.id == "zte-2017"}


def test_the_first_that_supersedes_counts() -> None:
    def later(id_: str, day: str) -> str:
        return HEAD.replace("plan-1", id_) + OVER.format(id="plan-1", day=day)

    papers = [read("a", HEAD.encode())]
    papers += [read("b", later("plan-2", "2026-05-01").encode())]
    papers += [read("c", later("plan-3", "2026-04-01").encode())]
    assert {"plan-1": ("plan-3", date(2026, 4, 1))} == {
        name: (one.by, one.day) for name, one in superseded(papers).items()
    }


@pytest.mark.parametrize(
    ("id_", "day", "said"),
    [
        ("plan-1", "2026-02-01", "does not supersede itself"),
        ("plan-0", "2026-01-04", "before the instrument itself"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(id_: str, day: str, said: str) -> None:
    with pytest.raises(InstrumentRefused, match=rf"p.toml:12: .*{said}"):
        read("p.toml", (HEAD + "\n" + OVER.format(id=id_, day=day)).encode())
