from __future__ import annotations

import pytest

from navicert.rules.finding import Finding, FindingKind
from navicert.rules.license_exceptions.case import Availability, LicenseException
from navicert.rules.license_exceptions.claimed import claimed_in_vain, may_serve
from tests.rules.license_exceptions.cases import YES

OPEN = LicenseException("GBS", Availability.AVAILABLE, "15 CFR 740.4")
MAYBE = LicenseException("LVS", Availability.CONDITIONAL, "15 CFR 740.3")
CLOSED = LicenseException("STA", Availability.UNAVAILABLE, "15 CFR 740.20", reasons=("a", "b"))
SILENT = LicenseException("TSR", Availability.UNAVAILABLE, "15 CFR 740.6")


def note(citation: str, said: str, symbol: str) -> Finding:
    return Finding(
        FindingKind.NOTE,
        YES,
        citation,
        f"the order claims {symbol}, which is not available: {said}",
        label=symbol,
        rule="license_exceptions.claimed.claimed_in_vain",
        sentence=(
            "A license exception that the order claims, or answers against its own facts, "
            "is of no use."
        ),
    )


def test_only_what_is_claimed_and_closed_is_told_with_every_reason() -> None:
    claims = ("GBS", "LVS", "STA", "TSR")
    expected = (
        note("15 CFR 740.20", "a; b", "STA"),
        note("15 CFR 740.6", "its terms are not met", "TSR"),
    )
    assert expected == claimed_in_vain(claims, (OPEN, MAYBE, CLOSED, SILENT))
    assert () == claimed_in_vain((), (OPEN, MAYBE, CLOSED, SILENT))


@pytest.mark.parametrize(
    ("claims", "one", "serves"),
    [
        ((), OPEN, True),
        ((), MAYBE, True),
        ((), CLOSED, False),
        (("GBS",), OPEN, True),
        (("GBS",), MAYBE, False),
        (("STA",), CLOSED, False),
    ],
)
def test_an_exception_serves_when_open_and_not_passed_over(
    claims: tuple[str, ...], one: LicenseException, serves: bool
) -> None:
    assert serves is may_serve(one, claims)
