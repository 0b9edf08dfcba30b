"""From a listed party of a FollowTheMoney file to its listing."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address
from navicert.parties.lists import births, sources
from navicert.parties.lists.ftm.entities import ADDRESS, Entity, Party
from navicert.terms import country, partial_date
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.list_code import ListCode

SANCTION = "Sanction"
_PAPERS: Mapping[str, IdentifierKind] = {
    "Passport": IdentifierKind.PASSPORT,
    "Identification": IdentifierKind.NATIONAL_ID,
}
_IMO = re.compile(r"^IMO\s*:?\s*(?=\d)", re.IGNORECASE)
_READ = frozenset({"addressEntity", "address", "birthDate", "birthPlace", "notes"})
_LINKS = frozenset({"entity", "holder", "issuer"})
_OF_FILE = ("first_seen", "last_seen", "last_change")


def listing(party: Party) -> Listing:
    """Make the listing of one party."""
    entity, parts = party.entity, party.parts
    where = _addresses(entity, parts)
    sanctions = [one for one in parts if one.form.schema == SANCTION]
    since, until = _days(sanctions)
    return Listing(
        list=ListCode.FTM,
        entry=entity.form.id,
        names=_names(entity),
        type=PartyType(sources.words("ftm", "types").get(entity.form.schema, "unknown")),
        addresses=where,
        countries=_codes((*(one.country or "" for one in where), *_countries(entity))),
        programs=_once((*entity.form.datasets, *_said(sanctions, "program", "programId"))),
        since=since,
        until=until,
        remarks="\n".join(entity.all("notes")),
        details=tuple(_details(entity, parts)),
        identifiers=tuple(dict.fromkeys(_identifiers(entity, parts))),
        births=births.parse(entity.all("birthDate")),
        birth_places=entity.all("birthPlace"),
        nationalities=_codes(entity.all("nationality")),
        citizenships=_codes(entity.all("citizenship")),
        flag=next(iter(_codes(entity.all("flag"))), None),
    )


def code_of(text: str) -> str | None:
    """Read a country as these files write it; regions count as their country.

    >>> code_of("ru"), code_of("gb-sct"), code_of("suhh"), code_of("eu")
    ('RU', 'GB', None, None)
    """
    code = text.partition("-")[0].upper()
    return code if code in country.names() else None


def _names(entity: Entity) -> tuple[ListedName, ...]:
    """Give the name by which the file calls it first, then the others with their kinds."""
    kinds = sources.words("ftm", "names")
    caption = (entity.form.caption or "").strip()
    named = entity.all("name")
    first = caption if caption in named else next(iter(named), caption or entity.form.id)
    first = next(iter(entity.all("publicKey")), first) if first == entity.form.id else first
    found = {first: ListedName(first, NameKind.PRIMARY)}
    for name, kind in kinds.items():
        for text in entity.all(name):
            found.setdefault(text, ListedName(text, NameKind(kind)))
    return tuple(found.values())


def _addresses(entity: Entity, parts: Iterable[Entity]) -> tuple[Address, ...]:
    found: dict[str, Address] = {}
    for one in (*parts, *((entity,) if entity.form.schema == ADDRESS else ())):
        if one.form.schema == ADDRESS and (address := _address(one)).text:
            found.setdefault(address.text, address)
    for text in entity.all("address"):
        found.setdefault(text, Address(text))
    return tuple(found.values())


def _address(one: Entity) -> Address:
    street = ", ".join((*one.all("street"), *one.all("street2"), *one.all("street3")))
    street = street or ", ".join(one.all("postOfficeBox"))
    city, region = " ".join(one.all("city")), " ".join((*one.all("region"), *one.all("state")))
    postal = " ".join(one.all("postalCode"))
    code = next(iter(_codes(one.all("country"))), None)
    parts = (street, city, region, postal, code or "")
    text = next(iter(one.all("full")), ", ".join(filter(None, parts)))
    return Address(text, street, city, region, postal, code)


def _identifiers(entity: Entity, parts: Iterable[Entity]) -> Iterator[Identifier]:
    kinds = sources.words("ftm", "kinds")
    for one in (entity, *parts):
        of = next(iter(_codes(one.all("country"))), None) if one is not entity else None
        for name, kind in kinds.items():
            for number in one.all(name):
                yield _identifier(name, _kind(entity, name, kind), number, of)
        if one.form.schema in _PAPERS:
            for number in one.all("number"):
                yield Identifier(_PAPERS[one.form.schema], number, of, _paper(one))


def _kind(entity: Entity, name: str, kind: str) -> IdentifierKind:
    if name == "registrationNumber" and entity.form.schema == "Airplane":
        return IdentifierKind.AIRCRAFT_TAIL
    if name == "serialNumber" and entity.form.schema != "Airplane":
        return IdentifierKind.OTHER
    return IdentifierKind(kind)


def _identifier(name: str, kind: IdentifierKind, number: str, of: str | None) -> Identifier:
    plain = _IMO.sub("", number) if kind is IdentifierKind.IMO else number
    return Identifier(kind, plain, of, name)


def _paper(one: Entity) -> str:
    told = [*one.all("type"), *one.all("authority"), *one.all("summary")]
    told += [f"issued {text}" for text in one.all("startDate")]
    told += [f"expires {text}" for text in one.all("endDate")]
    return ", ".join((one.form.schema, *told))


def _days(sanctions: list[Entity]) -> tuple[date | None, date | None]:
    """Give the days that hold for every sanction: a day that one of them leaves out is none."""
    starts = [_span(text) for one in sanctions for text in one.all("startDate") or ("",)]
    ends = [_span(text) for one in sanctions for text in one.all("endDate") or ("",)]
    since = [span[0] for span in starts if span]
    until = [span[1] for span in ends if span]
    return (
        min(since) if since and len(since) == len(starts) else None,
        max(until) if until and len(until) == len(ends) else None,
    )


def _span(text: str) -> tuple[date, date] | None:
    """Give the first and the last day that a text may mean; None when it is no day.

    >>> _span("2014-02")
    (datetime.date(2014, 2, 1), datetime.date(2014, 2, 28))
    """
    if not partial_date.is_valid(text[:10]):
        return None
    read = partial_date.parse(text[:10])
    month, last_month = read.month or 1, read.month or 12
    last_day = read.day or calendar.monthrange(read.year, last_month)[1]
    last_year = read.last_year or read.year
    return date(read.year, month, read.day or 1), date(last_year, last_month, last_day)


def _details(entity: Entity, parts: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    taken = {*_READ, *sources.words("ftm", "names"), *sources.words("ftm", "kinds")}
    for name, texts in entity.texts.items():
        countries = name in sources.words("ftm", "countries")
        if name not in taken:
            yield from ((name, text) for text in texts if not countries or code_of(text) is None)
    yield from (("birthDate", text) for text in births.unread(entity.all("birthDate")))
    for key in _OF_FILE:
        yield from ((key, text) for text in (getattr(entity.form, key),) if text)
    if entity.form.referents:
        yield "referents", "; ".join(entity.form.referents)
    for part in parts:
        yield from _of_part(part)


def _of_part(part: Entity) -> Iterator[tuple[str, str]]:
    if part.form.schema in {ADDRESS, *_PAPERS}:
        taken = frozenset({"full", "street", "street2", "street3", "city", "region", "state"})
        taken |= {"postalCode", "postOfficeBox", "country", "number", "type", "authority"}
        taken |= {"summary", "startDate", "endDate"}
    else:
        taken = frozenset()
    for name, texts in part.texts.items():
        if name not in taken | _LINKS:
            yield from ((f"{part.form.schema} {name}", text) for text in texts)


def _countries(entity: Entity) -> Iterator[str]:
    for name in sources.words("ftm", "countries"):
        yield from entity.all(name)


def _said(entities: Iterable[Entity], *names: str) -> Iterator[str]:
    for one in entities:
        for name in names:
            yield from one.all(name)


def _codes(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for text in texts if (code := code_of(text))))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
