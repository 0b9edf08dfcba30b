"""Disclosures on record: taken in, looked at on a day, and put together as a package."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath

import msgspec

from navicert.casework.disclosure_ports import Kept, Papers
from navicert.casework.ports import Desk, RecordLog
from navicert.casework.read_disclosure import Reading, read_disclosure
from navicert.errors import DisclosureRefused, LawNotCovered, RecordAltered, UnreadableFile
from navicert.law.edition import Edition, Law
from navicert.records.canonical import canonical
from navicert.records.record import Receipt
from navicert.undertakings.disclosures import requests
from navicert.undertakings.disclosures.case import Attachment, Case, Leave
from navicert.undertakings.disclosures.paper import file_name, paper_of, reasons_against
from navicert.undertakings.disclosures.requests import Request
from navicert.undertakings.disclosures.status import Status, bundles, status_of
from navicert.undertakings.disclosures.written import template

KIND = "disclosure"
FORMAT = "navicert.disclosure/1"


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that was taken in: its number in the log, and what changed against the one before.

    ``lost`` are the paragraphs of ``what`` that stood there before and do no longer.
    """

    case: Case
    receipt: Receipt | None
    changed: tuple[str, ...]
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standings:
    """Each case on a day, and the minor ones that may go out together.

    ``uncovered`` are those for whose day nobody verified the law, each with why; ``later`` those
    that were found only after that day.
    """

    day: date
    statuses: tuple[Status, ...]
    bundle: tuple[str, ...]
    uncovered: tuple[tuple[Case, str], ...] = ()
    later: tuple[Case, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether anything waits for somebody, or could not be said."""
        return bool(self.uncovered) or any(one.is_open for one in self.statuses)


def open_disclosure(place: str, desk: Desk, by: Reading) -> Opened:
    """Take a case in from its file, with the files that it attaches.

    Raises InputError for a file that is malformed, contradicts itself in its days, or names one
    that is not there.
    """
    return record(read_disclosure(place, desk, by), desk)


def record(case: Case, desk: Desk) -> Opened:
    """Put a case on record; one that is there already as it is adds nothing."""
    with desk.at_once():
        before = recorded(desk.records).get(case.id)
        if before == case:
            return Opened(case, None, ())
        content = canonical({"format": FORMAT, "disclosure": _told(case)})
        receipt = desk.records.append(content, KIND, case.id)
    if before is None:
        return Opened(case, receipt, ())
    said = (one.strip() for one in before.what.split("\n\n"))
    lost = tuple(one for one in said if one not in case.what)
    return Opened(case, receipt, _changed(before, case), lost)


def recorded(records: RecordLog) -> dict[str, Case]:
    """Give each case as it was last recorded; RecordAltered where an entry is none."""
    found: dict[str, Case] = {}
    for entry in records.of_kinds((KIND,)):
        try:
            told = json.loads(entry.content)
            if told["format"] == FORMAT:
                case = msgspec.convert(told["disclosure"], Case, strict=False)
                found[case.id] = case
        except (ValueError, TypeError, KeyError):
            message = f"entry {entry.index} is altered: it does not say what is disclosed"
            raise RecordAltered(entry.index, message) from None
    return found


def standings(records: RecordLog, law: Law, day: date, wanted: str | None = None) -> Standings:
    """Say where each case, or the one that is wanted, stands on a day; none hides another."""
    edition = law.open_at(day)
    cases = recorded(records)
    chosen = cases if wanted is None else {wanted: chosen_of(cases, wanted)}
    found = tuple(chosen[name] for name in sorted(chosen))
    statuses: list[Status] = []
    uncovered: list[tuple[Case, str]] = []
    for case in found:
        if case.discovered <= day:
            try:
                statuses.append(status_of(case, edition))
            except LawNotCovered as missing:
                uncovered.append((case, str(missing)))
    later = tuple(case for case in found if case.discovered > day)
    together = () if uncovered else bundles(tuple(cases[one] for one in sorted(cases)), edition)
    return Standings(day, tuple(statuses), together, tuple(uncovered), later)


def chosen_of(cases: dict[str, Case], wanted: str) -> Case:
    """Give the case of a name; UnreadableFile names those that there are."""
    if wanted not in cases:
        there = ", ".join(sorted(cases)[:10]) or "none"
        raise UnreadableFile(f"{wanted[:80]!r}: no such disclosure; on record: {there}")
    return cases[wanted]


def template_of(wanted: str | None, desk: Desk) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """Give a case as TOML to go on from, with its attached files by name; a new one for None."""
    if wanted is None:
        return template(Case(id="VSD-1", discovered=desk.clock.today())), ()
    case = chosen_of(recorded(desk.records), wanted)
    return template(case), tuple((one.file, _kept(one, desk.blobs)) for one in case.attachment)


@dataclass(frozen=True, slots=True)
class Press:
    """What a package is made with: the bytes that were kept, and who sets papers."""

    kept: Kept
    papers: Papers


def package(
    case: Case, edition: Edition, press: Press, *, draft: bool = False
) -> tuple[tuple[str, bytes], ...]:
    """Give the files of a package by name: the paper, the case as data, attachments, digests.

    Raises DisclosureRefused while required contents are missing, unless it is a draft.
    """
    status = status_of(case, edition)
    reasons = reasons_against(status)
    if reasons and not draft:
        raise DisclosureRefused(case.id, reasons)
    paper = press.papers.pdf("disclosure", paper_of(status, edition, draft=draft), edition.day)
    files = [(file_name(case), paper), ("disclosure.json", canonical(_told(case)) + b"\n")]
    files += [
        (f"attachments/{number:03d}-{PurePosixPath(one.file).name}", _kept(one, press.kept))
        for number, one in enumerate(case.attachment, 1)
    ]
    return (*files, ("SHA256SUMS", _sums(files)))


def request(
    asked: Request, edition: Edition, press: Press, *, draft: bool = False
) -> tuple[tuple[str, bytes], ...]:
    """Give the files of a letter by name: the letter, and what it attaches.

    Raises DisclosureRefused while something keeps it from being sent, unless it is a draft.
    """
    reasons = requests.reasons_against(asked, edition)
    if reasons and not draft:
        raise DisclosureRefused(asked.case.id, reasons)
    paper = requests.paper_of(asked, edition, draft=draft)
    files = [
        (f"{asked.asks}.pdf", press.papers.pdf("request", paper, edition.day)),
        ("checklist.pdf", press.papers.pdf("checklist", paper, edition.day)),
    ]
    wanted = asked.part.copy if isinstance(asked.part, Leave) else ""
    files += [
        (f"attachments/{PurePosixPath(one.file).name}", _kept(one, press.kept))
        for one in asked.case.attachment
        if one.file == wanted
    ]
    return (*files, ("SHA256SUMS", _sums(files)))


def _sums(files: list[tuple[str, bytes]]) -> bytes:
    return "".join(f"{sha256(told).hexdigest()}  {name}\n" for name, told in files).encode()


def _kept(one: Attachment, kept: Kept) -> bytes:
    try:
        return kept.get(one.sha256)
    except KeyError:
        message = f"{one.file}: its bytes {one.sha256} are gone: open the case anew with the file"
        raise UnreadableFile(message) from None


def _told(case: Case) -> object:
    return json.loads(msgspec.json.encode(case))


def _changed(before: Case, after: Case) -> tuple[str, ...]:
    return tuple(
        key for key in Case.__struct_fields__ if getattr(before, key) != getattr(after, key)
    )
