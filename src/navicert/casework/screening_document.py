"""A screening as a plain document: what --json prints, and what the log keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from navicert.casework.lapsed import Lapsed
from navicert.casework.met import Row, evidence_of
from navicert.casework.screening import KIND, Screened, Screening
from navicert.determination.report import holding_document, list_document, register_document
from navicert.facts import identifier
from navicert.facts.clearing import Clearing
from navicert.facts.listing import Listing
from navicert.facts.ownership import in_no_register
from navicert.facts.standing import ListAsked, OrderMatch
from navicert.parties.clearings import digest_of
from navicert.parties.screening.evidence.evidence import total
from navicert.records.record import Receipt
from navicert.terms import list_code, partial_date

FORMAT = "navicert.screening/1"

Document = dict[str, Any]
"""Only dicts with text keys, lists, text, int, float, bool and None."""


def document(found: Screening) -> Document:
    """Give a screening as a document, with the place of its record."""
    return told(found) | {"record": _receipt(found.receipt)}


def recorded(found: Screening) -> Document:
    """Give what goes into the log: the same, under the name of the job."""
    return {"format": FORMAT, KIND: told(found)}


def told(found: Screening) -> Document:
    """Give what was asked, of which lists, and what met."""
    return {
        "format": FORMAT,
        "engine": found.engine,
        "matcher": found.matcher,
        "day": found.day.isoformat(),
        "known": None if found.known is None else found.known.isoformat(),
        "verdict": found.verdict.value,
        "least_score": found.least,
        "only_lists": sorted(found.lists),
        "doubts": list(found.doubts),
        "ignored_columns": list(found.ignored),
        "totals": totals(found),
        "parties": [_party(one, found.day) for one in found.screened],
        "lists": [list_document(one) for one in found.asked],
    } | _registers(found)


def _registers(found: Screening) -> Document:
    """Give the registers of owners that were asked; without one the document is as it ever was."""
    if not found.registers:
        return {}
    held = (
        {
            "line": one.asked.line,
            "party": one.asked.party.name,
            "held": [holding_document(held) for held in one.standing.holdings],
        }
        for one in found.screened
        if one.standing.holdings
    )
    return {
        "registers": [register_document(one) for one in found.registers],
        "in_no_register": list(in_no_register(found.registers)),
        "holdings": list(held),
    }


def totals(found: Screening) -> Document:
    """Count the parties, those that met something, and the rows of each list, shown or not."""
    return {
        "screened": len(found.screened),
        "met": len(found.met),
        "not_screened": len(found.unscreened),
        "matches": sum(len(one.rows) for one in found.screened),
        "cleared": sum(len(one.cleared) for one in found.screened),
        "by_list": _by_list(row for one in found.screened for row in one.rows),
        "not_shown": _by_list(row for one in found.screened for row in one.aside),
    }


def _by_list(rows: Iterable[Row]) -> dict[str, int]:
    return dict(sorted(Counter(row.code.value for row in rows).items()))


def _party(one: Screened, day: date) -> Document:
    party, standing = one.asked.party, one.standing
    return {
        "line": one.asked.line,
        "reference": one.asked.reference,
        "name": party.name,
        "aliases": list(party.aliases),
        "country": party.address.country,
        "address": party.address.text,
        "birth_date": partial_date.format(party.birth_date) if party.birth_date else None,
        "nationality": party.nationality,
        "type": party.kind,
        "identifiers": [identifier.format(number) for number in party.identifiers],
        "on_behalf_of": list(party.on_behalf_of),
        "owned_by": list(party.owned_by),
        "screened": standing.screened,
        "not_asked": [code.value for code in standing.unasked],
        "not_comparable": list(standing.nameless),
        "matches": [match_document(row, day) for row in one.rows],
        "cleared": [_cleared(row, day) for row in one.cleared],
        "not_shown": _by_list(one.aside),
    }


def match_document(row: Row, day: date) -> Document:
    """Give one match: who met whom and how, what the list says of it, and which lists have it."""
    match, evidence = row.match, evidence_of(row.match)
    order = match if isinstance(match, OrderMatch) else row.order
    return {
        "list": row.code.value,
        "list_title": list_code.format(row.code),
        "entry": row.entry,
        "entry_digest": digest_of(row.said),
        "from": [_origin(one) for one in row.lists],
        "name": match.name,
        "listed_name": match.listed_name,
        "strength": match.strength.value,
        "score": match.shown,
        "name_score": match.score,
        "sure": match.is_sure,
        "evidence_points": total(evidence),
        "capacity": match.capacity.value,
        "how": match.how,
        "names": msgspec.to_builtins(match.names),
        "words": msgspec.to_builtins(match.words),
        "evidence": [msgspec.to_builtins(one) for one in evidence],
        "listing": _listing(row.said) if isinstance(row.said, Listing) else None,
        "denial_order": None if order is None else _order(order, day),
        "lapsed": [_lapsed(one) for one in row.lapsed],
    }


def _origin(one: ListAsked) -> Document:
    return {"title": one.title, "as_of": _day(one.as_of), "digest": one.digest}


def _lapsed(one: Lapsed) -> Document:
    return {"clearing": clearing_document(one.clearing), "why": one.why}


def _listing(said: Listing) -> Document:
    return {
        "name": said.name,
        "type": said.type.value,
        "countries": list(said.countries),
        "addresses": [one.text for one in said.addresses],
        "programs": list(said.programs),
        "since": _day(said.since),
        "until": _day(said.until),
        "license_requirement": said.license_requirement,
        "license_policy": said.license_policy,
        "citations": list(said.citations),
        "remarks": said.remarks,
    }


def _order(match: OrderMatch, day: date) -> Document:
    order = match.order
    return {
        "reference": order.reference,
        "kind": order.kind.value,
        "state": order.state_on(day).value,
        "end": _day(order.end_on(day)),
        "citation": order.citation_on(day),
        "standard_terms": order.standard_terms,
    }


def _cleared(row: Row, day: date) -> Document:
    return {
        "clearing": clearing_document(row.clearing) if row.clearing else None,
        "match": match_document(row, day),
    }


def clearing_document(one: Clearing) -> Document:
    """Give a decision that a match is somebody else."""
    found: Document = msgspec.to_builtins(one)
    return found


def _receipt(receipt: Receipt | None) -> Document | None:
    if receipt is None:
        return None
    return {
        "number": receipt.index,
        "recorded_at": receipt.recorded_at,
        "leaf_hash": receipt.leaf_hash.hex(),
        "size": receipt.size,
        "root": receipt.root.hex(),
        "checkpoint": receipt.checkpoint,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
