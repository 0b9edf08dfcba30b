"""The examples that ship, held against the periods that the law states."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from navicert.facts.denial_order import OrderState
from navicert.law.edition import standard_law
from navicert.undertakings.commitments.standing import standings
from navicert.undertakings.instruments.finding import find
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.on_day import on_day
from navicert.undertakings.instruments.reader import read

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
PATHS = [*EXAMPLES.glob("undertakings/*.toml"), *EXAMPLES.glob("zte/settlement-*.toml")]
EDITION = standard_law().open_at(date(2026, 3, 2))


def example(name: str) -> Instrument:
    path = EXAMPLES / "undertakings" / f"{name}.toml"
    return read(path.name, path.read_bytes())


def days(found: Instrument) -> dict[str, date | None]:
    return {
        one.occurrence.id: one.occurrence.day
        for one in standings(found.promises(), {}, date(2026, 3, 2))
    }


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_example_reads_and_has_an_id_of_its_own(path: Path) -> None:
    found = read(path.name, path.read_bytes())
    ids = [read(one.name, one.read_bytes()).id for one in PATHS]
    assert 1 == ids.count(found.id)


def test_a_temporary_denial_runs_out_and_its_renewal_is_asked_for_in_time() -> None:
    law = EDITION.duties().denials
    found = example("temporary-denial")
    end = date(2026, 2, 27) + timedelta(days=law.order_days)
    assert end == found.known_days()["denial-end"]
    asked = end - timedelta(days=law.request_days)
    opposed = end - timedelta(days=law.opposition_days)
    assert {"renewal-request": asked, "opposition": opposed} == days(found)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 2, 26), OrderState.NONE),
        (date(2026, 2, 27), OrderState.ACTIVE),
        (date(2026, 8, 26), OrderState.ACTIVE),
        (date(2026, 8, 27), OrderState.EXPIRED),
    ],
)
def test_the_stated_end_still_belongs_to_the_denial(day: date, state: OrderState) -> None:
    (denial,) = on_day([example("temporary-denial")], standard_law().open_at(day)).denials
    assert state is denial.state
    assert bool(denial.clauses) == (state is OrderState.ACTIVE)


def test_the_narrative_is_due_180_days_after_the_notification() -> None:
    found = days(example("disclosure"))
    assert date(2026, 8, 31) == found["narrative"]
    narrative = timedelta(days=EDITION.duties().disclosures.narrative_days)
    assert date(2026, 3, 4) + narrative == found["narrative"]


def test_reports_on_a_license_come_every_quarter_on_an_earlier_business_day() -> None:
    found = days(example("license"))
    reports = [day for name, day in found.items() if name.startswith("quarterly-report/")]
    # of the 30th of January 2027, a Saturday, the Friday before
    expected = [date(2026, 4, 30), date(2026, 7, 30), date(2026, 10, 30), date(2027, 1, 29)]
    assert expected == reports[:4]
    assert 16 == len(reports)
    assert date(2030, 1, 30) == reports[-1]
    assert date(2026, 5, 4) == found["end-use-check"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Norrland Avionics", True),
        ("norrland parts gmbh", True),
        ("TDO-Norrland", True),
        ("parts norrland", True),
        ("Norr", False),
        ("?", False),
    ],
)
def test_an_instrument_is_found_by_every_name_in_it(asked: str, found: bool) -> None:
    assert found == bool(find(asked, [example("temporary-denial")]))
