"""Who stands above a party: every owner, and every owner of an owner, each once.

Who controls stands there too: control does not bind, yet it calls for a look (FAQ 398).
"""

from __future__ import annotations

from collections import defaultdict, deque

from navicert.facts.ownership import UNKNOWN_OWNER, Stake, key


def owners_of(name: str, stakes: tuple[Stake, ...]) -> tuple[str, ...]:
    """Give the names of all owners of a party, nearest first; a circle ends by itself."""
    if not stakes:
        return ()
    above: dict[str, list[Stake]] = defaultdict(list)
    for stake in stakes:
        above[stake.lower].append(stake)
    found: dict[str, str] = {}
    waiting = deque([key(name)])
    seen = {key(name)}
    while waiting:
        for stake in above.get(waiting.popleft(), ()):
            if stake.upper not in seen:
                seen.add(stake.upper)
                if not stake.owner.startswith(UNKNOWN_OWNER):
                    found.setdefault(key(stake.owner), stake.owner)
                waiting.append(stake.upper)
    return tuple(found.values())
