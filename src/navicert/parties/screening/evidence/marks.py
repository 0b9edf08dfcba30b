"""Numbers that carry their own check: IMO numbers of ships, MMSI of radios, LEI of companies.

Sources: IMO resolution A.1117(30) for the ship's number, Recommendation ITU-R M.585 for the MMSI,
ISO 17442 with ISO 7064 (mod 97-10) for the LEI. Each takes a number as ``Identifier.key`` gives it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from navicert.facts.identifier import Identifier
from navicert.terms.identifier_kind import IdentifierKind

_IMO = re.compile(r"(?:IMO)?(\d{7})")
_MMSI = re.compile(r"(?:MMSI)?([2-7]\d{8})", re.ASCII)
_LEI = re.compile(r"(?:LEI)?([0-9A-Z]{18}\d{2})")
_WEB = re.compile(r"^(?:HTTPS?)?(?:WWW)?")
_LABELS: Mapping[IdentifierKind, str] = {
    IdentifierKind.IMO: "IMO",
    IdentifierKind.MMSI: "MMSI",
    IdentifierKind.LEI: "LEI",
}
_LONGEST = 100


def imo_is_valid(key: str) -> bool:
    """Check an IMO number: the seventh figure is the sum of the others times 7 to 2, modulo 10.

    >>> imo_is_valid("9074729"), imo_is_valid("IMO9074729"), imo_is_valid("9074728")
    (True, True, False)
    """
    found = _IMO.fullmatch(key)
    if found is None or not found[1].isascii() or not int(found[1]):
        return False
    *figures, check = map(int, found[1])
    return sum(f * w for f, w in zip(figures, range(7, 1, -1), strict=True)) % 10 == check


def mmsi_is_valid(key: str) -> bool:
    """Check the MMSI of a ship: nine figures, of which the first names a continent, 2 to 7.

    >>> mmsi_is_valid("366123456"), mmsi_is_valid("812345678")
    (True, False)
    """
    return _MMSI.fullmatch(key) is not None


def lei_is_valid(key: str) -> bool:
    """Check a legal entity identifier: as a number with A for 10 to Z for 35 it is 1 modulo 97.

    >>> lei_is_valid("5493001KJTIIGC8Y1R12"), lei_is_valid("5493001KJTIIGC8Y1R13")
    (True, False)
    """
    found = _LEI.fullmatch(key)
    if found is None or not found[1].isascii():
        return False
    return int("".join(str(int(c, 36)) for c in found[1])) % 97 == 1


def is_valid(one: Identifier) -> bool:
    """Check a number by the rule of its kind; a kind without a rule is right as it is."""
    key = key_of(one)
    match one.kind:
        case IdentifierKind.IMO:
            return imo_is_valid(key)
        case IdentifierKind.MMSI:
            return mmsi_is_valid(key)
        case IdentifierKind.LEI:
            return lei_is_valid(key)
        case _:
            return True


def key_of(one: Identifier) -> str:
    """Give what two numbers are compared by: without the label that some write before it.

    >>> key_of(Identifier(IdentifierKind.IMO, "IMO 9074729"))
    '9074729'
    >>> key_of(Identifier(IdentifierKind.WEBSITE, "https://www.example.com/"))
    'EXAMPLECOM'
    """
    key = one.key[:_LONGEST]
    label = _LABELS.get(one.kind, "")
    if label:
        return key.removeprefix(label)
    if one.kind is IdentifierKind.WEBSITE:
        return _WEB.sub("", key)
    if one.kind is IdentifierKind.BIC and len(key) == len("DEUTDEFFXXX"):
        return key.removesuffix("XXX")
    # A list that has no field for it writes an IMO number as any other number.
    found = _IMO.fullmatch(key) if key.startswith("IMO") else None
    return found[1] if found else key


def is_empty(key: str) -> bool:
    """Tell what stands in a form for no number: nothing, one figure again and again, a word.

    >>> is_empty("0000000"), is_empty("NA"), is_empty("UNKNOWN"), is_empty("AB12")
    (True, True, True, False)
    """
    return len(set(key)) <= 1 or not any(map(str.isdigit, key))
