"""From bytes to text: gzip, size limits, byte order marks, encodings; never a blow-up of memory."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Iterable, Iterator

from navicert.errors import FileTooLarge, UnreadableFile

MOST_BYTES = 64 * 1024 * 1024
"""The longest file, packed or unpacked; the whole Consolidated Screening List has about 20 MB."""
LONGEST_TEXT = 131_072
"""Characters of one text or attribute, as many as a cell of a CSV file may have."""

_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31
_STEP = 1024 * 1024
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_of(file: str, content: bytes, most: int = MOST_BYTES) -> str:
    r"""Give the text of a file, unpacked, without its byte order mark.

    Raises ``FileTooLarge`` over ``most`` bytes, ``UnreadableFile`` for a damaged archive, another
    encoding than UTF-8 or marked UTF-16, and NUL characters.

    >>> text_of("a.csv", b"\xef\xbb\xbfname\r\n")
    'name\r\n'
    """
    text = _decoded(file, unpacked(file, content, most))
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = f"{file}:{line}: a NUL character; this is no text, or it is damaged: get it again"
        raise UnreadableFile(message)
    return text


def unpacked(file: str, content: bytes, most: int = MOST_BYTES) -> bytes:
    """Give the bytes of a file without gzip around them; raises as ``text_of`` does.

    >>> unpacked("a.csv", b"name")
    b'name'
    """
    _refuse_if_long(file, len(content), most)
    return b"".join(parts_of(file, content, most)) if content.startswith(_GZIP_MAGIC) else content


def parts_of(file: str, content: bytes, most: int = MOST_BYTES) -> Iterator[bytes]:
    """Give the bytes of a file without gzip around them, piece by piece; raises as ``text_of``."""
    if not content.startswith(_GZIP_MAGIC):
        _refuse_if_long(file, len(content), most)
        yield from (content[at : at + _STEP] for at in range(0, len(content), _STEP))
        return
    rest, length = content, 0
    while rest.startswith(_GZIP_MAGIC):
        archive = zlib.decompressobj(_GZIP_WINDOW)
        while not archive.eof:
            part, rest = _unzip_step(file, archive, rest)
            length += len(part)
            _refuse_if_long(file, length, most)
            yield part
        rest = archive.unused_data.lstrip(b"\0")
    if rest:
        message = f"{file}: {len(rest)} bytes after the end of the gzip archive: get it again"
        raise UnreadableFile(message)


def lines_of(file: str, pieces: Iterable[bytes], longest: int) -> Iterator[str]:
    r"""Give the lines of a long file in UTF-8, one after the other, without their ends.

    Raises as ``text_of``, and ``FileTooLarge`` for a line of more than ``longest`` bytes.

    >>> list(lines_of("a.json", [b"\xef\xbb\xbfna", b"me\r\n\nlast"], 80))
    ['name', '', 'last']
    """
    rest, number = b"", 0
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        for number, line in enumerate(whole, start=number + 1):  # noqa: B020 - counts on
            yield _line(f"{file}:{number}", line, first=number == 1, longest=longest)
        if len(rest) > longest:
            raise FileTooLarge(f"{file}:{number + 1}: a line of more than {longest:,} bytes")
    if rest:
        yield _line(f"{file}:{number + 1}", rest, first=not number, longest=longest)


def _line(where: str, line: bytes, *, first: bool, longest: int) -> str:
    if len(line) > longest:
        raise FileTooLarge(f"{where}: a line of more than {longest:,} bytes")
    if b"\0" in line:
        message = f"{where}: a NUL character; this is no text, or it is damaged: get it again"
        raise UnreadableFile(message)
    try:
        return line.decode("utf-8-sig" if first else "utf-8").removesuffix("\r")
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{where}: not UTF-8 text; save it as UTF-8") from error


def _unzip_step(file: str, archive: zlib._Decompress, rest: bytes) -> tuple[bytes, bytes]:
    try:
        part = archive.decompress(rest, _STEP)
    except zlib.error as error:
        raise UnreadableFile(f"{file}: a damaged gzip archive ({error}): get it again") from error
    if not part and not archive.eof and not archive.unconsumed_tail:
        raise UnreadableFile(f"{file}: the gzip archive is cut off: get it again")
    return part, archive.unconsumed_tail


def _refuse_if_long(file: str, length: int, most: int) -> None:
    if length > most:
        message = f"{file}: more than {most:,} bytes; no list that we read is as long"
        raise FileTooLarge(message)


def _decoded(file: str, plain: bytes) -> str:
    called = "UTF-16" if plain.startswith(_UTF_16) else "UTF-8"
    try:
        return plain.decode("utf-16" if called == "UTF-16" else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = plain.count(b"\n", 0, error.start) + 1
        message = (
            f"{file}:{line}: not {called} text, nor a workbook or an archive of a list: save it as "
            "UTF-8, or give the file as its authority publishes it"
        )
        raise UnreadableFile(message) from error
