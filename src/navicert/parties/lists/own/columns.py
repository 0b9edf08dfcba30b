"""The columns of a list of one's own, and the ways to write them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache

from navicert.errors import ListRowRefused, Problem
from navicert.parties.lists import sources

NAME = "name"
_BLANKS = re.compile(r"[\s_]+")


def find(written: str) -> str | None:
    """Give a column by any way to write it; None when it is none.

    >>> find("Date of Birth"), find("ALT_NAMES"), find("shoe size")
    ('birth_date', 'aliases', None)
    """
    return _ways().get(_plain(written))


def names() -> tuple[str, ...]:
    """Give every column by its own name, in the order of a template."""
    return tuple(sources.words("own", "columns"))


def of_header(place: Problem, header: list[str]) -> list[str]:
    """Give the columns of a header; an empty one at its end is none.

    Raises ``ListRowRefused`` for an unknown column with a hint, for one that stands twice, and when
    there is none for the name.
    """
    known = []
    for written in header:
        column = find(written) if written.strip() else ""
        if column is None:
            raise _refused(place, written, _hint(written))
        if column and column in known:
            raise _refused(place, written, f"the column {column!r} stands twice")
        known.append(column)
    if NAME not in known:
        raise _refused(place, NAME, "there is no column for the name")
    return known


def _hint(written: str) -> str:
    close = difflib.get_close_matches(_plain(written), _ways(), n=1, cutoff=0.75)
    meant = f"; did you mean {_ways()[close[0]]!r}?" if close else ""
    return f"no such column{meant} The columns are: {', '.join(names())}"


def _refused(place: Problem, written: str, message: str) -> ListRowRefused:
    return ListRowRefused(str(Problem(place.file, place.line, written[:60], message)))


@cache
def _ways() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, others in sources.words("own", "columns").items():
        for way in (name, *others.split(",")):
            found[_plain(way)] = name
    return found


def _plain(written: str) -> str:
    return _BLANKS.sub(" ", written.strip().casefold())
