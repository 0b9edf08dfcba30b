"""The lists that must have been asked before anybody may conclude from the absence of a match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from navicert.facts.standing import ListAsked
from navicert.parties import shipped
from navicert.terms.list_code import ListCode


@dataclass(frozen=True, slots=True)
class Needed:
    """One list: from which day there is something to ask, and why it must be asked."""

    code: ListCode
    since: date | None
    citation: str
    reason: str


@cache
def lists() -> tuple[Needed, ...]:
    """Give every list that screening needs on some day.

    >>> [one.code.value for one in lists()]
    ['DPL', 'EL', 'UVL', 'MEU', 'SDN']
    """
    told: Mapping[str, Any] = shipped.table("navicert.parties.lists", "needed.toml")
    return tuple(
        Needed(ListCode(row["code"]), row.get("since"), row["citation"], row["reason"])
        for row in told["list"]
    )


def unasked(asked: Iterable[ListAsked], day: date) -> tuple[ListCode, ...]:
    """Give the lists that the day needs and that none of those asked covers."""
    covered = {code for one in asked for code in one.covers}
    return tuple(
        one.code
        for one in lists()
        if one.code not in covered and (one.since is None or one.since <= day)
    )
