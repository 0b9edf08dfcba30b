"""What each company has of each part: bought from somebody, or made from its parts, level by level.

A state is a company with an item. Those count from which a line can be reached; a state is bought
where anybody supplies the item to the company, else it is made where the item has components.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from navicert.exposure.columns import Columns
from navicert.exposure.graph import EdgeKind
from navicert.exposure.inputs import Flags, Integers
from navicert.exposure.ordered import among, both, distinct, place_in


@dataclass(frozen=True, slots=True)
class States:
    """States in the order of their levels: whatever one hangs on comes before it.

    ``key`` is company times the number of nodes plus item. ``child`` and ``parent`` are uses of
    states in made ones, by ``parent``. ``supply`` are rows of the supplies that reach a state,
    ``into`` the state, ``upstream`` the supplier's own state of that item where it makes it, -1
    else. ``starts`` are where each level begins. ``company_of_line`` has, for each node, the
    company that runs that line, ``made_on`` the state that each row of that table makes.
    """

    key: Integers
    starts: Integers
    bought: Flags
    child: Integers
    parent: Integers
    supply: Integers
    into: Integers
    upstream: Integers
    company_of_line: Integers
    made_on: Integers

    def __len__(self) -> int:
        return len(self.key)


def states_of(columns: Columns) -> States:
    """Find every state from which a line can be reached, and put them in levels."""
    company, made_on = _made_on(columns)
    supplies = columns.tables[EdgeKind.SUPPLIES]
    bought = distinct(supplies.head * columns.nodes + supplies.item)
    parents, children = _expanded(columns, distinct(made_on[made_on >= 0]), bought)
    keys = distinct(np.concatenate([made_on[made_on >= 0], parents, children]))
    whole = distinct(parents)
    supply, into, upstream = _supplied(columns, keys, among(keys, whole))
    child, parent = place_in(keys, children), place_in(keys, parents)
    linked = upstream >= 0
    level = _levels(
        len(keys),
        np.concatenate([child, upstream[linked]]),
        np.concatenate([parent, into[linked]]),
    )
    order = np.lexsort((np.arange(len(keys)), level))
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    by_parent = np.argsort(rank[parent], kind="stable")
    by_state = np.argsort(rank[into], kind="stable")
    top = int(level.max(initial=-1)) + 1
    renamed = np.where(upstream >= 0, rank[np.maximum(upstream, 0)], -1) if len(rank) else upstream
    return States(
        key=keys[order],
        starts=np.searchsorted(level[order], np.arange(top + 1)),
        bought=among(keys[order], bought) & ~among(keys[order], whole),
        child=rank[child][by_parent],
        parent=rank[parent][by_parent],
        supply=supply[by_state],
        into=rank[into][by_state],
        upstream=renamed[by_state],
        company_of_line=company,
        made_on=np.where(made_on >= 0, rank[place_in(keys, made_on)] if len(rank) else -1, -1),
    )


def _made_on(columns: Columns) -> tuple[Integers, Integers]:
    """Give the company of each line's node, and of each row the key of what it makes; -1: none."""
    runs, made = columns.tables[EdgeKind.RUNS], columns.tables[EdgeKind.MADE_ON]
    company = np.full(columns.nodes, -1, dtype=np.int64)
    company[runs.head[::-1]] = runs.tail[::-1]
    whose = company[made.head] if columns.nodes else made.head
    return company, np.where(whose >= 0, whose * columns.nodes + made.tail, -1)


def _expanded(columns: Columns, first: Integers, bought: Integers) -> tuple[Integers, Integers]:
    """Go down the bill from what is made on lines; what is bought goes no further."""
    bill, count = columns.tables[EdgeKind.COMPONENT], columns.nodes
    order = np.argsort(bill.head, kind="stable")
    whole, part = bill.head[order], bill.tail[order]
    seen, front = first, first
    parents, children = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    while len(front):
        low = np.searchsorted(whole, front % count, "left")
        many = np.searchsorted(whole, front % count, "right") - low
        above = np.repeat(front, many)
        rows = np.repeat(low - np.cumsum(many) + many, many) + np.arange(many.sum())
        below = above // count * count + part[rows]
        parents.append(above)
        children.append(below)
        new = distinct(below)
        front = new[~among(new, seen) & ~among(new, bought)]
        seen = both(seen, front)
    return np.concatenate(parents), np.concatenate(children)


def _supplied(columns: Columns, keys: Integers, made: Flags) -> tuple[Integers, Integers, Integers]:
    """Give the supplies of bought states, and the state of the supplier that makes the item."""
    table = columns.tables[EdgeKind.SUPPLIES]
    own = table.head * columns.nodes + table.item
    reached = among(own, keys)
    reached[reached] = ~made[place_in(keys, own[reached])]
    rows = np.flatnonzero(reached)
    into = place_in(keys, own[rows])
    theirs = table.tail[rows] * columns.nodes + table.item[rows]
    makes = among(theirs, keys)
    makes[makes] = made[place_in(keys, theirs[makes])]
    upstream = np.full(len(rows), -1, dtype=np.int64)
    upstream[makes] = place_in(keys, theirs[makes])
    return rows, into, upstream


def _levels(count: int, tail: Integers, head: Integers) -> Integers:
    """Give the longest way from a leaf to each state.

    There is no circle: a bill has none, and a supplier that makes an item buys none of it.
    """
    level = np.zeros(count, dtype=np.int64)
    waiting = np.bincount(head, minlength=count)
    order = np.argsort(tail, kind="stable")
    tail, head = tail[order], head[order]
    front, step = np.flatnonzero(waiting == 0), 0
    while len(front):
        level[front] = step
        low = np.searchsorted(tail, front, "left")
        many = np.searchsorted(tail, front, "right") - low
        rows = np.repeat(low - np.cumsum(many) + many, many) + np.arange(many.sum())
        met, times = np.unique(head[rows], return_counts=True)
        waiting[met] -= times
        front, step = met[waiting[met] == 0], step + 1
    return level
