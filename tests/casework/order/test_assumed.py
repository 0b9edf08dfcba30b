from __future__ import annotations

import pytest

from navicert.casework.intake import intake
from navicert.casework.order.assumed import asked, with_rule
from navicert.casework.order.document import OrderDocument
from navicert.errors import OrderRefused, UnreadableFile
from navicert.facts.transaction import AssumedRule

GROUND = "91 FR 1, read by J. Doe"


def _order(**more: str) -> OrderDocument:
    plain = {"day": "2026-11-20", "activity": "export", "destination": {"country": "DE"}}
    return OrderDocument("order", {**plain, "lines": [{"item": "chair"}], **more})


@pytest.mark.parametrize(("said", "in_force"), [("in-force", True), ("stayed", False)])
def test_an_order_says_what_it_assumes_and_why(said: str, *, in_force: bool) -> None:
    found = intake(_order(affiliates_rule=said, affiliates_rule_because=GROUND))
    assert AssumedRule(in_force, GROUND) == found.affiliates_rule


def test_an_order_that_says_nothing_assumes_nothing() -> None:
    assert intake(_order()).affiliates_rule is None


@pytest.mark.parametrize(
    "said",
    [
        {"affiliates_rule": "stayed"},
        {"affiliates_rule": "perhaps", "affiliates_rule_because": GROUND},
        {"affiliates_rule_because": GROUND},
        {"affiliates_rule": "stayed", "affiliates_rule_because": "none"},
    ],
)
def test_half_an_assumption_is_refused(said: dict[str, str]) -> None:
    with pytest.raises(OrderRefused, match="affiliates_rule"):
        intake(_order(**said))


@pytest.mark.parametrize(
    ("reading", "because"),
    [("stayed", None), ("stayed", " "), (None, GROUND), ("on", GROUND), ("", GROUND)],
)
def test_half_an_option_is_refused(reading: str | None, because: str | None) -> None:
    with pytest.raises(UnreadableFile, match="--affiliates-rule"):
        asked(reading, because)


def test_an_option_takes_the_place_of_what_the_order_says() -> None:
    before = _order(affiliates_rule="stayed", affiliates_rule_because="an older reading of it")
    assert before is with_rule(before, None)
    after = with_rule(before, asked("in-force", GROUND))
    assert AssumedRule(in_force=True, because=GROUND) == intake(after).affiliates_rule
