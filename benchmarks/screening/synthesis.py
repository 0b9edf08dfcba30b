"""Lists larger than any real one: names put together from the words of real names."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from benchmarks.screening.queries import Listed

SEED = 744


def grown(parties: Sequence[Listed], names: int) -> Sequence[Listed]:
    """Add made-up parties of one name each until there are so many names, or take fewer of them.

    With 0 the list stays as it is. The same list and number give the same names.
    """
    if not names:
        return parties
    kept, count = list[Listed](), 0
    for party in parties:
        if count + len(party.names) > names:
            break
        kept.append(party)
        count += len(party.names)
    made = enumerate(_made_up(parties, names - count))
    return [*kept, *(Listed(f"made-up-{n}", kind, (name,)) for n, (name, kind) in made)]


def _made_up(parties: Sequence[Listed], count: int) -> Iterator[tuple[str, str]]:
    """Draw names with the lengths and the words of real ones of the same type."""
    chance = random.Random(SEED)  # noqa: S311 - no secret; the same names every time
    pool: dict[str, list[str]] = {}
    shapes = [(party.type, len(name.split())) for party in parties for name in party.names]
    for party in parties:
        words = pool.setdefault(party.type, [])
        words += [word for name in party.names for word in name.split()]
    for _ in range(count):
        kind, length = chance.choice(shapes)
        yield " ".join(chance.choices(pool[kind], k=max(1, length))), kind
