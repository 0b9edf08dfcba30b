"""Work done beside each other: several processes share what was built before they began.

Where the system can, a worker is a copy of this process and nothing is sent to it but the
parties; elsewhere each gets the whole job once.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from navicert.casework.screen_parties import Job, Spread, one_by_one
from navicert.errors import StateUnusable
from navicert.facts.party import Party
from navicert.facts.standing import Standing

_MANY = 64
"""Parties under which a second process costs more than it saves."""

_CHUNK = 32
_job: list[Job] = []
"""The job of a worker, set once when it starts."""


def across(processes: int) -> Spread:
    """Give a way to ask for many parties in several processes; answers keep their order.

    StateUnusable comes from the answers when a process ended before its work was done.
    """

    def spread(job: Job, parties: Sequence[Party]) -> Iterator[Standing]:
        if processes < 2 or len(parties) < _MANY:  # noqa: PLR2004 - one is this process
            return one_by_one(job, parties)
        return _pooled(job, parties, processes)

    return spread


def _pooled(job: Job, parties: Sequence[Party], processes: int) -> Iterator[Standing]:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    with ProcessPoolExecutor(processes, context, _start, (job,)) as pool:
        try:
            yield from pool.map(_work, parties, chunksize=_CHUNK)
        except BrokenProcessPool:
            message = (
                "a process ended before its parties were screened, as when memory runs out: "
                "nothing was recorded; screen again with --processes 1"
            )
            raise StateUnusable(message) from None


def _start(job: Job) -> None:
    _job[:] = [job]


def _work(party: Party) -> Standing:
    return _job[0](party)
