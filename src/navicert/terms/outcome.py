"""Outcomes of a determination, and the action of the gate that follows from each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Outcome(StrEnum):
    """The seven answers."""

    NOT_SUBJECT = "NOT_SUBJECT"
    NLR = "NLR"
    EXCEPTION = "EXCEPTION"
    LICENSE = "LICENSE"
    PROHIBITED = "PROHIBITED"
    REFER = "REFER"
    NEED_FACTS = "NEED_FACTS"


class Action(StrEnum):
    """What the order system does: let go, keep until resolved, or refuse."""

    RELEASE = "release"
    HOLD = "hold"
    STOP = "stop"


WORDS: Mapping[Outcome, str] = {
    Outcome.NOT_SUBJECT: "not subject to the EAR",
    Outcome.NLR: "no license required",
    Outcome.EXCEPTION: "a license exception applies",
    Outcome.LICENSE: "a license is required",
    Outcome.PROHIBITED: "prohibited",
    Outcome.REFER: "another agency decides",
    Outcome.NEED_FACTS: "facts are missing",
}

SEVERITY = (
    Outcome.NOT_SUBJECT,
    Outcome.NLR,
    Outcome.EXCEPTION,
    Outcome.NEED_FACTS,
    Outcome.REFER,
    Outcome.LICENSE,
    Outcome.PROHIBITED,
)
"""From mildest to gravest: an order's outcome is that of its gravest line."""


def gravest(outcomes: tuple[Outcome, ...]) -> Outcome:
    """Give the outcome that an order has as a whole.

    >>> gravest((Outcome.NLR, Outcome.LICENSE, Outcome.NEED_FACTS))
    <Outcome.LICENSE: 'LICENSE'>
    """
    return max(outcomes, key=SEVERITY.index)


def format(outcome: Outcome) -> str:  # noqa: A001 - the verb that every term has
    """Write an outcome in words.

    >>> format(Outcome.NLR)
    'no license required'
    """
    return WORDS[outcome]
