"""Parties of an order in a table: the columns ``end_user_name``, ``end_user_country`` and so on."""

from __future__ import annotations

from dataclasses import dataclass, field

from navicert.adapters.orders.columns import Column
from navicert.casework.order.document import KeyPath

_Said = dict[KeyPath, tuple[str, object]]


@dataclass(slots=True)
class _Party:
    """What the columns of one party said: for each key the column and the value."""

    roles: list[str]
    said: _Said = field(default_factory=dict)
    prefix: str = ""


@dataclass(slots=True)
class Parties:
    """Parties in the order of their first column; one that fills several roles is one party."""

    by_prefix: dict[str, _Party] = field(default_factory=dict)

    def say(self, column: Column, value: object) -> None:
        """Take what one column says of its party."""
        new = _Party([column.role], prefix=column.party)
        self.by_prefix.setdefault(column.party, new).said[column.path] = (column.name, value)

    def plain(self) -> list[dict[str, object]]:
        """Give the parties as the document has them."""
        return [_plain(party) for party in self._merged()]

    def columns(self, at: int, path: KeyPath) -> tuple[str, str]:
        """Name the column of this path of the party at this position, and the party's first."""
        party = self._merged()[at]
        steps = tuple(step for step in path if isinstance(step, str))
        said = [name for key, (name, _) in party.said.items() if key[: len(steps)] == steps]
        first = next(iter(party.said.values()))[0]
        missing = f"{party.prefix}_{steps[-1] if steps else 'name'}"
        return (said[0] if said and steps else missing), first

    def _merged(self) -> list[_Party]:
        merged: list[_Party] = []
        for party in self.by_prefix.values():
            same = next((other for other in merged if _agree(other.said, party.said)), None)
            if same is None:
                merged.append(_Party(list(party.roles), dict(party.said), party.prefix))
            else:
                same.roles.extend(party.roles)
                same.said = {**party.said, **same.said}
        return merged


def _agree(one: _Said, other: _Said) -> bool:
    """Tell whether both name the same party: the same name, and nothing that differs."""
    if ("name",) not in one or ("name",) not in other:
        return False
    return all(one[key][1] == other[key][1] for key in one.keys() & other.keys())


def _plain(party: _Party) -> dict[str, object]:
    table: dict[str, object] = {"roles": list(party.roles)}
    address: dict[str, object] = {}
    for path, (_, value) in party.said.items():
        (address if len(path) > 1 else table)[str(path[-1])] = value
    return {**table, "address": address} if address else table
