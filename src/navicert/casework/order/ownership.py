"""Who owns which share of whom, as the order states it (744.11(a)(1); OFAC FAQs 398-402)."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from navicert.casework.order import keys, limits
from navicert.casework.order.section import Section
from navicert.facts.ownership import Stake

WHOLE = Decimal(100)
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
    before = held[owned.casefold()]
    held[owned.casefold()] += percent or 0
    if before <= WHOLE + ROUNDED < before + (percent or 0):
        section.refuse(
            f"the owners of {owned!r} hold {before + (percent or 0)} percent together: name each "
            "share once, and direct ones alone",
            "percent",
        )
    return Stake(owner, owned, percent)
