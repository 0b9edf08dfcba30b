"""The destination: a country, and within Ukraine the region (15 CFR 746.6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from navicert.terms.truth import Truth


class OccupiedRegion(StrEnum):
    """The regions that 15 CFR 746.6 treats as destinations of their own."""

    CRIMEA = "CRIMEA"
    DNR = "DNR"
    LNR = "LNR"


@dataclass(frozen=True, slots=True)
class Destination:
    """Country of ultimate destination (ISO 3166-1) and, where it matters, the region.

    ``region`` is one of ``OccupiedRegion``, or any other name of a place, or None when nothing
    was said.
    """

    country: str
    region: str | None = None

    @property
    def occupied_region(self) -> Truth:
        """Whether it lies in an occupied region of Ukraine; unknown when no region was said."""
        if self.country != "UA":
            return Truth.NO
        if self.region is None:
            return Truth.UNKNOWN
        return Truth.YES if self.region.upper() in set(OccupiedRegion) else Truth.NO

    def __str__(self) -> str:
        """Write country and region: ``UA/DNR``."""
        return f"{self.country}/{self.region}" if self.region else self.country
