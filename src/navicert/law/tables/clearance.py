"""Export clearance and recordkeeping: thresholds and periods (15 CFR parts 758 and 762)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Clearance:
    """What 758.1(b), 758.6 and 762.6 state: US dollars, countries, groups, years."""

    eei_above_usd: Decimal
    eei_groups_any_value: frozenset[str]
    eei_ccl_any_value_to: frozenset[str]
    eei_exceptions_any_value: frozenset[str]
    eei_not_to: frozenset[str]
    statement_not_for_exceptions: frozenset[str]
    eccn_on_invoice_entries: frozenset[str]
    nlr_license_code: str
    retention_years: int


def read(shelf: Shelf) -> Clearance:
    """Read both parts from the shelf."""
    clearance = shelf.document("758/clearance.toml")
    return Clearance(
        eei_above_usd=Decimal(clearance["eei_above_usd"]),
        eei_groups_any_value=frozenset(clearance["eei_groups_any_value"]),
        eei_ccl_any_value_to=frozenset(clearance["eei_ccl_any_value_to"]),
        eei_exceptions_any_value=frozenset(clearance["eei_exceptions_any_value"]),
        eei_not_to=frozenset(clearance["eei_not_to"]),
        statement_not_for_exceptions=frozenset(clearance["statement_not_for_exceptions"]),
        eccn_on_invoice_entries=frozenset(clearance["eccn_on_invoice_entries"]),
        nlr_license_code=clearance["nlr_license_code"],
        retention_years=shelf.document("762/recordkeeping.toml")["retention_years"],
    )
