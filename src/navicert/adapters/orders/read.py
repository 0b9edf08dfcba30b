"""The door for orders: a path or bytes in, one plain document out, whatever the form."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from navicert.adapters.orders import csv_form, json_form, limits, toml_form, xlsx_form
from navicert.casework.order.document import OrderDocument
from navicert.errors import EmptyOrder, FileTooLarge, UnreadableFile


class Form(StrEnum):
    """The forms that an order may have."""

    TOML = "toml"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def read(path: Path) -> OrderDocument:
    """Read the order in a file; ``-`` is the standard input, in TOML or JSON.

    Raises:
        UnreadableFile: when there is no such file, or it is not what its name promises.
        FileTooLarge: before it is read, when the file is larger than an order may be.
        EmptyOrder: when there is nothing in it.
    """
    return read_bytes(*bytes_of(path))


def bytes_of(path: Path) -> tuple[bytes, str]:
    """Give the bytes of a file, or of the standard input for ``-``, and its name for messages.

    Raises:
        UnreadableFile: when there is no such file.
        FileTooLarge: before it is read, when it is larger than an order may be.
    """
    if str(path) == "-":
        return _within(sys.stdin.buffer, "standard input"), "standard input"
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableFile(f"{path}: is a folder; name one order")
        if found.st_size > limits.MOST_BYTES:
            raise _too_large(str(path), limits.megabytes(found.st_size))
        with path.open("rb") as file:
            return _within(file, str(path)), str(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableFile(f"{path}: cannot be read: {reason}") from None


def read_bytes(data: bytes, file: str, form: Form | None = None) -> OrderDocument:
    """Read an order from bytes; ``file`` is the name that messages show.

    The form is the one given, else that of the name's suffix, else that of the bytes.

    Raises:
        UnreadableFile: when the bytes are not of that form.
        FileTooLarge: with the limit.
        EmptyOrder: when there is nothing in them.
    """
    return _PARSERS[form_of(data, file, form)](data, file)


def form_of(data: bytes, file: str, form: Form | None = None) -> Form:
    """Tell the form of bytes that are neither too many, nor empty, nor of a foreign kind.

    Raises:
        UnreadableFile: when the bytes are not of the form that was given or the name promises.
        FileTooLarge: with the limit.
        EmptyOrder: when there is nothing in them.
    """
    if len(data) > limits.MOST_BYTES:
        raise _too_large(file, limits.megabytes(len(data)))
    if not data.strip():
        raise EmptyOrder(f"{file}: the file is empty, so there is nothing to check")
    _refuse_foreign(data, file)
    chosen = form or _SUFFIXES.get(Path(file).suffix.lower()) or _by_content(data)
    if (chosen is Form.XLSX) is not data.startswith(_ZIP):
        raise UnreadableFile(f"{file}: the bytes are not {chosen.upper()}, as its name promises")
    return chosen


def _within(file: BinaryIO, name: str) -> bytes:
    data = file.read(limits.MOST_BYTES + 1)
    if len(data) > limits.MOST_BYTES:
        raise _too_large(name, f"more than {limits.megabytes(limits.MOST_BYTES)}")
    return data


def _too_large(file: str, size: str) -> FileTooLarge:
    most = limits.megabytes(limits.MOST_BYTES)
    return FileTooLarge(f"{file}: {size}; an order may have {most}: split it into several orders")


def _by_content(data: bytes) -> Form:
    if data.startswith(_ZIP):
        return Form.XLSX
    return Form.JSON if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in b"{[" else Form.TOML


def _refuse_foreign(data: bytes, file: str) -> None:
    for start, message in _FOREIGN.items():
        if data.startswith(start):
            raise UnreadableFile(f"{file}: {message}")


_ZIP = b"PK\x03\x04"
_FOREIGN = {
    b"\x1f\x8b": "packed with gzip; unpack it first",
    b"\xd0\xcf\x11\xe0": "an old or encrypted workbook; save it as XLSX without a password",
    b"%PDF": "a PDF; fill in a template instead",
}
_SUFFIXES = {
    ".toml": Form.TOML,
    ".json": Form.JSON,
    ".csv": Form.CSV,
    ".tsv": Form.CSV,
    ".xlsx": Form.XLSX,
    ".xlsm": Form.XLSX,
}
_PARSERS: dict[Form, Callable[[bytes, str], OrderDocument]] = {
    Form.TOML: toml_form.parse,
    Form.JSON: json_form.parse,
    Form.CSV: csv_form.parse,
    Form.XLSX: xlsx_form.parse,
}
