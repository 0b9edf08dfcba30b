"""An exposure as plain data: amounts are text, so that no digit is lost; days are ISO 8601."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from navicert import __version__
from navicert.exposure.graph import EdgeKey
from navicert.exposure.range import Range
from navicert.exposure.result import Result
from navicert.records.canonical import canonical
from navicert.records.record import Receipt

FORMAT = "navicert.exposure/1"
CAVEAT = "not legal advice"

Document = dict[str, object]


def document(result: Result) -> Document:
    """Write a result, without the graph itself, which its digest names."""
    told = {
        one.name: _plain(getattr(result, one.name)) for one in fields(Result) if one.name != "graph"
    }
    return {
        "format": FORMAT,
        "engine": f"navicert {__version__}",
        "caveat": CAVEAT,
        **told,
        "horizon_days": (result.until - result.since).days + 1,
    }


def answered(told: Document, doubts: tuple[str, ...], receipt: Receipt | None) -> Document:
    """Put beside the document where it is recorded; the recorded bytes do not hold this."""
    at = None
    if receipt is not None:
        at = {
            "number": receipt.index,
            "recorded_at": receipt.recorded_at,
            "leaf_hash": receipt.leaf_hash.hex(),
            "size": receipt.size,
            "root": receipt.root.hex(),
            "checkpoint": receipt.checkpoint,
        }
    return {**told, "doubts": list(doubts), "record": at}


def recorded(told: Document, files: Mapping[str, str]) -> bytes:
    """Give the bytes of the record: the answer, and the digest of each file it rests on."""
    return canonical({"exposure": told, "files": dict(files)})


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    write = _WRITTEN.get(type(value))
    if write is not None:
        return write(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value


_NAMES = {"tail": "from", "head": "to"}

_WRITTEN: Mapping[type, Callable[[Any], object]] = {
    EdgeKey: lambda key: {
        _NAMES.get(one.name, one.name): _plain(getattr(key, one.name)) for one in fields(EdgeKey)
    },
    Decimal: lambda number: f"{number:f}",
    Range: str,
    date: date.isoformat,
}
