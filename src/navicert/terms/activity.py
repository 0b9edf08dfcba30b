"""What is done: the activities of part 734, and the acts that a denial order names.

Sources: 15 CFR 734.13 to 734.16 (export, reexport, transfer, deemed export), Supplement No. 1
to part 764 (the standard terms of a denial order, First and Second).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from navicert.errors import UnknownActivity


class Activity(StrEnum):
    """One act; ``SENDING`` are those by which an item goes to somebody."""

    EXPORT = "export"
    REEXPORT = "reexport"
    TRANSFER_IN_COUNTRY = "transfer_in_country"
    DEEMED_EXPORT = "deemed_export"
    DEEMED_REEXPORT = "deemed_reexport"
    SERVICE = "service"
    APPLY_FOR_LICENSE = "apply_for_license"
    OBTAIN_LICENSE = "obtain_license"
    USE_LICENSE = "use_license"
    NEGOTIATE = "negotiate"
    ORDER = "order"
    BUY = "buy"
    RECEIVE = "receive"
    USE = "use"
    SELL = "sell"
    DELIVER = "deliver"
    STORE = "store"
    DISPOSE = "dispose"
    FORWARD = "forward"
    TRANSPORT = "transport"
    FINANCE = "finance"
    BENEFIT = "benefit"
    FACILITATE = "facilitate"
    ACQUIRE_FROM = "acquire_from"
    OBTAIN_IN_US = "obtain_in_us"


SENDING = frozenset(
    {
        Activity.EXPORT,
        Activity.REEXPORT,
        Activity.TRANSFER_IN_COUNTRY,
        Activity.DEEMED_EXPORT,
        Activity.DEEMED_REEXPORT,
    }
)
"""The acts that part 734 defines; license requirements attach to these."""

DEEMED = frozenset({Activity.DEEMED_EXPORT, Activity.DEEMED_REEXPORT})
"""Release of technology or source code to a foreign person (734.13(a)(2), 734.14(a)(2))."""

ALSO: Mapping[str, Activity] = {
    "transfer": Activity.TRANSFER_IN_COUNTRY,
    "in_country_transfer": Activity.TRANSFER_IN_COUNTRY,
    "release": Activity.DEEMED_EXPORT,
    "shipment": Activity.EXPORT,
    "ship": Activity.EXPORT,
    "install": Activity.SERVICE,
    "maintain": Activity.SERVICE,
    "repair": Activity.SERVICE,
    "modify": Activity.SERVICE,
    "test": Activity.SERVICE,
    "servicing": Activity.SERVICE,
    "support": Activity.SERVICE,
    "update": Activity.EXPORT,
    "purchase": Activity.BUY,
    "scrap": Activity.DISPOSE,
    "move": Activity.TRANSPORT,
    "financing": Activity.FINANCE,
    "negotiation": Activity.NEGOTIATE,
}
"""Everyday words for them."""


def parse(value: str) -> Activity:
    """Read an activity; the regulation's forms and everyday words for them.

    >>> parse("in-country transfer"), parse("deemed export"), parse("repair")  # doctest: +ELLIPSIS
    (<Activity.TRANSFER_IN_COUNTRY: ...>, <Activity.DEEMED_EXPORT: ...>, <Activity.SERVICE: ...>)
    >>> parse("teleport")
    Traceback (most recent call last):
    ...
    navicert.errors.UnknownActivity: 'teleport' is not an activity; use export, reexport, \
transfer_in_country, deemed_export, service, or an act that a denial order names
    """
    key = re.sub(r"[\s-]+", "_", value.strip().lower()).replace("licence", "license")
    if key in ALSO:
        return ALSO[key]
    try:
        return Activity(key)
    except ValueError:
        message = (
            f"{value!r} is not an activity; use export, reexport, transfer_in_country, "
            "deemed_export, service, or an act that a denial order names"
        )
        raise UnknownActivity(message) from None


def is_valid(value: str) -> bool:
    """Tell whether this is an activity.

    >>> is_valid("export"), is_valid("teleport")
    (True, False)
    """
    try:
        parse(value)
    except UnknownActivity:
        return False
    return True


def format(activity: Activity) -> str:  # noqa: A001 - the verb that every term has
    """Write an activity as people read it.

    >>> format(Activity.TRANSFER_IN_COUNTRY)
    'transfer in country'
    """
    return activity.value.replace("_", " ")
