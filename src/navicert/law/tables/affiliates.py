"""The Affiliates rule: whether 50 percent ownership by listed parties binds (15 CFR 744.11)."""

from __future__ import annotations

from navicert.law.dated import Dated, Value, dated
from navicert.law.shelf import Shelf


def read(shelf: Shelf) -> Dated[bool]:
    """Read since when the rule is in force, stayed or unknown."""
    document = shelf.document("744/affiliates.toml")
    return dated(
        "Affiliates rule (15 CFR 744.11)",
        (
            Value(row["since"], row["in_force"], row["citation"], row.get("review_by"))
            for row in document["value"]
        ),
    )
