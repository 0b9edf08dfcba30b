"""Who owns which share of whom, as the order states it (744.11(a)(1); OFAC FAQs 398-402)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

from navicert.casework.order import keys, limits
from navicert.casework.order.section import Section, one_of
from navicert.facts.ownership import Stake, StakeKind, StakeSource

WHOLE = Decimal(100)
_KIND = one_of(StakeKind, "kind of stake")
ROUNDED = Decimal(1)
"""By how much shares that were rounded one by one may go beyond the whole together."""


def ownership(order: Section) -> tuple[Stake, ...]:
    """Read every share; a share that is left out is unknown, never nothing."""
    held: dict[str, Decimal] = defaultdict(Decimal)
    return tuple(
        _stake(section, held) for section in order.sections("ownership", limits.MOST_ENTRIES)
    )


def _stake(section: Section, held: dict[str, Decimal]) -> Stake:
    """Read a share; ``held`` adds up what the owners of each party hold of it together."""
    section.only(keys.STAKE)
    percent = section.amount("percent")
    owner, owned = section.name("owner"), section.name("owned")
    if percent is not None and percent > WHOLE:
        section.refuse(f"{percent} is more than the whole: a share is 0 to 100 percent", "percent")
    if owner and owner.casefold() == owned.casefold():
        section.refuse(f"{owner!r} owns itself: leave own shares out", "owner")
    kind = section.term("kind", _KIND) or StakeKind.OWNERSHIP
    if kind is StakeKind.CONTROL:
        percent = None
    since, until = _days(section)
    if (since, until) == (None, None):
        _add(section, (owned, percent or Decimal(0)), held)
    least, most = _bounds(section, percent)
    return Stake(
        owner,
        owned,
        percent,
        kind,
        least,
        most,
        since=since,
        until=until,
        source=StakeSource(cited=section.name("source")),
    )


def _add(section: Section, share: tuple[str, Decimal], held: dict[str, Decimal]) -> None:
    """Add a share to the others of one party; those that have days may take turns."""
    owned, percent = share
    before = held[owned.casefold()]
    held[owned.casefold()] += percent
    if before <= WHOLE + ROUNDED < before + percent:
        section.refuse(
            f"the owners of {owned!r} hold {before + percent} percent together: name each "
            "share once, and direct ones alone",
            "percent",
        )


def _days(section: Section) -> tuple[date | None, date | None]:
    since, until = section.day("from"), section.day("to")
    if since is not None and until is not None and until < since:
        section.refuse(f"{until} is before {since}, from which on it is held", "to")
    return since, until


def _bounds(section: Section, percent: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """Read between what a share lies that is not known exactly."""
    least, most = section.amount("at_least"), section.amount("at_most")
    if percent is not None and (least, most) != (None, None):
        section.refuse("a share and bounds of it: write the one or the others", "percent")
    if least is not None and least > (WHOLE if most is None else most):
        section.refuse(f"{least} is more than the share is at most", "at_least")
    if most is not None and most > WHOLE:
        section.refuse(f"{most} is more than the whole: a share is 0 to 100 percent", "at_most")
    return least, most
