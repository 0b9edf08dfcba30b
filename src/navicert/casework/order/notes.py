"""What is wrong with a document: every malformed term, told at once with its place."""

from __future__ import annotations

from navicert.casework.order.document import KeyPath, OrderDocument
from navicert.casework.order.limits import MOST_PROBLEMS
from navicert.errors import OrderRefused, Problem


class Notes:
    """Collects what is wrong while a document is read; the places are looked up at the end."""

    def __init__(self, document: OrderDocument) -> None:
        """Start with the problems that the form itself has."""
        self.document = document
        self._found: list[tuple[KeyPath, str]] = []

    def refuse(self, path: KeyPath, message: str) -> None:
        """Note a problem at a path; past the limit, refuse at once.

        Raises:
            OrderRefused: when there are more problems than anybody will read.
        """
        self._found.append((path, message))
        if len(self._found) >= MOST_PROBLEMS:
            self._found.append(((), f"more than {MOST_PROBLEMS:,} problems; the rest is not read"))
            raise self.refusal()

    def settle(self) -> None:
        """Go on only if nothing is wrong.

        Raises:
            OrderRefused: with every problem, in the order of the file.
        """
        if self._found or self.document.problems:
            raise self.refusal()

    def refusal(self) -> OrderRefused:
        """Give the error that tells every problem with its file, line and key."""
        places = self.document.locate([path for path, _ in self._found])
        own = [
            Problem(self.document.file, place.line, place.key, message)
            for place, (_, message) in zip(places, self._found, strict=True)
        ]
        return OrderRefused(tuple(sorted([*self.document.problems, *own], key=_line)))


def shown(value: object) -> str:
    """Quote a value of the document, cut to what fits on a line.

    >>> shown("x" * 50)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..."
    >>> shown({"a": 1}), shown([1])
    ('a table', 'a list')
    """
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, int) and value.bit_length() > MOST_PROBLEMS:
        return "a number of many digits"
    if isinstance(value, str):
        value = value[:100]
    text = repr(value) if isinstance(value, str | bytes) else str(value)
    return text if len(text) <= 43 else f"{text[:40]}..."  # noqa: PLR2004 - one line


def _line(problem: Problem) -> int:
    return problem.line
