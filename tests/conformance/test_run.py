"""The worked cases themselves are tests; what runs them must not peep."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conformance import run
from tests.conformance.vocabulary import Case, case_of

LEAST_SHARE = {
    "country_chart": 0.97,
    "de_minimis": 0.97,
    "denial_order": 0.97,
    "embargo": 0.95,
    "end_use": 0.97,
    "end_user": 0.97,
    "exception": 0.97,
    "fdp": 0.97,
    "jurisdiction": 0.97,
    "obligation": 0.97,
    "ownership": 0.97,
}
OWN = Path(__file__).parent / "own_cases.jsonl"


def own_cases() -> list[Case]:
    """Cases of our own in the same vocabulary, answered from the regulation."""
    return list(run.cases_of(OWN.read_text(encoding="utf-8").splitlines()))


@pytest.mark.needs_corpus
@pytest.mark.parametrize("area", sorted(LEAST_SHARE))
def test_the_engine_agrees_with_the_worked_cases(area: str, corpus: Path) -> None:
    """At least the share that was promised, area by area."""
    lines = (corpus / "cases" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    verdicts = [run.judge(case) for case in run.cases_of(lines) if case.area == area]
    counts = run.tally(verdicts)[area]
    assert counts["passed"] >= LEAST_SHARE[area] * len(verdicts), [
        (verdict.case.id, verdict.differences) for verdict in verdicts if verdict.status == "failed"
    ]


@pytest.mark.parametrize("case", own_cases(), ids=lambda case: str(case.id))
def test_the_engine_agrees_with_a_case_of_our_own(case: Case) -> None:
    """Every one of them, without the corpus."""
    assert ("passed", ()) == (run.judge(case).status, run.judge(case).differences)


@pytest.mark.parametrize("case", own_cases(), ids=lambda case: str(case.id))
def test_neither_id_nor_expected_answer_decide(case: Case) -> None:
    """The same facts under another name, with nothing expected, give the same answer."""
    blind = replace(case, id="someone else", expected={}, citation="")
    determine = run.areas()[case.area].determine
    assert determine(case).lines == determine(blind).lines


def test_an_area_that_is_not_supported_is_counted_as_such() -> None:
    """Not as passed, and not as failed."""
    row = {"id": "X", "area": "a new area", "as_of": "2026-09-24", "facts": {}, "expected": {}}
    counts = run.tally([run.judge(case_of(row))])
    assert {"a new area": {"passed": 0, "failed": 0, "unsupported": 1}} == counts


def test_a_wrong_expectation_fails_and_says_on_what() -> None:
    """A runner that cannot fail proves nothing."""
    case = own_cases()[0]
    wrong = replace(case, expected={**case.expected, "licence_required": None})
    verdict = run.judge(wrong)
    assert "failed" == verdict.status
    assert "licence_required" in verdict.differences[0]


def test_the_last_line_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    """So that a script can read it."""
    run.main([str(OWN), "--json"])
    last = capsys.readouterr().out.splitlines()[-1]
    assert {"areas"} == set(json.loads(last))


def test_a_case_that_cannot_be_put_fails_and_does_not_end_the_run() -> None:
    """Other cases in the vocabulary will come; one of them must not hide the rest."""
    row = {
        "id": "X",
        "area": "denial_order",
        "as_of": "2026-09-24",
        "facts": {"act": "teleport", "recipient": {"denied_person": True}},
        "expected": {"prohibited": True},
    }
    verdict = run.judge(case_of(row))
    assert "failed" == verdict.status
    assert "teleport" in verdict.differences[0]
