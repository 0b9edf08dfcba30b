"""What a new version of an instrument says otherwise than the one before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from navicert.undertakings.instruments.instrument import Instrument

_KEYS = ("id", "reference", "day")
_Leaves = dict[str, str]


def difference(before: Instrument, after: Instrument) -> tuple[tuple[str, str, str], ...]:
    """Give each key that changed, with what it said and says; empty where there was nothing."""
    old, new = _leaves(before), _leaves(after)
    changed = (key for key in sorted({*old, *new}) if old.get(key, "") != new.get(key, ""))
    return tuple((key, old.get(key, ""), new.get(key, "")) for key in changed)


def _leaves(one: Instrument) -> _Leaves:
    return dict(_walk("", msgspec.to_builtins(one, order="deterministic")))


def _walk(path: str, value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _walk(f"{path}.{key}" if path else str(key), below)
    elif isinstance(value, list | tuple):
        for name, below in _named(value):
            yield from _walk(f"{path}[{name}]", below)
    elif value not in (None, "", False):
        yield path, str(value)


def _named(values: list[Any] | tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """Name each thing by its own id where it has one, so that an insertion moves nothing."""
    seen: dict[str, int] = {}
    for position, value in enumerate(values, start=1):
        own = (value.get(key) for key in _KEYS) if isinstance(value, dict) else ()
        name = next((str(one) for one in own if one), str(position))
        seen[name] = seen.get(name, 0) + 1
        yield (name if seen[name] == 1 else f"{name} {seen[name]}"), value
