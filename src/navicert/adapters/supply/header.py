"""What a graph says of itself: title, settings, sources and assumptions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import msgspec
from msgspec import Struct, field

from navicert.adapters.orders import toml_form
from navicert.adapters.supply.table import Problems, Row
from navicert.casework.order.document import KeyPath, OrderDocument
from navicert.errors import MalformedAmount
from navicert.exposure.graph import Assumption, EdgeKey, EdgeKind, Settings, Source, Total
from navicert.exposure.range import parse
from navicert.terms import money

MOST_DAYS = 3_660
MOST_DRAWS = 100_000
MOST_SEED = 2**53 - 1
_AT = re.compile(r" - at `\$?\.?(.+)`$")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")
_STEP = re.compile(r"([A-Za-z_]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Header:
    """The title, how it wants to be computed, and what it stands on."""

    title: str
    settings: Settings
    sources: tuple[Source, ...]
    assumptions: tuple[Assumption, ...]
    totals: tuple[Total, ...] = ()


class SourceForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[sources]]``."""

    id: str
    title: str
    publisher: str = ""
    day: date | None = None
    url: str = ""
    note: str = ""


class AssumptionForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[assumptions]]``."""

    id: str
    text: str
    source: str = ""


class TotalForm(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[totals]]``: what ``suppliers`` sell in a year; ``rest`` has what the others leave."""

    value: str
    suppliers: list[str]
    rest: str
    to: str
    item: str
    source: str = ""


class HeaderForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole ``graph.toml``."""

    title: str
    as_of: date | None = None
    currency: str = "USD"
    horizon_days: int = 365
    draws: int = 1000
    seed: int = 1
    sources: list[SourceForm] = field(default_factory=list)
    assumptions: list[AssumptionForm] = field(default_factory=list)
    totals: list[TotalForm] = field(default_factory=list)


def of_toml(data: bytes, file: str, problems: Problems) -> Header:
    """Read ``graph.toml``; GraphRefused names the line of what is not as it should be."""
    document = toml_form.parse(data, file)
    try:
        form = msgspec.convert(document.content, HeaderForm)
    except msgspec.ValidationError as error:
        path = _path(str(error))
        key = ".".join(map(str, path))
        message = _AT.sub("", str(error))
        problems.note(f"{file}:{_line(document, path)}", key, message)
        problems.settle()
        raise
    _check(form, (document, file), problems)
    problems.settle()
    return _header(form)


def of_sheets(rows: dict[str, tuple[Row, ...]], file: str, problems: Problems) -> Header:
    """Read the sheets ``graph`` (key and value), ``sources`` and ``assumptions`` of a workbook."""
    said = {row.get("key"): row for row in rows.get("graph", ())}
    plain: dict[str, object] = {key: row.get("value") for key, row in said.items()}
    plain["sources"] = [dict(row.says) for row in rows.get("sources", ())]
    plain["assumptions"] = [dict(row.says) for row in rows.get("assumptions", ())]
    try:
        form = msgspec.convert(plain, HeaderForm, strict=False)
    except msgspec.ValidationError as error:
        path = _path(str(error))
        row = said.get(str(path[0])) if path else None
        place = row.place if row else f"{file}[graph]:1"
        problems.note(place, ".".join(map(str, path)), _AT.sub("", str(error)))
        problems.settle()
        raise
    _check(form, (None, f"{file}[graph]"), problems)
    return _header(form)


def _check(form: HeaderForm, at: tuple[OrderDocument | None, str], problems: Problems) -> None:
    document, file = at

    def note(key: str, message: str) -> None:
        line = _line(document, (key,)) if document else 1
        problems.note(f"{file}:{line}", key, message)

    if not money.is_valid(1, form.currency):
        note("currency", f"{form.currency[:20]!r} is no code of ISO 4217")
    if not 1 <= form.horizon_days <= MOST_DAYS:
        note("horizon_days", f"{form.horizon_days}: from 1 to {MOST_DAYS:,} days")
    if not 0 <= form.draws <= MOST_DRAWS:
        note("draws", f"{form.draws}: from 0 to {MOST_DRAWS:,}")
    if not 0 <= form.seed <= MOST_SEED:
        note("seed", f"{form.seed}: a whole number from 0 to {MOST_SEED:,}")
    for one in form.totals:
        for message in _wrong(one):
            note("totals", message)
    for name, ids in (
        ("sources", [one.id for one in form.sources]),
        ("assumptions", [one.id for one in form.assumptions]),
    ):
        for twice in _twice(ids):
            note(name, f"the id {twice[:40]!r} stands twice")


def _wrong(total: TotalForm) -> Iterator[str]:
    try:
        value = parse(total.value)
        if value is None or not value.is_exact or value.low < 0:
            yield f"{total.value[:40]!r}: a total is one number, and not less than nothing"
    except MalformedAmount as wrong:
        yield str(wrong)
    if total.rest not in total.suppliers:
        yield f"the rest {total.rest[:40]!r} is none of the suppliers of the total"


def _twice(ids: list[str]) -> list[str]:
    return list(dict.fromkeys(one for at, one in enumerate(ids) if one in ids[:at]))


def _header(form: HeaderForm) -> Header:
    return Header(
        form.title,
        Settings(form.as_of, form.currency.upper(), form.horizon_days, form.draws, form.seed),
        tuple(
            Source(one.id, one.title, one.publisher, one.day, one.url, one.note)
            for one in form.sources
        ),
        tuple(Assumption(one.id, one.text, one.source) for one in form.assumptions),
        tuple(_total(one) for one in form.totals),
    )


def _total(form: TotalForm) -> Total:
    value = parse(form.value)
    return Total(
        Decimal(0) if value is None else value.likely,
        tuple(form.suppliers),
        EdgeKey(form.rest, form.to, EdgeKind.SUPPLIES, form.item),
        form.source,
    )


def _path(message: str) -> KeyPath:
    found = _AT.search(message)
    steps = _STEP.findall(found[1]) if found else []
    unknown = _UNKNOWN.search(message)
    own = tuple(name or int(number) for name, number in steps)
    return (*own, unknown[1]) if unknown else own


def _line(document: OrderDocument, path: KeyPath) -> int:
    return document.locate([path])[0].line if path else 1


def unknown_sources(cited: Iterable[tuple[str, str]], header: Header, problems: Problems) -> None:
    """Note every row that cites a source or an assumption that the graph does not name."""
    known = {one.id for one in header.sources} | {one.id for one in header.assumptions}
    for place, text in cited:
        for id_ in (part.strip() for part in re.split(r"[;|]", text)):
            if id_ and id_ not in known:
                message = f"{id_[:40]!r} is no source or assumption of the graph"
                problems.note(place, "source", message)
