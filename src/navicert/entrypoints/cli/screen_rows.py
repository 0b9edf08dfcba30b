"""Matches as rows of a table, one a match, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from navicert.adapters.sheets import rows
from navicert.casework.met import Row
from navicert.casework.screening import Screened, Screening
from navicert.casework.screening_document import match_document
from navicert.errors import UnreadableFile
from navicert.facts.clearing import Clearing
from navicert.facts.standing import ListAsked

HEADER = (
    "line", "reference", "party", "country", "score", "evidence", "match", "list", "list_title",
    "entry", "listed_name", "listed_name_kind", "entry_name", "entry_countries", "since", "until",
    "license_requirement", "license_policy", "citations", "programs", "capacity", "how",
    "cleared_by", "cleared_why", "cleared_until", "lapsed", "from_list", "from_day", "from_digest",
)  # fmt: skip


def form_of(out: Path | None) -> str:
    """Give the form of the file to write; UnreadableFile before a long job, not after it."""
    if out is None:
        return ""
    form = out.suffix.lower().removeprefix(".")
    if form not in {"csv", "xlsx"}:
        raise UnreadableFile(f"{out}: name a file that ends in .csv or .xlsx")
    if out.exists():
        raise UnreadableFile(f"{out}: is there already; name another file")
    return form


def write(found: Screening, out: Path, form: str) -> None:
    """Write every match, those that were cleared marked."""
    rows.write(out, form, (HEADER, *_rows(found)))


def _rows(found: Screening) -> Iterator[tuple[str, ...]]:
    for one in found.screened:
        for row in (*one.rows, *one.cleared):
            yield _row(found, one, row)


def _row(found: Screening, one: Screened, row: Row) -> tuple[str, ...]:
    match, told = row.match, match_document(row, found.day)
    listing, order = told["listing"] or {}, told["denial_order"] or {}
    best = match.names[0] if match.names else None
    cells = (
        one.asked.line or "",
        one.asked.reference,
        match.name,
        one.asked.party.address.country or "",
        f"{match.shown:.4f}",
        f"{told['evidence_points']:.2f}",
        "cleared" if row.clearing else "same" if row.is_sure else "near",
        told["list"],
        told["list_title"],
        told["entry"],
        match.listed_name,
        best.kind.value if best else "",
        listing.get("name", ""),
        ", ".join(listing.get("countries", ())),
        listing.get("since") or "",
        listing.get("until") or order.get("end") or "",
        listing.get("license_requirement", ""),
        listing.get("license_policy", ""),
        "; ".join(listing.get("citations", ())) or order.get("citation", ""),
        "; ".join(listing.get("programs", ())),
        match.capacity.value,
        match.how,
        *_decision(row.clearing),
        "; ".join(f"no. {one.clearing.number}: {one.why}" for one in row.lapsed),
        *_origins(row.lists),
    )
    return tuple(map(str, cells))


def _decision(cleared: Clearing | None) -> tuple[str, str, str]:
    if cleared is None:
        return "", "", ""
    until = cleared.until.isoformat() if cleared.until else ""
    return cleared.by, cleared.reason, until


def _origins(lists: tuple[ListAsked, ...]) -> tuple[str, str, str]:
    """Name every list that has the entry, its day and its digest, in one order."""
    days = (one.as_of.isoformat() if one.as_of else "not stated" for one in lists)
    titles, digests = (one.title for one in lists), (one.digest for one in lists)
    return "; ".join(titles), "; ".join(days), "; ".join(digests)
