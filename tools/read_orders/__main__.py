"""Measure the reader: ``.venv/bin/python -m tools.read_orders CORPUS/orders/federal-register``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from navicert.casework.read_orders import FileRead
from navicert.undertakings.federal_register.notice import OrderNotice, Verdict
from tools.read_orders import Compared, agreement, labels, readings


def main(folder: Path) -> None:
    """Print a line an order, the counts, and the agreement with the labels."""
    found = readings(folder)
    orders = [order for one in found.values() for order in one.orders]
    for order in orders:
        print(_line(order))
    print()
    _counts(found, orders)
    print()
    known = agreement(found, labels())
    _agreed([one for one in known if one.document in found])


def _line(order: OrderNotice) -> str:
    state = "whole" if order.is_read_whole else "in part"
    gone = ", ".join(one.field for one in order.unread if one.stated)
    lacking = ", ".join(one.field for one in order.unread if not one.stated)
    names = "; ".join(one.name for one in order.respondents)
    end = order.end.day if order.end else "-"
    there = sum(1 for one in order.clauses if one.verdict is not Verdict.ABSENT)
    told = f"{order.document:<12} {state:<8} {order.kind or '-':<12} {end} {there:>2}/11 {names}"
    return (
        f"{told}{f' | not understood: {gone}' if gone else ''} | not in the text: {lacking or '-'}"
    )


def _counts(found: Mapping[str, FileRead], orders: list[OrderNotice]) -> None:
    whole = [one for one in orders if one.is_read_whole]
    complete = [one for one in orders if one.is_complete]
    print(f"{len(found)} texts, {len(orders)} orders on export privileges")
    print(f"  read whole (all that the text states): {len(whole)}")
    print(f"    of these with every field and clause in the text: {len(complete)}")
    print(f"  read in part (something stated was not understood): {len(orders) - len(whole)}")
    others = Counter(other.what for one in found.values() for other in one.others)
    print(f"  refused as no order: {others.total()}")
    for what, count in sorted(others.items()):
        print(f"    {what}: {count}")
    said = Counter(clause.verdict for order in orders for clause in order.clauses)
    print("  clauses: " + ", ".join(f"{name} {said[name]}" for name in Verdict))


def _agreed(known: list[Compared]) -> None:
    fields = dict.fromkeys(one.field for one in known)
    print("agreement with the labels, field by field")
    for field in fields:
        of_field = [one for one in known if one.field == field]
        agreed = sum(1 for one in of_field if one.agrees)
        print(f"  {field:<10} {agreed:>3} of {len(of_field)}")
    for one in known:
        if not one.agrees:
            print(f"  {one.document}: {one.field}: {one.found!r}, the label says {one.label!r}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
