from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navicert.errors import LawNotCovered
from navicert.facts.disclosure import Disclosure, Gravity, LaterAct
from navicert.law.edition import standard_law
from navicert.rules.duties.answer import Answer
from navicert.rules.duties.disclosure import (
    Lateness,
    Leave,
    Mitigation,
    Procedure,
    aggravates,
    barred,
    counts,
    extension_considered,
    in_time,
    lateness,
    leave_for,
    narrative_due,
    procedure,
    resolution_days,
    review_from,
)
from navicert.terms.truth import Truth

EDITION = standard_law().open_at(date(2026, 7, 30))
NOTIFIED = Disclosure(gravity=Gravity.SIGNIFICANT, notified=date(2026, 1, 1))
DUE = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("gravity", "quarter", "way"),
    [
        (Gravity.MINOR, Truth.YES, Procedure.BUNDLED),
        (Gravity.MINOR, Truth.NO, Procedure.ABBREVIATED),
        (Gravity.MINOR, Truth.UNKNOWN, Procedure.ABBREVIATED),
        (Gravity.SIGNIFICANT, Truth.YES, Procedure.FULL),
        (None, Truth.YES, Procedure.FULL),
    ],
)
def test_who_is_unsure_takes_the_long_way(
    gravity: Gravity | None, quarter: Truth, way: Procedure
) -> None:
    said = Disclosure(gravity=gravity, within_one_quarter=quarter)
    assert way is procedure(said, EDITION).value


def test_the_procedure_is_that_of_16_september_2024() -> None:
    assert Procedure.FULL is procedure(NOTIFIED, standard_law().open_at(date(2024, 9, 16))).value
    with pytest.raises(LawNotCovered, match="89 FR 75482"):
        procedure(NOTIFIED, standard_law().open_at(date(2024, 9, 15)))


@pytest.mark.parametrize(
    ("gravity", "days"), [(Gravity.MINOR, 60), (Gravity.SIGNIFICANT, None), (None, None)]
)
def test_minor_cases_are_resolved_in_sixty_days(gravity: Gravity | None, days: int | None) -> None:
    assert days == resolution_days(Disclosure(gravity=gravity), EDITION).value


@pytest.mark.parametrize(
    ("known", "management", "boycott", "value"),
    [
        (Truth.NO, Truth.YES, Truth.NO, Truth.YES),
        (Truth.YES, Truth.YES, Truth.NO, Truth.NO),
        (Truth.NO, Truth.NO, Truth.NO, Truth.NO),
        (Truth.NO, Truth.YES, Truth.YES, Truth.NO),
        (Truth.UNKNOWN, Truth.YES, Truth.NO, Truth.UNKNOWN),
        (Truth.YES, Truth.UNKNOWN, Truth.NO, Truth.NO),
    ],
)
def test_what_counts_as_a_disclosure(
    known: Truth, management: Truth, boycott: Truth, value: Truth
) -> None:
    said = Disclosure(known_before=known, authorized_by_management=management, boycott=boycott)
    assert value is counts(said).value


def test_the_narrative_is_due_180_days_after_receipt() -> None:
    assert DUE == narrative_due(NOTIFIED, EDITION).value
    assert narrative_due(Disclosure(), EDITION).value is None
    extended = replace(NOTIFIED, extended_until=date(2026, 9, 1))
    assert date(2026, 9, 1) == narrative_due(extended, EDITION).value


def test_the_review_reaches_five_years_back() -> None:
    assert date(2021, 1, 1) == review_from(NOTIFIED, EDITION).value
    assert review_from(Disclosure(), EDITION).value is None
    leap = replace(NOTIFIED, notified=date(2028, 2, 29))
    assert date(2023, 2, 28) == review_from(leap, EDITION).value


@pytest.mark.parametrize(
    ("day", "value"),
    [(DUE, Truth.YES), (date(2026, 7, 1), Truth.NO), (None, Truth.UNKNOWN)],
)
def test_deadlines_include_their_day(day: date | None, value: Truth) -> None:
    asked = replace(NOTIFIED, extension_requested=day)
    assert value is extension_considered(asked, EDITION).value
    received = replace(NOTIFIED, narrative_received=day)
    assert value is in_time(received, EDITION).value


def test_without_a_notification_no_deadline_is_known() -> None:
    unsaid = Disclosure(extension_requested=DUE, narrative_received=DUE)
    assert Truth.UNKNOWN is extension_considered(unsaid, EDITION).value
    assert Truth.UNKNOWN is in_time(unsaid, EDITION).value


@pytest.mark.parametrize(
    ("late", "mitigation"),
    [
        (Truth.YES, Mitigation.AT_RISK),
        (Truth.UNKNOWN, Mitigation.AT_RISK),
        (Truth.NO, Mitigation.KEPT),
    ],
)
def test_lateness_is_no_violation_but_may_cost(late: Truth, mitigation: Mitigation) -> None:
    follows = lateness(late).value
    assert (False, mitigation) == (follows.additional_violation, follows.mitigation)


@pytest.mark.parametrize(
    ("gravity", "decided", "value"),
    [
        (Gravity.SIGNIFICANT, Truth.YES, Truth.YES),
        (Gravity.SIGNIFICANT, Truth.NO, Truth.NO),
        (Gravity.MINOR, Truth.YES, Truth.NO),
        (None, Truth.YES, Truth.UNKNOWN),
    ],
)
def test_keeping_quiet_about_a_significant_violation_aggravates(
    gravity: Gravity | None, decided: Truth, value: Truth
) -> None:
    said = Disclosure(gravity=gravity, decided_not_to_disclose=decided)
    assert value is aggravates(said).value


@pytest.mark.parametrize(
    ("act", "permission", "notice"),
    [
        (LaterAct.DEAL, True, True),
        (LaterAct.REEXPORT_OR_TRANSFER, True, True),
        (LaterAct.RETURN_TO_US, False, True),
        (LaterAct.AFTER_FILING_ERROR, False, True),
        (LaterAct.AFTER_RETURN, False, False),
    ],
)
def test_which_acts_need_leave(act: LaterAct, permission: bool, notice: bool) -> None:
    leave = leave_for(act).value
    assert (permission, notice) == (leave.permission_needed, leave.notice_to_oee)
    assert (Truth.YES if permission else Truth.NO) is barred(act, Truth.NO).value
    assert Truth.NO is barred(act, Truth.YES).value


def test_without_a_word_about_permission_the_bar_is_open() -> None:
    assert Truth.UNKNOWN is barred(LaterAct.DEAL, Truth.UNKNOWN).value
    assert "764.2(e)" in barred(LaterAct.DEAL, Truth.NO).citation


@pytest.mark.parametrize(
    ("said", "citation", "plain"),
    [
        (
            NOTIFIED,
            "15 CFR 764.5(d)(1)",
            "initial notification as soon as possible + full narrative",
        ),
        (
            Disclosure(gravity=Gravity.MINOR, within_one_quarter=Truth.YES),
            "15 CFR 764.5(c)(3)",
            "one abbreviated narrative, bundled quarterly",
        ),
        (Disclosure(gravity=Gravity.MINOR), "15 CFR 764.5(c)(2)", "abbreviated narrative"),
    ],
)
def test_each_procedure_stands_in_its_paragraph(
    said: Disclosure, citation: str, plain: str
) -> None:
    assert Answer(Procedure(plain), citation, plain) == procedure(said, EDITION)


def test_each_answer_on_a_disclosure_names_its_paragraph() -> None:
    minor = Disclosure(gravity=Gravity.MINOR)
    said = "generally resolved within 60 days"
    assert Answer(60, "15 CFR 764.5(e)(1)", said) == resolution_days(minor, EDITION)
    said = "investigated as quickly as the facts permit"
    assert Answer(None, "15 CFR 764.5(e)(2)", said) == resolution_days(NOTIFIED, EDITION)
    good = Disclosure(known_before=Truth.NO, authorized_by_management=Truth.YES, boycott=Truth.NO)
    expected = Answer(Truth.YES, "15 CFR 764.5(b)(1), (3), (5)", "counts as a disclosure: yes")
    assert expected == counts(good)
    quiet = replace(NOTIFIED, decided_not_to_disclose=Truth.YES)
    assert Answer(Truth.YES, "15 CFR 764.5(a)", "aggravating: yes") == aggravates(quiet)


def test_each_answer_on_deadlines_names_its_paragraph() -> None:
    said = "the narrative must be received by 2026-06-30"
    assert Answer(DUE, "15 CFR 764.5(d)(2)(iii)", said) == narrative_due(NOTIFIED, EDITION)
    said = "review the exports since 2021-01-01"
    assert Answer(date(2021, 1, 1), "15 CFR 764.5(d)(3)", said) == review_from(NOTIFIED, EDITION)
    asked = replace(NOTIFIED, extension_requested=DUE, narrative_received=DUE)
    said = "asked on 2026-06-30, due on 2026-06-30"
    expected = Answer(Truth.YES, "15 CFR 764.5(d)(2)(iv)(C)", said)
    assert expected == extension_considered(asked, EDITION)
    said = "received on 2026-06-30, due on 2026-06-30"
    assert Answer(Truth.YES, "15 CFR 764.5(d)(2)(iii)", said) == in_time(asked, EDITION)
    follows = Lateness(additional_violation=False, mitigation=Mitigation.AT_RISK)
    said = "no additional violation; mitigation may be reduced or eliminated"
    assert Answer(follows, "15 CFR 764.5(d)(2)(iii)", said) == lateness(Truth.YES)


def test_an_extended_deadline_may_be_extended_once_more_before_it_has_passed() -> None:
    extended = replace(
        NOTIFIED, extended_until=date(2026, 9, 1), extension_requested=date(2026, 9, 1)
    )
    assert Truth.YES is extension_considered(extended, EDITION).value
    late = replace(extended, extension_requested=date(2026, 9, 2))
    assert Truth.NO is extension_considered(late, EDITION).value


@pytest.mark.parametrize(
    ("act", "citation", "plain"),
    [
        (
            LaterAct.DEAL,
            "15 CFR 764.5(g)(1)(i), (ii)",
            "permission of BIS, notice to OEE",
        ),
        (
            LaterAct.RETURN_TO_US,
            "15 CFR 764.5(g)(1)(iii)",
            "no permission, notice to OEE",
        ),
        (
            LaterAct.REEXPORT_OR_TRANSFER,
            "15 CFR 764.5(g)(4)",
            "permission of BIS, notice to OEE",
        ),
        (LaterAct.AFTER_FILING_ERROR, "15 CFR 764.5(g)(5)", "no permission, notice to OEE"),
        (LaterAct.AFTER_RETURN, "15 CFR 764.5(g)(1)(iii)", "no permission, no notice"),
    ],
)
def test_each_later_act_stands_in_its_paragraph(act: LaterAct, citation: str, plain: str) -> None:
    permission, notice = "no permission" not in plain, "no notice" not in plain
    leave = Leave(permission_needed=permission, notice_to_oee=notice, rule="764.2(e)")
    assert Answer(leave, citation, plain) == leave_for(act)
    bar = Truth.YES if permission else Truth.NO
    assert Answer(bar, f"{citation}; 15 CFR 764.2(e)", plain) == barred(act, Truth.NO)
