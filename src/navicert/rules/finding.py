"""A finding: what one rule found, why, and what could overcome it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from navicert.terms.truth import Truth

# Findings are Structs because every line makes dozens of them: they are made and changed several
# times faster than dataclasses, and hold nothing that could lead back to them (gc=False).


class FindingKind(StrEnum):
    """What a finding is about."""

    SCOPE = "scope"
    CLASSIFICATION = "classification"
    REQUIREMENT = "requirement"
    PROHIBITION = "prohibition"
    EXCEPTION = "exception"
    OBLIGATION = "obligation"
    RED_FLAG = "red_flag"
    SCREENING = "screening"
    NOTE = "note"


class MissingFact(msgspec.Struct, frozen=True, gc=False):
    """A fact that the order does not state, as a question, and the rule that asks for it.

    ``fact`` is where the answer goes in an order, such as ``lines[1].eccn``.
    """

    fact: str
    question: str
    citation: str


class Finding(msgspec.Struct, frozen=True, gc=False):
    """What one rule found.

    ``holds`` says whether the requirement, prohibition or flag stands. ``label`` is its short
    citation (``NS2``, ``746.2(a)``, ``Second.A``), ``reason`` the reason for control.
    ``allows_exceptions`` is None where part 740 decides freely, else the only symbols that may
    overcome it; an empty set admits none. ``plain`` says for this case, in one sentence, what
    was found. ``rule`` and ``sentence`` are filled in by ``cites``.
    """

    kind: FindingKind
    holds: Truth
    citation: str
    triggered_by: str
    label: str = ""
    reason: str = ""
    general_prohibition: int | None = None
    allows_exceptions: frozenset[str] | None = None
    overcome_by: str = ""
    policy: str = ""
    agency: str = ""
    plain: str = ""
    missing: tuple[MissingFact, ...] = ()
    rule: str = ""
    sentence: str = ""

    def signed(self, rule: str, sentence: str) -> Finding:
        """Give the finding with the rule that found it."""
        return msgspec.structs.replace(self, rule=rule, sentence=sentence)
