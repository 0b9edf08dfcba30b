from __future__ import annotations

import pytest

from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.result import Ran, Result, Verdict, judged, named

CHECK = Check("c", "Each was told.", "SELECT 1", ("id",), ())


@pytest.mark.parametrize(
    ("verdict", "ran"),
    [
        (Verdict.PASSED, Ran(("id", "why"))),
        (Verdict.FAILED, Ran(("id",), (("7",),), 1)),
        (Verdict.FAILED, Ran(("id",), (("7",),), 4_000)),
        (Verdict.ERRORED, Ran(error="it did not end")),
        (Verdict.ERRORED, Ran()),
        (Verdict.ERRORED, Ran(("name",))),
        (Verdict.ERRORED, Ran(("id",), ((None,),), 1)),
        (Verdict.ERRORED, Ran(("id",), (("7",),), 0)),
    ],
)
def test_only_an_answer_without_a_row_passes(verdict: Verdict, ran: Ran) -> None:
    found = judged(CHECK, ran)
    assert verdict is found.verdict
    assert found.passed is (verdict is Verdict.PASSED)


@pytest.mark.parametrize(
    "odd",
    [
        Result("c", Verdict.PASSED, ("id",), (("7",),), 0),
        Result("c", Verdict.PASSED, ("id",), (), 1),
        Result("c", Verdict.PASSED, reasons=("why not",)),
        Result("c", Verdict.FAILED),
    ],
)
def test_a_result_that_contradicts_itself_passes_nothing(odd: Result) -> None:
    assert not odd.passed


def test_rows_without_their_key_are_named_by_what_they_have() -> None:
    found = Result("c", Verdict.ERRORED, ("name",), (("Ana",), (None,)), 2)
    assert ("Ana", "") == named(CHECK, found)
