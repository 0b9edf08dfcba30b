from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from navicert.errors import LawNotCovered, UnreadableFile
from navicert.facts.disclosure import LaterAct
from navicert.undertakings.disclosures.case import Case, Leave
from navicert.undertakings.disclosures.requests import (
    Asks,
    checklist,
    paper_of,
    reasons_against,
    request_of,
)
from tests.undertakings.disclosures.cases import DUE, asked, asking, edition, states, whole

DRAFTED = replace(asked(DUE), requested=None)
DEAL = Leave(
    act=LaterAct.DEAL,
    items="24 PT-40",
    parties="Desert Flow Trading LLC, Dubai",
    activities="Storing and servicing them until they are returned.",
    end_use="None: kept in the warehouse.",
    copy="memorandum.txt",
)


def dealing(**changes: object) -> Case:
    return replace(whole(), later_act=(replace(DEAL, **changes),))


def reasons(case: Case, asks: Asks, day: date) -> tuple[str, ...]:
    return reasons_against(request_of(case, asks), edition(day))


@pytest.mark.parametrize(
    "key", ["began_promptly", "expeditious", "needed", "interim_measures", "timeline", "contact"]
)
def test_a_request_for_time_shows_each_of_the_six(key: str) -> None:
    """764.5(d)(2)(iv)(B): four things to show, a timeline, and a contact person."""
    assert () == reasons(asking(DRAFTED), Asks.EXTENSION, DUE)
    (one,) = reasons(asking(replace(DRAFTED, **{key: " "})), Asks.EXTENSION, DUE)
    assert one.endswith("(15 CFR 764.5(d)(2)(iv)(B))")


def test_a_request_for_time_after_the_deadline_is_not_considered() -> None:
    case = asking(DRAFTED)
    (late,) = reasons(case, Asks.EXTENSION, date(2026, 9, 2))
    assert "the deadline was 2026-09-01: it will not be considered" in late
    granted = asking(asked(date(2026, 8, 1), date(2026, 10, 30)), DRAFTED)
    assert () == reasons(granted, Asks.EXTENSION, date(2026, 10, 30))
    paper = paper_of(request_of(granted, Asks.EXTENSION), edition(date(2026, 9, 2)), draft=False)
    assert paper["opening"].startswith(
        "Borealis Instruments, Inc. refers to the voluntary self-disclosure VSD-2026-01, of which "
        "your Office received the initial notification on March 5, 2026. The narrative account is "
        "due on October 30, 2026"
    )
    (unsaid,) = reasons(replace(case, notification=None), Asks.EXTENSION, DUE)
    assert "no deadline runs" in unsaid


def test_a_request_that_is_written_and_not_sent_moves_nothing_and_is_due() -> None:
    case = asking(replace(DRAFTED, granted_until=date(2026, 10, 30)))
    assert "late" == states(case, date(2026, 9, 2))["15 CFR 764.5(d)(2)(iii)"]
    assert "due" == states(asking(DRAFTED), DUE)["15 CFR 764.5(d)(2)(iv)(C)"]


@pytest.mark.parametrize("key", ["parties", "activities", "end_use", "copy"])
def test_a_request_for_permission_says_what_its_paragraph_asks_for(key: str) -> None:
    assert () == reasons(dealing(), Asks.PERMISSION, DUE)
    (one,) = reasons(dealing(**{key: ""}), Asks.PERMISSION, DUE)
    assert one.endswith("(15 CFR 764.5(g)(2))")


def test_the_facts_of_the_case_are_asked_for_too() -> None:
    case = replace(dealing(), item=(), contact=replace(whole().contact, email=""))
    found = reasons(case, Asks.PERMISSION, DUE)
    assert ["no item is named", "not said: email"] == [one.split(": ", 1)[1].rsplit(" (", 1)[0] for one in found]  # noqa: E501 # fmt: skip


def test_a_reexport_names_the_exception_or_goes_by_an_application() -> None:
    case = dealing(act=LaterAct.REEXPORT_OR_TRANSFER)
    (one,) = reasons(case, Asks.PERMISSION, DUE)
    assert "apply for a license under part 748 (15 CFR 764.5(g)(4))" in one
    said = dealing(act=LaterAct.REEXPORT_OR_TRANSFER, authorization="License Exception RPL")
    assert () == reasons(said, Asks.PERMISSION, DUE)


def test_the_letters_go_where_the_paragraphs_say() -> None:
    permission = paper_of(request_of(dealing(), Asks.PERMISSION), edition(DUE), draft=False)
    assert "Director, Office of Exporter Services" == permission["to"][0]
    assert ("emcd@bis.doc.gov", "bis_vsd_intake@bis.doc.gov") == (
        permission["by_email"],
        permission["copy"],
    )
    time = paper_of(request_of(asking(DRAFTED), Asks.EXTENSION), edition(DUE), draft=False)
    assert ("Director, Office of Export Enforcement", "bis_vsd_intake@bis.doc.gov", "") == (
        time["to"][0],
        time["by_email"],
        time["copy"],
    )


def test_what_needs_no_leave_and_what_nobody_asks_has_no_letter() -> None:
    home = dealing(act=LaterAct.RETURN_TO_US)
    with pytest.raises(UnreadableFile, match="wait for an answer: none; name one"):
        request_of(home, Asks.PERMISSION)
    with pytest.raises(UnreadableFile, match="notice to OEE"):
        request_of(home, Asks.PERMISSION, 1)
    with pytest.raises(
        UnreadableFile, match=r"no \[\[disclosure\.extension\]\]; 'navicert disclose"
    ):
        request_of(whole(), Asks.EXTENSION)
    both = replace(whole(), later_act=(DEAL, DEAL))
    with pytest.raises(UnreadableFile, match="answer: 1, 2; name one with --number"):
        request_of(both, Asks.PERMISSION)
    assert DEAL == request_of(both, Asks.PERMISSION, 2).part
    for number in (0, 3, -1):
        with pytest.raises(UnreadableFile):
            request_of(both, Asks.PERMISSION, number)


def test_before_the_rule_of_2024_there_is_no_checklist() -> None:
    with pytest.raises(LawNotCovered):
        checklist(request_of(dealing(), Asks.PERMISSION), edition(date(2024, 9, 15)))


def test_leave_is_asked_for_items_and_never_for_none() -> None:
    case = replace(dealing(), item=(), no_items="A false statement.")
    (one,) = reasons(case, Asks.PERMISSION, DUE)
    assert "no item is named (15 CFR 764.5(g)(2))" in one
