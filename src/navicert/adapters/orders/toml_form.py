"""Orders in TOML."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal, InvalidOperation

from navicert.adapters.orders import limits, nesting, positions
from navicert.adapters.orders.text import decode
from navicert.casework.order.document import OrderDocument
from navicert.errors import FileTooLarge, UnreadableFile
from navicert.parties.lists import toml_text

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def parse(data: bytes, file: str) -> OrderDocument:
    """Read an order in TOML.

    Raises:
        UnreadableFile: with the line where it stops being TOML.
        FileTooLarge: with the limit on bytes, depth or steps of a key.
    """
    if len(data) > limits.MOST_BYTES_TOML:
        most = limits.megabytes(limits.MOST_BYTES_TOML)
        raise FileTooLarge(f"{file}: a TOML file may have {most}; use JSON or CSV for more")
    text = decode(data, file).replace("\r\n", "\n")
    if line := toml_text.line_of_long_key(text):
        raise FileTooLarge(f"{file}:{line}: a key of more than {toml_text.MOST_STEPS} steps")
    content = _load(text, file)
    nesting.check(content, file)
    return OrderDocument(file, content, positions.in_toml(text))


def _load(text: str, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(text, parse_float=_number)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFile(_message(str(error), file)) from None
    except RecursionError:
        raise nesting.too_deep(file) from None
    except ValueError as error:
        raise UnreadableFile(f"{file}: not TOML: {str(error)[:200]}") from None


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{text[:40]!r} is not a number") from None


def _message(error: str, file: str) -> str:
    found = _PLACE.search(error)
    line = f":{found[1]}" if found and found[1] else ""
    return f"{file}{line}: not TOML: {_PLACE.sub('', error)[:200]}"
