"""A check: one statement, and the query that returns the rows which contradict it.

A check says beforehand which tables it reads, of which columns and types, and how many rows each
has, so that evidence which is missing, empty or of another form never passes for proof.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_HOLE = re.compile(r"\{([^{}]*)\}")

LONGEST_SECONDS = 60
"""How long a check may ask to run."""

USUAL_SECONDS = 10


class ColumnKind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DAY = "day"
    BOOLEAN = "boolean"


class ParameterKind(StrEnum):
    """What a value that a letter gives to a check is; a percentage of 30 is 30 percent."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DAY = "day"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; cells may be empty only where it is optional."""

    name: str
    kind: ColumnKind
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What a check needs of one table: its columns, its keys, and from how many rows to how many.

    Each of ``unique`` names columns that together never stand twice; none of them is ever empty.
    """

    name: str
    columns: tuple[Column, ...]
    least: int
    most: int
    unique: tuple[tuple[str, ...], ...] = ()

    @property
    def rows(self) -> str:
        """Say how many rows are expected.

        >>> Table("roster", (), 39, 39).rows, Table("letters", (), 0, 39).rows
        ('39', '0 to 39')
        """
        return str(self.least) if self.least == self.most else f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the query takes: ``$name`` there, ``{name}`` in the statement.

    ``value`` is its canonical text: a day is ISO 8601, a number has plain digits.
    """

    name: str
    kind: ParameterKind
    value: str

    @property
    def told(self) -> str:
        """Write it for a reader.

        >>> Parameter("cut", ParameterKind.PERCENT, "30").told
        '30%'
        """
        return f"{self.value}%" if self.kind is ParameterKind.PERCENT else self.value


@dataclass(frozen=True, slots=True)
class Check:
    """A statement bound to its query; ``key`` are the columns that name a contradicting row."""

    id: str
    statement: str
    sql: str
    key: tuple[str, ...]
    tables: tuple[Table, ...]
    parameters: tuple[Parameter, ...] = ()
    seconds: int = USUAL_SECONDS

    @property
    def told(self) -> str:
        """Give the statement with its values filled in."""
        values = {one.name: one.told for one in self.parameters}
        return _HOLE.sub(lambda hole: values.get(hole[1], hole[0]), self.statement)
