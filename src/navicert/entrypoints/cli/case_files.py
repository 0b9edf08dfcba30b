"""Reading a case: ``case.toml`` and the files that it names, all inside one folder."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import msgspec

from navicert.adapters.feeds.beside import inside
from navicert.adapters.orders.read import read as read_order
from navicert.casework.ports import Feed, FeedFile
from navicert.casework.replay_case import Case
from navicert.casework.watch_lists import watch_of
from navicert.entrypoints.cli.case_letters import LettersForm
from navicert.errors import UnreadableFile
from navicert.undertakings.instruments.reader import read as read_instrument

NAME = "case.toml"


class CaseForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of ``case.toml``; ``watch``, ``acts`` and ``instruments`` are names or patterns."""

    title: str
    days: list[date]
    acts: list[str]
    watch: list[str] = msgspec.field(default_factory=list)
    note: str = ""
    instruments: list[str] = msgspec.field(default_factory=list)
    letters: LettersForm | None = None


def letters(folder: Path, feed: Feed) -> LettersForm | None:
    """Read what a case says of letters; None where it says nothing."""
    place = folder / NAME
    return _form(place, feed.fetch(str(place)).content).letters


def read(folder: Path, feed: Feed) -> Case:
    """Read a case.

    Raises:
        InputError: a file is missing, malformed, or names nothing; the message says which.
        ListError: a list of the case cannot be relied on.
    """
    place = folder / NAME
    form = _form(place, feed.fetch(str(place)).content)
    lists = (feed.fetch(str(path)) for path in _named(place, form.watch))
    paths = _named(place, form.acts)
    if not form.days or not paths:
        raise UnreadableFile(f"{place}: name at least one day under days and one file under acts")
    return Case(
        title=form.title,
        days=tuple(sorted(form.days)),
        acts=tuple(read_order(path) for path in paths),
        watch=watch_of(tuple(FeedFile(one.name, one.content) for one in lists)),
        note=form.note,
        instruments=tuple(
            read_instrument(str(path), feed.fetch(str(path)).content)
            for path in _named(place, form.instruments)
        ),
    )


def _form(place: Path, content: bytes) -> CaseForm:
    try:
        return msgspec.convert(tomllib.loads(content.decode()), CaseForm)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"{place}: not a case: {error}") from None


def _named(place: Path, names: list[str]) -> tuple[Path, ...]:
    """Give the files that names or patterns mean, in the order given, each pattern sorted."""
    found: dict[Path, None] = {}
    for name in names:
        inside(str(place), name)
        paths = sorted(place.parent.glob(name))
        if not paths:
            raise UnreadableFile(f"{place}: {name!r} names no file in {place.parent}")
        named = (str(path.relative_to(place.parent)) for path in paths)
        found |= dict.fromkeys(inside(str(place), one) for one in named)
    return tuple(found)
