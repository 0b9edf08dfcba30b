"""Kinds of identifiers that lists and orders give for a party, a vessel or an aircraft."""

from __future__ import annotations

from enum import StrEnum

from navicert.errors import TermError


class IdentifierKind(StrEnum):
    """What a number or mark is, whatever each list calls it."""

    PASSPORT = "passport"
    NATIONAL_ID = "national_id"
    TAX_ID = "tax_id"
    REGISTRATION = "registration"
    LEI = "lei"
    BIC = "bic"
    DUNS = "duns"
    UEI = "uei"
    IMO = "imo"
    MMSI = "mmsi"
    CALL_SIGN = "call_sign"
    AIRCRAFT_TAIL = "aircraft_tail"
    AIRCRAFT_SERIAL = "aircraft_serial"
    WALLET = "wallet"
    BANK_ACCOUNT = "bank_account"
    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    OTHER = "other"


STRONG = frozenset(
    {
        IdentifierKind.PASSPORT,
        IdentifierKind.NATIONAL_ID,
        IdentifierKind.TAX_ID,
        IdentifierKind.REGISTRATION,
        IdentifierKind.LEI,
        IdentifierKind.BIC,
        IdentifierKind.DUNS,
        IdentifierKind.UEI,
        IdentifierKind.IMO,
        IdentifierKind.MMSI,
        IdentifierKind.AIRCRAFT_TAIL,
        IdentifierKind.WALLET,
    }
)
"""Kinds that name one party alone, so that the same number decides whatever the name is.

The serial number of an aircraft is none: short ones repeat from maker to maker.
"""


def parse(value: str) -> IdentifierKind:
    """Read a kind by its word.

    >>> parse("Tax ID"), parse("imo")
    (<IdentifierKind.TAX_ID: 'tax_id'>, <IdentifierKind.IMO: 'imo'>)
    >>> parse("shoe size")
    Traceback (most recent call last):
    ...
    navicert.errors.TermError: 'shoe size' is no kind of identifier, such as passport, imo or lei
    """
    try:
        return IdentifierKind("_".join(value.casefold().replace("-", " ").split()))
    except ValueError:
        message = f"{value[:40]!r} is no kind of identifier, such as passport, imo or lei"
        raise TermError(message) from None


def is_valid(value: str) -> bool:
    """Tell whether this is a kind.

    >>> is_valid("passport"), is_valid("")
    (True, False)
    """
    try:
        parse(value)
    except TermError:
        return False
    return True


def format(kind: IdentifierKind) -> str:  # noqa: A001 - the verb that every term has
    """Write a kind for people.

    >>> format(IdentifierKind.TAX_ID), format(IdentifierKind.IMO)
    ('tax id', 'IMO')
    """
    short = {IdentifierKind.LEI, IdentifierKind.BIC, IdentifierKind.IMO, IdentifierKind.MMSI}
    short |= {IdentifierKind.DUNS, IdentifierKind.UEI}
    return kind.value.upper() if kind in short else kind.value.replace("_", " ")
