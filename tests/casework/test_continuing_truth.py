from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from navicert.casework import disclosures
from navicert.casework.alarms import ALARM
from navicert.casework.certify_ports import CertifyDesk, ToDisclose
from navicert.casework.continuing_truth import recheck, standing
from navicert.casework.disclosures import KIND as DISCLOSURE
from navicert.casework.ports import Desk
from navicert.casework.sign_letter import sign_letter
from navicert.undertakings.checks.result import Verdict
from tests.casework.certifying import ALL, LETTER, TWO, add, proved_desk


@pytest.fixture
def at(home: Path) -> Iterator[CertifyDesk]:
    found = proved_desk(home)
    with found.desk:
        for name in ("Ana", "Bo"):
            sign_letter(LETTER, name, None, found)
        yield found


def kinds(at: CertifyDesk) -> list[str]:
    return [one.kind for one in at.desk.records.of_kinds((ALARM, DISCLOSURE))]


def test_a_certification_that_still_holds_is_quiet(at: CertifyDesk) -> None:
    (truth,) = recheck(at)
    assert ((), ()) == (truth.alarms, truth.fresh)
    assert [] == kinds(at)


def test_a_statement_that_is_no_longer_true_rings_once_and_opens_a_disclosure(
    at: CertifyDesk,
) -> None:
    add(at, "letters", TWO, date(2018, 4, 5))
    (truth,) = recheck(at)
    (alarm,) = truth.fresh
    assert (Verdict.FAILED, ("2 Bo",), 1) == (alarm.verdict, alarm.named, alarm.count)
    (change,) = alarm.changes
    assert ("letters", date(2018, 4, 1), date(2018, 4, 5)) == (
        change.table,
        change.signed_day,
        change.day,
    )
    assert [DISCLOSURE, ALARM] == kinds(at)
    (case,) = disclosures.recorded(at.desk.records).values()
    assert ("letter-1-2018-04-10", date(2018, 4, 10)) == (case.id, case.discovered)
    assert ("Acme", case.id) == (case.who, alarm.case)
    assert "contradicts it in 1 row(s) (id, name): 2, Bo" in case.what
    assert "15 CFR 764.2(g)(2), 15 CFR 764.5" in case.what
    (again,) = recheck(at)
    assert (1, ()) == (len(again.alarms), again.fresh)
    assert [DISCLOSURE, ALARM] == kinds(at)


def test_another_contradiction_rings_again_and_is_added_to_the_open_case(at: CertifyDesk) -> None:
    add(at, "letters", TWO, date(2018, 4, 5))
    recheck(at)
    add(at, "letters", b"id,dated\n", date(2018, 4, 6))
    (truth,) = recheck(at)
    assert ("1 Ana", "2 Bo", "3 Cid") == truth.fresh[0].named
    add(at, "letters", ALL, date(2018, 4, 7))
    (truth,) = recheck(at)
    assert () == truth.alarms
    assert [DISCLOSURE, ALARM, DISCLOSURE, ALARM, ALARM] == kinds(at)
    (case,) = disclosures.recorded(at.desk.records).values()
    assert "in 1 row(s) (id, name): 2, Bo" in case.what
    assert "in 3 row(s) (id, name): 1, Ana; 2, Bo; 3, Cid" in case.what


def test_past_alarms_stay_in_sight_and_the_same_one_rings_anew_after_a_correction(
    at: CertifyDesk,
) -> None:
    add(at, "letters", TWO, date(2018, 4, 5))
    recheck(at)
    add(at, "letters", ALL, date(2018, 4, 6))
    (truth,) = recheck(at)
    (past,) = truth.past
    assert ((), ("2 Bo",), True) == (truth.alarms, past.alarm.named, past.proved_again)
    assert (past,) == standing(at)[0].past
    add(at, "letters", TWO, date(2018, 4, 7))
    (truth,) = recheck(at)
    assert (1, 1, 1) == (len(truth.alarms), len(truth.fresh), len(truth.past))
    assert past.alarm.case == truth.fresh[0].case


def test_what_is_found_after_its_case_was_closed_opens_another(at: CertifyDesk) -> None:
    add(at, "letters", TWO, date(2018, 4, 5))
    recheck(at)
    (case,) = disclosures.recorded(at.desk.records).values()
    disclosures.record(structs.replace(case, closed=date(2018, 4, 10)), at.desk)
    add(at, "letters", b"id,dated\n", date(2018, 4, 6))
    (truth,) = recheck(at)
    assert "letter-1-2018-04-10-2" == truth.fresh[0].case
    assert ["letter-1-2018-04-10", "letter-1-2018-04-10-2"] == sorted(
        disclosures.recorded(at.desk.records)
    )


def test_a_statement_that_can_no_longer_be_decided_rings_and_discloses_nothing(
    at: CertifyDesk,
) -> None:
    add(at, "letters", b"id,written\n1,2018-03-08\n", date(2018, 4, 5))
    (truth,) = recheck(at)
    (alarm,) = truth.fresh
    assert (Verdict.ERRORED, False) == (alarm.verdict, alarm.is_false)
    assert "'dated' of letters is missing" in alarm.reasons[0]
    assert [ALARM] == kinds(at)


def test_evidence_of_an_earlier_day_changes_nothing(at: CertifyDesk) -> None:
    add(at, "letters", TWO, date(2018, 3, 1))
    assert () == recheck(at)[0].alarms


def test_a_letter_that_one_person_signed_represents_nothing_yet(home: Path) -> None:
    at = proved_desk(home)
    with at.desk:
        sign_letter(LETTER, "Ana", None, at)
        assert () == standing(at)


def test_disclosures_are_opened_where_the_desk_says(at: CertifyDesk) -> None:
    opened: list[ToDisclose] = []

    class Elsewhere:
        def open(self, found: ToDisclose, desk: Desk) -> str:
            assert desk is at.desk
            opened.append(found)
            return "elsewhere-1"

    add(at, "letters", TWO, date(2018, 4, 5))
    (truth,) = recheck(replace(at, disclosures=Elsewhere()))
    assert ["elsewhere-1"] == [one.case for one in truth.alarms]
    assert ["Each of the three has a letter dated by 2018-03-31."] == [
        one.statement for one in opened
    ]
    assert [ALARM] == kinds(at)
