"""Read the consolidated list of the European Union, XML 1.1.

Source: European Commission, Financial Sanctions Files, ``xmlFullSanctionsList_1_1``. The numbers
by which its parts refer to a database (``logicalId``) and the language of the act are not kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lxml.etree import _Element as Element

from navicert.errors import ListRowRefused, MalformedDate, Problem
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.parties.lists import births, sources, xml_paths, xml_stream
from navicert.parties.lists.eu import parts
from navicert.parties.lists.list_file import LARGEST, ListFile
from navicert.parties.lists.snapshot import Contents
from navicert.parties.lists.xml_paths import Paths, texts
from navicert.parties.lists.xml_stream import Form
from navicert.terms import day as days
from navicert.terms.list_code import ListCode

ROOT = "export"
_NAMESPACE = b"http://eu.europa.ec/fpi/fsd/export"
FORM = Form(ROOT, frozenset(), frozenset({"sanctionEntity"}))
_TYPES: Mapping[str, PartyType] = {"person": PartyType.PERSON, "enterprise": PartyType.ENTITY}


def tells(file: ListFile) -> bool:
    """Tell whether a file is in this form, by its first element and its namespace."""
    return file.root == ROOT and _NAMESPACE in file.head


def read_file(file: ListFile) -> Contents:
    """Read the whole file.

    Raises ``UnreadableFile``, ``FileTooLarge`` or ``ListRowRefused``; it is read whole or not.
    """
    records = xml_stream.records(file.name, file.pieces(LARGEST), FORM)
    made = next(records).get("generationDate", "")[:10]
    known = xml_paths.paths(sources.words("eu", "known"))
    listings = tuple(_listing(file.name, entity, known) for entity in records)
    return Contents(listings, as_of=_day(Problem(file.name, 0, "generationDate", ""), made))


def _listing(file: str, entity: Element, known: Paths) -> Listing:
    xml_paths.check(file, entity, known)
    place = Problem(file, entity.sourceline or 0, "", "")
    names = tuple(_names(entity))
    if not names:
        raise _refused(place, "nameAlias", "a listing without a name")
    entry = entity.get("euReferenceNumber", "") or entity.get("logicalId", "")
    if not entry:
        raise _refused(place, "euReferenceNumber", "a listing without a number of its own")
    where = tuple(filter(None, map(parts.address, entity.iterfind("{*}address"))))
    citizenships = tuple(
        dict.fromkeys(filter(None, map(parts.country, _all(entity, "citizenship"))))
    )
    born = tuple(filter(None, map(parts.birth, _all(entity, "birthdate"))))
    return Listing(
        list=ListCode.EU,
        entry=entry,
        names=names,
        type=_type(place, entity),
        addresses=where,
        countries=tuple(dict.fromkeys(filter(None, (*(a.country for a in where), *citizenships)))),
        programs=_said(entity, "regulation", "programme"),
        citations=tuple(
            dict.fromkeys(
                (
                    *_said(entity, "regulation", "numberTitle"),
                    *_said(entity, "*/{*}regulationSummary", "numberTitle"),
                )
            )
        ),
        since=_day(place, entity.get("designationDate", "")),
        remarks="; ".join(texts(entity, "remark")),
        details=tuple(parts.details(entity)),
        identifiers=tuple(dict.fromkeys(parts.identifiers(entity))),
        births=births.parse(born),
        birth_places=tuple(
            dict.fromkeys(filter(None, map(parts.birth_place, _all(entity, "birthdate"))))
        ),
        citizenships=citizenships,
    )


def _names(entity: Element) -> Iterator[ListedName]:
    """Give the first strong name as the party's own, then the others in their order."""
    given = [(parts.name(one), one) for one in _all(entity, "nameAlias")]
    found: dict[str, ListedName] = {}
    for text, one in sorted(given, key=lambda pair: pair[1].get("strong") == "false"):
        kind = NameKind.ALIAS if found else NameKind.PRIMARY
        kind = NameKind.WEAK if one.get("strong") == "false" else kind
        if text:
            found.setdefault(text, ListedName(text, kind, one.get("nameLanguage", "")))
    yield from found.values()


def _type(place: Problem, entity: Element) -> PartyType:
    for told in _all(entity, "subjectType"):
        if (code := told.get("code", "")) in _TYPES:
            return _TYPES[code]
        raise _refused(place, "subjectType", f"{code[:40]!r} is none of {', '.join(_TYPES)}")
    raise _refused(place, "subjectType", "missing")


def _all(entity: Element, name: str) -> tuple[Element, ...]:
    return tuple(entity.iterfind(f"{{*}}{name}"))


def _said(entity: Element, path: str, attribute: str) -> tuple[str, ...]:
    found = (one.get(attribute, "").strip() for one in entity.iterfind(f"{{*}}{path}"))
    return tuple(dict.fromkeys(filter(None, found)))


def _day(place: Problem, text: str) -> date | None:
    try:
        return days.parse(text) if text else None
    except MalformedDate as error:
        raise _refused(place, place.key or "designationDate", str(error)) from error


def _refused(place: Problem, key: str, message: str) -> ListRowRefused:
    return ListRowRefused(str(Problem(place.file, place.line, key, message)))
