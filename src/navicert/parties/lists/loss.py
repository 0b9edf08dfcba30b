"""Silent loss: a file that is much shorter than it should be must not replace a good one."""

from __future__ import annotations

from collections.abc import Iterable

from navicert.errors import ListShrank
from navicert.parties.lists import sources
from navicert.parties.lists.snapshot import Snapshot

_NEXT = (
    "The last good list stays in force. Get the file again; if the authority did take them off, "
    "load it with the loss accepted"
)


def refuse_if_shrunk(previous: Iterable[tuple[str, int]], snapshot: Snapshot) -> None:
    """Refuse a file in which one list lost more than its source's share against the last load.

    ``previous`` is ``counts_by_list`` of the last good snapshot. A list that is gone altogether
    is refused however short it was. Raises ``ListShrank`` with both counts of each such list.
    """
    now = dict(snapshot.counts_by_list)
    lost = [
        f"{code} had {before:,} entries at the last load and has {after:,} now"
        for code, before in previous
        if (after := now.get(code, 0)) < before - _may_lose(before, snapshot.code)
        or (before and not after)
    ]
    if lost:
        raise ListShrank(f"{snapshot.title}: {'; '.join(lost)}. {_NEXT}")


def refuse_if_small(snapshot: Snapshot) -> None:
    """Refuse a first load that has fewer entries than the whole list ever had.

    Raises ``ListShrank`` with both counts.
    """
    least = sources.by_code(snapshot.code).least_entries
    if snapshot.entries < least:
        message = (
            f"{snapshot.title}: {snapshot.entries:,} entries, and the whole list has at least "
            f"{least:,}: this is a part of it. Get the file again from "
            f"{sources.by_code(snapshot.code).url or 'where it came from'}"
        )
        raise ListShrank(message)


def _may_lose(before: int, code: str) -> float:
    source = sources.by_code(code)
    return max(source.free_loss, before * source.most_loss_share)
