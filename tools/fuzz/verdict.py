"""What a reader owes any file: what it holds, or a refusal that can be read and names the file."""

from __future__ import annotations

from navicert.errors import InputError, ListError
from tools.fuzz.readers import Reader

LONGEST_LINE = 2_000
"""Characters of a line of a message; a bad value is quoted by its beginning."""


class Unclean(Exception):
    """A reader refused a file in a way that helps nobody."""


def is_read(reader: Reader, name: str, content: bytes) -> bool:
    """Tell whether the reader took the file; whatever else it raises than a refusal goes through.

    Raises ``Unclean`` for a refusal that does not begin with the file's name, or quotes without
    an end.
    """
    try:
        reader.take(name, content)
    except (InputError, ListError) as refused:
        lines = str(refused).split("\n")
        if not lines[0].startswith(name):
            raise Unclean(f"names no file: {lines[0][:200]}") from refused
        if max(map(len, lines)) > LONGEST_LINE:
            raise Unclean(f"a line of {max(map(len, lines)):,} characters") from refused
        return False
    return True
