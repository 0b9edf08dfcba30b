"""Who stands above the makers of an inventory: stated stakes and the registers in force."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from navicert.casework.ports import Desk
from navicert.casework.registers_asked import asked
from navicert.facts.equipment import Equipment
from navicert.facts.ownership import Stake
from navicert.facts.party import Party
from navicert.parties.ownership.above import Above
from navicert.terms.party_role import PartyRole


def stakes_above(
    inventory: Iterable[Equipment], stated: Iterable[Stake], day: date, desk: Desk
) -> Above:
    """Give every stake of ownership on a day above any maker or brand; control is no share."""
    own = tuple(one for one in stated if one.holds_on(day))
    names = (name for thing in inventory for name in (thing.manufacturer, thing.brand) if name)
    parties = [Party(name, (PartyRole.OTHER,)) for name in dict.fromkeys(names)]
    found = asked(parties, own, day, (desk, None))
    stakes = tuple(one for one in (*own, *found.stakes) if one.counts)
    return Above(stakes, found.asked, found.doubts)
