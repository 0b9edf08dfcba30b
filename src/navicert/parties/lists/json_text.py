"""JSON of a list, one document or one object a line, held against a typed form to its last key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, TypeVar

import msgspec

from navicert.errors import FileTooLarge, ListRowRefused, Problem, UnreadableFile
from navicert.parties.lists.unpack import LONGEST_TEXT

Text = Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]
"""A text of a form, as long as a cell of a CSV file may be."""

MOST_LINE = 16 * 1024 * 1024
"""Characters of one line of JSON lines; entities of an export stay far below."""

_AT = re.compile(r" - at `\$?\.?(.+)`$")
_T = TypeVar("_T")


def document(file: str, text: str, form: type[_T]) -> _T:
    """Read a whole file as one document.

    Raises ``UnreadableFile`` when it is no JSON, ``ListRowRefused`` for an unknown key, a missing
    one or a value of another type.
    """
    return _decoded(Problem(file, 0, "", ""), text, msgspec.json.Decoder(form))


def lines(file: str, told: Iterable[str], form: type[_T]) -> Iterator[tuple[int, _T]]:
    """Read one object a line, each with the number of its line; raises as ``document`` does."""
    decoder = msgspec.json.Decoder(form)
    for number, line in enumerate(told, start=1):
        if len(line) > MOST_LINE:
            raise FileTooLarge(f"{file}:{number}: a line of more than {MOST_LINE:,} characters")
        if line.strip():
            yield number, _decoded(Problem(file, number, "", ""), line, decoder)


def _decoded(place: Problem, text: str, decoder: msgspec.json.Decoder[_T]) -> _T:
    where = f"{place.file}:{place.line}" if place.line else place.file
    if "\\u0000" in text:
        raise UnreadableFile(f"{where}: a NUL character in a text; get the file again")
    try:
        return decoder.decode(text)
    except RecursionError:
        message = f"{where}: objects or arrays nested too deep; no list that we read has them"
        raise UnreadableFile(message) from None
    except msgspec.ValidationError as error:
        at = _AT.search(str(error))
        problem = Problem(place.file, place.line, at[1] if at else "", _AT.sub("", str(error)))
        raise ListRowRefused(str(problem)) from error
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        message = f"{where}: not JSON, or cut off ({error}); get the file again"
        raise UnreadableFile(message) from error
