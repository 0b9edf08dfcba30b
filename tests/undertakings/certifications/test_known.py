from __future__ import annotations

from datetime import date

import pytest

from navicert.undertakings.certifications.known import Known, sentences
from navicert.undertakings.certifications.truth import Alarm, Rung
from navicert.undertakings.checks.result import Verdict

RANG, AGAIN, LATER = date(2018, 4, 2), date(2018, 4, 3), date(2018, 4, 4)


def rung(
    verdict: Verdict, until: date | None = None, *, proved: bool = False, content: str = "mine"
) -> Rung:
    alarm = Alarm(
        "l", content, "told", "All were told.", verdict, ("id",), (), ("2 Bo",), 1, (), (), RANG
    )  # fmt: skip
    return Rung(alarm, until, proved)


FALSE, OPEN = Verdict.FAILED, Verdict.ERRORED


@pytest.mark.parametrize(
    ("found", "doubt", "since"),
    [
        ((), "", None),
        ((rung(FALSE),), "found untrue", None),
        ((rung(OPEN),), "found undecidable", None),
        ((rung(FALSE, AGAIN, proved=True),), "found untrue and proved again", AGAIN),
        ((rung(OPEN, AGAIN, proved=True),), "found undecidable and proved again", AGAIN),
        ((rung(FALSE, AGAIN), rung(OPEN)), "found undecidable", None),
        (
            (rung(FALSE, AGAIN), rung(OPEN, LATER, proved=True)),
            "found untrue and proved again",
            LATER,
        ),
        ((rung(FALSE, AGAIN, proved=True), rung(FALSE)), "found untrue", None),
        ((rung(FALSE, content="before"),), "", None),
    ],
)
def test_what_stands_is_told_apart_from_what_is_past(
    found: tuple[Rung, ...], doubt: str, since: date | None
) -> None:
    known = Known("letter-1", "mine", LATER, found)
    assert (doubt, since) == (known.doubt, known.proved_again)
    assert len(found) == len(sentences(known))
