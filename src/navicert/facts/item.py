"""The item: what it is, how it is classified, where it comes from, what it contains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from navicert.terms.eccn import Eccn
from navicert.terms.money import Money
from navicert.terms.truth import Truth


class ItemKind(StrEnum):
    """Commodity, software or technology (15 CFR 772.1, "item")."""

    COMMODITY = "commodity"
    SOFTWARE = "software"
    TECHNOLOGY = "technology"


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a bill of materials (15 CFR 734.4, Supplement No. 2 to part 734).

    ``value`` is the fair market value of one piece; ``parts`` are what it is assembled from.
    ``for_items``, ``category`` and ``characteristics`` are those of an item.
    """

    name: str
    origin: str | None
    eccn: Eccn | None
    value: Money | None
    quantity: Decimal = Decimal(1)
    kind: ItemKind = ItemKind.COMMODITY
    bundled: bool = False
    parts: tuple[Part, ...] = ()
    for_items: tuple[Eccn, ...] = ()
    category: str = ""
    characteristics: Mapping[str, Truth] = field(default_factory=lambda: MappingProxyType({}))

    def characteristic(self, slug: str) -> Truth:
        """Answer a question about the part; what was not said is unknown."""
        return self.characteristics.get(slug, Truth.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Item:
    """What one line of an order is about; what was not said is None or UNKNOWN.

    ``columns`` are the chart columns that the exporter's own classification states, None when
    it states none. ``characteristics`` answer the conditions that control rows name, by their
    slug, ``figures`` give the numbers that they turn on (``app_wt``, ``barrel_in``).
    ``for_items`` are the items that technology or software is for. ``direct_product_of`` names
    the US technology or software that a foreign-made item is the direct product of,
    ``plant_direct_product_of`` that of the plant or major component it was made by (734.9); None
    when nothing was said. ``other_agency``
    names the agency that controls it instead, when the exporter says so. ``exported_from_us``
    tells whether this very item has been or will be exported from the United States.
    ``value`` is the fair market value of one piece, as that of a part is; an order that states
    it states the ``quantity`` too. ``hts`` is 4 to 10 digits without dots.
    """

    name: str
    kind: ItemKind | None = None
    eccn: Eccn | None = None
    for_items: tuple[Eccn, ...] = ()
    columns: frozenset[str] | None = None
    origin: str | None = None
    located_in: str | None = None
    value: Money | None = None
    quantity: Decimal = Decimal(1)
    hts: str | None = None
    category: str = ""
    characteristics: Mapping[str, Truth] = field(default_factory=lambda: MappingProxyType({}))
    figures: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    direct_product_of: tuple[Eccn, ...] | None = None
    plant_direct_product_of: tuple[Eccn, ...] | None = None
    bill_of_materials: tuple[Part, ...] | None = None
    other_agency: str = ""
    published: Truth = Truth.UNKNOWN
    us_content: Truth = Truth.UNKNOWN
    us_technology: Truth = Truth.UNKNOWN
    exported_from_us: Truth = Truth.UNKNOWN

    def characteristic(self, slug: str) -> Truth:
        """Answer a condition of a control row; what was not said is unknown."""
        return self.characteristics.get(slug, Truth.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an order: its number from 1, and its item."""

    number: int
    item: Item
