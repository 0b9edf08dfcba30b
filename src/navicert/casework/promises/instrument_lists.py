"""The denial orders of loaded instruments as lists, which every check and screening asks."""

from __future__ import annotations

from datetime import datetime

from navicert.casework.ports import Desk
from navicert.casework.promises import instrument_records
from navicert.casework.promises.instrument_records import Kept
from navicert.parties.lists.snapshot import ORDERS, Snapshot
from navicert.terms.list_code import ListCode
from navicert.undertakings.instruments import denials


def instrument_lists(desk: Desk, moment: datetime | None = None) -> tuple[Snapshot, ...]:
    """Give one list for each instrument with denial orders, as of the day on which it was loaded.

    ``moment`` asks for what was loaded then. An order that a list has alike is the same order, so
    a watch says it once. Raises StateUnusable, RecordAltered, and InputError for a text that
    cannot be read any more.
    """
    found = (_snapshot(one) for one in instrument_records.kept(desk, moment))
    return tuple(one for one in found if one.orders)


def _snapshot(one: Kept) -> Snapshot:
    stated = denials.read(one.name, one.content)
    return Snapshot(
        code=ListCode.OWN.value,
        title=f"{stated.title} (instrument {one.id})",
        source=stated.source,
        as_of=datetime.fromisoformat(one.recorded_at).date(),
        digest=one.digest,
        listings=(),
        orders=stated.orders,
        counts_by_list=((ORDERS, len(stated.orders)),),
    )
