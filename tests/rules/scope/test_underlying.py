from __future__ import annotations

import pytest

from navicert.facts.transaction import Transaction
from navicert.rules.scope.underlying import asked_as_a_shipment, underlying, whose_parties
from navicert.terms.activity import Activity
from tests.rules.matters import item, matter


def act(activity: Activity, start: str | None = "US", to: str = "VN") -> Transaction:
    return matter(item(), to, activity=activity, exported_from=start).transaction


@pytest.mark.parametrize(
    ("activity", "start", "to", "expected"),
    [
        (Activity.SELL, "US", "VN", Activity.EXPORT),
        (Activity.SELL, "DE", "VN", Activity.REEXPORT),
        (Activity.SELL, None, "VN", Activity.EXPORT),
        (Activity.SELL, "DE", "DE", Activity.SELL),
        (Activity.DELIVER, None, "VN", Activity.EXPORT),
        (Activity.FORWARD, None, "VN", Activity.EXPORT),
        (Activity.TRANSPORT, None, "VN", Activity.EXPORT),
        (Activity.FINANCE, "US", "VN", Activity.EXPORT),
        (Activity.FINANCE, "DE", "VN", Activity.REEXPORT),
        (Activity.FINANCE, None, "VN", Activity.FINANCE),
        (Activity.FACILITATE, None, "VN", Activity.FACILITATE),
        (Activity.FACILITATE, "US", "VN", Activity.EXPORT),
        (Activity.NEGOTIATE, "US", "VN", Activity.EXPORT),
        (Activity.BUY, "US", "VN", Activity.EXPORT),
        (Activity.BUY, None, "VN", Activity.BUY),
        (Activity.ORDER, "US", "VN", Activity.EXPORT),
        (Activity.RECEIVE, "US", "VN", Activity.EXPORT),
        (Activity.SERVICE, "US", "VN", Activity.EXPORT),
        (Activity.STORE, "US", "VN", Activity.STORE),
        (Activity.USE, "US", "VN", Activity.USE),
        (Activity.EXPORT, "US", "VN", Activity.EXPORT),
        (Activity.REEXPORT, "DE", "VN", Activity.REEXPORT),
    ],
)
def test_the_shipment_behind_an_act(
    activity: Activity, start: str | None, to: str, expected: Activity
) -> None:
    assert expected is underlying(act(activity, start, to)).activity


def test_a_service_need_not_have_the_parties_of_a_shipment() -> None:
    assert Activity.SERVICE is whose_parties(act(Activity.SERVICE)).activity
    assert Activity.EXPORT is whose_parties(act(Activity.SELL)).activity


@pytest.mark.parametrize(
    ("activity", "start", "said"),
    [
        (
            Activity.SELL,
            "US",
            "sell: the goods go from US to VN, so the export is asked about too",
        ),
        (
            Activity.FINANCE,
            "DE",
            "finance: the goods go from DE to VN, so the reexport is asked about too",
        ),
        (
            Activity.DELIVER,
            None,
            (
                "deliver: the goods go from a country that the order does not name to VN, so the "
                "export is asked about too"
            ),
        ),
    ],
)
def test_an_act_around_a_shipment_says_what_is_asked_too(
    activity: Activity, start: str | None, said: str
) -> None:
    (found,) = asked_as_a_shipment(act(activity, start))
    assert ("15 CFR 736.2(b)(10)", said) == (found.citation, found.triggered_by)


def test_a_shipment_itself_says_nothing() -> None:
    assert () == asked_as_a_shipment(act(Activity.EXPORT))
    assert () == asked_as_a_shipment(act(Activity.STORE))
