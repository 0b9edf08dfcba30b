"""The destination: a country, and within Ukraine the region (15 CFR 746.6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OccupiedRegion(StrEnum):
    """The regions that 15 CFR 746.6 treats as destinations of their own."""

    CRIMEA = "CRIMEA"
    DNR = "DNR"
    LNR = "LNR"


@dataclass(frozen=True, slots=True)
class Destination:
    """Country of ultimate destination (ISO 3166-1) and, where it matters, the region.

    ``region`` is the name of a place as the order writes it, None when nothing was said; which
    of the ``OccupiedRegion`` it lies in is the law's to say.
    """

    country: str
    region: str | None = None

    def __str__(self) -> str:
        """Write country and region: ``UA/DNR``."""
        return f"{self.country}/{self.region}" if self.region else self.country
