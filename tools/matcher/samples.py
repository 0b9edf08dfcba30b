"""The samples that the cards are fitted on: what was asked, what it met, whether it is right."""

from __future__ import annotations

import csv
import gzip
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from navicert.parties.screening.navicert_1.align import align
from navicert.parties.screening.navicert_1.asked import Asked
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.pair import aligned
from navicert.parties.screening.navicert_1.reading import Reading, read, readings
from navicert.parties.screening.navicert_1.skeleton import skeleton
from navicert.parties.screening.navicert_1.weights import weight
from navicert.parties.screening.navicert_1.words import known

HARD_TO_FIND = {"ssb:initials": 6.0}
"""Classes that count for more than their number, so that the many do not drown them."""
ALIASES = "alias_holdout"


@dataclass
class Samples:
    """Rows of figures; each with its right answer, its weight, its query and the party it met."""

    rows: list[list[float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    party: list[str] = field(default_factory=list)
    queries: list[dict[str, Any]] = field(default_factory=list)


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """Give the objects of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def of_retrieval(folder: Path) -> Samples:
    """Ask the list every query, and take down the figures of each candidate."""
    listed = [(one, name) for one in lines_of(folder / "list.jsonl.gz") for name in one["names"]]
    index = NameIndex(build(name for _, name in listed))
    found = Samples(queries=list(lines_of(folder / "queries.jsonl.gz")))
    counts: dict[str, int] = {}
    for query in found.queries:
        counts[query["cls"]] = counts.get(query["cls"], 0) + 1
    for number, query in enumerate(found.queries):
        asked, kind = read(query["q"]), query["cls"]
        weight = 1.0 if kind == ALIASES else min(4.0, 200 / counts[kind])
        for name in index.candidates(asked):
            party = listed[name][0]
            met = align(Asked.of(asked), index.words(name), index.near(asked))
            right = party["id"] in query["exp"]
            found.rows.append(features(met, of_person=party["type"] == "person"))
            found.right.append(right)
            found.weights.append(HARD_TO_FIND.get(kind, weight) if right else 1.0)
            found.groups.append(number)
            found.party.append(party["id"])
    return found


def of_made_up_companies(folder: Path, count: int = 3000) -> Samples:
    """Ask for companies that nobody listed, made from listed ones with one word of another's.

    The clean names of the retrieval set are those of people alone, so that nothing there says
    that two companies may share words of a trade, a legal form, or even a family's name.
    """
    listed = [(one, name) for one in lines_of(folder / "list.jsonl.gz") for name in one["names"]]
    index, found = NameIndex(build(name for _, name in listed)), Samples()
    companies = [place for place, (one, _) in enumerate(listed) if one["type"] == "entity"]
    for name, counts in islice(_made_up(index, companies), count):
        found.queries.append({"q": name, "exp": [], "cls": "made up"})
        asked = read(name)
        for number in index.candidates(asked):
            if sorted(index.words(number)) == sorted(asked.words):
                continue
            met = align(Asked.of(asked), index.words(number), index.near(asked))
            found.rows.append(features(met, of_person=listed[number][0]["type"] == "person"))
            found.right.append(False)
            found.weights.append(counts)
            found.groups.append(len(found.queries) - 1)
            found.party.append(listed[number][0]["id"])
    return found


def _made_up(index: NameIndex, companies: list[int]) -> Iterator[tuple[str, float]]:
    """Give names without end, and what each counts for; always the same ones."""
    chance = random.Random(7)  # noqa: S311 - the same every time is the point
    forms = known().forms
    while True:
        words = index.words(chance.choice(companies))
        core = sorted((word for word in words if word not in forms), key=weight)
        others = [word for word in index.words(chance.choice(companies)) if word not in forms]
        if len(core) < _LEAST_CORE or not others:
            continue
        lost = core[-1] if chance.random() < _RAREST_LOST else core[0]
        name = " ".join(max(others, key=weight) if word == lost else word for word in words)
        yield name, 1.0 if lost == core[-1] else _DOUBTFUL


def of_scripts(folder: Path, others: int = 1500) -> Samples:
    """Ask for names of other scripts where only Latin names are listed, and the reverse.

    A query's right answer is its own party, which has names of both kinds; ``others`` are parties
    whose Latin names are asked for although no name of theirs is listed in another script.
    """
    listed = list(lines_of(folder / "list.jsonl.gz"))
    native, latin = _names_of(listed, native=True), _names_of(listed, native=False)
    both = {one["id"] for one, _ in native} & {one["id"] for one, _ in latin}
    found = Samples()
    for asked, held, way in ((native, latin, "native"), (latin, native, "latin")):
        index = NameIndex(build(name for _, name in held))
        some = [one for one in asked if one[0]["id"] in both]
        strangers = [one for one in asked if one[0]["id"] not in both]
        for party, name in some + strangers[:: max(1, len(strangers) // others)]:
            right = party["id"] if party["id"] in both else ""
            found.queries.append({"q": name, "exp": [right] if right else [], "cls": way})
            _ask(found, readings(name), (index, [one for one, _ in held]), party)
    return found


def _names_of(
    parties: Iterable[dict[str, Any]], *, native: bool
) -> list[tuple[dict[str, Any], str]]:
    """Give the names that are written wholly in another script, or wholly in Latin letters."""
    return [
        (party, name)
        for party in parties
        for name in party["names"]
        if (not any("a" <= letter <= "z" for letter in name.casefold()) if native
            else name.isascii())
    ]  # fmt: skip


def _sounds(party: dict[str, Any]) -> frozenset[tuple[str, ...]]:
    """Give each Latin name of a party as the skeletons of its words, in any order."""
    return frozenset(
        tuple(sorted(skeleton(word) for word in read(name).words))
        for name in party["names"]
        if name.isascii()
    )


def _ask(
    found: Samples,
    asked: Iterable[Reading],
    held: tuple[NameIndex, list[dict[str, Any]]],
    own: dict[str, Any],
) -> None:
    """Take down the figures of each candidate of each reading, as of the query last added.

    Left out are other parties of the same Latin name: that they are others, no name can tell.
    """
    index, parties = held
    names = _sounds(own)
    for reading in asked:
        for number in index.candidates(reading):
            met = align(Asked.of(reading), index.words(number), index.near(reading))
            party = parties[number]
            if party["id"] != own["id"] and not names.isdisjoint(_sounds(party)):
                continue
            found.rows.append(features(met, of_person=party["type"] == "person"))
            found.right.append(party["id"] == own["id"])
            found.weights.append(1.0)
            found.groups.append(len(found.queries) - 1)
            found.party.append(party["id"])


_LEAST_CORE, _RAREST_LOST, _DOUBTFUL = 2, 0.6, 0.5


def of_pairs(path: Path) -> Samples:
    """Compare each pair of names; pairs that share a name, however far, are of one group."""
    found = Samples()
    with path.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    root: dict[str, str] = {}

    def top(name: str) -> str:
        while root.setdefault(name, name) != name:
            name = root[name]
        return name

    for pair in pairs:
        root[top(pair["name1"].casefold())] = top(pair["name2"].casefold())
    number: dict[str, int] = {}
    for pair in pairs:
        met = aligned(read(pair["name1"]), read(pair["name2"]))
        found.rows.append(features(met, of_person=pair["schema"] == "Person"))
        found.right.append(pair["is_match"] == "true")
        found.weights.append(1.0)
        found.groups.append(number.setdefault(top(pair["name1"].casefold()), len(number)))
    return found
