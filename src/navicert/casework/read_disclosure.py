"""Reading a disclosure: its TOML, the order of its days, and the files that it attaches."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from navicert.casework.disclosure_ports import Kept
from navicert.casework.order.document import Locate
from navicert.casework.ports import Desk, Feed
from navicert.errors import LawNotCovered, Problem, UnreadableFile
from navicert.law.edition import Law
from navicert.parties.lists import toml_text
from navicert.undertakings.disclosures.case import Attachment, Case
from navicert.undertakings.disclosures.contents import DOCUMENTS
from navicert.undertakings.disclosures.days import disorders

MOST_BYTES = 1_000_000
MOST_ATTACHMENTS = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """What a case is read with: the law, and who finds the lines of keys in its text."""

    law: Law
    locate: Callable[[str], Locate]


def read_disclosure(place: str, desk: Desk, by: Reading) -> Case:
    """Read a case from its file, and keep the files that it attaches.

    Raises InputError for a file that is malformed, contradicts itself in its days, or names one
    that is not there.
    """
    case, text = _case(place, desk.feed)
    _refuse_disorder(case, (place, text), (desk, by))
    return _attached(case, place, desk.feed, desk.blobs)


def _refuse_disorder(case: Case, read: tuple[str, str], by: tuple[Desk, Reading]) -> None:
    (place, text), (desk, reading) = read, by
    try:
        found = disorders(case, reading.law.open_at(desk.clock.today()))
    except LawNotCovered:
        return
    if found:
        paths = tuple(("disclosure", *one.path) for one in found)
        told = zip(reading.locate(text)(paths), found, strict=True)
        lines = (str(Problem(place, at.line, at.key, one.says)) for at, one in told)
        raise UnreadableFile("\n".join(lines))


def _case(place: str, feed: Feed) -> tuple[Case, str]:
    content = feed.fetch(place).content
    if len(content) > MOST_BYTES:
        raise UnreadableFile(
            f"{place}: larger than {MOST_BYTES:,} bytes: attach long texts as files"
        )
    try:
        text = content.decode("utf-8-sig")
        if line := toml_text.line_of_long_key(text):
            raise UnreadableFile(f"{place}:{line}: a key of too many steps")
        told = tomllib.loads(text)
        if strange := sorted(set(told) - {"disclosure"}):
            message = f"[{strange[0][:60]}] is no table of it: write [disclosure.{strange[0][:60]}]"
            raise UnreadableFile(f"{place}: not a disclosure: {message}")
        case = msgspec.convert(told.get("disclosure"), Case)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"{place}: not a disclosure: {str(error)[:300]}") from None
    if not case.id.strip() or len(case.attachment) > MOST_ATTACHMENTS:
        raise UnreadableFile(f"{place}: give an id, and at most {MOST_ATTACHMENTS} attachments")
    return case, text


def _attached(case: Case, place: str, feed: Feed, kept: Kept) -> Case:
    found = tuple(_taken_in(one, place, feed, kept) for one in case.attachment)
    return msgspec.structs.replace(case, attachment=found)


def _taken_in(one: Attachment, place: str, feed: Feed, kept: Kept) -> Attachment:
    if one.kind not in DOCUMENTS:
        known = ", ".join(DOCUMENTS)
        raise UnreadableFile(f"{place}: {one.file!r}: kind {one.kind!r} is none of {known}")
    content = feed.fetch_beside(place, one.file).content
    return msgspec.structs.replace(one, sha256=kept.put(content), size=len(content))
