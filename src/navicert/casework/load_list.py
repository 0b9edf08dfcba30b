"""Load a list of parties: read it whole, hold it against the last load, put it in force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from navicert.casework.ports import Desk, FeedFile, ListLoad
from navicert.casework.recorded_lists import record_load
from navicert.errors import ListShrank, UnreadableFile
from navicert.parties.lists.loss import refuse_if_shrunk, refuse_if_small
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot

_ELSEWHERE = timedelta(days=1)
"""How far ahead the day may be that a file states: its authority may sit where it is later."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file holds, the load before it if there was one, and whether it is now in force."""

    snapshot: Snapshot
    previous: ListLoad | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class Loading:
    """Which file to load, and how.

    ``as_of`` is the day on which the list was current, None takes what the file says. A trial
    run (``dry_run``) reads and compares, and changes nothing.
    """

    place: str
    as_of: date | None = None
    dry_run: bool = False
    loss_accepted: bool = False


def load_list(loading: Loading, desk: Desk) -> Loaded:
    """Load one list file.

    Raises:
        InputError: the file cannot be read.
        ListError: it is in no known form, or it lost too much; what was in force stays so.
        StateUnusable: the data directory cannot be written.
        RecordAltered: the log is not what was signed, so the load cannot be put on record.
    """
    refuse_future(loading.place, loading.as_of, desk.clock.today())
    file = desk.feed.fetch(loading.place)
    file = replace(file, place=place_told(loading.place))
    return take_in(file, read(_called(loading, file), file.content, loading.as_of), loading, desk)


def take_in(file: FeedFile, snapshot: Snapshot, loading: Loading, desk: Desk) -> Loaded:
    """Load a list that was fetched and read; ``as_of`` stands in it by now.

    Raises as ``load_list`` does, but for what fetching and reading would.
    """
    refuse_future(loading.place, snapshot.as_of, desk.clock.today() + _ELSEWHERE)
    previous = _previous(desk, snapshot)
    try:
        if loading.dry_run:
            _refuse_loss(loading, previous, snapshot)
        else:
            _keep(loading, file, snapshot, desk)
    except ListShrank as shrank:
        raise ListShrank(f"{loading.place}: {shrank}") from None
    return Loaded(snapshot, previous, in_force=not loading.dry_run)


def refuse_future(place: str, as_of: date | None, last: date) -> None:
    """Refuse a list that was current on a day to come: it would look fresh until then."""
    if as_of is not None and as_of > last:
        message = f"{place}: it cannot have been current on {as_of}, a day to come: give the day "
        raise UnreadableFile(message + "on which it was with --as-of")


def place_told(place: str) -> str:
    """Name where a list came from: an address without its password, or a file without its folder.

    >>> place_told("https://eva:secret@lists.example/a.csv"), place_told("../lists/a.csv")
    ('https://lists.example/a.csv', 'a.csv')
    """
    if "://" not in place:
        return place.replace("\\", "/").rstrip("/").rpartition("/")[2]
    scheme, _, rest = place.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def _called(loading: Loading, file: FeedFile) -> str:
    """Name a file by its path; one from the web by its own name, which tells its form."""
    return file.name if "://" in loading.place else loading.place


def _keep(loading: Loading, file: FeedFile, snapshot: Snapshot, desk: Desk) -> None:
    accepted = loading.loss_accepted
    with desk.at_once():
        load = desk.snapshots.keep(snapshot, file, loss_accepted=accepted)
        record_load(load, desk)


def _previous(desk: Desk, snapshot: Snapshot) -> ListLoad | None:
    same = (snapshot.code, snapshot.title)
    loads = (load for load in desk.snapshots.loads() if (load.code, load.title) == same)
    return next(loads, None)


def _refuse_loss(loading: Loading, previous: ListLoad | None, snapshot: Snapshot) -> None:
    if loading.loss_accepted:
        return
    if previous is None:
        refuse_if_small(snapshot)
    else:
        refuse_if_shrunk(previous.counts_by_list, snapshot)
