"""Read OFAC's advanced XML form, of the SDN List or of the consolidated list of all others.

Source: Office of Foreign Assets Control, "Advanced Sanctions Data Model" (sdn_advanced.xsd). No
live file was at hand; the form is read by its schema, and what is not in it refuses the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from navicert.errors import UnreadableFile
from navicert.facts.listing import Listing, PartyType
from navicert.parties.lists import sources, xml_elements
from navicert.parties.lists.list_file import LARGEST, ListFile
from navicert.parties.lists.ofac_advanced import dates, documents, entries, features, names, places
from navicert.parties.lists.ofac_advanced.entries import Entry
from navicert.parties.lists.ofac_advanced.features import Around
from navicert.parties.lists.ofac_advanced.places import Place
from navicert.parties.lists.ofac_advanced.values import SETS, Values, done
from navicert.parties.lists.snapshot import Contents
from navicert.parties.lists.told import Told, together
from navicert.parties.lists.xml_elements import Element
from navicert.parties.lists.xml_stream import Form
from navicert.terms.list_code import ListCode

ROOT = "Sanctions"
FORM = Form(
    ROOT,
    frozenset(
        {
            *("ReferenceValueSets", "Locations", "IDRegDocuments", "DistinctParties"),
            *("ProfileRelationships", "SanctionsEntries", "SanctionsEntryLinks"),
        }
    ),
    frozenset(
        {
            *("DateOfIssue", "Location", "IDRegDocument", "DistinctParty"),
            *("ProfileRelationship", "SanctionsEntry", "SanctionsEntryLink"),
            *SETS,
        }
    ),
)


@dataclass(frozen=True, slots=True)
class _Party:
    """A profile before anybody knows on which list it stands."""

    number: str
    type: PartyType
    told: Told
    remarks: str


@dataclass(slots=True)
class _File:
    """What was read so far; the parts of a file stand in this order and point backwards."""

    values: Values = field(default_factory=Values)
    places: dict[str, Place] = field(default_factory=dict)
    documents: dict[str, list[Told]] = field(default_factory=dict)
    parties: dict[str, _Party] = field(default_factory=dict)
    related: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    as_of: date | None = None


def tells(file: ListFile) -> bool:
    """Tell whether a file is in this form, by its first element."""
    return file.root == ROOT


def read_file(file: ListFile) -> Contents:
    """Read the whole file, or refuse it at its first bad element (``ListRowRefused``)."""
    read = _File()
    records = xml_elements.stream(file.name, file.pieces(LARGEST), FORM)
    next(records).attributes()
    for record in records:
        if record.tag in SETS:
            read.values.add(record)
        else:
            _TAKE[record.tag](record, read)
    listings = tuple(_listings(file, read))
    sdn = sum(listing.list is ListCode.SDN for listing in listings)
    consolidated = sdn * 2 < len(listings)
    folder = "ofac_advanced_consolidated" if consolidated else "ofac_advanced"
    return Contents(listings, as_of=read.as_of, folder=folder)


def _issued(record: Element, read: _File) -> None:
    read.as_of = dates.day(record)


def _location(record: Element, read: _File) -> None:
    number = record.attribute("ID")
    read.places[number] = places.read(record, read.values)


def _document(record: Element, read: _File) -> None:
    identity, told = documents.read(record, read.values)
    read.documents.setdefault(identity, []).append(told)


def _party(record: Element, read: _File) -> None:
    remarks = "; ".join(filter(None, (one.words() for one in record.each("Comment"))))
    for profile in record.each("Profile"):
        party = _profile(profile, remarks, read)
        if party.number in read.parties:
            raise profile.refused(f"the profile {party.number[:40]!r} stands in the file twice")
        read.parties[party.number] = party
    done(record)


def _profile(profile: Element, remarks: str, read: _File) -> _Party:
    number = profile.attribute("ID")
    of_type = _type(profile, read.values)
    around = Around(read.values, read.places)
    told = [part for one in profile.each("Identity") for part in _identity(one, read)]
    told += [features.read(one, around) for one in profile.each("Feature")]
    told += [_reference(one) for one in profile.each("ExternalReference")]
    said = tuple(filter(None, (one.words() for one in profile.each("Comment"))))
    for one in profile.each("SanctionsEntryReference"):
        done(one)
    done(profile)
    whole = together(told)
    if not whole.names:
        raise profile.refused("a party without a name")
    return _Party(number, of_type, whole, "; ".join(filter(None, (remarks, *said))))


def _identity(identity: Element, read: _File) -> Iterator[Told]:
    number = identity.attribute("ID")
    yield names.read(identity, read.values)
    yield from read.documents.pop(number, ())
    said = tuple(filter(None, (one.words() for one in identity.each("Comment"))))
    yield Told(details=tuple(("Identity", text) for text in said))
    done(identity)


def _type(profile: Element, values: Values) -> PartyType:
    sub_type = values.value("PartySubType", profile.attribute("PartySubTypeID"), profile)
    party_type = sub_type.attributes.get("PartyTypeID", "")
    known = sources.words("ofac_advanced", "party_types")
    name = known.get(sub_type.text) or known.get(values.text("PartyType", party_type, profile))
    return PartyType(name) if name else PartyType.UNKNOWN


def _reference(reference: Element) -> Told:
    """Keep every text of a reference to another page."""
    texts = [reference.text]
    for child in reference.children():
        texts.append(child.text)
        texts += [one.words() for one in child.children()]
        done(child)
    reference.attributes()
    return Told(details=tuple(("ExternalReference", text) for text in texts if text))


def _relationship(record: Element, read: _File) -> None:
    whose, whom = record.attribute("From-ProfileID"), record.attribute("To-ProfileID")
    kind = read.values.text("RelationType", record.attribute("RelationTypeID"), record)
    if record.attribute("Former") == "true":
        kind = f"Former: {kind}"
    if whom not in read.parties or whose not in read.parties:
        raise record.refused(f"it ties {whose[:40]!r} to {whom[:40]!r}; no party has that number")
    name = read.parties[whom].told.names[0].text
    said = [one.words() for one in record.each("Comment")]
    done(record)
    text = "; ".join(filter(None, (name, *said)))
    read.related.setdefault(whose, []).append((kind.rstrip(" :"), text))


def _entry(record: Element, read: _File) -> None:
    entry = entries.read(record, read.values)
    if entry.profile not in read.parties:
        raise record.refused(f"no party has the number {entry.profile[:40]!r}")
    read.entries.append(entry)


def _link(record: Element, _: _File) -> None:
    """Refuse links between entries: OFAC has never used them, and they may mean anything."""
    raise record.refused("nobody knows what a link between entries means")


_TAKE: Mapping[str, Callable[[Element, _File], None]] = {
    "DateOfIssue": _issued,
    "Location": _location,
    "IDRegDocument": _document,
    "DistinctParty": _party,
    "ProfileRelationship": _relationship,
    "SanctionsEntry": _entry,
    "SanctionsEntryLink": _link,
}


def _listings(file: ListFile, read: _File) -> Iterator[Listing]:
    if read.documents:
        shown = ", ".join(sorted(read.documents)[:3])
        message = f"{file.name}: documents of identities ({shown}) that no party has"
        raise UnreadableFile(f"{message}: get it again")
    listed = {entry.profile for entry in read.entries}
    if without := [number for number in read.parties if number not in listed]:
        shown = ", ".join(without[:3])
        message = f"{file.name}: {len(without):,} parties ({shown}) are on no list of it"
        raise UnreadableFile(f"{message}; a part of a file? Get it again")
    for entry in read.entries:
        yield from _of_entry(entry, read.parties[entry.profile], read)


def _of_entry(entry: Entry, party: _Party, read: _File) -> Iterator[Listing]:
    told = party.told
    related = read.related.get(party.number, ())
    details = tuple(dict.fromkeys((*told.details, *related, *entry.details)))
    for code in entry.codes(details):
        yield Listing(
            list=code,
            entry=party.number,
            names=told.names,
            type=party.type,
            addresses=told.addresses,
            countries=told.countries,
            programs=entry.programs,
            since=entry.since,
            until=entry.until,
            remarks=party.remarks,
            details=details,
            identifiers=told.identifiers,
            births=told.births,
            birth_places=told.birth_places,
            nationalities=told.nationalities,
            citizenships=told.citizenships,
            flag=told.flags[0] if told.flags else None,
        )
