"""The door for supply graphs: a folder of tables, a workbook, or a bill of materials."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from navicert.adapters.feeds.beside import inside
from navicert.adapters.orders import csv_form, xlsx_form, zip_guard
from navicert.adapters.orders.read import Form as FileForm
from navicert.adapters.orders.read import bytes_of, form_of
from navicert.adapters.supply import bill, checks, header, rows, table
from navicert.adapters.supply.table import Form, Problems, Row
from navicert.errors import UnreadableFile
from navicert.exposure.graph import SupplyGraph

HEADER = "graph.toml"
TABLES = (table.NODES, table.EDGES, table.SUBSTITUTES, table.FIGURES)
SHEETS = (table.GRAPH, table.SOURCES, table.ASSUMPTIONS, *TABLES)
NEEDED = frozenset({table.NODES.name, table.EDGES.name})
BILLS = ("bom.csv", "bom.xlsx", "bom.json")
_DELIMITERS = (",", ";", "\t")

_Files = Mapping[str, bytes]
_Rows = dict[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Read:
    """A graph and the bytes that it was read from, by the names of the files."""

    graph: SupplyGraph
    files: Mapping[str, bytes]


def read(path: Path) -> Read:
    """Read a graph from a folder, from a workbook (XLSX), or from a bill of materials.

    Raises:
        UnreadableFile: when there is no such file, or it is not what its name promises.
        FileTooLarge: with the limit.
        GraphRefused: with every malformed row, dangling id and cycle, each with its line.
    """
    if path.is_dir():
        top = str(path / HEADER)
        files = {name: bytes_of(inside(top, name))[0] for name in _names(path)}
        return read_folder(files, str(path))
    data, file = bytes_of(path)
    return read_bytes(data, file)


def read_folder(files: _Files, folder: str) -> Read:
    """Read a graph from the files of a folder, by name."""
    problems = Problems()
    for name in (HEADER, *(f"{one}.csv" for one in sorted(NEEDED))):
        if name not in files:
            raise UnreadableFile(f"{folder}: holds no {name}: a supply graph needs it")
    top = header.of_toml(files[HEADER], f"{folder}/{HEADER}", problems)
    told = {
        form.name: _csv(form, files[f"{form.name}.csv"], f"{folder}/{form.name}.csv", problems)
        for form in TABLES
        if f"{form.name}.csv" in files
    }
    graph = _graph(top, told, problems)
    for name in BILLS:
        if name in files:
            graph = bill.added(graph, bill.parse(files[name], f"{folder}/{name}"))
    return _whole(graph, files, (top, problems))


def read_bytes(data: bytes, file: str) -> Read:
    """Read a graph from a workbook, or from a bill of materials, by its bytes."""
    form = form_of(data, file)
    if form is FileForm.TOML:
        raise UnreadableFile(f"{file}: a supply graph is a folder, a workbook or a bill: name one")
    if form is FileForm.XLSX and (sheets := _sheets(data, file)) >= NEEDED:
        problems = Problems()
        told = {one.name: _sheet(one, data, file, problems) for one in SHEETS if one.name in sheets}
        unknown = sorted(sheets - {one.name for one in SHEETS} - {"readme"})
        if unknown:
            known = ", ".join(one.name for one in SHEETS)
            raise UnreadableFile(f"{file}: the sheet {unknown[0][:40]!r} is none of {known}")
        top = header.of_sheets(told, file, problems)
        return _whole(_graph(top, told, problems), {file: data}, (top, problems))
    return Read(
        replace(bill.alone(bill.parse(data, file)), digest=_digest({file: data})), {file: data}
    )


def _graph(top: header.Header, told: _Rows, problems: Problems) -> SupplyGraph:
    return SupplyGraph(
        title=top.title,
        nodes=rows.nodes(told[table.NODES.name], problems),
        edges=rows.edges(told[table.EDGES.name], problems),
        substitutes=tuple(rows.substitutes(told.get(table.SUBSTITUTES.name, ()), problems)),
        figures=tuple(rows.figures(told.get(table.FIGURES.name, ()), problems)),
        sources=top.sources,
        assumptions=top.assumptions,
        totals=top.totals,
        settings=top.settings,
    )


def _whole(graph: SupplyGraph, files: _Files, told: tuple[header.Header, Problems]) -> Read:
    top, problems = told
    header.unknown_sources(_cited(graph), top, problems)
    checks.check(graph, problems)
    problems.settle()
    return Read(replace(graph, digest=_digest(files)), files)


def _cited(graph: SupplyGraph) -> Iterable[tuple[str, str]]:
    for node in graph.nodes:
        yield node.place, node.source
    for edge in graph.edges:
        yield from ((claim.place, claim.source) for claim in edge.claims)
    yield from ((one.place, one.source) for one in graph.substitutes)
    yield from ((one.place, one.source) for one in graph.figures)


def _digest(files: _Files) -> str:
    """Give one SHA-256 for all files: that of their own digests and names, by name."""
    lines = (
        f"{hashlib.sha256(files[name]).hexdigest()}  {Path(name).name}\n" for name in sorted(files)
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _names(folder: Path) -> list[str]:
    known = {HEADER, *BILLS, *(f"{one.name}.csv" for one in TABLES)}
    try:
        found = sorted(one.name for one in folder.iterdir() if not one.is_dir())
    except OSError as error:
        raise UnreadableFile(f"{folder}: cannot be read: {error.strerror}") from None
    stray = [one for one in found if one.endswith((".csv", ".tsv")) and one not in known]
    if stray:
        tables = ", ".join(f"{one.name}.csv" for one in TABLES)
        raise UnreadableFile(f"{folder}/{stray[0]}: no table of a supply graph; known are {tables}")
    return [one for one in found if one in known]


def _csv(form: Form, data: bytes, file: str, problems: Problems) -> tuple[Row, ...]:
    text = csv_form.text_of(data, file)
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    return table.rows(form, file, csv_form.rows_of(text, delimiter, file), problems)


def _sheet(form: Form, data: bytes, file: str, problems: Problems) -> tuple[Row, ...]:
    found = xlsx_form.rows_of(data, file, form.name)
    return table.rows(form, f"{file}[{form.name}]", found, problems)


def _sheets(data: bytes, file: str) -> frozenset[str]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(zip_guard.repack(data, file)))
    except CalamineError as error:
        raise UnreadableFile(f"{file}: not a whole XLSX file: {str(error)[:200]}") from None
    return frozenset(book.sheet_names)
