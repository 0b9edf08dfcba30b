"""Who owns a party, as a plain document: what ``navicert ownership show --json`` prints."""

from __future__ import annotations

from typing import Any

from navicert.casework.show_owners import Bearing, OwnersShown
from navicert.determination.report import list_document, register_document
from navicert.facts.ownership import Stake
from navicert.facts.standing import Match, OrderMatch
from navicert.parties.clearings import entry_of
from navicert.parties.ownership.change import Change
from navicert.parties.ownership.interest import NOT_THE_TEST, Interest
from navicert.parties.ownership.proof import Proof
from navicert.parties.ownership.shares import Graph

FORMAT = "navicert.owners/1"
Document = dict[str, Any]


def document(found: OwnersShown) -> Document:
    """Give the answer as a document; shares are percent as text."""
    return {
        "format": FORMAT,
        "party": found.party.name,
        "day": found.day.isoformat(),
        "doubts": list(found.doubts),
        "notes": list(found.notes),
        "rules": [_bearing(one, found.graph) for one in found.bearings],
        "listed_owners": [_match(one) for one in found.matches],
        "stakes": [stake_document(one) for one in found.stakes],
        "over_the_whole": [found.graph.name(one) for one in found.graph.over()],
        "economic_interest": {
            "what": NOT_THE_TEST,
            "owners": [_interest(one, found.graph) for one in found.interests.found],
            "left_out": list(found.interests.left_out),
        },
        "registers": [register_document(one) for one in found.registers],
        "lists": [list_document(one) for one in found.lists],
    }


def stake_document(stake: Stake) -> Document:
    """Give one stake with its source."""
    source = stake.source
    return {
        "owner": stake.owner,
        "owner_id": stake.owner_id,
        "owned": stake.owned,
        "owned_id": stake.owned_id,
        "kind": stake.kind.value,
        "percent": _text(stake.percent),
        "at_least": _text(stake.low) if stake.counts else None,
        "at_most": _text(stake.high) if stake.counts else None,
        "from": _text(stake.since),
        "to": _text(stake.until),
        "source": {
            "register": source.register,
            "day": _text(source.day),
            "file": source.file,
            "line": source.line,
            "cited": source.cited,
        },
    }


def _bearing(one: Bearing, graph: Graph) -> Document:
    return {
        "rule": None if one.rule is None else one.rule.value,
        "binds": one.binds.value,
        "in_force": None if one.rule is None else one.in_force.value,
        "certain": one.certain,
        "possible": one.possible,
        "owners": list(one.owners),
        "law": one.law,
        "proof": None if one.proof is None else _proof(one.proof, graph),
        "smallest_change": None if one.change is None else _change(one.change, graph),
        "sure_change": None if one.sure is None else _change(one.sure, graph),
    }


def _proof(proof: Proof, graph: Graph) -> Document:
    return {
        "is_minimal": proof.is_minimal,
        "chain": [
            {
                "owner": graph.name(share.owner),
                "owned": graph.name(share.owned),
                "at_least": str(share.low),
                "at_most": str(share.high),
                "stakes": [stake_document(stake) for stake in share.stakes],
            }
            for share in proof.shares
        ],
        "held": [
            {"entity": graph.name(node), "percent": str(held)} for node, held in proof.held.items()
        ],
    }


def _change(change: Change, graph: Graph) -> Document:
    return {
        "percentage_points": f"{change.total:f}",
        "is_smallest": change.is_smallest,
        "steps": [
            {
                "owner": graph.name(step.owner),
                "owned": graph.name(step.owned),
                "from": f"{step.before:f}",
                "to": f"{step.after:f}",
            }
            for step in change.steps
        ],
    }


def _match(match: Match | OrderMatch) -> Document:
    where, entry = entry_of(match)[:2]
    return {
        "owner": match.name,
        "list": str(where),
        "entry": str(entry),
        "listed_name": match.listed_name,
        "strength": match.strength.value,
        "score": match.score,
        "how": match.how,
    }


def _interest(one: Interest, graph: Graph) -> Document:
    return {
        "owner": graph.name(one.owner),
        "at_least": str(one.least),
        "at_most": str(one.most),
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
