"""What is read of one order, and what of it could not be read; nothing here is a guess."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NoticeKind(StrEnum):
    """What an order does, and under which section."""

    CONVICTION = "conviction"
    """15 CFR 766.25 (and, before 2018, section 11(h) of the Export Administration Act)."""
    TEMPORARY = "temporary"
    """15 CFR 766.24(b)."""
    RENEWAL = "renewal"
    """15 CFR 766.24(d)."""
    MODIFICATION = "modification"
    RELATED = "related_persons"
    """15 CFR 766.23."""
    SETTLEMENT = "settlement"
    """15 CFR 766.18."""
    DECISION = "decision"
    """15 CFR 766.17 and 766.22, after a charging letter."""
    ACTIVATION = "activation"
    """15 CFR 766.17(c) and 766.18(c): a suspended denial comes into force."""
    TERMINATION = "termination"


class Basis(StrEnum):
    """Whether the text states a day, or two statements of it were put together."""

    STATED = "stated"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class DayRead:
    """A day, how it was had, and the words and the line that it was had from."""

    day: date
    basis: Basis
    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Respondent:
    """One person: the order's own name first, then each alias that it gives."""

    name: str
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    inmate_numbers: tuple[str, ...] = ()
    line: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Conviction:
    """One conviction: the day, what statutes, and who, in the words of the sentence."""

    day: date | None
    statutes: tuple[str, ...]
    who: str
    line: int


class Verdict(StrEnum):
    """How a clause of an order stands against the standard one."""

    STANDARD = "standard"
    DIFFERS = "differs"
    MISSING = "missing"
    """The paragraphs go on without it: the order does not have it."""
    ABSENT = "absent"
    """It is not in this text, and the text has gaps: nobody can tell what the order says."""


@dataclass(frozen=True, slots=True)
class ClauseRead:
    """One clause: the verdict, the listed variants that it is written in, and the difference."""

    id: str
    verdict: Verdict
    line: int = 0
    variants: tuple[str, ...] = ()
    difference: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtraClause:
    """A numbered paragraph that the standard terms do not have; ``about`` where it is known."""

    label: str
    about: str
    beginning: str
    line: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A field that was not read: why, and where the text has it; line 0 where it has none.

    ``stated`` tells a field that stands in the text and was not understood from one that the
    text leaves out.
    """

    field: str
    reason: str
    line: int = 0
    stated: bool = False


@dataclass(frozen=True, slots=True)
class OrderNotice:
    """One order as read."""

    document: str
    filed: date | None
    published: date | None
    volume: int | None
    pages: tuple[int, ...]
    title: str
    kind: NoticeKind | None
    respondents: tuple[Respondent, ...]
    related_persons: tuple[Respondent, ...]
    convictions: tuple[Conviction, ...]
    term: str
    ordered: DayRead | None
    effective: DayRead | None
    end: DayRead | None
    suspended: str
    aircraft: tuple[str, ...]
    clauses: tuple[ClauseRead, ...]
    extra: tuple[ExtraClause, ...]
    doubts: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def standard_terms(self) -> bool | None:
        """Tell whether the terms are the standard ones; None when not every clause is there."""
        verdicts = {clause.verdict for clause in self.clauses}
        if verdicts & {Verdict.DIFFERS, Verdict.MISSING}:
            return False
        return None if Verdict.ABSENT in verdicts or not verdicts else True

    @property
    def is_complete(self) -> bool:
        """Tell whether every field was read."""
        return not self.unread

    @property
    def is_read_whole(self) -> bool:
        """Tell whether everything was read that the text itself has."""
        return not any(one.stated for one in self.unread)


@dataclass(frozen=True, slots=True)
class OtherNotice:
    """A document that orders nothing on export privileges, and what it is instead."""

    document: str
    what: str
    line: int
    beginning: str
