"""What an order takes the Affiliates rule for, on days that the law data does not cover."""

from __future__ import annotations

from dataclasses import replace

from navicert.casework.order.document import OrderDocument
from navicert.casework.order.section import Section
from navicert.errors import UnreadableFile
from navicert.facts.transaction import AssumedRule

RULE, BECAUSE = "affiliates_rule", "affiliates_rule_because"
READINGS = {"in-force": True, "stayed": False}


def affiliates_rule(order: Section) -> AssumedRule | None:
    """Read the assumption of an order; one without its ground is refused."""
    reading, because = order.name(RULE), order.statement(BECAUSE)
    if not reading:
        if because:
            order.refuse(f"says why, and {RULE} does not say what: in-force or stayed", BECAUSE)
        return None
    if reading not in READINGS:
        order.refuse(f"{reading!r} is no reading of the rule: write in-force or stayed", RULE)
        return None
    if not because:
        order.refuse(f"needs {BECAUSE}: who says so, and what was read", RULE)
        return None
    return AssumedRule(READINGS[reading], because)


def asked(reading: str | None, because: str | None) -> AssumedRule | None:
    """Read the same from a command; raises InputError where one half of it is missing.

    >>> asked("stayed", "91 FR 1, read by J. Doe")
    AssumedRule(in_force=False, because='91 FR 1, read by J. Doe')
    """
    if reading is None and because is None:
        return None
    if reading not in READINGS:
        told = "nothing" if reading is None else repr(reading)
        raise UnreadableFile(f"--affiliates-rule: {told} is no reading: say in-force or stayed")
    if not because or not because.strip():
        message = "--affiliates-rule needs --because: who says so, and what was read"
        raise UnreadableFile(message)
    return AssumedRule(READINGS[reading], because.strip())


def with_rule(order: OrderDocument, rule: AssumedRule | None) -> OrderDocument:
    """Put an assumption into an order, in place of its own, so that its record replays."""
    if rule is None:
        return order
    reading = "in-force" if rule.in_force else "stayed"
    return replace(order, content={**order.content, RULE: reading, BECAUSE: rule.because})
