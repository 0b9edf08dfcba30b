"""The weights of words, as ``weights.csv`` has them: the more parties have one, the less it tells.

    .venv/bin/python -m tools.matcher.weights CORPUS/matching/retrieval/list.jsonl.gz [FILE]

Prints how the table that ships differs from the one worked out; writes it where a file is named.
Wants faker (group ``fit``): how common a name is among people of many countries comes from its
lists of first and last names, each country counted alike.
"""

from __future__ import annotations

import csv
import importlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log
from pathlib import Path

from faker.config import AVAILABLE_LOCALES

from navicert.parties.screening.navicert_1.reading import read
from navicert.parties.screening.navicert_1.weights import table
from navicert.parties.screening.navicert_1.words import known
from tools.matcher.samples import lines_of

PEOPLE = 20_000
"""Names of people, of all countries together, that stand beside the parties of the list."""
LEAST, MOST, WRITTEN = 0.05, 1.0, 2
MOST_KEPT = 0.95
"""A word of more weight is as rare as one that is not in the table."""
OF_PARTICLE, OF_FORM, MOST_FORM, ALONE, MOST_LETTER = 0.5, 0.5, 0.35, 0.15, 0.3


def weights(listed: Counter[str], people: Mapping[str, float], parties: int) -> dict[str, float]:
    """Give each word its weight: near 1 where one party of them has it, less with each more."""
    found = dict.fromkeys(known().forms, ALONE)
    for word in {*listed, *people}:
        seen = listed[word] + 0.5 + people.get(word, 0.0)
        found[word] = _bounded(word, log((parties + 1) / seen) / log(parties + 1))
    told = {word: round(weight, WRITTEN) for word, weight in sorted(found.items())}
    return {word: weight for word, weight in told.items() if weight <= MOST_KEPT}


def _bounded(word: str, weight: float) -> float:
    words = known()
    if word in words.particles:
        weight *= OF_PARTICLE
    if word in words.forms:
        weight = min(weight, MOST_FORM) * OF_FORM
    if len(word) == 1:
        weight = min(weight, MOST_LETTER)
    return min(MOST, max(LEAST, weight))


def of_list(path: Path) -> tuple[Counter[str], int]:
    """Count for each word the parties that have it in one of their names, and the parties."""
    counted, parties = Counter[str](), 0
    for party in lines_of(path):
        parties += 1
        counted.update({word for name in party["names"] for word in _words(name)})
    return counted, parties


def of_people() -> dict[str, float]:
    """Give for each word how many of ``PEOPLE`` would have it in their name."""
    shares = defaultdict[str, float](float)
    for locale in sorted(AVAILABLE_LOCALES):
        for part in ("first_name", "last_name"):
            for name, share in _names_of(locale, part).items():
                for word in _words(name):
                    shares[word] += share
    total = sum(shares.values())
    return {word: share / total * PEOPLE for word, share in shares.items() if len(word) > 1}


def _names_of(locale: str, part: str) -> dict[str, float]:
    """Give the names of one country with the share of the largest list that has them."""
    try:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    except ImportError:
        return {}
    found = dict[str, float]()
    for attribute in dir(provider):
        told = getattr(provider, attribute)
        if part in attribute and not attribute.startswith("_") and not callable(told):
            for name, share in _shares(told):
                found[name] = max(found.get(name, 0.0), share)
    return found


def _shares(told: object) -> Iterator[tuple[str, float]]:
    if isinstance(told, Mapping):
        total = sum(told.values()) or 1
        yield from ((name, count / total) for name, count in told.items() if isinstance(name, str))
    elif isinstance(told, list | tuple):
        yield from ((name, 1 / len(told)) for name in told if isinstance(name, str))


def _words(name: str) -> Iterable[str]:
    return read(name).words


def main(arguments: list[str]) -> int:
    """Work out the table, compare it with the one that ships, and write it where asked."""
    if len(arguments) not in (1, 2):
        print(__doc__)
        return 2
    made, ships = weights(*_both(Path(arguments[0]))), table()
    shared = made.keys() & ships.keys()
    same = sum(made[word] == ships[word] for word in shared)
    most = max((abs(made[word] - ships[word]) for word in shared), default=0.0)
    print(f"{len(made):,} words worked out, {len(ships):,} ship, {len(shared):,} in both")
    print(f"the same weight: {same:,}; largest difference {most:.2f}")
    for path in map(Path, arguments[1:]):
        with path.open("w", encoding="ascii", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(made.items())
    return 0


def _both(path: Path) -> tuple[Counter[str], dict[str, float], int]:
    listed, parties = of_list(path)
    return listed, of_people(), parties


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
