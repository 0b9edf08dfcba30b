"""Letters of a disclosure that ask for something: more time, or leave to deal with the items.

``extension`` asks the Director of OEE for more time (764.5(d)(2)(iv)); ``permission`` asks the
Office of Exporter Services for an act that 764.2(e) would bar (764.5(g)(2)).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from msgspec.structs import replace

from navicert.errors import UnreadableFile
from navicert.facts.disclosure import LaterAct
from navicert.law.edition import Edition
from navicert.law.tables.duties import DisclosureContent
from navicert.rules.duties import disclosure as rules
from navicert.terms.day import written_out
from navicert.terms.truth import Truth
from navicert.undertakings.disclosures.case import Case, Extension, Leave, fact_of
from navicert.undertakings.disclosures.clock import clock_of
from navicert.undertakings.disclosures.contents import Checked, lacks
from navicert.undertakings.disclosures.status import act_of


class Asks(StrEnum):
    """What a letter asks for."""

    EXTENSION = "extension"
    PERMISSION = "permission"


@dataclass(frozen=True, slots=True)
class Request:
    """One letter of a case, with the part of the case that it speaks of."""

    asks: Asks
    case: Case
    part: Extension | Leave


def request_of(case: Case, asks: Asks, number: int | None = None) -> Request:
    """Choose what a letter asks for; ``number`` counts from 1 and may be left out where one waits.

    Raises UnreadableFile when there is none, several, or one that needs no leave.
    """
    parts: tuple[Extension | Leave, ...] = (
        case.extension if asks is Asks.EXTENSION else case.later_act
    )
    table = "extension" if asks is Asks.EXTENSION else "later_act"
    waits = [n for n, one in enumerate(parts, 1) if _waits(one)] if number is None else [number]
    if not parts:
        message = f"there is no [[disclosure.{table}]]; 'navicert disclose template' shows its keys"
        raise UnreadableFile(f"{case.id}: {message}")
    if len(waits) != 1 or not 1 <= waits[0] <= len(parts):
        found = ", ".join(map(str, waits)) or "none"
        message = f"{len(parts)} [[disclosure.{table}]], of which these wait for an answer: {found}"
        raise UnreadableFile(f"{case.id}: {message}; name one with --number")
    part = parts[waits[0] - 1]
    if isinstance(part, Leave) and not rules.leave_for(part.act).value.permission_needed:
        leave = rules.leave_for(part.act)
        message = f"{act_of(part)}: {leave.plain} ({leave.citation}): no letter asks for it"
        raise UnreadableFile(f"{case.id}: {message}")
    return Request(asks, case, part)


def checklist(request: Request, edition: Edition) -> tuple[Checked, ...]:
    """Hold a letter against each content that its paragraph asks for; LawNotCovered before 2024."""
    contents = edition.duties().disclosures_on(edition.day).contents
    return tuple(_checked(request, one) for one in contents if request.asks in one.of)


def reasons_against(request: Request, edition: Edition) -> tuple[str, ...]:
    """Say why a letter cannot go out as it is; empty where it can."""
    checked = checklist(request, edition)
    return (
        *(f"{one.says}: {one.lacks} ({one.citation})" for one in checked if one.lacks),
        *_too_late(request, edition),
    )


def paper_of(request: Request, edition: Edition, *, draft: bool) -> dict[str, Any]:
    """Give everything that stands on the pages of a letter."""
    case, law = request.case, edition.duties().disclosures_on(edition.day)
    is_time = request.asks is Asks.EXTENSION
    return {
        "draft": draft,
        "missing": len(reasons_against(request, edition)),
        "id": case.id,
        "who": case.who,
        "day": edition.day.isoformat(),
        "long_day": written_out(edition.day),
        "to": list(law.address if is_time else law.permission_address),
        "by_email": law.email if is_time else law.permission_email,
        "copy": "" if is_time else law.email,
        "subject": _SUBJECTS[request.asks],
        "steps": list(_steps(request, edition)),
        "opening": _opening(request, edition),
        "sections": [list(one) for one in _sections(request)],
        "items": [] if is_time else _items(case),
        "contact": _contact(request),
        "signer": "" if case.certification is None else case.certification.by,
        "title": "" if case.certification is None else case.certification.title,
        "checklist": [
            [one.says, one.citation.removeprefix("15 CFR "), one.lacks]
            for one in checklist(request, edition)
        ],
    }


_SUBJECTS: Mapping[Asks, str] = {
    Asks.EXTENSION: "Request to extend the deadline for the narrative account",
    Asks.PERMISSION: "Request for permission to engage in activities described in 15 CFR 764.2(e)",
}


def _waits(part: Extension | Leave) -> bool:
    if isinstance(part, Extension):
        return part.granted is None and part.granted_until is None
    needs = rules.leave_for(part.act).value.permission_needed
    return needs and part.granted is None and part.refused is None


def _checked(request: Request, content: DisclosureContent) -> Checked:
    return Checked(
        request.asks.value,
        content.key,
        content.citation,
        content.says,
        _lacks(request, content.key),
    )


def _lacks(request: Request, key: str) -> str:
    part = request.part
    if isinstance(part, Leave) and key in _OF_LEAVE:
        return _OF_LEAVE[key](part, request.case)
    if key == "contact" and isinstance(part, Extension) and part.contact.strip():
        return lacks(request.case, key)
    if key in part.__struct_fields__:
        said = str(getattr(part, key)).strip()
        return "" if said else "nothing is said"
    return lacks(request.case, key)


def _copy(part: Leave, case: Case) -> str:
    files = [one.file for one in case.attachment]
    return "" if part.copy in files else "later_act.copy names no attachment of the case"


def _authorization(part: Leave, _: Case) -> str:
    if part.act is not LaterAct.REEXPORT_OR_TRANSFER or part.authorization.strip():
        return ""
    return "not said under which; else apply for a license under part 748"


def _named_items(_: Leave, case: Case) -> str:
    """Ask for the items even of a case that says why it has none: leave is asked for items."""
    return lacks(case, "item") if case.item else "no item is named"


_OF_LEAVE: Mapping[str, Callable[[Leave, Case], str]] = {
    "copy": _copy,
    "authorization": _authorization,
    "item": _named_items,
}


def _too_late(request: Request, edition: Edition) -> Iterator[str]:
    """A request for time that is not received before the deadline is not considered."""
    if request.asks is not Asks.EXTENSION:
        return
    due = _due(request, edition)
    if due is None:
        yield "no deadline runs: say [disclosure.notification] received (764.5(d)(2)(iii))"
        return
    fact = fact_of(request.case, extended_until=due, extension_requested=edition.day)
    considered = rules.extension_considered(fact, edition)
    if considered.value is Truth.NO:
        yield f"the deadline was {due}: it will not be considered ({considered.citation})"


def _due(request: Request, edition: Edition) -> date | None:
    """Give the deadline as it is without the request of this letter."""
    others = tuple(one for one in request.case.extension if one is not request.part)
    return clock_of(replace(request.case, extension=others), edition).due.value


def _opening(request: Request, edition: Edition) -> str:
    case, is_time = request.case, request.asks is Asks.EXTENSION
    received = case.notification.received if case.notification else None
    about = f"{case.who or 'The undersigned'} refers to the voluntary self-disclosure {case.id}"
    if received is not None:
        office = "your Office" if is_time else "the Office of Export Enforcement"
        about += f", of which {office} received the initial notification on {written_out(received)}"
    if not is_time:
        return (
            f"{about}. It requests permission under 15 CFR 764.5(g) for the activities named "
            "below, which 15 CFR 764.2(e) would otherwise prohibit."
        )
    due = _due(request, edition)
    until = "a day that is not known yet" if due is None else written_out(due)
    return (
        f"{about}. The narrative account is due on {until} (15 CFR 764.5(d)(2)(iii)). We request "
        "an extension under 15 CFR 764.5(d)(2)(iv), and show the following."
    )


def _steps(request: Request, edition: Edition) -> Iterator[str]:
    """Say what somebody has to do with the letter before it goes out."""
    yield "Print it on letterhead, and have it signed."
    part, due = request.part, _due(request, edition)
    if isinstance(part, Leave):
        yield f"Attach {part.copy or 'a copy of the disclosure or notification'}."
        yield "Send it with the copy that the letter names, and write down later_act.requested."
        yield "Do none of the activities before the permission is there (764.2(e))."
        return
    yield f"It must be received by {'the deadline' if due is None else written_out(due)}."
    yield "Then write down extension.requested: the day on which the Office received it."


def _sections(request: Request) -> Iterator[tuple[str, str]]:
    part, case = request.part, request.case
    if isinstance(part, Extension):
        yield "The review began promptly after discovery", part.began_promptly
        yield "It has been conducted as expeditiously as can be expected", part.expeditious
        yield "The extension is reasonably needed", part.needed
        yield "Interim compliance and corrective measures", part.interim_measures
        yield "Proposed timeline for the narrative account", part.timeline
        return
    yield "Items that the request is for", part.items
    yield "Nature of the violation", case.narrative.kind_of_violation or case.what
    yield "When and how it occurred", case.narrative.when_and_how
    yield "License numbers", case.narrative.license_numbers
    yield "Individuals and organizations subject to the request", part.parties
    yield "Activities of 764.2(e) that permission is asked for", part.activities
    yield "End-use", part.end_use
    if part.act is LaterAct.REEXPORT_OR_TRANSFER:
        yield "License exception or NLR that would apply (764.5(g)(4))", part.authorization
    yield "Attached", f"A copy of the disclosure or notification: {part.copy}" if part.copy else ""


def _contact(request: Request) -> list[str]:
    part, contact = request.part, request.case.contact
    who = part.contact if isinstance(part, Extension) else contact.name
    return [who, contact.address, contact.email, contact.telephone]


def _items(case: Case) -> list[list[str]]:
    return [[one.description, one.quantity, one.value_usd, one.classification] for one in case.item]
