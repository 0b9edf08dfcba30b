"""A disclosure as the company keeps it: who, what, since when known, and what was done since.

The keys are those of the TOML that ``navicert disclose open`` takes. A text that is left out is
not said; a day that is left out has not come.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from navicert.facts.disclosure import Disclosure, Gravity, LaterAct
from navicert.terms.truth import parse


class Contact(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[contact]``: whom the Office of Export Enforcement may ask."""

    name: str = ""
    address: str = ""
    email: str = ""
    telephone: str = ""

    @property
    def lacks(self) -> tuple[str, ...]:
        """Name what is not said."""
        return tuple(key for key in self.__struct_fields__ if not getattr(self, key).strip())


class Notification(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[notification]``: ``received`` is the day on which the Office received it."""

    received: date
    oral: bool = False
    confirmed_in_writing: date | None = None


class Extension(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[extension]]``: ``requested`` is the day on which the Office received the request.

    Left out, it was not sent yet, and moves nothing. ``granted`` is the day of the Director's
    answer; left out, it counts from the request on.
    """

    requested: date | None = None
    began_promptly: str = ""
    expeditious: str = ""
    needed: str = ""
    interim_measures: str = ""
    timeline: str = ""
    contact: str = ""
    granted: date | None = None
    granted_until: date | None = None
    conditions: str = ""

    @property
    def lacks(self) -> tuple[str, ...]:
        """Name what the request should show and does not say (764.5(d)(2)(iv)(B))."""
        keys = ("began_promptly", "expeditious", "needed", "interim_measures", "timeline")
        return tuple(key for key in (*keys, "contact") if not getattr(self, key).strip())


class Narrative(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[narrative]``: the account; ``received`` is the day on which the Office received it."""

    kind_of_violation: str = ""
    when_and_how: str = ""
    license_numbers: str = ""
    mitigating: str = ""
    review: str = ""
    review_from: date | None = None
    measures: str = ""
    received: date | None = None


class Involved(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[person]]``: somebody involved in the activities."""

    name: str
    address: str = ""
    role: str = ""


class DisclosedItem(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[item]]``: ``value_usd`` as a decimal number in a text."""

    description: str
    quantity: str = ""
    value_usd: str = ""
    classification: str = ""

    @property
    def lacks(self) -> tuple[str, ...]:
        """Name what is not said."""
        return tuple(key for key in self.__struct_fields__ if not getattr(self, key).strip())


class Attachment(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[attachment]]``: a file beside the form; its digest is added when it is taken in."""

    title: str
    kind: str
    file: str
    sha256: str = ""
    size: int = 0


class NoDocuments(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[no_documents]``: why there are none of a kind."""

    licensing: str = ""
    shipping: str = ""
    other: str = ""


class Certification(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[certification]``: who certifies that all of it is true (764.5(d)(5))."""

    by: str
    title: str = ""
    signed: date | None = None
    has_authority: bool | None = None


class Leave(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[later_act]]``: what somebody wants to do with the items meanwhile (764.5(g)).

    ``parties``, ``activities``, ``end_use`` and ``copy`` (an attached file) are what the letter
    asks with; ``authorization`` is the license exception, or NLR, of a reexport or transfer.
    """

    act: LaterAct
    items: str
    parties: str = ""
    activities: str = ""
    end_use: str = ""
    authorization: str = ""
    copy: str = ""
    requested: date | None = None
    notified: date | None = None
    granted: date | None = None
    refused: date | None = None


class Case(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole disclosure; ``no_items`` says why it concerns no items."""

    id: str
    who: str = ""
    what: str = ""
    discovered: date
    gravity: Gravity | None = None
    happened_from: date | None = None
    happened_until: date | None = None
    destination: str = ""
    no_items: str = ""
    known_before: bool | None = None
    authorized_by_management: bool | None = None
    boycott: bool = False
    decided_not_to_disclose: bool = False
    contact: Contact = field(default_factory=Contact)
    notification: Notification | None = None
    full_narrative_requested: date | None = None
    extension: tuple[Extension, ...] = ()
    narrative: Narrative = field(default_factory=Narrative)
    person: tuple[Involved, ...] = ()
    item: tuple[DisclosedItem, ...] = ()
    attachment: tuple[Attachment, ...] = ()
    no_documents: NoDocuments = field(default_factory=NoDocuments)
    certification: Certification | None = None
    later_act: tuple[Leave, ...] = ()
    abbreviated_received: date | None = None
    closed: date | None = None
    outcome: str = ""

    @property
    def quarter(self) -> tuple[int, int] | None:
        """Give year and quarter in which all of it happened; None when it is longer or unsaid."""
        first, last = self.happened_from, self.happened_until or self.happened_from
        if first is None or last is None:
            return None
        began, ended = (first.year, (first.month + 2) // 3), (last.year, (last.month + 2) // 3)
        return began if began == ended else None

    @property
    def is_abbreviated(self) -> bool:
        """Tell whether the short way serves: a minor case of which nobody asked for more."""
        return self.gravity is Gravity.MINOR and self.full_narrative_requested is None

    @property
    def clock_from(self) -> date | None:
        """Give the day from which the narrative's days run: receipt, or the Director's request."""
        if self.full_narrative_requested is not None:
            return self.full_narrative_requested
        return None if self.notification is None else self.notification.received


def known_on(case: Case, day: date) -> Case:
    """Give a case as it stood at the end of a day: what came later has not come."""
    told = case.notification
    return replace(
        case,
        notification=None if told is None or told.received > day else _confirmed(told, day),
        full_narrative_requested=_by(case.full_narrative_requested, day),
        extension=tuple(_granted(one, day) for one in case.extension if _is_known(one, day)),
        narrative=replace(case.narrative, received=_by(case.narrative.received, day)),
        certification=case.certification
        and replace(case.certification, signed=_by(case.certification.signed, day)),
        later_act=tuple(_allowed(one, day) for one in case.later_act),
        abbreviated_received=_by(case.abbreviated_received, day),
        closed=_by(case.closed, day),
    )


def _by(happened: date | None, day: date) -> date | None:
    return None if happened is None or happened > day else happened


def _confirmed(told: Notification, day: date) -> Notification:
    return replace(told, confirmed_in_writing=_by(told.confirmed_in_writing, day))


def _is_known(one: Extension, day: date) -> bool:
    return one.requested is None or one.requested <= day


def _granted(one: Extension, day: date) -> Extension:
    is_there = one.granted is None or one.granted <= day
    return one if is_there else replace(one, granted=None, granted_until=None)


def _allowed(one: Leave, day: date) -> Leave:
    days = {key: _by(getattr(one, key), day) for key in ("requested", "notified", "granted")}
    return replace(one, **days, refused=_by(one.refused, day))


def fact_of(case: Case, **other: date | None) -> Disclosure:
    """Give what the rules of 764.5 ask of a case; ``other`` replaces single days."""
    days: dict[str, date | None] = {"notified": case.clock_from}
    days["narrative_received"] = case.narrative.received
    days |= other
    return Disclosure(
        gravity=case.gravity,
        within_one_quarter=parse(None if case.happened_from is None else case.quarter is not None),
        known_before=parse(case.known_before),
        authorized_by_management=parse(case.authorized_by_management),
        boycott=parse(case.boycott),
        decided_not_to_disclose=parse(case.decided_not_to_disclose),
        notified=days["notified"],
        extended_until=days.get("extended_until"),
        extension_requested=days.get("extension_requested"),
        narrative_received=days["narrative_received"],
    )
