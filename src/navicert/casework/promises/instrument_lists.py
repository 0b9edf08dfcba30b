"""The denial orders of loaded instruments as lists, which every check and screening asks."""

from __future__ import annotations

from datetime import datetime

from navicert.casework.ports import Desk
from navicert.casework.promises import instrument_records
from navicert.casework.promises.instrument_records import Kept
from navicert.errors import InputError
from navicert.parties.lists.snapshot import ORDERS, Snapshot
from navicert.terms.list_code import ListCode
from navicert.undertakings.instruments import denials


def instrument_lists(
    desk: Desk, moment: datetime | None = None
) -> tuple[tuple[Snapshot, ...], tuple[str, ...]]:
    """Give one list for each instrument with denial orders, as of the day on which it was loaded.

    What comes second names each text that cannot be read any more, which the others do not wait
    for. ``moment`` asks for what was loaded then. An order that a list has alike is the same
    order, so a watch says it once. Raises StateUnusable and RecordAltered.
    """
    found: list[Snapshot] = []
    unread: list[str] = []
    for one in instrument_records.kept(desk, moment):
        try:
            found.append(_snapshot(one))
        except InputError as error:
            unread.append(f"the instrument {one.id!r} that was loaded could not be asked: {error}")
    return tuple(one for one in found if one.orders), tuple(unread)


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
