"""How an exception or a statement is used: what paper work follows (740.20(d), 744.15(b))."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class ExceptionUse:
    """One use; what nobody said is UNKNOWN.

    ``government_consignee`` means a government of Country Group A:5 or A:6; ``several_shipments``
    that one statement of the consignee serves more than one shipment.
    """

    tangible: Truth = Truth.UNKNOWN
    government_consignee: Truth = Truth.UNKNOWN
    several_shipments: Truth = Truth.UNKNOWN
    needs_license: Truth = Truth.UNKNOWN
