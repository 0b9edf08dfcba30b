"""What registers say of who stands above parties: entities found, and every stake upward.

A party is found by a number of its own, else by its exact name without case and punctuation, else
by that name without legal forms: surely where its country agrees, and as a doubt otherwise.
Where several entities go by one name, or the one is of another country, nobody can tell whether
it is this party: the owners of each are screened, and their shares may be, or may not be, in it.
Entities of one name within one register stay apart; of several registers they are taken for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from navicert.facts.ownership import (
    NOTHING,
    UNKNOWN_OWNER,
    EntityMatched,
    RegisterAsked,
    Stake,
    key,
)
from navicert.facts.party import Party
from navicert.parties.ownership.register import Entity, bare, numbers

MOST_STAKES = 20_000
"""Stakes above the parties of one question; more are a doubt, since nobody could check them."""
BUT_FORMS = "name but for legal forms"
MOST_ROUNDS = 12
"""How often registers are asked for what the others told, until nothing new is."""
TOO_LONG = (
    f"a chain of owners goes to and fro between registers more than {MOST_ROUNDS} times: have the "
    "owners looked at one by one"
)
_CODE = 2


class Source(Protocol):
    """A register that can be asked without being read whole."""

    def named(self, keys: Sequence[str]) -> tuple[Entity, ...]:
        """Give the entities that go by one of these names, written as ``key`` does."""
        ...

    def alike(self, bares: Sequence[str]) -> tuple[Entity, ...]:
        """Give the entities that go by one of these names but for legal forms, as ``bare`` does."""
        ...

    def numbered(self, numbers: Sequence[str]) -> tuple[Entity, ...]:
        """Give the entities that have one of these numbers, written as ``numbers`` does."""
        ...

    def above(self, ids: Sequence[str]) -> tuple[Stake, ...]:
        """Give every stake in these entities; its ends are ids of the register."""
        ...


@dataclass(frozen=True, slots=True)
class Above:
    """What one register gave, or all of them together; ``doubts`` hold what hangs on it."""

    stakes: tuple[Stake, ...] = ()
    asked: tuple[RegisterAsked, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seed:
    """Who is looked for: the name that the question uses, other names, numbers, and a country.

    ``is_party`` is False for an owner that a stake of the question names.
    """

    name: str
    keys: tuple[str, ...]
    bares: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    country: str = ""
    is_party: bool = True


def above(
    parties: Iterable[Party],
    own: Iterable[Stake],
    registers: Iterable[tuple[RegisterAsked, Source]],
    day: date,
) -> Above:
    """Ask registers for the owners of parties, and of the owners that ``own`` stakes name.

    What one register tells of an owner, the others are asked too: a chain may run through several.
    """
    parties, own, every = tuple(parties), tuple(own), tuple(registers)
    found: list[Above] = [Above() for _ in every]
    for _ in range(MOST_ROUNDS if len(every) > 1 else 1):
        before = found
        found = [
            _of_one(tuple(_seeds(parties, (*own, *_of_others(before, at)))), asked, source, day)
            for at, (asked, source) in enumerate(every)
        ]
        if [one.stakes for one in found] == [one.stakes for one in before]:
            break
    else:
        if len(every) > 1:
            found.append(Above(doubts=(TOO_LONG,)))
    return Above(
        tuple(stake for one in found for stake in one.stakes),
        tuple(asked for one in found for asked in one.asked),
        tuple(doubt for one in found for doubt in one.doubts),
    )


def _of_others(found: Sequence[Above], at: int) -> Iterator[Stake]:
    """Give what the other registers told of owners whose names tell them apart."""
    for place, one in enumerate(found):
        if place != at:
            yield from (stake for stake in one.stakes if not stake.owner_id)


def _seeds(parties: Iterable[Party], own: Iterable[Stake]) -> Iterator[_Seed]:
    taken: set[str] = set()
    for party in parties:
        names = (party.name, *party.aliases)
        keys, bares = (tuple(dict.fromkeys(map(one, names))) for one in (key, bare))
        taken.add(key(party.name))
        told = tuple(numbers(one.number for one in party.identifiers))
        yield _Seed(party.name, keys, bares, told, party.address.country or "")
    for stake in own:
        for name in (stake.owner, stake.owned):
            if key(name) not in taken and not name.startswith(UNKNOWN_OWNER):
                taken.add(key(name))
                yield _Seed(name, (key(name),), (bare(name),), is_party=False)


def _of_one(seeds: tuple[_Seed, ...], asked: RegisterAsked, source: Source, day: date) -> Above:
    matched = [(seed, *one) for seed in seeds for one in _matched(seed, source)]
    told = tuple(
        EntityMatched(seed.name, entity.id, entity.name, entity.country, by, sure)
        for seed, entity, by, sure in matched
    )
    sure = {entity.id: seed.name for seed, entity, _, is_sure in matched if is_sure}
    unsure: dict[str, list[str]] = {}
    for seed, entity, _, is_sure in matched:
        if not is_sure:
            unsure.setdefault(entity.id, []).append(seed.name)
    stakes, is_whole = _upward(source, [*sure, *unsure], day)
    given = tuple(_told(stakes, (sure, unsure), asked))
    unknown = sum(stake.owner.startswith(UNKNOWN_OWNER) for stake in stakes)
    known = {one.party for one in told}
    parties = dict.fromkeys(seed.name for seed in seeds if seed.is_party)
    seen = replace(
        asked,
        matched=told,
        stakes_used=len(stakes),
        unknown_owners=unknown,
        unknown_parties=tuple(name for name in parties if name not in known),
    )
    return Above(given, (seen,), tuple(_doubts(seen, is_whole=is_whole)))


def _matched(seed: _Seed, source: Source) -> Iterator[tuple[Entity, str, bool]]:
    """Find the entities that may be a party: by what, and whether it surely is the one."""
    by_number = source.numbered(seed.numbers) if seed.numbers else ()
    by_name = source.named(seed.keys)
    both = tuple(one for one in by_number if one in by_name)
    if both or by_number:
        found = both or by_number
        yield from ((one, "number", len(found) == 1) for one in found)
        return
    for one in by_name:
        yield one, "name", len(by_name) == 1 and not _elsewhere(one.country, seed.country)
    if not by_name:
        alike = source.alike(seed.bares)
        for one in alike:
            yield one, BUT_FORMS, len(alike) == 1 and _is_there(one.country, seed.country)


def _elsewhere(one: str, other: str) -> bool:
    """Tell whether two countries are told, by their codes, and are not the same."""
    coded = len(one) == _CODE == len(other)
    return coded and one.upper() != other.upper()


def _is_there(one: str, other: str) -> bool:
    """Tell whether two countries are told, by their codes, and are the same."""
    return len(one) == _CODE and one.upper() == other.upper()


def _upward(source: Source, ids: Sequence[str], day: date) -> tuple[tuple[Stake, ...], bool]:
    """Give every stake above some entities that is held on a day; and whether that is all."""
    found: list[Stake] = []
    seen, front = set(ids), list(dict.fromkeys(ids))
    while front:
        held = [stake for stake in source.above(front) if stake.holds_on(day)]
        found.extend(held)
        if len(found) > MOST_STAKES:
            return tuple(found[:MOST_STAKES]), False
        front = [one for one in dict.fromkeys(stake.owner_id for stake in held) if one not in seen]
        seen.update(front)
    return tuple(found), True


def _told(
    stakes: tuple[Stake, ...],
    matched: tuple[dict[str, str], dict[str, list[str]]],
    asked: RegisterAsked,
) -> Iterator[Stake]:
    """Give stakes under the names of the question; who shares a name keeps an id of its own."""
    unsure = matched[1]
    nodes = _Nodes(matched, stakes, asked.digest)
    for stake in stakes:
        owner, owner_id = nodes.of(stake.owner_id, stake.owner)
        held = replace(stake, owner=owner, owner_id=owner_id)
        owned, owned_id = nodes.of(stake.owned_id, stake.owned)
        yield replace(held, owned=owned, owned_id=owned_id)
        for name in unsure.get(stake.owned_id, ()):
            may_be = replace(held, percent=None, least=NOTHING, most=stake.high)
            yield replace(may_be, owned=name, owned_id="")


class _Nodes:
    """Under which name and id an entity of a register stands among the stakes of a question."""

    def __init__(
        self,
        matched: tuple[dict[str, str], dict[str, list[str]]],
        stakes: Iterable[Stake],
        digest: str,
    ) -> None:
        sure, unsure = matched
        self._sure, self._unsure = sure, unsure
        self._digest = digest
        self._names: dict[str, set[str]] = {key(name): {id_} for id_, name in sure.items()}
        for stake in stakes:
            self._names.setdefault(key(stake.owner), set()).add(stake.owner_id)
            self._names.setdefault(key(stake.owned), set()).add(stake.owned_id)

    def of(self, id_: str, name: str) -> tuple[str, str]:
        """Give the name, and the id where the name alone would not tell it apart."""
        if id_ in self._sure:
            return self._sure[id_], ""
        alone = len(self._names[key(name)]) == 1 and id_ not in self._unsure
        alone = alone and not name.startswith(UNKNOWN_OWNER)
        return name, "" if alone else f"{self._digest[:16]}:{id_}"


def _doubts(asked: RegisterAsked, *, is_whole: bool) -> Iterator[str]:
    if not is_whole:
        yield (
            f"{asked.title}: more than {MOST_STAKES:,} stakes stand above the parties, and only so "
            "many were asked: have their owners looked at one by one"
        )
    for party in dict.fromkeys(one.party for one in asked.matched if not one.sure):
        several = [one for one in asked.matched if one.party == party]
        who = "; ".join(
            f"{one.name}, {one.country or 'no country'}, {one.entity}" for one in several
        )
        yield (
            f"{asked.title}: {party} may be any or none of these, so that their owners may be its "
            f"owners: {who[:600]}. Give its number in the register under identifiers"
        )
