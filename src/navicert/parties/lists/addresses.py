"""Addresses as the Consolidated Screening List writes them: ``street, city, postal, CC; ...``."""

from __future__ import annotations

import re

from navicert.facts.party import Address
from navicert.terms import country

_POSTAL = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9 -]{2,9}")
_US_STATE = re.compile(r"[A-Z]{2}")


def parse(cell: str) -> tuple[Address, ...]:
    """Read every address of a cell; what cannot be told apart stays in ``text``.

    >>> [(a.street, a.city, a.country) for a in parse("3 Main St, Windhoek, 10001, NA; NO")]
    [('3 Main St', 'Windhoek', 'NA'), ('', '', 'NO')]
    """
    return tuple(_address(text) for part in cell.split(";") if (text := part.strip()))


def countries(addresses: tuple[Address, ...]) -> tuple[str, ...]:
    """Give the countries of some addresses, each once, in their order."""
    return tuple(dict.fromkeys(a.country for a in addresses if a.country))


def _address(text: str) -> Address:
    parts = [part.strip() for part in text.split(",")]
    code = parts.pop() if parts[-1] in country.names() else None
    postal = parts.pop() if len(parts) > 1 and _POSTAL.fullmatch(parts[-1]) else ""
    region = parts.pop() if code == "US" and parts and _US_STATE.fullmatch(parts[-1]) else ""
    city = parts.pop() if parts else ""
    return Address(text, ", ".join(parts), city, region, postal, code)
