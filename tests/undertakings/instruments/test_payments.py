from __future__ import annotations

from datetime import date

import pytest

from navicert.errors import InstrumentRefused, TermError
from navicert.undertakings.commitments.standing import Done, Status, standings
from navicert.undertakings.instruments import payments
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.reader import read
from tests.casework.promises.plans import HEAD

PENALTY = """
[[penalty]]
id = "sum"
title = "Sum"
amount = 100
citation = "plan 1"

[[penalty.event]]
day = 2026-01-05
state = "due"
due = 2026-02-04
citation = "plan 1"
"""
PAID = """
[[penalty.event]]
day = 2026-01-20
state = "{state}"
citation = "receipt"
"""
PAY = """
[[commitment]]
id = "pay"
title = "Pay"
owed_by = "Atlas Foundry"
owed_to = "BIS"
citation = "plan 1"
within = {days = 30, after = "instrument"}
penalty = "sum"
"""


def made(*parts: str) -> Instrument:
    return read("plan.toml", "".join((HEAD, *parts)).encode())


def status(found: Instrument, on: date, done: dict[str, Done] | None = None) -> Status:
    (one,) = standings(found.promises(), done or {}, on)
    return one.status


@pytest.mark.parametrize("state", ["paid", "in_escrow", "waived"])
def test_a_payment_is_done_from_the_day_on_which_its_penalty_is_settled(state: str) -> None:
    found = made(PENALTY, PAID.format(state=state), PAY)
    assert Status.DUE is status(found, date(2026, 1, 19))
    assert Status.DONE is status(found, date(2026, 1, 20))
    assert Status.DONE is status(found, date(2026, 3, 1))


def test_it_is_overdue_while_its_penalty_is_and_no_mark_changes_that() -> None:
    found = made(PENALTY, PAY)
    assert Status.DUE is status(found, date(2026, 2, 4))
    assert Status.OVERDUE is status(found, date(2026, 2, 5))
    marked = {"pay": Done(date(2026, 1, 8), "Eva")}
    assert Status.OVERDUE is status(found, date(2026, 2, 5), marked)


def test_a_penalty_that_probation_waives_is_owed_no_more() -> None:
    probation = '[probation]\nsince = 2026-01-05\nuntil = 2026-06-30\ncitation = "plan 2"\n'
    kept_back = PENALTY.replace('"due"', '"suspended"').replace("amount", WAIVED)
    found = made(probation, kept_back, PAY)
    assert Status.OVERDUE is status(found, date(2026, 6, 30))
    assert Status.DONE is status(found, date(2026, 7, 1))


WAIVED = "waived_after_probation = true\namount"


@pytest.mark.parametrize(
    ("payment", "said"),
    [
        (PAY.replace('"sum"', '"other"'), r"plan.toml:31: .*'other' is no \[\[penalty\]\] here"),
        (
            PAY.replace("30", "31"),
            r"plan.toml:31: .*due by 2026-02-04, and this commitment by 2026",
        ),
        (PAY + "rhythm = {every = {days = 7}, count = 2}\n", r"plan.toml:31: .*again and again"),
    ],
)
def test_what_does_not_agree_is_refused_with_its_line(payment: str, said: str) -> None:
    with pytest.raises(InstrumentRefused, match=said):
        made(PENALTY, payment)


def test_a_mark_of_another_day_than_the_penaltys_is_refused() -> None:
    mark = {"pay": Done(date(2026, 1, 20), "Eva")}
    payments.against(made(PENALTY, PAID.format(state="paid"), PAY), mark)
    with pytest.raises(TermError, match=r"marked as done on 2026-01-20, says Eva.*--reopen"):
        payments.against(made(PENALTY, PAY), mark)
    later = {"pay": Done(date(2026, 1, 21), "Eva")}
    with pytest.raises(TermError, match=r"settled since 2026-01-20"):
        payments.against(made(PENALTY, PAID.format(state="paid"), PAY), later)


def test_a_probation_to_the_end_of_the_calendar_waives_nothing() -> None:
    probation = '[probation]\nsince = 2026-01-05\nuntil = 9999-12-31\ncitation = "plan 2"\n'
    kept_back = PENALTY.replace('"due"', '"suspended"').replace("amount", WAIVED)
    assert Status.OVERDUE is status(made(probation, kept_back, PAY), date(2027, 1, 1))
