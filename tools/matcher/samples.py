"""The samples that the cards are fitted on: what was asked, what it met, and whether it is right."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from navicert.parties.screening.navicert_1.align import align
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.pair import aligned
from navicert.parties.screening.navicert_1.reading import read

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
            met = align(asked, index.words(name), index.similar)
            right = party["id"] in query["exp"]
            found.rows.append(features(met, of_person=party["type"] == "person"))
            found.right.append(right)
            found.weights.append(HARD_TO_FIND.get(kind, weight) if right else 1.0)
            found.groups.append(number)
            found.party.append(party["id"])
    return found


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
