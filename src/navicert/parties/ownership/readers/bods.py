"""Beneficial Ownership Data Standard 0.4: statements of entities, persons and relationships.

Of several statements on one record the newest counts, and a closed record ended on its day. Only
what the standard calls shareholding is ownership; an interest that nobody names may be. All else
(votes, appointments, trusts) is control, which never counts in a sum. An indirect interest whose
components stand in the file is told by them; one without is a share that nobody knows, since
nobody knows through whom it runs.
Schema: ``schema/statement.json`` and ``schema/relationship-record.json`` of version 0.4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import msgspec
from msgspec import Struct

from navicert.errors import (
    ListRowRefused,
    MalformedAmount,
    MalformedDate,
    Problem,
    TermError,
)
from navicert.facts.ownership import UNKNOWN_OWNER, Stake, StakeKind, StakeSource
from navicert.parties.lists import json_text
from navicert.parties.lists.json_text import Text
from navicert.parties.lists.list_file import LARGEST, ListFile
from navicert.parties.lists.unpack import text_of
from navicert.parties.ownership.readers import percent
from navicert.parties.ownership.register import Contents, Entity, Flags
from navicert.terms import day as days

OWNERSHIP = frozenset({"shareholding", "unknownInterest", "unpublishedInterest"})
NAMED = frozenset({"shareholding"})
VERSIONS = ("0.4",)
CLOSED = "closed"
_MARK = '"statementId"'


class _Publication(Struct, kw_only=True):
    bodsVersion: Text = ""  # noqa: N815 - the standard's own words
    publicationDate: Text = ""  # noqa: N815


class _Statement(Struct, kw_only=True):
    statementId: Text  # noqa: N815
    recordId: Text  # noqa: N815
    recordType: Text  # noqa: N815
    statementDate: Text = ""  # noqa: N815
    recordStatus: Text = ""  # noqa: N815
    recordDetails: dict[str, Any] = {}  # noqa: N815
    publicationDetails: _Publication = msgspec.field(default_factory=_Publication)  # noqa: N815


class _Share(Struct, kw_only=True):
    exact: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    exclusiveMinimum: Decimal | None = None  # noqa: N815
    exclusiveMaximum: Decimal | None = None  # noqa: N815


class _Interest(Struct, kw_only=True):
    type: Text = "unknownInterest"
    directOrIndirect: Text = "unknown"  # noqa: N815
    share: _Share = msgspec.field(default_factory=_Share)
    startDate: Text = ""  # noqa: N815
    endDate: Text = ""  # noqa: N815


class _Relationship(Struct, kw_only=True):
    subject: Text | dict[str, Any]
    interestedParty: Text | dict[str, Any]  # noqa: N815
    interests: list[_Interest] = []
    componentRecords: list[Text] = []  # noqa: N815


class _Party(Struct, kw_only=True):
    name: Text = ""
    names: list[dict[str, Any]] = []
    alternateNames: list[Text] = []  # noqa: N815
    jurisdiction: dict[str, Any] = {}
    nationalities: list[dict[str, Any]] = []
    identifiers: list[dict[str, Any]] = []
    entityType: dict[str, Any] = {}  # noqa: N815
    personType: Text = ""  # noqa: N815


@dataclass(slots=True)
class _Found:
    """What the statements say, until all of them were read."""

    file: str
    flags: Flags
    entities: dict[str, Entity] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


def tells(file: ListFile) -> bool:
    """Whether it is such a file: statements with an id each, in one array or one a line."""
    head = file.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return head[:1] in {b"[", b"{"} and (b'"statementId"' in head or b'"recordType"' in head)


def read_file(file: ListFile, flags: Flags) -> Contents:
    """Read a file; raises ``ListRowRefused`` with file and line for what is malformed."""
    text = text_of(file.name, file.content, LARGEST)
    found = _Found(file.name, flags)
    newest: dict[str, tuple[int, _Statement]] = {}
    published = ""
    for line, one in _statements(file.name, text):
        _check_version(file.name, line, one)
        published = max(published, one.publicationDetails.publicationDate[:10])
        before = newest.get(one.recordId)
        if before is not None:
            found.left_out["statements that a newer one replaces"] += 1
        if before is None or before[1].statementDate <= one.statementDate:
            newest[one.recordId] = (line, one)
    for line, one in newest.values():
        if one.recordType in {"entity", "person"}:
            _take_party(found, line, one)
    stakes = tuple(stake for line, one in newest.values() for stake in _stakes(found, line, one))
    as_of = date.fromisoformat(published) if days.is_valid(published) else None
    left_out = tuple(sorted(found.left_out.items()))
    return Contents("BODS", tuple(found.entities.values()), stakes, "", as_of, left_out)


def _statements(file: str, text: str) -> Iterator[tuple[int, _Statement]]:
    """Give each statement with its line, whether they stand in an array or one a line."""
    if text.lstrip().startswith("{"):
        yield from json_text.lines(file, text.split("\n"), _Statement)
        return
    told = json_text.document(file, text, list[_Statement])
    yield from zip(_lines(text, len(told)), told, strict=True)


def _lines(text: str, count: int) -> Iterable[int]:
    """Give the line of each statement's id; the first where the ids cannot be told apart."""
    if text.count(_MARK) != count:
        return [0] * count
    found, at, line = [], 0, 1
    for _ in range(count):
        place = text.index(_MARK, at)
        line += text.count("\n", at, place)
        found.append(line)
        at = place + len(_MARK)
    return found


def _check_version(file: str, line: int, one: _Statement) -> None:
    version = one.publicationDetails.bodsVersion
    if version and version not in VERSIONS:
        message = f"version {version[:20]!r} of the standard; this reader knows {VERSIONS[0]} alone"
        problem = Problem(file, line, "publicationDetails.bodsVersion", message)
        raise ListRowRefused(str(problem))
    if one.recordType not in {"entity", "person", "relationship"}:
        message = f"{one.recordType[:40]!r} is neither entity, person nor relationship"
        raise ListRowRefused(str(Problem(file, line, "recordType", message)))


def _take_party(found: _Found, line: int, one: _Statement) -> None:
    party = _convert(found.file, line, one.recordDetails, _Party)
    names = [*([party.name] if party.name else []), *_told(party.names, "fullName")]
    names += party.alternateNames
    unnamed = f"{UNKNOWN_OWNER} ({party.personType or 'unnamed'} {one.recordId})"
    kind = party.personType or str(party.entityType.get("type", ""))
    places = [party.jurisdiction, *party.nationalities]
    countries = _told(places, "code")
    found.entities[one.recordId] = Entity(
        id=one.recordId,
        name=names[0] if names else unnamed,
        country=countries[0] if countries else "",
        kind=kind or one.recordType,
        aliases=tuple(dict.fromkeys(names[1:])),
        identifiers=tuple(_told(party.identifiers, "id")),
    )


def _told(tables: Iterable[dict[str, Any]], key: str) -> list[str]:
    texts = (table.get(key) for table in tables)
    return [one.strip() for one in texts if isinstance(one, str) and one.strip()]


def _convert(file: str, line: int, told: object, form: type[Any]) -> Any:  # noqa: ANN401
    try:
        return msgspec.convert(told, form)
    except msgspec.ValidationError as error:
        problem = Problem(file, line, "recordDetails", str(error))
        raise ListRowRefused(str(problem)) from None


def _stakes(found: _Found, line: int, one: _Statement) -> Iterator[Stake]:
    if one.recordType != "relationship":
        return
    told: _Relationship = _convert(found.file, line, one.recordDetails, _Relationship)
    place = Problem(found.file, line, one.recordId, "")
    if isinstance(told.subject, dict):
        found.flags.add(place, "its subject is not told: it is left out")
        found.left_out["relationships without a subject"] += 1
        return
    owner = _party_of(found, place, told.interestedParty, one)
    owned = _party_of(found, place, told.subject, one)
    for interest in told.interests or [_Interest()]:
        if interest.directOrIndirect == "indirect" and told.componentRecords:
            found.left_out["indirect interests that their components tell"] += 1
            continue
        try:
            yield _stake(place, (owner, owned), interest, one)
        except (MalformedAmount, MalformedDate) as error:
            problem = Problem(found.file, line, f"{one.recordId}: interests", str(error))
            raise ListRowRefused(str(problem)) from None


def _party_of(found: _Found, place: Problem, told: str | dict[str, Any], one: _Statement) -> Entity:
    """Give a party by its record; who is not told is an unknown owner of this subject alone."""
    if isinstance(told, dict):
        reason = str(told.get("reason", "not told"))[:80]
        unknown = Entity(
            f"unspecified {one.recordId}", f"{UNKNOWN_OWNER} ({reason})", kind="unknown"
        )
        return found.entities.setdefault(unknown.id, unknown)
    if told not in found.entities:
        found.flags.add(place, f"nobody in the file has the record {told[:80]!r}: kept by its id")
        found.entities[told] = Entity(told, told)
    return found.entities[told]


def _stake(
    place: Problem, ends: tuple[Entity, Entity], interest: _Interest, one: _Statement
) -> Stake:
    kind = StakeKind.OWNERSHIP if interest.type in OWNERSHIP else StakeKind.CONTROL
    counted = kind is StakeKind.OWNERSHIP and interest.directOrIndirect != "indirect"
    share = _percent(interest.share) if counted else percent.Percent()
    since, until = _day(interest.startDate), _day(interest.endDate)
    if until is not None:
        until -= timedelta(days=1)  # the day from which it ceased to exist
    closed = _day(one.statementDate[:10]) if one.recordStatus == CLOSED else None
    if closed is not None:
        until = min(until or date.max, closed - timedelta(days=1))
    return Stake(
        ends[0].name,
        ends[1].name,
        share.exact,
        kind,
        share.least,
        share.most,
        since=since,
        until=until,
        source=StakeSource(
            file=place.file,
            line=place.line,
            cited=f"{interest.type}, {interest.directOrIndirect}; statement {one.statementId}",
        ),
        owner_id=ends[0].id,
        owned_id=ends[1].id,
    )


def _percent(share: _Share) -> percent.Percent:
    told = {name: _amount(getattr(share, name)) for name in share.__struct_fields__}
    if told["exact"] is not None:
        return percent.Percent(exact=told["exact"])
    upper = told["exclusiveMaximum"]
    lows = [one for one in (told["minimum"], told["exclusiveMinimum"]) if one is not None]
    highs = [
        one
        for one in (told["maximum"], None if upper is None else percent.below(upper))
        if one is not None
    ]
    return percent.between(max(lows, default=None), min(highs, default=None))


def _amount(told: Decimal | None) -> Decimal | None:
    return None if told is None else percent.amount(told)


def _day(told: str) -> date | None:
    try:
        return days.parse(told[:10]) if told else None
    except TermError as error:
        raise MalformedDate(str(error)) from None
