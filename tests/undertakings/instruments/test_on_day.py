"""The ZTE settlements on each day that matters; expected values stand in spec and orders."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from navicert.facts.denial_order import OrderState
from navicert.law.edition import standard_law
from navicert.parties.lists.house.reader import read as read_orders
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.on_day import OnDay, on_day
from navicert.undertakings.instruments.reader import read

ZTE = Path(__file__).resolve().parents[3] / "examples" / "zte"
NONE, ACTIVE, SUSPENDED = OrderState.NONE, OrderState.ACTIVE, OrderState.SUSPENDED
TERMINATED, EXPIRED = OrderState.TERMINATED, OrderState.EXPIRED
CLAUSES = ["First", "First.A", "First.B", "First.C"]
CLAUSES += ["Second.A", "Second.B", "Second.C", "Second.D", "Second.E"]


def settlements() -> tuple[Instrument, ...]:
    paths = (ZTE / "settlement-2017.toml", ZTE / "settlement-2018.toml")
    return tuple(read(path.name, path.read_bytes()) for path in paths)


def at(day: str) -> OnDay:
    return on_day(settlements(), standard_law().open_at(date.fromisoformat(day)))


@pytest.mark.parametrize(
    ("day", "old", "new", "sums"),
    [
        ("2016-03-10", NONE, NONE, ("none", "none", "none", "none")),
        ("2017-03-22", NONE, NONE, ("none", "none", "none", "none")),
        ("2017-03-23", SUSPENDED, NONE, ("not_known", "suspended", "none", "none")),
        ("2017-06-01", SUSPENDED, NONE, ("not_known", "suspended", "none", "none")),
        ("2018-04-14", SUSPENDED, NONE, ("not_known", "suspended", "none", "none")),
        ("2018-04-15", ACTIVE, NONE, ("not_known", "due", "none", "none")),
        ("2018-05-14", ACTIVE, NONE, ("not_known", "due", "none", "none")),
        ("2018-06-08", ACTIVE, SUSPENDED, ("paid", "not_known", "due", "suspended")),
        ("2018-07-02", ACTIVE, SUSPENDED, ("paid", "not_known", "due", "suspended")),
        ("2018-07-10", ACTIVE, SUSPENDED, ("paid", "not_known", "due", "suspended")),
        ("2018-07-13", TERMINATED, SUSPENDED, ("paid", "not_known", "paid", "in_escrow")),
        ("2018-08-01", TERMINATED, SUSPENDED, ("paid", "not_known", "paid", "in_escrow")),
        ("2018-08-02", TERMINATED, SUSPENDED, ("paid", "not_known", "paid", "in_escrow")),
        ("2025-03-13", TERMINATED, SUSPENDED, ("paid", "not_known", "paid", "in_escrow")),
        ("2025-03-14", TERMINATED, SUSPENDED, ("paid", "not_known", "paid", "in_escrow")),
        ("2028-06-08", TERMINATED, SUSPENDED, ("paid", "not_known", "paid", "in_escrow")),
        ("2028-06-09", TERMINATED, EXPIRED, ("paid", "not_known", "paid", "waived")),
    ],
)
def test_each_sanction_has_its_state_on_each_day(
    day: str, old: OrderState, new: OrderState, sums: tuple[str, ...]
) -> None:
    found = at(day)
    assert [old, new] == [one.state for one in found.denials]
    assert list(sums) == [one.now.state.value for one in found.sums]


@pytest.mark.parametrize("day", ["2018-04-15", "2018-05-14", "2018-07-10", "2018-07-12"])
def test_an_active_denial_bars_by_every_clause_of_the_standard_terms(day: str) -> None:
    old, _ = at(day).denials
    assert CLAUSES == list(dict.fromkeys(clause.id for clause in old.clauses))
    assert all("Supp. 1 to 764" in clause.citation for clause in old.clauses)
    assert date(2025, 3, 13) == old.end
    assert () == old.doubts


@pytest.mark.parametrize("day", ["2016-03-10", "2017-06-01", "2018-04-14", "2018-07-13"])
def test_what_is_not_active_bars_nothing_and_carves_out_nothing(day: str) -> None:
    found = at(day)
    assert not found.bars
    assert [((), ())] * 2 == [(one.clauses, one.permits) for one in found.denials]


@pytest.mark.parametrize(
    ("day", "permits"),
    [("2018-07-01", 0), ("2018-07-02", 1), ("2018-07-12", 1), ("2018-07-13", 0), ("2018-08-02", 0)],
)
def test_the_authorization_of_july_carves_out_while_the_denial_is_active(
    day: str, permits: int
) -> None:
    old, _ = at(day).denials
    assert permits == len(old.permits)
    assert all(one.until == date(2018, 8, 1) for one in old.permits)
    assert all(one.excluded_groups == {"E:1", "E:2"} for one in old.permits)


def test_a_suspended_sanction_says_what_may_move_it() -> None:
    old, _ = at("2017-06-01").denials
    assert "766.17(c)" in old.moves[0].citation
    assert "after notice and an opportunity to respond" in old.moves[0].what
    suspended = at("2017-06-01").sums[1]
    assert ["due, or forfeited", "waived after 2024-03-23"] == [
        suspended.moves[0].what[:17],
        suspended.moves[1].what[:23],
    ]


def test_the_orders_are_those_that_the_replay_asks_on_every_day() -> None:
    path = ZTE / "orders.toml"
    orders = read_orders(path.name, path.read_text(encoding="utf-8")).orders
    ours = [one for found in settlements() for one in found.denial_orders]
    assert list(orders) == ours
    first = date(2016, 1, 1)
    days = [first + timedelta(days=7 * week) for week in range(700)]
    assert [[o.state_on(day) for o in orders] for day in days] == [
        [o.state_on(day) for o in ours] for day in days
    ]


def test_the_parts_of_2018_are_its_total() -> None:
    sums = {one.penalty.id: one.penalty.sum.amount for one in at("2018-06-08").sums}
    total = sums["not-suspended"] + sums["to-pay"] + sums["escrow"]
    assert 1_761_000_000 == total
    assert 661_000_000 == sums["not-suspended"] + sums["suspended"]


def test_a_payment_that_is_not_on_record_is_overdue_after_its_last_day() -> None:
    _, new = settlements()
    text = (ZTE / "settlement-2018.toml").read_text(encoding="utf-8")
    head, event, tail = text.partition('\n[[penalty.event]]\nday = 2018-07-13\nstate = "paid"')
    assert event
    unpaid = read("unpaid.toml", (head + tail.partition('the payment"\n')[2]).encode())
    assert new.penalties[0].sum == unpaid.penalties[0].sum
    law = standard_law()
    (on_the_day, *_) = on_day([unpaid], law.open_at(date(2018, 8, 7))).sums
    (after, *_) = on_day([unpaid], law.open_at(date(2018, 8, 8))).sums
    assert [False, True] == [on_the_day.is_overdue, after.is_overdue]


def test_a_violation_on_record_keeps_the_probation_from_waiving_by_itself() -> None:
    text = (ZTE / "settlement-2018.toml").read_text(encoding="utf-8")
    event = '\n[[event]]\nid = "x"\ntitle = "x"\nday = 2020-01-01\nkind = "violation"\n'
    violated = read("x.toml", (text + event + 'citation = "x"\n').encode())
    (_, escrow) = on_day([violated], standard_law().open_at(date(2028, 6, 9))).sums
    assert "not_known" == escrow.now.state.value


def test_terms_of_its_own_and_a_missing_notice_are_doubts() -> None:
    text = (ZTE / "settlement-2017.toml").read_text(encoding="utf-8")
    bare = text.replace('kind = "notice"', 'kind = "milestone"')
    own = bare.replace("standard_terms = true", "standard_terms = false")
    (denial,) = on_day(
        [read("x.toml", own.encode())], standard_law().open_at(date(2018, 5, 1))
    ).denials
    assert () == denial.clauses
    assert ["read the order itself", "766.17(c)"] == [
        denial.doubts[0][-21:],
        denial.doubts[1][-10:-1],
    ]
