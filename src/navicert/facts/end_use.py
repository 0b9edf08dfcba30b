"""The end use, and what the exporter knows (15 CFR part 744; "knowledge" in 772.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from navicert.terms.truth import Truth


class EndUseKind(StrEnum):
    """The end uses that part 744 and part 746 tell apart."""

    CIVIL = "civil"
    MILITARY = "military"
    MILITARY_INTELLIGENCE = "military_intelligence"
    NUCLEAR = "nuclear"
    MISSILE = "missile"
    CHEMICAL_BIOLOGICAL = "chemical_biological"
    MARITIME_NUCLEAR = "maritime_nuclear"
    SUPERCOMPUTER = "supercomputer"
    SEMICONDUCTOR = "semiconductor"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class EndUse:
    """What the item is for; ``kind`` is None when nobody said.

    ``characteristics`` answer the questions that a section asks of an end use, by their slug;
    ``purpose`` is a slug that an authorization may name (``existing_network``); ``text`` is
    what the order wrote.
    """

    kind: EndUseKind | None = None
    purpose: str = ""
    text: str = ""
    characteristics: Mapping[str, Truth] = field(default_factory=lambda: MappingProxyType({}))

    def characteristic(self, slug: str) -> Truth:
        """Answer a question about the end use; what was not said is unknown."""
        return self.characteristics.get(slug, Truth.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the exporter knows or has reason to know.

    ``will_be_exported`` is the knowledge of clause Second D of a denial order.
    ``red_flags`` are in the exporter's words; ``resolved`` holds a reason for each one cleared.
    """

    will_be_exported: Truth = Truth.UNKNOWN
    violation: Truth = Truth.UNKNOWN
    red_flags: tuple[str, ...] = ()
    resolved: tuple[tuple[str, str], ...] = ()
