"""The report: a determination as a plain document, with one documented and stable shape.

``docs/determination-format.md`` explains every key, ``docs/schemas/determination.schema.json``
is its JSON Schema. The terminal, the API and the records all hand out this one document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from navicert.determination.result import Determination, LawAsked, LineDetermination
from navicert.facts.ownership import RegisterAsked, in_no_register
from navicert.facts.standing import ClearedMatch, Holding, ListAsked, Match, OrderMatch, Standing
from navicert.law.coverage import Coverage
from navicert.records.canonical import canonical
from navicert.rules.finding import Finding, MissingFact
from navicert.rules.license_exceptions.case import LicenseException
from navicert.terms.list_code import TITLES
from navicert.terms.outcome import Action
from navicert.terms.outcome import format as words

FORMAT = "navicert.determination/1"
RECORD_FORMAT = "navicert.record/1"

Document = dict[str, Any]
"""Only dicts with text keys, lists, text, int, float, bool and None."""


def report(determination: Determination, doubts: tuple[str, ...] = ()) -> Document:
    """Give the document of a determination.

    ``doubts`` are what kept the desk from standing by the answer, such as a data directory that
    could not be read: they turn a release into a hold and never loosen anything.
    """
    return {
        "format": FORMAT,
        "engine": determination.engine,
        "reference": determination.reference,
        "day": determination.day.isoformat(),
        "action": gate(determination.action, doubts).value,
        "outcome": determination.outcome.value,
        "outcome_words": words(determination.outcome),
        "because": determination.because,
        "doubts": list(doubts),
        "lines": [_line(line, doubts) for line in determination.lines],
        "screening": determination.screening,
        "parties": [_party(standing, determination.day) for standing in determination.standings],
        "lists": [list_document(one) for one in determination.lists],
        "law": _law(determination.law),
        "notes": list(determination.notes),
    } | _registers(determination)


def _registers(determination: Determination) -> Document:
    """Give the registers of owners that were asked; without one the document is as it ever was."""
    if not determination.registers:
        return {}
    held = {
        one.party.name: [holding_document(held) for held in one.holdings]
        for one in determination.standings
    }
    return {
        "registers": [register_document(one) for one in determination.registers],
        "in_no_register": list(in_no_register(determination.registers)),
        "holdings": [{"party": name, "held": told} for name, told in held.items() if told],
    }


def register_document(one: RegisterAsked) -> Document:
    """Give a register that was asked, as it stands in every report."""
    return {
        "title": one.title,
        "as_of": _day(one.as_of),
        "digest": one.digest,
        "entities": one.entities,
        "stakes": one.stakes,
        "stakes_used": one.stakes_used,
        "unknown_owners": one.unknown_owners,
        "matched": [asdict(match) for match in one.matched],
    }


def holding_document(one: Holding) -> Document:
    """Give what listed owners hold of a party, in percent as text."""
    return {
        "rule": one.rule.value,
        "certain": str(one.certain),
        "possible": str(one.possible),
        "owners": list(one.owners),
        "controls": list(one.controls),
    }


def gate(action: Action, doubts: tuple[str, ...]) -> Action:
    """Give the action that is left under doubts: nothing is released, a stop stays a stop.

    >>> gate(Action.RELEASE, ("it could not be recorded",))
    <Action.HOLD: 'hold'>
    """
    return Action.HOLD if doubts and action is Action.RELEASE else action


def record(document: Document, order: Mapping[str, object]) -> bytes:
    """Give the canonical bytes that go into the log: the order as read, and what was answered.

    The same order, law and lists give the same bytes; the moment of recording stands beside
    them in the log. Raises ValueError when the order holds what has no canonical form.
    """
    return canonical({"format": RECORD_FORMAT, "order": order, "determination": document})


def _line(line: LineDetermination, doubts: tuple[str, ...]) -> Document:
    return {
        "number": line.number,
        "item": line.item,
        "eccn": line.eccn,
        "action": gate(line.action, doubts).value,
        "outcome": line.outcome.value,
        "outcome_words": words(line.outcome),
        "because": line.because,
        "used": list(line.used),
        "findings": [_finding(finding) for finding in line.findings],
        "exceptions": [_exception(one) for one in line.exceptions],
        "obligations": [_finding(finding) for finding in line.obligations],
        "missing": [_missing(fact) for fact in line.missing],
    }


def _finding(finding: Finding) -> Document:
    allows = finding.allows_exceptions
    return {
        "kind": finding.kind.value,
        "holds": finding.holds.value,
        "rule": finding.rule,
        "sentence": finding.sentence,
        "citation": finding.citation,
        "label": finding.label,
        "reason_for_control": finding.reason,
        "general_prohibition": finding.general_prohibition,
        "triggered_by": finding.triggered_by,
        "overcome_by": finding.overcome_by,
        "allows_exceptions": None if allows is None else sorted(allows),
        "policy": finding.policy,
        "agency": finding.agency,
        "missing": [_missing(fact) for fact in finding.missing],
    }


def _missing(fact: MissingFact) -> Document:
    return {"fact": fact.fact, "question": fact.question, "citation": fact.citation}


def _exception(one: LicenseException) -> Document:
    return {
        "symbol": one.symbol,
        "citation": one.citation,
        "availability": one.availability.value,
        "overcomes": sorted(one.overcomes),
        "reasons": list(one.reasons),
        "conditions": [
            {
                "slug": condition.slug,
                "question": condition.question,
                "citation": condition.citation,
                "answer": condition.answer.value,
                "group": condition.group,
            }
            for condition in one.conditions
        ],
    }


def _party(standing: Standing, day: date) -> Document:
    party = standing.party
    cleared = {"cleared": [_cleared(one, day) for one in standing.cleared]}
    return {
        "name": party.name,
        "roles": [role.value for role in party.roles],
        "country": party.address.country,
        "screened": standing.screened,
        "screened_elsewhere": party.screened_elsewhere,
        "not_asked": [code.value for code in standing.unasked],
        "listings": [_listing(match) for match in standing.matches],
        "denial_orders": [_order(match, day) for match in standing.orders],
    } | (cleared if standing.cleared else {})


def _cleared(one: ClearedMatch, day: date) -> Document:
    clearing, match = one.clearing, one.match
    return {
        "number": clearing.number,
        "scope": clearing.scope.value,
        "reason": clearing.reason,
        "by": clearing.by,
        "since": clearing.since.isoformat(),
        "until": _day(clearing.until),
        "listing": _listing(match) if isinstance(match, Match) else None,
        "denial_order": _order(match, day) if isinstance(match, OrderMatch) else None,
    }


def _listing(match: Match) -> Document:
    listing = match.listing
    return _how(match) | {
        "list": listing.list.value,
        "list_title": TITLES[listing.list],
        "entry": listing.entry,
        "since": _day(listing.since),
        "until": _day(listing.until),
        "citations": list(listing.citations),
        "license_requirement": listing.license_requirement,
        "license_policy": listing.license_policy,
    }


def _order(match: OrderMatch, day: date) -> Document:
    order = match.order
    return _how(match) | {
        "reference": order.reference,
        "kind": order.kind.value,
        "state": order.state_on(day).value,
        "end": _day(order.end_on(day)),
        "citation": order.citation_on(day),
        "standard_terms": order.standard_terms,
    }


def _how(match: Match | OrderMatch) -> Document:
    return {
        "name": match.name,
        "listed_name": match.listed_name,
        "capacity": match.capacity.value,
        "strength": match.strength.value,
        "score": match.score,
        "how": match.how,
    }


def list_document(one: ListAsked) -> Document:
    """Give a list that was asked, as it stands in every report."""
    return {
        "code": one.code,
        "title": one.title,
        "as_of": _day(one.as_of),
        "entries": one.entries,
        "covers": [code.value for code in one.covers],
        "digest": one.digest,
        "source": one.source,
    }


def _law(law: LawAsked) -> Document:
    return {
        "day": law.day.isoformat(),
        "digest": law.digest,
        "tables": [_table(table, law.day) for table in law.coverages],
    }


def _table(table: Coverage, day: date) -> Document:
    return {
        "table": table.table,
        "title": table.title,
        "citation": table.citation,
        "source": table.source,
        "verified_from": table.verified_from.isoformat(),
        "last_looked_at": table.last_looked_at.isoformat(),
        "age_days": table.age_on(day),
        "covers_day": table.covers(day),
        "note": table.note,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
