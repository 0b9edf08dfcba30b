"""The words of a disclosure's package, in the order of its pages: data, which a template sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from navicert.law.edition import Edition
from navicert.terms.day import written_out
from navicert.undertakings.disclosures.case import Case
from navicert.undertakings.disclosures.contents import Checked
from navicert.undertakings.disclosures.status import Point, Status, act_of

_ACCOUNT: Mapping[str, tuple[str, str]] = {
    "kind_of_violation": ("Kind of violation", "764.5(d)(3)(i)"),
    "when_and_how": ("When and how the violations occurred", "764.5(d)(3)(ii)"),
    "license_numbers": ("License numbers", "764.5(d)(3)(iv)"),
    "mitigating": ("Mitigating circumstances", "764.5(d)(3)(vi)"),
    "review": ("The review that was conducted", "764.5(d)(3)"),
    "measures": ("Measures against further violations", "764.5(d)(3)"),
}
# Where persons and items are asked for: in the short report, and in the narrative.
_SHORT = ("15 CFR 764.5(c)(2)(i)(B)", "15 CFR 764.5(c)(2)(i)(B)")
_LONG = ("15 CFR 764.5(d)(3)(iii)", "15 CFR 764.5(d)(3)(v)")


def paper_of(status: Status, edition: Edition, *, draft: bool) -> dict[str, Any]:
    """Give everything that stands on the pages; a text that is not said is empty."""
    case = status.case
    is_short = case.is_abbreviated
    return {
        "draft": draft,
        "missing": sum(1 for one in status.contents if not one.is_there),
        "title": "Abbreviated narrative account" if is_short else "Narrative account",
        "subject": "Voluntary self-disclosure",
        "id": case.id,
        "day": status.day.isoformat(),
        "long_day": written_out(status.day),
        "to": list(edition.duties().disclosures_on(edition.day).address),
        "who": case.who,
        "contact": {key: getattr(case.contact, key) for key in case.contact.__struct_fields__},
        "what": case.what,
        "destination": case.destination,
        "days": [list(row) for row in _days(status)],
        "cites": list(_SHORT if is_short else _LONG),
        "account": [] if is_short else [_told(case, key) for key in _ACCOUNT],
        "persons": [[one.name, one.role, one.address] for one in case.person],
        "items": [
            [one.description, one.quantity, one.value_usd, one.classification] for one in case.item
        ],
        "no_items": case.no_items,
        "later": [[point.says, point.citation] for point in _later(status)],
        "checklist": [_row(one) for one in status.contents],
        "no_documents": [list(row) for row in _no_documents(case)],
        "certified": case.certification is not None or not is_short,
        "certification": _certification(case),
        "attachments": [
            [number, one.title, one.kind, one.file, one.sha256, f"{one.size:,}"]
            for number, one in enumerate(case.attachment, 1)
        ],
        "digest": edition.digest,
    }


def reasons_against(status: Status) -> tuple[str, ...]:
    """Say why the package is not complete; empty where it is."""
    lacking = (one for one in status.contents if not one.is_there)
    return tuple(f"{one.says}: {one.lacks} ({one.citation})" for one in lacking)


def _told(case: Case, key: str) -> list[str]:
    title, citation = _ACCOUNT[key]
    return [title, f"15 CFR {citation}", getattr(case.narrative, key)]


def _row(one: Checked) -> list[str]:
    return [one.document, one.says, one.citation.removeprefix("15 CFR "), one.lacks]


def _days(status: Status) -> Iterator[tuple[str, str]]:
    case = status.case
    yield "Discovered", case.discovered.isoformat()
    yield "Gravity", str(case.gravity or "not decided: treated as significant")
    if case.happened_from:
        until = case.happened_until or case.happened_from
        yield "Happened", f"{case.happened_from} to {until}"
    if case.notification:
        yield "Initial notification received by OEE", case.notification.received.isoformat()
    if status.clock and status.clock.due.value:
        yield "Narrative due", f"{status.clock.due.value} ({status.clock.due.citation})"
    for asked in status.clock.asked if status.clock else ():
        granted = asked.extension.granted_until or "not granted"
        yield "Extension", f"asked {asked.extension.requested}, granted until {granted}"
    if case.narrative.review_from:
        yield "Review reaches back to", case.narrative.review_from.isoformat()


def _later(status: Status) -> Iterator[Point]:
    acts = tuple(act_of(one) for one in status.case.later_act)
    return (point for point in status.points if acts and point.says.startswith(acts))


def _no_documents(case: Case) -> Iterator[tuple[str, str]]:
    for key in case.no_documents.__struct_fields__:
        if why := getattr(case.no_documents, key):
            yield key, why


def _certification(case: Case) -> dict[str, str]:
    signed = case.certification
    if signed is None:
        return {"by": "", "title": "", "day": ""}
    day = "" if signed.signed is None else signed.signed.isoformat()
    return {"by": signed.by, "title": signed.title, "day": day}


def file_name(case: Case) -> str:
    """Give the name of the paper's file; the mail's subject line asks for that word too."""
    return "abbreviated.pdf" if case.is_abbreviated else "disclosure.pdf"
