from __future__ import annotations

from datetime import date

import pytest

from navicert.facts.destination import Destination
from navicert.facts.transaction import Transaction
from navicert.terms.activity import Activity
from navicert.terms.truth import Truth


def transaction(activity: Activity = Activity.EXPORT) -> Transaction:
    return Transaction("", date(2026, 7, 30), activity, "US", Destination("DE"), ())


@pytest.mark.parametrize("activity", list(Activity))
def test_only_releases_are_deemed(activity: Activity) -> None:
    deemed = activity in {Activity.DEEMED_EXPORT, Activity.DEEMED_REEXPORT}
    assert deemed is transaction(activity).is_deemed


def test_what_nobody_said_of_a_transaction_is_unknown() -> None:
    one = transaction()
    assert Truth.UNKNOWN is one.answer("GBS.reports")
    assert Truth.UNKNOWN is one.service_uses_us_items
    assert Truth.UNKNOWN is one.knowledge.will_be_exported
    assert (None, "", ()) == (one.end_use.kind, one.screened_elsewhere, one.parties)
