"""Standing: what the lists that were asked say of one party on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from navicert.facts.clearing import Clearing
from navicert.facts.denial_order import DenialOrder
from navicert.facts.evidence import Evidence, WordMatch
from navicert.facts.listing import Listing, NameKind
from navicert.facts.party import Party
from navicert.terms.list_code import ListCode


class Strength(StrEnum):
    """How sure a match is: the same name, or one near enough that a person must look."""

    SAME = "same"
    NEAR = "near"


class Capacity(StrEnum):
    """How a party is bound by what was said of a name."""

    ITSELF = "itself"
    RELATED_PERSON = "related_person"
    ON_BEHALF_OF = "on_behalf_of"
    OWNED_BY = "owned_by"
    AT_ADDRESS = "at_address"


@dataclass(frozen=True, slots=True)
class ListAsked:
    """One list that was asked: which, how old, how many entries, and the digest of its bytes.

    ``covers`` are the lists of authorities that it has whole. From ``history_from`` on it also
    says who stood on them on a day before its own; None when it only knows its own day.
    """

    code: str
    title: str
    as_of: date | None
    digest: str
    entries: int
    source: str
    covers: tuple[ListCode, ...] = ()
    history_from: date | None = None


@dataclass(frozen=True, slots=True)
class NameMet:
    """One listed name that one asked name met, of what kind it is, and how well they met."""

    name: str
    listed_name: str
    kind: NameKind
    strength: Strength
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """A listing that met a party; ``how`` says in words which name met which, and why.

    ``score`` is that of the names alone, between 0 and 1, and ``words`` what it came from.
    ``evidence`` moves it to ``weighed``, and never hides a match; None where nothing was weighed.
    ``strength`` is that of the names alone too, and what a rule goes by.
    ``names`` are all names of the listing that met, the best first; empty where only a number
    did.
    """

    listing: Listing
    strength: Strength
    score: float
    name: str
    listed_name: str
    how: str
    capacity: Capacity = Capacity.ITSELF
    words: tuple[WordMatch, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    names: tuple[NameMet, ...] = ()
    weighed: float | None = None

    @property
    def is_decided(self) -> bool:
        """Whether a number decides it, whatever the names are."""
        return any(one.decides for one in self.evidence)

    @property
    def is_sure(self) -> bool:
        """Whether the name is the same and nothing contradicts it, or a number decides it."""
        contradicted = any(one.contradicts for one in self.evidence)
        return self.strength is Strength.SAME and (self.is_decided or not contradicted)

    @property
    def shown(self) -> float:
        """The score that a reader sees: that of the names, moved by the evidence."""
        return self.score if self.weighed is None else self.weighed


@dataclass(frozen=True, slots=True)
class OrderMatch:
    """A denial order that met a party; all else as in ``Match``."""

    order: DenialOrder
    strength: Strength
    score: float
    name: str
    listed_name: str
    how: str
    capacity: Capacity = Capacity.ITSELF
    words: tuple[WordMatch, ...] = ()
    names: tuple[NameMet, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether the name is the same."""
        return self.strength is Strength.SAME

    @property
    def shown(self) -> float:
        """The score that a reader sees; an order says nothing but the name."""
        return self.score


@dataclass(frozen=True, slots=True)
class ClearedMatch:
    """A match that an officer decided is not of this party, and the decision."""

    match: Match | OrderMatch
    clearing: Clearing


class OwnershipRule(StrEnum):
    """By which rule the shares of listed owners count together."""

    AFFILIATES = "affiliates"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Holding:
    """What listed owners hold of a party together, in percent, under one rule.

    ``certain`` is at least what they hold, ``possible`` at most: a share that nobody stated may
    be all that is left. ``owners`` are the listed owners behind it, by the names that were asked,
    ``controls`` those of them, or whom they bind, that control it: that counts in no sum.
    """

    rule: OwnershipRule
    certain: Decimal
    possible: Decimal
    owners: tuple[str, ...]
    controls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """One party: the matches in force on the day, best first, without those that were cleared.

    ``holdings`` say what listed owners hold of it, where the order states shares.
    ``screened`` is False when no list was asked; then nobody may conclude anything from the
    absence of matches. Nor when a list that the day needs was not asked (``unasked``), or when a
    name has nothing to compare (``nameless``): no letter or figure, or legal forms alone.
    """

    party: Party
    screened: bool
    matches: tuple[Match, ...] = ()
    orders: tuple[OrderMatch, ...] = ()
    holdings: tuple[Holding, ...] = ()
    unasked: tuple[ListCode, ...] = ()
    nameless: tuple[str, ...] = ()
    cleared: tuple[ClearedMatch, ...] = ()
