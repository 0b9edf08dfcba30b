"""Who owns which share of whom, as the order states it (744.11(a)(1); OFAC FAQs 398-402)."""

from __future__ import annotations

from decimal import Decimal

from navicert.casework.order import keys, limits
from navicert.casework.order.section import Section
from navicert.facts.ownership import Stake

WHOLE = Decimal(100)


def ownership(order: Section) -> tuple[Stake, ...]:
    """Read every share; a share that is left out is unknown, never nothing."""
    return tuple(_stake(section) for section in order.sections("ownership", limits.MOST_ENTRIES))


def _stake(section: Section) -> Stake:
    section.only(keys.STAKE)
    percent = section.amount("percent")
    if percent is not None and percent > WHOLE:
        section.refuse(f"{percent} is more than the whole: a share is 0 to 100 percent", "percent")
    return Stake(section.name("owner"), section.name("owned"), percent)
