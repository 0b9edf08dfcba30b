"""Who stands above a party: every owner, and every owner of an owner, each once."""

from __future__ import annotations

from collections import defaultdict, deque

from navicert.facts.ownership import Stake
from navicert.parties.ownership.majority import key


def owners_of(name: str, stakes: tuple[Stake, ...]) -> tuple[str, ...]:
    """Give the names of all owners of a party, nearest first; a circle ends by itself."""
    if not stakes:
        return ()
    above: dict[str, list[str]] = defaultdict(list)
    for stake in stakes:
        above[key(stake.owned)].append(stake.owner)
    found: dict[str, str] = {}
    waiting = deque([key(name)])
    seen = {key(name)}
    while waiting:
        for owner in above.get(waiting.popleft(), ()):
            if key(owner) not in seen:
                seen.add(key(owner))
                found[key(owner)] = owner
                waiting.append(key(owner))
    return tuple(found.values())
