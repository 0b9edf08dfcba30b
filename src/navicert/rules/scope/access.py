"""Access information: keys and passwords go like what they open (15 CFR 734.19)."""

from __future__ import annotations

from dataclasses import replace

from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.tables.control_list import Entry
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind
from navicert.terms.truth import Truth

KEY = "software_key"
DORMANT = "unlocks_dormant_function"


def as_what_it_opens(item: Item, edition: Edition) -> Item:
    """Give a software key the classification of what it opens, where the order states it."""
    if not _opens(item, edition):
        return item
    return replace(item, eccn=item.for_items[0], for_items=())


@cites("15 CFR 734.19(b)")
def software_key(item: Item, edition: Edition) -> tuple[Finding, ...]:
    """A software license key has the classification of what it lets its user use."""
    if not _opens(item, edition):
        return ()
    opened = item.for_items[0]
    said = f"a software key, classified as {opened}, which it opens"
    return (Finding(FindingKind.NOTE, Truth.YES, "15 CFR 734.19(b)", said, label=str(opened)),)


def _says_something(item: Item, _entry: Entry | None, _edition: Edition) -> bool:
    return bool(item.characteristics)


@cites("15 CFR 734.19(a)", bears=Bearing(items=_says_something))
def access_information(item: Item) -> tuple[Finding, ...]:
    """A password or key that releases technology needs what the technology needs."""
    if item.characteristic("access_information") is not Truth.YES:
        return ()
    said = "access information: it needs the authorization that what it releases needs"
    return (Finding(FindingKind.NOTE, Truth.YES, "15 CFR 734.19(a)", said),)


def _opens(item: Item, edition: Edition) -> bool:
    """A key for dormant functions is left out, and so is one that opens several entries."""
    return (
        item.characteristic(KEY) is Truth.YES
        and item.characteristic(DORMANT) is not Truth.YES
        and item.eccn is None
        and len(item.for_items) == 1
        and edition.day >= edition.tables.activities.access_since
    )
