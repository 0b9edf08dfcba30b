"""Items that are described alike: what their entry says of them, worked out once for all."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache
from types import MappingProxyType

import msgspec

from navicert.facts.item import Item
from navicert.law.edition import Edition
from navicert.law.tables.control_list import ControlRow, Entry
from navicert.rules.alike import Alike
from navicert.rules.cites import BEARINGS, Rules
from navicert.rules.classification.coverage import missing_for
from navicert.rules.classification.reasons import row_covers
from navicert.rules.finding import MissingFact
from navicert.terms.truth import Truth

KEPT = 1 << 13
"""How many descriptions are remembered."""


class Covering(msgspec.Struct, frozen=True, eq=False):
    """A control row that takes an item in, or may, and the facts that keep it from being told."""

    row: ControlRow
    holds: Truth
    missing: tuple[MissingFact, ...]


class Described(msgspec.Struct, frozen=True, eq=False):
    """What holds of all items described alike, whatever they are worth and wherever they go.

    ``rows`` are the control rows of its entry that take it in or may; ``reasons`` every reason
    for control that the entry names, and whether it holds; of these ``certain`` surely hold and
    ``maybe`` hang on missing facts. ``silent`` are the rules that find nothing of it.
    """

    entry_rows: tuple[ControlRow, ...]
    rows: tuple[Covering, ...]
    reasons: Mapping[str, Truth]
    certain: frozenset[str]
    maybe: frozenset[str]
    silent: Rules


def as_described(item: Item, entry: Entry | None, edition: Edition) -> Described:
    """Give what holds of an item, however often one like it was looked at before."""
    # Rows are told apart by where they lie; what is kept holds on to them, so none moves in.
    known = None if entry is None else (id(entry.rows), entry.status)
    key = (edition.tables, edition.day, known, *looked_at(item))
    return _of(Alike.of(key, (item, entry, edition)))


def looked_at(item: Item) -> tuple[Hashable, ...]:
    """Give all that describes an item; a rule's bearing may look at nothing else of it."""
    characteristics = item.characteristics
    return (
        item.eccn,
        item.kind,
        item.origin,
        item.for_items,
        item.published,
        item.columns,
        item.other_agency,
        tuple(characteristics.items()) if characteristics else (),
    )


@lru_cache(maxsize=KEPT)
def _of(asked: Alike[tuple[Item, Entry | None, Edition]]) -> Described:
    item, entry, edition = asked.opened()
    rows = entry.rows if entry is not None else ()
    covered = tuple((row, row_covers(row, item, edition)) for row in rows)
    reasons: dict[str, Truth] = {}
    for row, answer in covered:
        reasons[row.reason] = reasons.get(row.reason, Truth.NO) | answer
    return Described(
        entry_rows=rows,
        rows=tuple(
            Covering(row, answer, missing_for(row.limits, item, edition.question, row.citation))
            for row, answer in covered
            if answer is not Truth.NO
        ),
        reasons=MappingProxyType(reasons),
        certain=frozenset([one for one, holds in reasons.items() if holds is Truth.YES]),
        maybe=frozenset([one for one, holds in reasons.items() if holds is Truth.UNKNOWN]),
        silent=one_of(
            frozenset([rule for rule, it in BEARINGS.items() if not it.items(item, entry, edition)])
        ),
    )


@lru_cache(maxsize=KEPT)
def one_of(rules: Rules) -> Rules:
    """Give one and the same for all that are equal, which is quicker to tell from others."""
    return rules
