"""What waits for what: every id must be known, and nothing may wait for itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from graphlib import CycleError, TopologicalSorter

from navicert.errors import InstrumentRefused
from navicert.undertakings.commitments.commitment import Commitment, Throughout


def check(commitments: Sequence[Commitment], events: Collection[str]) -> None:
    """Go on only if every commitment waits for known ones, and none for itself.

    Raises:
        InstrumentRefused: with the unknown id, the one that is never done, or the circle's ids.
    """
    known = {one.id for one in commitments}
    endless = {one.id for one in commitments if isinstance(one.when, Throughout)}
    waits: dict[str, tuple[str, ...]] = {}
    for one in commitments:
        for name in one.after_commitments:
            if name not in known and (name not in events or name in one.depends_on):
                raise InstrumentRefused(_unknown(one, name, (*known, *events)))
            if name in endless:
                message = f"{one.id}: waits for {name!r}, which is owed throughout and never done"
                raise InstrumentRefused(message)
        waits[one.id] = tuple(name for name in one.after_commitments if name in known)
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        circle = " waits for ".join(reversed(error.args[1]))
        message = f"commitments wait for each other: {circle}"
        raise InstrumentRefused(message) from None


def _unknown(one: Commitment, name: str, known: Collection[str]) -> str:
    if name in one.depends_on:
        return f"{one.id}: depends on {name!r}, which is no commitment of this instrument"
    names = ", ".join(sorted(known)[:20])
    return f"{one.id}: counted from {name!r}, which is neither a day nor one of {names}"
