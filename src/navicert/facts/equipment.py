"""Equipment and services that somebody bought or means to buy: who made it, what for, whose money.

What section 889 of the NDAA for fiscal year 2019 and the rules of the FCC ask of an inventory.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from navicert.terms.list_code import ListCode
from navicert.terms.truth import Truth


class Category(StrEnum):
    """What a thing is, in the words of section 889(f)(3) and of the Covered List."""

    TELECOMMUNICATIONS = "telecommunications"
    VIDEO_SURVEILLANCE = "video_surveillance"
    TELECOMMUNICATIONS_SERVICE = "telecommunications_service"
    VIDEO_SURVEILLANCE_SERVICE = "video_surveillance_service"
    INFORMATION_SECURITY = "information_security"
    OTHER = "other"


SERVICES = frozenset({Category.TELECOMMUNICATIONS_SERVICE, Category.VIDEO_SURVEILLANCE_SERVICE})


class Purpose(StrEnum):
    """What it is for: the four purposes of section 889(f)(3)(B), or another one."""

    PUBLIC_SAFETY = "public_safety"
    GOVERNMENT_FACILITIES = "government_facilities"
    CRITICAL_INFRASTRUCTURE = "critical_infrastructure"
    NATIONAL_SECURITY = "national_security"
    OTHER = "other"


class Funding(StrEnum):
    """What money pays for it; a loan of an agency counts with grants."""

    FEDERAL_PROCUREMENT = "federal_procurement"
    GRANT = "grant"
    UNIVERSAL_SERVICE = "universal_service"
    PRIVATE = "private"


class Use(StrEnum):
    """How a service joins the facilities of a third party (section 889(a)(2)(A))."""

    BACKHAUL = "backhaul"
    ROAMING = "roaming"
    INTERCONNECTION = "interconnection"
    OTHER = "other"


class Relation(StrEnum):
    """What a maker is to a company that a law names."""

    ITSELF = "itself"
    BRAND = "brand"
    SUBSIDIARY = "subsidiary"
    AFFILIATE = "affiliate"
    BEARS_ITS_NAME = "bears_its_name"


@dataclass(frozen=True, slots=True)
class Equipment:
    """One row of an inventory; what it leaves out is None or unknown.

    ``acquired`` is the day of the purchase, None for one that is planned. ``routes_traffic`` is
    whether it can route or redirect user data or lets somebody see into it, ``essential`` whether
    it is a substantial or essential component or critical technology of a system, ``contractor``
    whether its user holds or seeks a contract with an executive agency.
    """

    asset: str
    manufacturer: str | None = None
    brand: str | None = None
    model: str = ""
    category: Category | None = None
    purpose: Purpose | None = None
    use: Use | None = None
    funding: Funding | None = None
    acquired: date | None = None
    quantity: Decimal | None = None
    place: str = ""
    routes_traffic: Truth = Truth.UNKNOWN
    essential: Truth = Truth.UNKNOWN
    contractor: Truth = Truth.UNKNOWN
    row: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Tie:
    """How a maker is tied to one company that a list names, and how sure that is.

    ``listed`` is the entry of the list, ``how`` says it in words. ``question`` is what must be
    answered where ``holds`` is unknown.
    """

    list: ListCode
    listed: str
    relation: Relation
    holds: Truth
    how: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Maker:
    """What is known of who made a thing; ``known`` is False where nobody says who did."""

    known: bool
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Purchase:
    """A thing and its maker, as a rule looks at them."""

    equipment: Equipment
    maker: Maker
