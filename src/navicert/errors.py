"""Every error of the house, each saying what happened, where, and what to do next.

NavicertError
├── TermError                 a word that is not a term of the trade
│   ├── UnknownEccn
│   ├── UnknownCountry
│   ├── UnknownRole
│   ├── UnknownActivity
│   ├── UnknownCurrency
│   ├── MalformedDate
│   ├── MalformedAmount
│   └── DayOutOfReach
├── LawError                  the shelf cannot answer
│   ├── LawNotCovered
│   └── ShelfDamaged
├── InputError                a file or a document that cannot be taken in
│   ├── UnreadableFile
│   ├── FileTooLarge
│   ├── EmptyOrder
│   │   └── EmptyTable
│   ├── InstrumentRefused
│   ├── DisclosureRefused
│   └── OrderRefused
│       ├── BillRefused
│       ├── GraphRefused
│       ├── InventoryRefused
│       └── PartiesRefused
├── ListError                 a list of parties that cannot be relied on
│   ├── UnknownListFormat
│   ├── ListRowRefused
│   └── ListShrank
├── NotSent                   a notice that could not be delivered
└── RecordError               the proof does not hold
    ├── RecordAltered
    ├── StateUnusable
    └── SigningRefused
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_LINE = 2_000
"""Characters of one line of a message, so that a bad value of megabytes drowns nobody."""
_SHOWN_END = 400


class NavicertError(Exception):
    """The root: catch it at a door to show a message instead of a traceback."""

    def __str__(self) -> str:
        """Give the message; of a line that is too long, its beginning and its end."""
        return "\n".join(map(_shortened, super().__str__().split("\n")))


def _shortened(line: str) -> str:
    if len(line) <= LONGEST_LINE:
        return line
    left_out = len(line) - LONGEST_LINE
    middle = f" ... {left_out:,} more characters ... "
    beginning = LONGEST_LINE - _SHOWN_END - len(middle)
    return f"{line[:beginning]}{middle}{line[-_SHOWN_END:]}"


class TermError(NavicertError, ValueError):
    """A word that is not a term of the trade; the message quotes it and says what is wanted."""


class UnknownEccn(TermError):
    """Not the shape of an Export Control Classification Number, nor EAR99."""


class UnknownCountry(TermError):
    """Neither an ISO 3166-1 alpha-2 code, nor a region that the regulations treat apart."""


class UnknownRole(TermError):
    """Not one of the parties to a transaction of 15 CFR 748.5."""


class UnknownActivity(TermError):
    """Neither an activity of part 734 nor an act that a denial order names."""


class UnknownCurrency(TermError):
    """Not an ISO 4217 code."""


class MalformedDate(TermError):
    """Not an ISO 8601 calendar date."""


class MalformedAmount(TermError):
    """Not a plain decimal number that is zero or more."""


class DayOutOfReach(TermError):
    """A day that cannot be computed: no calendar of holidays, or no calendar at all, has it."""


class LawError(NavicertError):
    """The shelf of law cannot answer."""


class LawNotCovered(LawError):
    """Nobody verified this value for that day; the engine says so and never guesses."""


class ShelfDamaged(LawError):
    """A file of the shelf is missing, malformed or without its citation."""


class InputError(NavicertError):
    """A file or a document from outside that cannot be taken in."""


class UnreadableFile(InputError):
    """The bytes are not what the file's name promises: truncated, bombed, wrongly encoded."""


class FileTooLarge(InputError):
    """More bytes, rows, cells or depth than a reader accepts."""


class EmptyOrder(InputError):
    """An order without a line has no answer."""


class EmptyTable(EmptyOrder):
    """There is no party in the table, so nobody was asked for."""


class InstrumentRefused(InputError):
    """A settlement, order, license or plan that is malformed or contradicts itself."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a document: where (file, line, key) and what to do about it.

    ``line`` counts from 1; 0 means that the whole document is meant.
    """

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        """Read as compilers write it: ``file:line: key: message``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        told = f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"
        return _shortened(told)


class OrderRefused(InputError):
    """An order with malformed terms; ``problems`` names every one, not only the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems and make their list the message."""
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class BillRefused(OrderRefused):
    """A bill of materials that contradicts itself or leaves out what the computation needs."""


class GraphRefused(OrderRefused):
    """A supply graph with malformed rows, ends that hang on nothing, or a part within itself."""


class PartiesRefused(OrderRefused):
    """Parties to screen of which something is malformed; none of them was screened."""


class InventoryRefused(OrderRefused):
    """An inventory of equipment, or a table of stakes, of which something is malformed."""


class ListError(NavicertError):
    """A list of parties that cannot be relied on; the last good one stays in force."""


class UnknownListFormat(ListError):
    """The file is in none of the forms that the readers know."""


class ListRowRefused(ListError):
    """A row with unknown columns or malformed values."""


class ListShrank(ListError):
    """The file lost more rows against the last load than is believable."""


class NotSent(NavicertError):
    """A notice that could not be delivered; it stays owed, and the next run tries again."""


class RecordError(NavicertError):
    """The proof does not hold."""


class RecordAltered(RecordError):
    """An entry of the log is not what was signed; ``index`` is the first such entry, from 0."""

    def __init__(self, index: int, message: str) -> None:
        """Name the first altered entry."""
        self.index = index
        super().__init__(message)


class StateUnusable(RecordError):
    """The data directory cannot be read or written."""


class DisclosureRefused(InputError):
    """A package of a disclosure that lacks required contents; ``reasons`` names each of them."""

    def __init__(self, case: str, reasons: tuple[str, ...]) -> None:
        """Keep the reasons and make their list the message."""
        self.reasons = reasons
        super().__init__("\n".join(f"{case}: missing: {reason}" for reason in reasons))


class SigningRefused(RecordError):
    """A letter that may not be signed, or not by this person and this key."""
