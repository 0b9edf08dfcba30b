"""Which instruments a later one has superseded: what is open under them is owed no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from navicert.undertakings.commitments.standing import Superseded
from navicert.undertakings.instruments.instrument import Instrument


def superseded(instruments: Iterable[Instrument]) -> Mapping[str, Superseded]:
    """Give by the id of an instrument what superseded it first.

    Its own sanctions go on by their own events: a later paper ends a denial only where an event
    of that denial says so.
    """
    found: dict[str, Superseded] = {}
    for one in instruments:
        for earlier in one.supersedes:
            before = found.get(earlier.id)
            if before is None or earlier.day < before.day:
                found[earlier.id] = Superseded(one.id, earlier.day, earlier.citation)
    return found
