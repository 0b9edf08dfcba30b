"""FollowTheMoney, an entity a line: ``Ownership`` gives stakes, ``Directorship`` gives control.

Schema: ``followthemoney/schema/Ownership.yaml`` and ``Directorship.yaml``.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from navicert.errors import ListRowRefused, MalformedAmount, MalformedDate, Problem
from navicert.facts.ownership import Stake, StakeKind, StakeSource
from navicert.parties.lists import json_text
from navicert.parties.lists.ftm.form import EntityForm
from navicert.parties.lists.list_file import LARGEST, ListFile
from navicert.parties.lists.unpack import LONGEST_TEXT, lines_of
from navicert.parties.ownership.readers import percent
from navicert.parties.ownership.register import Contents, Entity, Flags
from navicert.terms import partial_date

ENDS: Mapping[str, tuple[StakeKind, str, str]] = {
    "Ownership": (StakeKind.OWNERSHIP, "owner", "asset"),
    "Directorship": (StakeKind.CONTROL, "director", "organization"),
}
NUMBERS = (
    *("registrationNumber", "leiCode", "taxNumber", "idNumber", "vatCode", "innCode", "ogrnCode"),
    *("dunsCode", "uscCode", "imoNumber", "passportNumber", "permId", "cikCode", "okpoCode"),
)
COUNTRIES = ("jurisdiction", "country", "mainCountry", "nationality", "citizenship")
NAMES = ("name", "alias", "previousName", "weakAlias")


def tells(file: ListFile) -> bool:
    """Whether it is a FollowTheMoney file: the first line has a schema and properties."""
    head = file.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b'"schema"' in head and b'"properties"' in head


@dataclass(slots=True)
class _Found:
    """What a file holds, until all of it was read."""

    entities: dict[str, Entity] = field(default_factory=dict)
    ties: list[tuple[int, EntityForm]] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def read_file(file: ListFile, flags: Flags) -> Contents:
    """Read a file; raises ``ListRowRefused`` with file and line for what is malformed."""
    found = _Found()
    told = lines_of(file.name, file.pieces(LARGEST), json_text.MOST_LINE)
    for line, form in json_text.lines(file.name, told, EntityForm):
        place = Problem(file.name, line, "", "")
        if form.schema in ENDS:
            found.ties.append((line, form))
        elif entity := _entity(place, form):
            if form.id in found.entities:
                message = f"{form.id[:80]!r} stands twice; a damaged file?"
                raise ListRowRefused(str(Problem(file.name, line, "id", message)))
            found.entities[form.id] = entity
        else:
            found.left_out[form.schema] += 1
    stakes = tuple(_stakes(file.name, found, flags))
    return Contents(
        "FollowTheMoney",
        tuple(found.entities.values()),
        stakes,
        left_out=tuple(sorted(found.left_out.items())),
    )


def _entity(place: Problem, form: EntityForm) -> Entity | None:
    """Give an entity; None for what has no name, such as an address or a sanction."""
    names = tuple(dict.fromkeys(one for name in NAMES for one in _texts(place, form, name)))
    names = names or ((form.caption.strip(),) if form.caption and form.caption.strip() else ())
    if not names:
        return None
    countries = [one.upper() for name in COUNTRIES for one in _texts(place, form, name)]
    return Entity(
        id=form.id,
        name=names[0],
        country=countries[0] if countries else "",
        kind=form.schema,
        aliases=names[1:],
        identifiers=tuple(one for name in NUMBERS for one in _texts(place, form, name)),
    )


def _texts(place: Problem, form: EntityForm, name: str) -> tuple[str, ...]:
    found = tuple(str(one).strip() for one in form.properties.get(name, ()) if _is_text(one))
    if any(len(one) > LONGEST_TEXT for one in found):
        message = f"a text of at most {LONGEST_TEXT:,} characters is wanted"
        raise ListRowRefused(str(Problem(place.file, place.line, f"properties.{name}", message)))
    return tuple(filter(None, found))


def _is_text(value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _stakes(file: str, found: _Found, flags: Flags) -> Iterator[Stake]:
    for line, form in found.ties:
        place = Problem(file, line, "", "")
        kind, upper, lower = ENDS[form.schema]
        for owner in _ends(place, form, upper):
            for owned in _ends(place, form, lower):
                yield _stake(place, form, (kind, *_known(place, found, (owner, owned), flags)))


def _ends(place: Problem, form: EntityForm, name: str) -> tuple[str, ...]:
    """Give the ids at one end; in nested exports the entities stand there whole."""
    given = form.properties.get(name, ())
    ids = [one.get("id") if isinstance(one, dict) else one for one in given]
    found = tuple(str(one).strip() for one in ids if isinstance(one, str) and one.strip())
    if not found:
        message = f"no {name}: a stake has two ends"
        raise ListRowRefused(str(Problem(place.file, place.line, f"properties.{name}", message)))
    return tuple(dict.fromkeys(found))


def _known(
    place: Problem, found: _Found, ids: tuple[str, str], flags: Flags
) -> tuple[Entity, Entity]:
    """Give both ends; one that the file names nowhere is kept under its id, and flagged."""
    for one in ids:
        if one not in found.entities:
            at = Problem(place.file, place.line, "properties", "")
            flags.add(at, f"nobody in the file has the id {one[:80]!r}: it is kept by its id")
            found.entities[one] = Entity(one, one)
    return found.entities[ids[0]], found.entities[ids[1]]


def _stake(place: Problem, form: EntityForm, ends: tuple[StakeKind, Entity, Entity]) -> Stake:
    kind, owner, owned = ends
    told = _texts(place, form, "percentage") if kind is StakeKind.OWNERSHIP else ()
    try:
        share = percent.parse(told[0]) if told else percent.Percent()
        since = _day(_texts(place, form, "startDate"), last=False)
        until = _day(_texts(place, form, "endDate"), last=True)
    except (MalformedAmount, MalformedDate) as error:
        problem = Problem(place.file, place.line, "properties", str(error))
        raise ListRowRefused(str(problem)) from None
    cited = ", ".join(_texts(place, form, "recordId")[:1] + _texts(place, form, "role")[:1])
    return Stake(
        owner.name,
        owned.name,
        share.exact,
        kind,
        share.least,
        share.most,
        since=since,
        until=until,
        source=StakeSource(file=place.file, line=place.line, cited=cited),
        owner_id=owner.id,
        owned_id=owned.id,
    )


def _day(texts: tuple[str, ...], *, last: bool) -> date | None:
    """Give a day; of a month or a year its first day where it begins, its last where it ends."""
    if not texts:
        return None
    found = partial_date.parse(texts[0][:10])
    months, years = found.months, found.years
    if not last:
        return date(years[0], months[0], found.day or 1)
    of_month = calendar.monthrange(years[-1], months[-1])[1]
    return date(years[-1], months[-1], found.day or of_month)
