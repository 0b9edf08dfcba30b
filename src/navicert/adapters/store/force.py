"""When the loads of lists are in force: one interval opens where the one before is closed.

Knowledge time never runs backward: where the clock was set back, an interval begins when the last
change of any list did, so that no moment has two loads of one list, and none that was known
vanishes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, insert, select, update

from navicert.adapters.store import parsed, schema

OPEN = schema.force.c.until.is_(None)
"""What is in force now."""


def text_of(moment: datetime) -> str:
    """Write a moment as the intervals have it, so that two of them compare as text.

    >>> from datetime import timedelta, timezone
    >>> text_of(datetime(2026, 7, 30, 9, tzinfo=timezone(timedelta(hours=2))))
    '2026-07-30T07:00:00.000000Z'
    """
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def known_at(moment: datetime) -> ColumnElement[bool]:
    """Choose what was in force at a moment."""
    at, force = text_of(moment), schema.force.c
    return (force.since <= at) & (force.until.is_(None) | (force.until > at))


def chosen(wanted: ColumnElement[bool] | None = None) -> Select[Any]:
    """Give the intervals, each with its load and what this version's readers made of its bytes."""
    version = schema.reading.c.reader == parsed.version()
    force = schema.force.c
    found = (
        select(schema.load, schema.reading.c.parsed, force.since, force.until, force.change)
        .join(schema.force, force.load_id == schema.load.c.id)
        .join(
            schema.reading,
            (schema.reading.c.digest == schema.load.c.digest) & version,
            isouter=True,
        )
    )
    return found if wanted is None else found.where(wanted)


def by_title(found: Select[Any]) -> Select[Any]:
    """Sort by code and title."""
    return found.order_by(schema.load.c.code, schema.load.c.title, schema.force.c.id)


def by_time(found: Select[Any]) -> Select[Any]:
    """Sort by when they were put in force."""
    return found.order_by(schema.force.c.id)


def put_in(connection: Connection, load_id: int, values: dict[str, Any], now: datetime) -> None:
    """Open the interval of a load, and close that of the load before; ``values`` name the list."""
    moment = _not_before_the_last(connection, now)
    _close(connection, values["code"], values["title"], moment)
    row = {**values, "load_id": load_id, "since": moment, "until": None}
    connection.execute(insert(schema.force).values(row))


def take_out(connection: Connection, code: str, title: str, now: datetime) -> bool:
    """Close the interval of the load in force; False when there is none."""
    return _close(connection, code, title, _not_before_the_last(connection, now))


def _close(connection: Connection, code: str, title: str, moment: str) -> bool:
    same = (schema.force.c.code == code) & (schema.force.c.title == title) & OPEN
    return bool(connection.execute(update(schema.force).where(same).values(until=moment)).rowcount)


def _not_before_the_last(connection: Connection, now: datetime) -> str:
    last = select(func.max(schema.force.c.since), func.max(schema.force.c.until))
    return max(text_of(now), *(str(one or "") for one in connection.execute(last).one()))
