"""Orders in JSON."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import NoReturn

from navicert.adapters.orders import nesting, positions
from navicert.adapters.orders.text import decode
from navicert.casework.order.document import OrderDocument
from navicert.errors import UnreadableFile


def parse(data: bytes, file: str) -> OrderDocument:
    """Read an order in JSON: one object.

    Raises:
        UnreadableFile: with the line where it stops being JSON; when a key stands twice.
        FileTooLarge: with the limit on depth.
    """
    text = decode(data, file)
    content = load(text, file)
    if not isinstance(content, dict):
        raise UnreadableFile(f"{file}:1: an order is one JSON object, with its lines in a list")
    nesting.check(content, file)
    return OrderDocument(file, content, positions.in_json(text))


def load(text: str, file: str) -> object:
    """Parse JSON without floats, without NaN, and without a key that stands twice.

    Raises:
        UnreadableFile: with the line where it stops being JSON; when a key stands twice.
        FileTooLarge: when it nests deeper than the parser goes.
    """
    try:
        return json.loads(
            text,
            parse_float=_number,
            parse_int=_number,
            parse_constant=_refuse,
            object_pairs_hook=_table,
        )
    except json.JSONDecodeError as error:
        raise UnreadableFile(f"{file}:{error.lineno}: not JSON: {error.msg}") from None
    except RecursionError:
        raise nesting.too_deep(file) from None
    except ValueError as error:
        raise UnreadableFile(f"{file}: not JSON as an order needs it: {error}") from None


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{text[:40]!r} is not a number") from None


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} is not a number")


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        raise ValueError(f"the key {twice[:100]!r} stands twice in one object")
    return table
