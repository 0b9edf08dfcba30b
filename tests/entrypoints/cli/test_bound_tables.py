"""The table of who is bound, as a narrow terminal shows it."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

from rich.console import Console

from navicert.casework.bound_entities import BoundEntities, BoundEntity
from navicert.entrypoints.cli.bound_tables import show
from navicert.facts.standing import OwnershipRule
from navicert.parties.ownership.register import Entity


def test_no_rule_and_no_head_of_a_column_is_broken_on_eighty_columns() -> None:
    entity = Entity("8N2W-00000000000000000042", "Procyon Maritime and Aviation Components", "CY")
    one = BoundEntity(
        "European register of companies",
        entity,
        OwnershipRule.AFFILIATES,
        Decimal("50.01"),
        Decimal("62.50"),
        is_certain=True,
        listed=False,
    )
    said = io.StringIO()
    found = BoundEntities(date(2026, 3, 2), (), (), (one,))
    show(found, 10, Console(file=said, width=80))
    for word in ("affiliates", "country", "at_least", "at_most", "50.01", "62.50"):
        assert word in said.getvalue().split()
