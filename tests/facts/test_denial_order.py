from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.denial_order import (
    Authorization,
    DenialOrder,
    OrderEvent,
    OrderEventKind,
    OrderState,
)

ACTIVE, SUSPENDED = OrderState.ACTIVE, OrderState.SUSPENDED
FIRST = date(2018, 1, 1)
AFTER = {
    OrderEventKind.ISSUED: OrderState.ACTIVE,
    OrderEventKind.SUSPENDED: OrderState.SUSPENDED,
    OrderEventKind.ACTIVATED: OrderState.ACTIVE,
    OrderEventKind.TERMINATED: OrderState.TERMINATED,
    OrderEventKind.EXPIRED: OrderState.EXPIRED,
}
EVENTS = st.builds(
    OrderEvent,
    day=st.dates(date(2017, 1, 1), date(2019, 12, 31)),
    kind=st.sampled_from(list(OrderEventKind)),
    citation=st.just("83 FR 1"),
    end=st.none() | st.dates(date(2018, 1, 1), date(2020, 12, 31)),
)
DAYS = st.dates(date(2016, 12, 1), date(2021, 1, 31))


def event(day: date, kind: str, end: date | None = None, citation: str = "") -> OrderEvent:
    return OrderEvent(day, OrderEventKind(kind), citation or f"order of {day}", end)


def order(*events: OrderEvent) -> DenialOrder:
    return DenialOrder("R", (("Castor Works",),), events)


@given(st.lists(EVENTS, max_size=8), DAYS)
def test_for_every_sequence_the_last_event_that_makes_a_state_gives_it(
    events: list[OrderEvent], day: date
) -> None:
    made, ends = OrderState.NONE, []
    for one in sorted(events, key=lambda e: e.day):  # stable: ties keep the order they came in
        if one.day <= day:
            made = AFTER.get(one.kind, made)
            ends += [one.end] if one.end else []
    over = made in {ACTIVE, SUSPENDED} and bool(ends) and day > ends[-1]
    assert (OrderState.EXPIRED if over else made) is order(*events).state_on(day)


@given(st.lists(EVENTS, max_size=8), DAYS)
def test_what_happens_later_never_changes_an_earlier_day(
    events: list[OrderEvent], day: date
) -> None:
    known = [one for one in events if one.day <= day]
    assert order(*known).state_on(day) is order(*events).state_on(day)
    assert order(*known).end_on(day) == order(*events).end_on(day)
    assert order(*known).citation_on(day) == order(*events).citation_on(day)


@given(st.permutations([event(FIRST + timedelta(days=n), "issued") for n in range(5)]))
def test_events_are_told_oldest_first_however_they_came(events: list[OrderEvent]) -> None:
    told = order(*events).events_until(date(2018, 1, 4))
    assert [FIRST + timedelta(days=n) for n in range(4)] == [one.day for one in told]


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        (("issued", "suspended"), OrderState.SUSPENDED),
        (("suspended", "activated"), OrderState.ACTIVE),
        (("activated", "terminated"), OrderState.TERMINATED),
        (("terminated", "activated"), OrderState.ACTIVE),
        (("issued", "modified"), OrderState.ACTIVE),
        (("suspended", "carved_out"), OrderState.SUSPENDED),
    ],
)
def test_of_two_events_on_one_day_the_later_told_counts(
    kinds: tuple[str, str], state: OrderState
) -> None:
    assert state is order(*(event(FIRST, kind) for kind in kinds)).state_on(FIRST)


@pytest.mark.parametrize("kind", ["modified", "carved_out"])
def test_a_modification_alone_makes_no_order(kind: str) -> None:
    assert OrderState.NONE is order(event(FIRST, kind)).state_on(FIRST)


def test_the_day_of_the_stated_end_still_belongs_to_the_order() -> None:
    one = order(event(FIRST, "issued", end=date(2025, 3, 13)))
    assert OrderState.NONE is one.state_on(date(2017, 12, 31))
    assert OrderState.ACTIVE is one.state_on(date(2025, 3, 13))
    assert OrderState.EXPIRED is one.state_on(date(2025, 3, 14))


def test_a_terminated_order_does_not_expire_on_its_end() -> None:
    one = order(event(FIRST, "issued", date(2025, 3, 13)), event(date(2018, 7, 13), "terminated"))
    assert OrderState.TERMINATED is one.state_on(date(2025, 3, 14))


def test_an_order_without_a_stated_end_never_expires_by_itself() -> None:
    assert OrderState.ACTIVE is order(event(FIRST, "issued")).state_on(date(2099, 1, 1))


def test_a_later_end_takes_the_place_of_the_first_from_its_day_on() -> None:
    one = order(
        event(FIRST, "issued", date(2020, 1, 1)), event(date(2019, 1, 1), "modified", FIRST)
    )
    assert date(2020, 1, 1) == one.end_on(date(2018, 12, 31))
    assert date(2018, 1, 1) == one.end_on(date(2019, 1, 1))
    assert OrderState.EXPIRED is one.state_on(date(2019, 1, 1))


def test_an_authorization_counts_on_both_of_its_days_and_on_none_beside_them() -> None:
    permit = Authorization(date(2018, 7, 2), date(2018, 8, 1), "764.3(a)(2)")
    carved = OrderEvent(date(2018, 7, 2), OrderEventKind.CARVED_OUT, "x", authorization=permit)
    one = order(event(FIRST, "issued"), carved)
    held = [bool(one.authorizations_on(day)) for day in DAYS_AROUND]
    assert [False, True, True, False] == held


DAYS_AROUND = (date(2018, 7, 1), date(2018, 7, 2), date(2018, 8, 1), date(2018, 8, 2))


def test_an_authorization_is_not_known_before_its_event() -> None:
    permit = Authorization(FIRST, date(2018, 8, 1), "764.3(a)(2)")
    carved = OrderEvent(date(2018, 7, 2), OrderEventKind.CARVED_OUT, "x", authorization=permit)
    assert () == order(event(FIRST, "issued"), carved).authorizations_on(date(2018, 7, 1))


def test_the_citation_is_that_of_the_event_that_made_the_state() -> None:
    one = order(
        event(FIRST, "suspended", citation="83 FR 1"),
        event(date(2018, 4, 15), "activated", citation="83 FR 17644"),
        event(date(2018, 5, 1), "modified", citation="83 FR 9"),
    )
    assert "" == one.citation_on(date(2017, 1, 1))
    assert "83 FR 1" == one.citation_on(date(2018, 4, 14))
    assert "83 FR 17644" == one.citation_on(date(2018, 5, 2))
