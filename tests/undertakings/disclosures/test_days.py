from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from navicert.facts.disclosure import Gravity, LaterAct
from navicert.undertakings.disclosures.case import Case, Certification, Extension, Leave
from navicert.undertakings.disclosures.days import disorders
from tests.undertakings.disclosures.cases import DUE, RECEIVED, asked, asking, edition, minor, whole

TODAY = edition(date(2026, 11, 22))
FOUND = date(2026, 3, 2)
EARLY = date(2026, 3, 1)


def paths(case: Case) -> list[tuple[str | int, ...]]:
    return [one.path for one in disorders(case, TODAY)]


def told(name: str, **changes: object) -> Case:
    return replace(whole(), **{name: replace(getattr(whole(), name), **changes)})


def leave(**days: date) -> Case:
    act = replace(Leave(act=LaterAct.DEAL, items="24"), **days)
    return replace(whole(), later_act=(act,))


def extension(**changes: object) -> Case:
    return asking(replace(asked(date(2026, 8, 1), date(2026, 10, 1)), **changes))


def test_a_case_in_order_is_in_order() -> None:
    for case in (
        whole(),
        minor(),
        Case(id="x", discovered=FOUND),
        asking(asked(date(2026, 8, 1), DUE), asked(date(2026, 8, 2), date(2026, 12, 1))),
        replace(whole(), happened_until=date(2026, 6, 1)),
        replace(whole(), happened_from=FOUND, happened_until=FOUND),
        leave(requested=FOUND, granted=FOUND),
    ):
        assert [] == paths(case)


@pytest.mark.parametrize(
    ("case", "path"),
    [
        (replace(whole(), happened_until=date(2025, 6, 9)), ("happened_until",)),
        (replace(whole(), happened_from=date(2026, 3, 3), happened_until=None), ("discovered",)),
        (told("notification", received=EARLY), ("notification", "received")),
        (
            told("notification", confirmed_in_writing=date(2026, 3, 4)),
            ("notification", "confirmed_in_writing"),
        ),
        (told("narrative", received=date(2026, 3, 4)), ("narrative", "received")),
        (told("narrative", review_from=date(2026, 3, 3)), ("discovered",)),
        (
            replace(whole(), certification=Certification(by="R", signed=EARLY)),
            ("certification", "signed"),
        ),
        (replace(minor(), abbreviated_received=date(2026, 4, 1)), ("abbreviated_received",)),
        (replace(whole(), full_narrative_requested=EARLY), ("full_narrative_requested",)),
        (extension(requested=date(2026, 3, 4)), ("extension", 0, "requested")),
        (extension(granted=date(2026, 7, 31)), ("extension", 0, "granted")),
        (extension(granted=date(2026, 10, 2)), ("extension", 0, "granted_until")),
        (extension(granted_until=date(2026, 8, 31)), ("extension", 0, "granted_until")),
        (extension(requested=None), ("extension", 0, "granted_until")),
        (leave(requested=date(2026, 4, 2), granted=date(2026, 4, 1)), ("later_act", 0, "granted")),
        (leave(requested=date(2026, 4, 2), refused=date(2026, 4, 1)), ("later_act", 0, "refused")),
        (replace(whole(), closed=date(2026, 10, 19)), ("closed",)),
        (replace(whole(), closed=date(2026, 3, 4), certification=None), ("closed",)),
    ],
)
def test_a_day_before_what_it_follows_is_named(case: Case, path: tuple[str | int, ...]) -> None:
    assert [path] == paths(case)


def test_no_extension_takes_back_what_an_earlier_one_gave() -> None:
    first = asked(date(2026, 8, 1), date(2026, 12, 1))
    case = asking(asked(date(2026, 8, 2), date(2026, 11, 30)), first)
    (one,) = disorders(case, TODAY)
    assert ("extension", 0, "granted_until") == one.path
    assert "before the deadline that it should move (2026-12-01)" in one.says


def test_a_minor_case_has_no_deadline_to_shorten() -> None:
    one = Extension(requested=date(2026, 8, 1), granted_until=date(2026, 8, 2))
    case = replace(whole(), gravity=Gravity.MINOR, extension=(one,))
    assert [] == paths(case)
    assert RECEIVED < DUE
