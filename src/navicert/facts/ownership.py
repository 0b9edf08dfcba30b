"""Who owns which share of whom, as far as the exporter knows (744.11(a)(1); OFAC FAQs 398-402)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Stake:
    """One direct share of ownership in percent; None when nobody knows it.

    Ownership alone counts: control without a share is no stake.
    """

    owner: str
    owned: str
    percent: Decimal | None = None
