"""The entities of a FollowTheMoney file: who is listed, what says more of them, and the others.

In flat files an address, a sanction or a passport stands on a line of its own and names whom it
belongs to, or is named; in nested ones it stands within.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from navicert.errors import ListRowRefused, Problem
from navicert.parties.lists import sources
from navicert.parties.lists.ftm.form import EntityForm
from navicert.parties.lists.unpack import LONGEST_TEXT

ADDRESS = "Address"


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity with the texts of its properties."""

    form: EntityForm
    texts: Mapping[str, tuple[str, ...]]

    def all(self, name: str) -> tuple[str, ...]:
        """Give the texts of a property."""
        return self.texts.get(name, ())


@dataclass(frozen=True, slots=True)
class Party:
    """A listed party, and what says more of it, in the order of the file."""

    entity: Entity
    parts: tuple[Entity, ...]


@dataclass(slots=True)
class Entities:
    """What a file holds; ``left_out`` counts by schema who is neither listed nor part of one."""

    listed: dict[str, tuple[Entity, list[Entity]]] = field(default_factory=dict)
    parts: dict[str, Entity] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    def add(self, place: Problem, form: EntityForm) -> None:
        """Take one line; raises ``ListRowRefused`` for a value that is no text and no entity."""
        nested: list[EntityForm] = []
        entity = Entity(form, _texts(place, form, nested))
        children = tuple(Entity(one, _texts(place, one, [])) for one in nested)
        if form.schema in _part_of() and not _stands_alone(entity):
            self.parts[form.id] = entity
        elif _is_listed(entity):
            if form.id in self.listed:
                message = f"{form.id[:80]!r} stands twice; a damaged file?"
                raise ListRowRefused(str(Problem(place.file, place.line, "id", message)))
            own = [one for one in children if one.form.schema in _part_of()]
            self.listed[form.id] = entity, own
            self._leave_out(one for one in children if one.form.schema not in _part_of())
        else:
            self._leave_out((entity,))

    def parties(self) -> Iterator[Party]:
        """Give the listed parties, each with its parts from wherever in the file."""
        of: dict[str, list[Entity]] = {}
        for part in self.parts.values():
            for holder in part.all(_part_of()[part.form.schema]):
                of.setdefault(holder, []).append(part)
        for entity, within in self.listed.values():
            named = [self.parts[one] for one in entity.all("addressEntity") if one in self.parts]
            yield Party(entity, (*within, *named, *of.get(entity.form.id, ())))

    def _leave_out(self, entities: Iterable[Entity]) -> None:
        self.left_out.update(one.form.schema for one in entities)


def _is_listed(entity: Entity) -> bool:
    topics = frozenset(sources.words("ftm", "topics")["listed"].split())
    return entity.form.target is True or not topics.isdisjoint(entity.all("topics"))


def _stands_alone(entity: Entity) -> bool:
    """Whether an entity that else belongs to another is listed by itself, such as a wallet."""
    return _is_listed(entity) and not entity.all(_part_of()[entity.form.schema] or "-")


def _part_of() -> Mapping[str, str]:
    return sources.words("ftm", "parts")


def _texts(
    place: Problem, form: EntityForm, nested: list[EntityForm]
) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, values in form.properties.items():
        texts = [_text(place, name, one) for one in values if not isinstance(one, dict)]
        found[name] = tuple(dict.fromkeys(filter(None, texts)))
        nested += [_nested(place, name, one) for one in values if isinstance(one, dict)]
    return found


def _text(place: Problem, name: str, value: object) -> str:
    text = str(value) if isinstance(value, int | float) else value
    if isinstance(text, str) and len(text) <= LONGEST_TEXT:
        return text.strip()
    message = f"a text of at most {LONGEST_TEXT:,} characters is wanted"
    raise ListRowRefused(str(Problem(place.file, place.line, f"properties.{name}", message)))


def _nested(place: Problem, name: str, value: object) -> EntityForm:
    try:
        return msgspec.convert(value, EntityForm)
    except msgspec.ValidationError as error:
        key = f"properties.{name}"
        raise ListRowRefused(str(Problem(place.file, place.line, key, str(error)))) from error
