"""Brands and who makes what bears them, as far as a source names the maker."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from navicert.parties import shipped


@dataclass(frozen=True, slots=True)
class Brand:
    """One brand; not ``sure`` where the source leaves open who makes it now."""

    brand: str
    maker: str
    sure: bool
    source: str


@cache
def brands() -> tuple[Brand, ...]:
    """Give every brand that the house knows, in the order of its file."""
    told = shipped.table("navicert.parties.makers", "brands.toml")
    return tuple(Brand(**row) for row in told["brand"])


def brand_of(name: str) -> Brand | None:
    """Find a brand; case and spaces do not count.

    >>> brand_of(" ezviz ").maker
    'Hangzhou Hikvision Digital Technology Company'
    >>> brand_of("Acme") is None
    True
    """
    wanted = _key(name)
    return next((one for one in brands() if _key(one.brand) == wanted), None)


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
