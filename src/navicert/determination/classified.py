"""Step 7 of part 732: the entry of the item, and whether its classification can be worked with."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from navicert.errors import LawNotCovered
from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.library import Tables
from navicert.law.tables.control_list import Entry
from navicert.rules import contradictions
from navicert.rules.cites import Rules
from navicert.rules.classification import entry as classification
from navicert.rules.classification.order_of_review import order_of_review
from navicert.rules.finding import Finding
from navicert.rules.matter import Matter
from navicert.rules.silence import Silence
from navicert.terms.eccn import Eccn

CONTROLLED = "controlled"
OTHER_AGENCY = "other_agency"
KEPT = 1 << 13
"""How many classifications on how many days are remembered."""


def entry_of(item: Item, edition: Edition) -> tuple[Entry | None, list[Finding]]:
    """Step 7: the entry as it stood on the day; a gap is a finding, not a guess."""
    if item.eccn is None or item.eccn.is_ear99 or not edition.lists_entry(item.eccn.symbol):
        return None, []
    try:
        return _entry(edition.tables, edition.day, item.eccn), []
    except LawNotCovered as gap:
        return None, list(classification.entry_not_verified(item, str(gap), edition))


@lru_cache(maxsize=KEPT)
def _entry(tables: Tables, day: date, eccn: Eccn) -> Entry:
    return tables.control_list.entry_of(eccn, day).value


CLASSIFICATION: Rules = frozenset(
    {
        classification.classification_stated,
        classification.entry_exists,
        classification.paragraph_exists,
        classification.group_agrees,
        contradictions.technology_for_what,
        order_of_review,
        classification.described_elsewhere,
    }
)
"""Step 7, rule by rule: of an item classified as it should be none of them finds anything."""


def classified(matter: Matter, silence: Silence) -> list[Finding]:
    """Step 7: whether the classification that the order states can be worked with."""
    if silence.has_all(CLASSIFICATION) and (matter.entry is None or _has_table(matter.entry)):
        return []
    item, entry, edition, ask = matter.item, matter.entry, matter.edition, silence.ask
    found = [
        *ask(classification.classification_stated, item),
        *ask(classification.entry_exists, item, edition),
        *ask(classification.paragraph_exists, item, edition),
        *ask(classification.group_agrees, item),
        *ask(contradictions.technology_for_what, item),
        *ask(order_of_review, item, edition),
    ]
    if entry is not None:
        found += ask(classification.described_elsewhere, item, entry)
        if not _has_table(entry):
            found += classification.entry_without_rows(item, entry)
    return found


def _has_table(entry: Entry) -> bool:
    return entry.status in {CONTROLLED, OTHER_AGENCY}
