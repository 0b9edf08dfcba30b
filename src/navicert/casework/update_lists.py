"""Update the lists: fetch each from its official address, or take them from a folder.

One that cannot be had, or is refused, leaves its last good load in force, and the others go on. A
list that its address hands out unchanged is put in force anew once a day: its bytes are the same,
and they are now known to be current on that day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from navicert.casework import list_parcels
from navicert.casework.list_parcels import Fetched, Parcel
from navicert.casework.load_list import Loading, place_told, refuse_future, take_in
from navicert.casework.ports import Desk, ListLoad, Seen
from navicert.errors import InputError, ListError, StateUnusable, UnknownListFormat, UnreadableFile
from navicert.parties.lists.difference import Difference, difference
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot


class State(StrEnum):
    """What became of one list."""

    LOADED = "loaded"
    CONFIRMED = "confirmed"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    SKIPPED = "skipped"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Updating:
    """Which lists to update, and how.

    ``folder`` takes files from there in place of the official addresses; ``as_of`` is then the
    day on which they were fetched. A trial run (``dry_run``) fetches and compares, and changes
    nothing.
    """

    codes: tuple[str, ...] = ()
    folder: str = ""
    as_of: date | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Updated:
    """What became of one list; ``why`` says why it failed or was skipped.

    ``snapshot`` is what was read, ``previous`` the load that was in force, ``difference`` lies
    between them; None where there is none.
    """

    place: str
    code: str
    title: str
    state: State
    why: str = ""
    snapshot: Snapshot | None = None
    previous: ListLoad | None = None
    difference: Difference | None = None


def update_lists(
    updating: Updating, desk: Desk, tell: Callable[[str, int, int], None]
) -> tuple[Updated, ...]:
    """Update lists; ``tell`` hears of each what is fetched, its number, and how many there are.

    Raises:
        InputError: a code that no list has, or a folder that cannot be read or has no list.
        StateUnusable: the data directory cannot be written.
        RecordAltered: the log is not what was signed.
    """
    refuse_future(updating.folder, updating.as_of, desk.clock.today())
    parcels = _parcels(updating, desk)
    done: list[Updated] = []
    for number, parcel in enumerate(parcels):
        tell(parcel.title or parcel.places[0], number, len(parcels))
        done.extend(_updated(parcel, updating, desk))
    if all(one.state is State.SKIPPED for one in done):
        wanted = f" of {', '.join(updating.codes)}" if updating.codes else ""
        message = f"{updating.folder}: no list{wanted} in it; give a folder with files of lists"
        raise UnreadableFile(message)
    return (*done, *(_absent(done, updating) if updating.folder else ()))


def _absent(done: Iterable[Updated], updating: Updating) -> Iterator[Updated]:
    """Say which lists that have an official address the folder lacks."""
    there = {one.code for one in done}
    for parcel in list_parcels.from_addresses(()):
        wanted = not updating.codes or parcel.code.casefold() in map(str.casefold, updating.codes)
        if wanted and parcel.code not in there:
            why = "the folder has no file of it"
            yield Updated(updating.folder, parcel.code, parcel.title, State.ABSENT, why)


def _parcels(updating: Updating, desk: Desk) -> tuple[Parcel, ...]:
    if not updating.folder:
        return list_parcels.from_addresses(updating.codes)
    found = list_parcels.from_folder(updating.folder, desk)
    return tuple(list_parcels.unread(found, updating.codes))


def _updated(parcel: Parcel, updating: Updating, desk: Desk) -> Iterator[Updated]:
    """Update one list; what is not of the codes that were asked for gives nothing."""
    place = parcel.places[0]
    if parcel.instead:
        why = f"the same list in another form; {parcel.instead} was taken"
        yield Updated(place, parcel.code, parcel.title, State.SKIPPED, why)
        return
    try:
        fetched = list_parcels.fetched(parcel, desk)
        as_of = desk.clock.today() if parcel.official else updating.as_of
        snapshot = read(fetched.file.name, fetched.file.content, as_of)
        if updating.codes and snapshot.code.casefold() not in map(str.casefold, updating.codes):
            return
        yield _taken_in(parcel, fetched, snapshot, (updating, desk))
    except (InputError, ListError) as refused:
        skipped = isinstance(refused, UnknownListFormat) and not parcel.code
        state = State.SKIPPED if skipped else State.FAILED
        yield Updated(place, parcel.code, parcel.title, state, str(refused))


def _taken_in(
    parcel: Parcel, fetched: Fetched, snapshot: Snapshot, how: tuple[Updating, Desk]
) -> Updated:
    updating, desk = how
    previous = _in_force(snapshot, desk)
    state = _state(snapshot, previous)
    found = _difference(previous, snapshot, desk)
    if state is not State.UNCHANGED:
        loading = Loading(fetched.file.name, snapshot.as_of, dry_run=updating.dry_run)
        take_in(replace(fetched.file, place=_place(parcel)), snapshot, loading, desk)
    if parcel.official and not updating.dry_run:
        _note(fetched, desk)
    told = (snapshot.code, snapshot.title)
    return Updated(parcel.places[0], *told, state, "", snapshot, previous, found)


def _place(parcel: Parcel) -> str:
    """Name where a list came from; of several files the first."""
    more = len(parcel.places) - 1
    return place_told(parcel.places[0]) + (f" and {more} more" if more else "")


def _note(fetched: Fetched, desk: Desk) -> None:
    """Keep what was seen, now that it was taken in; parts of an archive are asked one by one."""
    with desk.at_once():
        for place, part in fetched.parts:
            digest = desk.blobs.put(part.content)
            desk.visits.note(place, Seen(digest, part.etag, part.last_modified))


def _in_force(snapshot: Snapshot, desk: Desk) -> ListLoad | None:
    same = (snapshot.code, snapshot.title)
    return next((one for one in desk.snapshots.loads() if (one.code, one.title) == same), None)


def _state(snapshot: Snapshot, previous: ListLoad | None) -> State:
    if previous is None or previous.digest != snapshot.digest:
        return State.LOADED
    same_day = snapshot.as_of is None or snapshot.as_of == previous.as_of
    return State.UNCHANGED if same_day else State.CONFIRMED


def _difference(previous: ListLoad | None, now: Snapshot, desk: Desk) -> Difference | None:
    if previous is None or previous.digest == now.digest:
        return None
    with suppress(StateUnusable):
        return difference(desk.snapshots.opened(previous), now)
    return None
