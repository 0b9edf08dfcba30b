"""Every cell of the ZTE matter: what each act comes to on each day.

The expected cells are read off the dated record of the matter (81 FR 12004, 81 FR 15633,
82 FR 15458, 83 FR 17644, the authorization of 2 July 2018, 83 FR 34825), not off the program.
"""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from pathlib import Path

import pytest

from navicert.adapters.orders.read import read as read_order
from navicert.casework.intake import intake
from navicert.determination.assess import assess
from navicert.determination.result import Determination
from navicert.law.edition import standard_law
from navicert.parties.lists.read import read as read_list
from navicert.parties.watch import Watch

EXAMPLES = Path(__file__).parents[2] / "examples" / "zte"
CELLS = [
    (row["act"], row["day"], row["outcome"], row["decided_by"])
    for row in csv.DictReader(
        (Path(__file__).parent / "zte_cells.csv").read_text(encoding="utf-8").splitlines()
    )
]


@pytest.fixture(scope="module")
def watch() -> Watch:
    """Give the listings and orders of the example."""
    case = tomllib.loads((EXAMPLES / "case.toml").read_text(encoding="utf-8"))
    return Watch.of(read_list(name, (EXAMPLES / name).read_bytes(), None) for name in case["watch"])


def determine(act: str, day: date, watch: Watch) -> Determination:
    """Determine an act of the example on a day."""
    order = read_order(EXAMPLES / "acts" / f"{act}.toml")
    return assess(intake(order, day), watch, standard_law())


@pytest.mark.parametrize(("act", "day", "outcome", "decided_by"), CELLS)
def test_a_cell_is_what_the_dated_record_says(
    act: str, day: str, outcome: str, decided_by: str, watch: Watch
) -> None:
    """Outcome and clause of one act on one day."""
    line = determine(act, date.fromisoformat(day), watch).lines[0]
    assert (outcome, decided_by) == (line.outcome.value, line.decided_by)


def test_every_act_of_the_example_has_a_cell_for_every_day() -> None:
    """An act or a day that is added must be thought about."""
    case = tomllib.loads((EXAMPLES / "case.toml").read_text(encoding="utf-8"))
    expected = {(Path(act).stem, str(day)) for act in case["acts"] for day in case["days"]}
    assert expected == {(act, day) for act, day, _, _ in CELLS}


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2018-04-14", "NLR"),
        ("2018-04-15", "PROHIBITED"),
        ("2018-07-12", "PROHIBITED"),
        ("2018-07-13", "NLR"),
    ],
)
def test_the_order_binds_from_its_activation_until_its_termination(
    day: str, outcome: str, watch: Watch
) -> None:
    """The days of the events themselves count."""
    assert outcome == determine("01-ship-chips", date.fromisoformat(day), watch).outcome.value


@pytest.mark.parametrize(
    ("day", "decided_by"),
    [
        ("2018-07-01", "Second.A"),
        ("2018-07-02", "authorized"),
        ("2018-07-12", "authorized"),
    ],
)
def test_the_authorization_lets_patches_through_from_its_first_day(
    day: str, decided_by: str, watch: Watch
) -> None:
    """The carve-out of 2 July 2018."""
    line = determine("02-send-security-patch", date.fromisoformat(day), watch).lines[0]
    assert decided_by == line.decided_by
