"""Identifiers as OFAC names them: which kind each name is, and the number, country and days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from navicert.facts.identifier import Identifier
from navicert.parties import shipped
from navicert.parties.lists import country_names
from navicert.terms.identifier_kind import IdentifierKind

_VALUE = re.compile(
    r"[\s#:]*(?P<number>.*?)"
    r"(?:\s*\((?P<issuer>[^()]+)\))?"
    r"(?P<dates>(?:,?\s*\b(?:issued|expires|expired)\b.*)?)"
)
_LEI = re.compile(r"[A-Z0-9]{18}\d\d")
_WALLET = re.compile(r"Digital Currency Address - (?P<currency>[A-Z0-9]{2,6}) (?P<number>\S+)")
_TAIL = re.compile(r"[A-Z0-9]{1,3}-?[A-Z0-9]{2,6}")
_SERIAL = re.compile(r"MSN (?P<number>\d+)")
_ALTERNATIVE = re.compile(r"alt\.\s+", re.IGNORECASE)


@cache
def kinds() -> Mapping[str, IdentifierKind]:
    """Give the kind of each name that OFAC has for an identifier.

    >>> kinds()["Cedula No."].value
    'national_id'
    """
    told: Mapping[str, tuple[str, ...]] = _table("kinds")
    return {label: IdentifierKind(kind) for kind, labels in told.items() for label in labels}


@cache
def detail_labels() -> tuple[str, ...]:
    """Give the labels of facts that have no field of their own."""
    return tuple(_table("details")["labels"])


def parse(text: str) -> Identifier | None:
    """Read one identifier with its label; None when the text is something else.

    >>> one = parse("Passport A0020375 (Iran) issued 01 Jan 1999")
    >>> one.number, one.country, one.note
    ('A0020375', 'IR', 'Passport; issued 01 Jan 1999')
    >>> parse("Minister of Finance")
    """
    plain = _ALTERNATIVE.sub("", text, count=1)
    if found := _WALLET.fullmatch(plain):
        return Identifier(IdentifierKind.WALLET, found["number"], note=found["currency"])
    labeled = _labeled().match(plain)
    if labeled is None:
        return None
    value = _VALUE.fullmatch(plain, labeled.end())
    return _identifier(labeled[1], value) if value else None


def mark_of(name: str) -> Identifier | None:
    """Read the name of an aircraft, which OFAC lists by its tail number or its serial number.

    >>> mark_of("EP-GOM").kind.value, mark_of("MSN 391").number
    ('aircraft_tail', '391')
    """
    if _TAIL.fullmatch(name):
        return Identifier(IdentifierKind.AIRCRAFT_TAIL, name, note="listed by it")
    if found := _SERIAL.fullmatch(name):
        return Identifier(IdentifierKind.AIRCRAFT_SERIAL, found["number"], note="listed by it")
    return None


def kind_of(label: str, number: str) -> IdentifierKind:
    """Give the kind of an identifier; ``OTHER`` for a label that nobody put into the table."""
    if label == "Legal Entity Number" and _LEI.fullmatch(number):
        return IdentifierKind.LEI
    return kinds().get(label, IdentifierKind.OTHER)


def _identifier(label: str, value: re.Match[str]) -> Identifier | None:
    number, issuer = value["number"], value["issuer"] or ""
    country = country_names.code_of(issuer)
    if issuer and country is None:
        number = value.string[value.start("number") : value.start("dates")].strip()
    kind = kind_of(label, number)
    wordy = kind in {IdentifierKind.BIC, IdentifierKind.WEBSITE, IdentifierKind.EMAIL}
    wordy = wordy or kind is IdentifierKind.CALL_SIGN
    if not number or not (wordy or any(map(str.isdigit, number))):
        return None
    note = "; ".join(filter(None, (label, value["dates"].strip(" ,"))))
    return Identifier(kind, number, country, note)


@cache
def _labeled() -> re.Pattern[str]:
    longest_first = sorted(kinds(), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, longest_first))})(?=[\s#:])")


def _table(key: str) -> Mapping[str, tuple[str, ...]]:
    told: Mapping[str, tuple[str, ...]] = shipped.table(
        "navicert.parties.lists.ofac", "identifiers.toml"
    )[key]
    return told
