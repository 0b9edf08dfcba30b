"""Files of evidence as rows and columns: CSV, XLSX and Parquet."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path, PurePath

from navicert.adapters.evidence_sql.process import Bounds, answer
from navicert.adapters.orders import csv_form, limits, xlsx_form
from navicert.errors import EmptyOrder, FileTooLarge, UnreadableFile
from navicert.undertakings.checks.cells import Cell, Other, Sheet

FORMS = (".csv", ".xlsx", ".parquet")
MOST_BYTES = limits.MOST_BYTES
_DELIMITERS = (",", ";", "\t")
_SECONDS = 30.0
_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT")
_MORE_NUMBERS = ("UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL", "NUMBER")


def sheet(file: str, data: bytes) -> Sheet:
    """Read a file of evidence by the end of its name.

    Raises:
        UnreadableFile: another form, or not what its name promises.
        FileTooLarge: with the limit.
    """
    form = PurePath(file).suffix.lower()
    if form not in FORMS:
        raise UnreadableFile(f"{file}: evidence is a file of {', '.join(FORMS)}")
    if len(data) > MOST_BYTES:
        raise FileTooLarge(f"{file}: more than {limits.megabytes(MOST_BYTES)}")
    try:
        return {".csv": _csv, ".xlsx": _xlsx, ".parquet": _parquet}[form](file, data)
    except EmptyOrder:
        raise UnreadableFile(
            f"{file}: the file has no row, not even the names of columns"
        ) from None


def _csv(file: str, data: bytes) -> Sheet:
    text = csv_form.text_of(data, file)
    head = text.splitlines()[0] if text else ""
    delimiter = max(_DELIMITERS, key=head.count)
    rows = list(csv_form.rows_of(text, delimiter, file))
    if not rows:
        raise EmptyOrder(file)
    return Sheet(file, tuple(name.strip() for name in rows[0][1]), rows[1:], typed=False)


def _xlsx(file: str, data: bytes) -> Sheet:
    rows = xlsx_form.rows_of(data, file, PurePath(file).stem)
    header = tuple("" if cell is None else str(cell).strip() for cell in rows[0][1])
    return Sheet(file, header, rows[1:], typed=True)


def _parquet(file: str, data: bytes) -> Sheet:
    """Let a process of its own read the file, since nobody knows who wrote it."""
    with tempfile.TemporaryDirectory(prefix="navicert-") as folder:
        place = Path(folder) / "evidence.parquet"
        place.write_bytes(data)
        job = {
            "parquet": str(place),
            "rows": limits.MOST_ROWS,
            "columns": limits.MOST_COLUMNS,
            "characters": limits.MOST_CHARACTERS,
        }
        found = answer(job, Bounds(seconds=_SECONDS))
    if error := found.get("error"):
        raise UnreadableFile(f"{file}: not a Parquet file that can be read: {error}")
    if "too_large" in found:
        rows, columns = found["too_large"]
        raise FileTooLarge(f"{file}: {rows:,} rows of {columns:,} columns are too much")
    kinds = [kind for _, kind in found["columns"]]
    read = [(line, _typed(cells, kinds)) for line, cells in enumerate(found["rows"], start=1)]
    return Sheet(file, tuple(str(name).strip() for name, _ in found["columns"]), read, typed=True)


def _typed(cells: Sequence[str | None], kinds: Sequence[str]) -> list[Cell]:
    return [_cell(text, kind) for text, kind in zip(cells, kinds, strict=True)]


def _cell(text: str | None, kind: str) -> Cell:
    if text is None or kind in {"VARCHAR", "STRING"}:
        return text
    if kind == "BOOLEAN":
        return text == "true"
    try:
        if kind.startswith((*_NUMBERS, *_MORE_NUMBERS)):
            return Decimal(text)
        return datetime.fromisoformat(text) if "TIMESTAMP" in kind else date.fromisoformat(text)
    except (ValueError, InvalidOperation):
        return Other(text)
