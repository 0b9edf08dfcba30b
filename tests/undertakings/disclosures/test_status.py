from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from navicert.errors import LawNotCovered
from navicert.facts.disclosure import LaterAct
from navicert.undertakings.disclosures.case import Contact, Leave, NoDocuments, Notification
from navicert.undertakings.disclosures.status import bundles
from tests.undertakings.disclosures import cases
from tests.undertakings.disclosures.cases import (
    DUE,
    RECEIVED,
    asked,
    asking,
    edition,
    minor,
    states,
    status,
    told,
    whole,
)

NARRATIVE = "15 CFR 764.5(d)(2)(iii)"
REQUEST = "15 CFR 764.5(d)(2)(iv)(C)"


def due(day: date, *extensions: tuple[date, date | None]) -> date | None:
    clock = status(asking(*(asked(*one) for one in extensions)), day).clock
    return None if clock is None else clock.due.value


def test_the_narrative_is_due_180_days_after_receipt() -> None:
    assert DUE == due(RECEIVED)


def test_on_the_last_day_it_is_due_and_on_the_next_it_is_late() -> None:
    days = (DUE, DUE + timedelta(days=1))
    assert ["due", "late"] == [states(whole(), day)[NARRATIVE] for day in days]


@given(st.dates(date(2024, 9, 16), date(2100, 1, 1)))
def test_no_deadline_is_on_the_wrong_side(notified: date) -> None:
    last = notified + timedelta(days=180)
    case = replace(cases.received(notified), discovered=notified)
    days = (last, last + timedelta(days=1))
    assert ["due", "late"] == [states(case, day)[NARRATIVE] for day in days]


def test_time_that_was_asked_before_the_deadline_and_granted_moves_it() -> None:
    assert date(2026, 10, 30) == due(DUE, (DUE, date(2026, 10, 30)))


def test_a_request_after_the_deadline_moves_nothing_though_somebody_wrote_it_down_as_granted() -> (
    None
):
    late = DUE + timedelta(days=1)
    assert DUE == due(late, (late, date(2026, 10, 30)))
    assert ("late", REQUEST) in told(asking(asked(late, date(2026, 10, 30))), late)


def test_a_second_request_counts_from_the_extended_deadline() -> None:
    first = (date(2026, 8, 1), date(2026, 10, 30))
    second = (date(2026, 10, 15), date(2026, 12, 1))
    assert date(2026, 12, 1) == due(date(2026, 11, 1), first, second)


def test_what_came_later_than_the_day_is_not_known_on_it() -> None:
    assert DUE == due(date(2026, 7, 31), (date(2026, 8, 1), date(2026, 10, 30)))


def test_a_request_that_shows_too_little_names_what_it_lacks() -> None:
    bare = replace(asked(date(2026, 8, 1)), timeline="", needed=" ")
    points = status(asking(bare), date(2026, 8, 2)).points
    (point,) = [one for one in points if one.citation == "15 CFR 764.5(d)(2)(iv)(B)"]
    assert point.says.endswith("does not show: needed, timeline")


def test_a_narrative_in_time_is_done_and_a_late_one_risks_the_mitigation() -> None:
    day = date(2026, 12, 1)
    found = []
    for arrived in (DUE, DUE + timedelta(days=1)):
        case = whole()
        case = replace(case, narrative=replace(case.narrative, received=arrived))
        found.append(states(case, day)[NARRATIVE])
    assert ["done", "late"] == found


def test_no_extension_on_record_shortens_the_180_days() -> None:
    shorter = asking(asked(date(2026, 8, 1), date(2026, 8, 10)))
    clock = status(shorter, date(2026, 8, 20)).clock
    assert DUE == (clock and clock.due.value)


def test_without_a_notification_the_first_word_is_due() -> None:
    points = told(replace(whole(), notification=None), date(2026, 3, 4))
    assert ("due", "15 CFR 764.5(d)(1)") in points


def test_an_oral_notification_is_to_be_confirmed_in_writing() -> None:
    oral = Notification(received=RECEIVED, oral=True)
    assert ("due", "15 CFR 764.5(d)(2)(ii)") in told(replace(whole(), notification=oral), RECEIVED)


def test_the_review_is_to_reach_five_years_back_from_the_notification() -> None:
    found = status(whole(), RECEIVED).clock
    assert date(2021, 3, 5) == (found and found.review_from.value)
    case = whole()
    short = replace(case, narrative=replace(case.narrative, review_from=date(2021, 3, 6)))
    assert ("against", "15 CFR 764.5(d)(3)") in told(short, RECEIVED)


@pytest.mark.parametrize(
    ("key", "empty", "citation"),
    [
        ("who", " ", "764.5(d)(2)(i)"),
        ("what", "", "764.5(d)(2)(i)"),
        ("contact", Contact(name="Dana"), "764.5(d)(2)(i)"),
        ("person", (), "764.5(d)(3)(iii)"),
        ("item", (), "764.5(d)(3)(v)"),
        ("no_documents", NoDocuments(), "764.5(d)(4)(i)(A)"),
        ("attachment", (), "764.5(d)(4)(i)(B)"),
        ("attachment", (), "764.5(d)(4)(i)(C)"),
        ("certification", None, "764.5(d)(5)"),
    ],
)
def test_each_content_that_is_left_out_is_missing(key: str, empty: object, citation: str) -> None:
    day = date(2026, 10, 20)
    lacking = status(replace(whole(), **{key: empty}), day).contents
    assert citation in {one.citation.removeprefix("15 CFR ") for one in lacking if one.lacks}
    assert not [one for one in status(whole(), day).contents if one.lacks]


def test_a_case_of_no_items_says_why_and_never_both() -> None:
    day = date(2026, 10, 20)
    for items, why, lacks in (
        ((), "A false statement in a letter; no item is involved.", False),
        ((), "  ", True),
        (whole().item, "There are none.", True),
    ):
        contents = status(replace(whole(), item=items, no_items=why), day).contents
        (one,) = [one for one in contents if one.citation == "15 CFR 764.5(d)(3)(v)"]
        assert lacks == bool(one.lacks)


@pytest.mark.parametrize(
    ("key", "citation"),
    [
        ("kind_of_violation", "764.5(d)(3)(i)"),
        ("when_and_how", "764.5(d)(3)(ii)"),
        ("license_numbers", "764.5(d)(3)(iv)"),
        ("mitigating", "764.5(d)(3)(vi)"),
        ("review", "764.5(d)(3)"),
        ("measures", "764.5(d)(3)"),
    ],
)
def test_each_part_of_the_account_that_is_left_out_is_missing(key: str, citation: str) -> None:
    case = whole()
    less = replace(case, narrative=replace(case.narrative, **{key: ""}))
    lacking = [one for one in status(less, date(2026, 10, 20)).contents if one.lacks]
    assert [(key, f"15 CFR {citation}")] == [(one.key, one.citation) for one in lacking]


def test_a_minor_violation_needs_the_short_report_and_no_narrative() -> None:
    found = status(minor(), date(2026, 4, 10))
    assert (None, {"abbreviated"}) == (found.clock, {one.document for one in found.contents})
    assert ("due", "15 CFR 764.5(c)(3)") in told(minor(), date(2026, 4, 10))


def test_who_is_unsure_takes_the_way_of_a_significant_violation() -> None:
    found = status(replace(whole(), gravity=None), RECEIVED)
    assert {"notification", "narrative"} == {one.document for one in found.contents}


def test_a_full_report_that_the_director_asks_for_is_due_180_days_after() -> None:
    case = minor(full_narrative_requested=RECEIVED)
    found = status(case, date(2026, 4, 10)).clock
    assert DUE == (found and found.due.value)


def test_minor_cases_of_the_quarter_before_go_out_together() -> None:
    both = (minor("B"), minor("A"), minor("sent", abbreviated_received=date(2026, 4, 5)), whole())
    assert [("A", "B"), (), ()] == [
        tuple(sorted(bundles(both, edition(day))))
        for day in (date(2026, 4, 10), date(2026, 4, 1), date(2026, 7, 1))
    ]


def test_a_violation_that_runs_over_two_quarters_is_not_bundled() -> None:
    case = minor(happened_until=date(2026, 4, 1))
    assert () == bundles((case,), edition(date(2026, 7, 2)))


@pytest.mark.parametrize(
    ("leave", "state", "citation"),
    [
        (Leave(act=LaterAct.DEAL, items="x"), "barred", "764.5(g)(1)(i), (ii)"),
        (Leave(act=LaterAct.DEAL, items="x", granted=RECEIVED), "done", "764.5(g)(1)(i), (ii)"),
        (Leave(act=LaterAct.RETURN_TO_US, items="x"), "due", "764.5(g)(1)(iii)"),
        (
            Leave(act=LaterAct.RETURN_TO_US, items="x", notified=RECEIVED),
            "done",
            "764.5(g)(1)(iii)",
        ),
        (Leave(act=LaterAct.REEXPORT_OR_TRANSFER, items="x"), "barred", "764.5(g)(4)"),
        (Leave(act=LaterAct.AFTER_FILING_ERROR, items="x"), "due", "764.5(g)(5)"),
    ],
)
def test_what_may_be_done_with_the_items_meanwhile(leave: Leave, state: str, citation: str) -> None:
    points = status(replace(whole(), later_act=(leave,)), date(2026, 3, 6)).points
    (point,) = [one for one in points if "764.5(g)" in one.citation]
    assert state == point.standing
    assert citation in point.citation


def test_what_an_agency_knew_before_does_not_count() -> None:
    points = told(replace(whole(), known_before=True), RECEIVED)
    assert ("against", "15 CFR 764.5(b)(1), (3), (5)") in points


def test_a_closed_case_is_open_no_more() -> None:
    day = date(2027, 1, 1)
    assert (True, False) == (
        status(whole(), day).is_open,
        status(replace(whole(), closed=date(2026, 12, 1)), day).is_open,
    )


def test_before_the_rule_of_2024_nothing_is_answered() -> None:
    with pytest.raises(LawNotCovered, match="nobody verified it for 2024-09-15"):
        status(whole(), date(2024, 9, 15))
