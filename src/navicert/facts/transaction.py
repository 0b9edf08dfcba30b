"""A transaction: one order with its parties, its use and its lines, on one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, Knowledge
from navicert.facts.item import Line
from navicert.facts.ownership import Stake
from navicert.facts.party import Party
from navicert.terms.activity import DEEMED, Activity
from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class AssumedRule:
    """What whoever asks takes the Affiliates rule for, on a day that nobody verified, and why."""

    in_force: bool
    because: str


@dataclass(frozen=True, slots=True)
class Transaction:
    """Everything that a determination looks at; nothing else may decide.

    ``exported_from`` is the country that the items leave. ``actor`` names the party who acts
    (empty: the exporter). ``owner`` names who owns, possesses or controls the item that a
    service is for or that is acquired. ``answers`` are the exporter's yes or no to conditions
    of license exceptions, by slug (``"STA.prior_consignee_statement"``).
    ``claimed_exceptions`` are symbols that the exporter wants to use.
    ``screened_elsewhere`` says who screened the parties, with which tool and when; empty when
    nobody says so. ``ownership`` is who owns which share of whom. ``affiliates_rule`` is what
    is assumed of that rule; it counts only on days that the law data does not cover.
    """

    reference: str
    day: date
    activity: Activity
    exported_from: str | None
    destination: Destination
    lines: tuple[Line, ...]
    parties: tuple[Party, ...] = ()
    end_use: EndUse = EndUse()
    knowledge: Knowledge = Knowledge()
    route: tuple[str, ...] = ()
    actor: str = ""
    owner: str = ""
    located_in: str | None = None
    service_uses_us_items: Truth = Truth.UNKNOWN
    release_nationality: str | None = None
    claimed_exceptions: tuple[str, ...] = ()
    answers: Mapping[str, Truth] = field(default_factory=lambda: MappingProxyType({}))
    screened_elsewhere: str = ""
    ofac_authorization: str = ""
    ownership: tuple[Stake, ...] = ()
    affiliates_rule: AssumedRule | None = None

    @property
    def is_deemed(self) -> bool:
        """Whether it is a release to a foreign person, deemed to be to that person's country."""
        return self.activity in DEEMED

    def answer(self, slug: str) -> Truth:
        """Give the exporter's answer to a condition; what was not said is unknown."""
        return self.answers.get(slug, Truth.UNKNOWN)
