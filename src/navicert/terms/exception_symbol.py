"""Symbols of the license exceptions (15 CFR part 740), each with its section."""

from __future__ import annotations

from collections.abc import Mapping

from navicert.errors import TermError

SECTIONS: Mapping[str, str] = {
    "LVS": "740.3", "GBS": "740.4", "SPP": "740.5", "CIV": "740.5", "TSR": "740.6", "APP": "740.7",
    "NAC": "740.8", "ACA": "740.8", "TMP": "740.9", "RPL": "740.10", "GOV": "740.11",
    "GFT": "740.12", "TSU": "740.13", "BAG": "740.14", "AVS": "740.15", "APR": "740.16",
    "ENC": "740.17", "AGR": "740.18", "CCD": "740.19", "STA": "740.20", "SCP": "740.21",
    "ACE": "740.22", "MED": "740.23", "IEC": "740.24", "HBM": "740.25", "RFF": "740.26",
    "AIA": "740.27", "ACM": "740.28", "LPP": "740.29",
}  # fmt: skip
"""Also those that ended (CIV, in 2020, whose section SPP took over): old orders name them."""


def parse(value: str) -> str:
    """Read a symbol.

    >>> parse("lvs")
    'LVS'
    >>> parse("NLR")
    Traceback (most recent call last):
    ...
    navicert.errors.TermError: 'NLR' is not the symbol of a license exception, such as LVS
    """
    symbol = value.strip().upper()
    if symbol not in SECTIONS:
        message = f"{value!r} is not the symbol of a license exception, such as LVS"
        raise TermError(message)
    return symbol


def is_valid(value: str) -> bool:
    """Tell whether this is a symbol.

    >>> is_valid("STA"), is_valid("NLR")
    (True, False)
    """
    return value.strip().upper() in SECTIONS


def format(symbol: str) -> str:  # noqa: A001 - the verb that every term has
    """Write a symbol with its section.

    >>> format("STA")
    'STA (740.20)'
    """
    return f"{symbol} ({SECTIONS[symbol]})"
