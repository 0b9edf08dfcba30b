"""What instruments come to on a day, as a plain document: what --json prints."""

from __future__ import annotations

from datetime import date
from typing import Any

from navicert.casework.promises.show_orders import Shown
from navicert.entrypoints.cli import owed_table
from navicert.facts.denial_order import Authorization
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.on_day import DenialOnDay, Move, SumOnDay
from navicert.undertakings.instruments.timeline import Entry

FORMAT = "navicert.orders/1"
Document = dict[str, Any]


def document(found: Shown) -> Document:
    """Give everything."""
    day = found.on_day.day
    return {
        "format": FORMAT,
        "asked": found.asked,
        "day": day.isoformat(),
        "bars": found.on_day.bars,
        "instruments": [_signed(one, found) for one in found.instruments],
        "signed_later": [one.id for one in found.later],
        "commitments": [owed_table.document(one) for one in found.owed],
        "denials": [_denial(one) for one in found.on_day.denials],
        "penalties": [_sum(one) for one in found.on_day.sums],
        "timeline": [_entry(one, day) for one in found.timeline],
        "unreadable": _unreadable(found),
    }


def list_document(found: Shown) -> Document:
    """Give the instruments with the states of their sanctions."""
    return {
        "format": FORMAT,
        "day": found.on_day.day.isoformat(),
        "instruments": [
            _signed(one, found)
            | {
                "denials": [_denial(d) for d in found.on_day.denials if d.instrument == one.id],
                "penalties": [_sum(s) for s in found.on_day.sums if s.instrument == one.id],
            }
            for one in found.instruments
        ],
        "signed_later": [one.id for one in found.later],
        "unreadable": _unreadable(found),
    }


def _unreadable(found: Shown) -> list[Document]:
    return [{"file": one.file, "error": str(one.refused)} for one in found.refused]


def _signed(one: Instrument, found: Shown) -> Document:
    over = found.superseded.get(one.id)
    told = {"by": over.by, "on": over.day.isoformat(), "citation": over.citation} if over else None
    return instrument(one) | {"superseded": told}


def instrument(one: Instrument) -> Document:
    """Say what sort of paper it is and whom it names."""
    probation = one.probation
    return {
        "id": one.id,
        "title": one.title,
        "kind": one.kind.value,
        "authority": one.authority,
        "citation": one.citation,
        "source": one.source,
        "day": one.day.isoformat(),
        "parties": [list(names) for names in one.parties],
        "related_persons": [list(names) for names in one.related_persons],
        "probation": {
            "since": probation.since.isoformat(),
            "until": probation.until.isoformat(),
            "citation": probation.citation,
            "basis": probation.basis.value,
        }
        if probation
        else None,
        "commitments": len(one.commitments),
        "note": one.note,
    }


def _denial(one: DenialOnDay) -> Document:
    return {
        "instrument": one.instrument,
        "reference": one.order.reference,
        "state": one.state.value,
        "citation": one.citation,
        "end": _day(one.end),
        "persons": [list(names) for names in one.order.persons],
        "related_persons": [list(names) for names in one.order.related_persons],
        "standard_terms": one.order.standard_terms,
        "barred": [
            {"clause": c.id, "who": c.who, "gist": c.gist, "citation": c.citation, "open": c.open}
            for c in one.clauses
        ],
        "carved_out": [_permit(permit) for permit in one.permits],
        "moves": [_move(move) for move in one.moves],
        "doubts": list(one.doubts),
    }


def _permit(one: Authorization) -> Document:
    return {
        "since": one.since.isoformat(),
        "until": one.until.isoformat(),
        "citation": one.citation,
        "activities": sorted(one.activities),
        "purposes": sorted(one.purposes),
        "excluded_groups": sorted(one.excluded_groups),
        "note": one.note,
    }


def _sum(one: SumOnDay) -> Document:
    event = one.now.event
    return {
        "instrument": one.instrument,
        "id": one.penalty.id,
        "title": one.penalty.title,
        "amount": str(one.penalty.sum.amount),
        "currency": one.penalty.sum.currency,
        "state": one.now.state.value,
        "since": _day(event.day) if event and not one.now.by_end_of_probation else None,
        "by_end_of_probation": one.now.by_end_of_probation,
        "due": _day(event.due) if event else None,
        "is_overdue": one.is_overdue,
        "citation": event.citation if event else one.penalty.citation,
        "basis": event.basis.value if event else one.penalty.basis.value,
        "note": event.note if event else "",
        "moves": [_move(move) for move in one.moves],
    }


def _move(one: Move) -> Document:
    return {"what": one.what, "citation": one.citation}


def _entry(one: Entry, day: date) -> Document:
    return {
        "day": one.day.isoformat(),
        "instrument": one.instrument,
        "what": one.what,
        "citation": one.citation,
        "basis": one.basis.value,
        "note": one.note,
        "past": one.day <= day,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
