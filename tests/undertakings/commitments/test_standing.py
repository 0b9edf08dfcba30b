from __future__ import annotations

from datetime import date

import pytest

from navicert.errors import DayOutOfReach
from navicert.undertakings.commitments import business_days, notices
from navicert.undertakings.commitments.commitment import (
    After,
    Before,
    Commitment,
    OnDay,
    Period,
    Step,
    Throughout,
    Unit,
)
from navicert.undertakings.commitments.standing import Done, Promises, Status, standings

FIRST = Commitment("first", "First", "Atlas", "BIS", OnDay(date(2026, 3, 2)), "x")
SECOND = Commitment(
    "second", "Second", "Atlas", "BIS", OnDay(date(2026, 3, 10)), "x", depends_on=("first",)
)
COUNTED = Commitment(
    "counted", "Counted", "Atlas", "BIS", After(Period(10, Unit.DAYS), "first"), "x"
)
ALL = Promises((COUNTED, SECOND, FIRST), {})


def statuses(on: date, done: dict[str, Done]) -> dict[str, tuple[Status, date | None]]:
    found = standings(ALL, done, on, 5)
    return {one.occurrence.id: (one.status, one.occurrence.day) for one in found}


def test_what_depends_on_another_waits_and_is_not_due_before_it_is_done() -> None:
    found = statuses(date(2026, 3, 20), {})
    assert (Status.OVERDUE, date(2026, 3, 2)) == found["first"]
    assert (Status.WAITING, date(2026, 3, 10)) == found["second"]
    assert (Status.DAY_NOT_KNOWN, None) == found["counted"]


def test_what_is_done_lets_the_others_run() -> None:
    done = {"first": Done(date(2026, 3, 6), "Eva")}
    found = statuses(date(2026, 3, 12), done)
    assert Status.DONE is found["first"][0]
    assert (Status.OVERDUE, date(2026, 3, 10)) == found["second"]
    assert (Status.DUE, date(2026, 3, 16)) == found["counted"]
    (late,) = [one for one in standings(ALL, done, date(2026, 3, 12)) if one.done]
    assert late.is_late


def test_what_was_done_later_is_not_known_on_an_earlier_day() -> None:
    done = {"first": Done(date(2026, 3, 6), "Eva")}
    assert Status.OVERDUE is statuses(date(2026, 3, 5), done)["first"][0]


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(2026, 2, 24), Status.LATER),
        (date(2026, 2, 25), Status.DUE),
        (date(2026, 3, 2), Status.DUE),
        (date(2026, 3, 3), Status.OVERDUE),
    ],
)
def test_a_deadline_holds_to_the_end_of_its_day(on: date, status: Status) -> None:
    assert status is statuses(on, {})["first"][0]


def test_what_is_owed_throughout_continues_and_ends() -> None:
    when = Throughout(date(2018, 6, 8), date(2028, 6, 8))
    promises = Promises((Commitment("c", "C", "Atlas", "BIS", when, "x"),), {})
    on_the_last = standings(promises, {}, date(2028, 6, 8))[0].status
    after = standings(promises, {}, date(2028, 6, 9))[0].status
    assert [Status.CONTINUING, Status.ENDED] == [on_the_last, after]


def test_a_renewal_is_asked_for_twenty_days_before_the_end_of_the_order() -> None:
    """15 CFR 766.24(d): the Bureau asks not later than 20 days before the expiration."""
    when = Before(Period(20, Unit.DAYS), "denial-end")
    renewal = Commitment("renew", "Ask", "BIS", "OEE", when, "15 CFR 766.24(d)")
    promises = Promises((renewal,), {"denial-end": date(2026, 8, 26)})
    (found,) = standings(promises, {}, date(2026, 8, 1))
    assert date(2026, 8, 6) == found.occurrence.day


def test_a_year_without_a_calendar_of_holidays_is_refused() -> None:
    with pytest.raises(DayOutOfReach, match="no calendar of US federal holidays for 2101"):
        business_days.after(date(2100, 12, 31), 1)
    assert not business_days.is_business_day(date(2100, 12, 24))  # Christmas is a Saturday


def test_only_the_newest_step_is_owed_to_each_target() -> None:
    steps = (
        Step(-30, ("mailto:a@b.example", "https://b.example/hook")),
        Step(-7, ("mailto:a@b.example",)),
        Step(1, ("mailto:boss@b.example",)),
    )
    one = Commitment("c", "C", "A", "B", OnDay(date(2026, 3, 10)), "x", escalation=steps)
    promises = Promises((one,), {})

    def told(on: date) -> list[tuple[int, str]]:
        (standing,) = standings(promises, {}, on)
        return [(notice.days, notice.target) for notice in notices.owed("i", standing, on)]

    assert [] == told(date(2026, 2, 5))  # 8 February is a Sunday: the step is owed from Friday
    both = [(-30, "https://b.example/hook"), (-30, "mailto:a@b.example")]
    assert both == told(date(2026, 2, 6))
    assert [both[0], (-7, "mailto:a@b.example")] == told(date(2026, 3, 3))
    assert (1, "mailto:boss@b.example") == told(date(2026, 3, 11))[-1]


def test_what_is_done_reminds_nobody() -> None:
    steps = (Step(-30, ("mailto:a@b.example",)),)
    one = Commitment("c", "C", "A", "B", OnDay(date(2026, 3, 10)), "x", escalation=steps)
    done = {"c": Done(date(2026, 3, 1), "Eva")}
    (standing,) = standings(Promises((one,), {}), done, date(2026, 3, 5))
    assert () == notices.owed("i", standing, date(2026, 3, 5))
