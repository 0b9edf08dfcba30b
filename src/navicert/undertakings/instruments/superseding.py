"""Which instruments a later one has superseded: what is open under them is owed no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from navicert.errors import TermError
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


def check(instruments: Iterable[Instrument]) -> None:
    """Go on only if no instruments supersede each other, which would close all of them.

    Raises:
        TermError: with the ids of the circle.
    """
    graph = {one.id: tuple(earlier.id for earlier in one.supersedes) for one in instruments}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = " supersedes ".join(reversed(error.args[1]))
        raise TermError(
            f"instruments supersede each other: {circle} - at `$.supersedes[0]`"
        ) from None
