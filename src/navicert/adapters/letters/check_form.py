"""A check in TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

import msgspec

from navicert.adapters.orders import toml_form
from navicert.errors import UnreadableFile
from navicert.undertakings.checks.check import (
    LONGEST_SECONDS,
    USUAL_SECONDS,
    Check,
    Column,
    ColumnKind,
    Parameter,
    ParameterKind,
    Table,
)

Form = TypeVar("Form")

MOST_ROWS = 100_000
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_HOLE = re.compile(r"\{([^{}]*)\}")


class RowsForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From how many rows to how many."""

    least: int
    most: int


class TableForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table that the query reads."""

    columns: dict[str, ColumnKind]
    rows: int | RowsForm
    optional: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()


class ParameterForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One value that the query takes, and what it is unless a letter says otherwise."""

    type: ParameterKind
    value: object


class CheckForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a check."""

    id: str
    statement: str
    sql: str
    key: tuple[str, ...]
    tables: dict[str, TableForm]
    parameters: dict[str, ParameterForm] = {}
    seconds: int = USUAL_SECONDS


def read(data: bytes, file: str, values: Mapping[str, object] | None = None) -> Check:
    """Read a check; ``values`` take the place of those that it has itself.

    Raises:
        UnreadableFile: it is malformed, says what nobody knows, or leaves something out.
        FileTooLarge: with the limit.
    """
    form = converted(toml_form.parse(data, file).content, CheckForm, file)
    given = dict(values or {})
    if unknown := sorted(set(given) - set(form.parameters)):
        raise UnreadableFile(f"{file}: the check has no parameter {', '.join(unknown)[:200]}")
    check = Check(
        id=form.id,
        statement=form.statement.strip(),
        sql=form.sql.strip(),
        key=form.key,
        tables=tuple(_table(name, one, file) for name, one in sorted(form.tables.items())),
        parameters=tuple(
            _parameter(name, one.type, given.get(name, one.value), file)
            for name, one in sorted(form.parameters.items())
        ),
        seconds=form.seconds,
    )
    if fault := next(_faults(check), ""):
        raise UnreadableFile(f"{file}: {fault}")
    return check


def converted(content: object, form: type[Form], file: str) -> Form:
    """Give a document the form that it must have; UnreadableFile names what is amiss."""
    try:
        return msgspec.convert(content, form)
    except msgspec.ValidationError as error:
        raise UnreadableFile(f"{file}: {error}; docs/certifications.md names every key") from None


def _table(name: str, form: TableForm, file: str) -> Table:
    rows = RowsForm(form.rows, form.rows) if isinstance(form.rows, int) else form.rows
    if unknown := {*form.optional, *(one for key in form.unique for one in key)} - {*form.columns}:
        known = ", ".join(sorted(unknown))
        raise UnreadableFile(f"{file}: tables.{name}: {known[:200]!r} is none of its columns")
    if not 0 <= rows.least <= rows.most <= MOST_ROWS:
        told = f"{rows.least} to {rows.most}"
        message = f"rows of {told} are no range within 0 and {MOST_ROWS:,}"
        raise UnreadableFile(f"{file}: tables.{name}: {message}")
    columns = (Column(one, kind, one in form.optional) for one, kind in form.columns.items())
    return Table(name, tuple(columns), rows.least, rows.most, form.unique)


def _parameter(name: str, kind: ParameterKind, said: object, file: str) -> Parameter:
    value = _VALUES[kind](said)
    if value is None:
        message = f"{str(said)[:60]!r} is no {kind.value}; {_WANTED[kind]}"
        raise UnreadableFile(f"{file}: parameters.{name}: {message}")
    return Parameter(name, kind, value)


def _text(said: object) -> str | None:
    return said if isinstance(said, str) and said.isprintable() and len(said) <= 1_000 else None  # noqa: PLR2004


def _integer(said: object) -> str | None:
    return str(said) if type(said) is int and abs(said) < 2**53 else None


def _decimal(said: object) -> str | None:
    if isinstance(said, Decimal) and said.is_finite() and abs(said) < 10**14:
        return format(said, "f")
    return _integer(said)


def _percent(said: object) -> str | None:
    text = _decimal(said)
    return text if text is not None and 0 <= Decimal(text) <= 100 else None  # noqa: PLR2004


def _day(said: object) -> str | None:
    return said.isoformat() if type(said) is date else None


_VALUES = {
    ParameterKind.TEXT: _text,
    ParameterKind.INTEGER: _integer,
    ParameterKind.DECIMAL: _decimal,
    ParameterKind.PERCENT: _percent,
    ParameterKind.DAY: _day,
}
_WANTED = {
    ParameterKind.TEXT: "write one line in quotes",
    ParameterKind.INTEGER: "write a whole number",
    ParameterKind.DECIMAL: "write a number",
    ParameterKind.PERCENT: "write a number from 0 to 100",
    ParameterKind.DAY: "write a day without quotes, as 2016-11-30",
}


def _faults(check: Check) -> Iterator[str]:
    if not _ID.fullmatch(check.id):
        yield f"id: {check.id[:80]!r}: use small letters, figures, dots, hyphens"
    if not check.statement or not check.sql:
        yield "the statement or the sql is empty: a statement stands and falls with its query"
    if not check.key or not check.tables:
        yield "name at least one column under key, and one table under tables"
    if not 1 <= check.seconds <= LONGEST_SECONDS:
        yield f"seconds: {check.seconds}; from 1 to {LONGEST_SECONDS}"
    names = [one.name for one in check.tables] + [one.name for one in check.parameters]
    for name in names:
        if not _NAME.fullmatch(name):
            yield f"{name[:80]!r} is no name of a table or parameter: small letters and figures"
    holes = set(_HOLE.findall(check.statement))
    if holes - {one.name for one in check.parameters}:
        yield f"statement: {', '.join(sorted(holes))[:80]!r} is not among the parameters"
    yield from _column_faults(check)


def _column_faults(check: Check) -> Iterator[str]:
    for table in check.tables:
        names = [column.name for column in table.columns]
        if not names or not all(name.strip() == name and name.isprintable() for name in names):
            yield f"tables.{table.name}: name its columns as the file does"
        if len({name.casefold() for name in names}) < len(names):
            yield f"tables.{table.name}: two of its columns have one name, but for capitals"
