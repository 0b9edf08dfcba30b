"""Bytes to text: UTF-8 with or without its mark, and nothing else."""

from __future__ import annotations

from navicert.errors import UnreadableFile

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, file: str) -> str:
    r"""Read bytes as UTF-8, without its byte order mark.

    >>> decode(b"\xef\xbb\xbfday", "order.csv")
    'day'

    Raises:
        UnreadableFile: with the line of the first byte that is not UTF-8.
    """
    if data.startswith(_UTF_16):
        raise UnreadableFile(f"{file}: the file is UTF-16; save it as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        message = f"{file}:{line}: byte 0x{byte:02X} is not UTF-8; save the file as UTF-8"
        raise UnreadableFile(message) from None
