"""Check an order: read it, ask the lists and the law, record the answer, and set the gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from navicert.casework import known_then, law_lists, registers_asked
from navicert.casework.intake import intake
from navicert.casework.order.document import OrderDocument
from navicert.casework.ports import Desk, FeedFile
from navicert.casework.watch_lists import not_of_the_day, watch_lists
from navicert.determination.assess import assess
from navicert.determination.report import Document, gate, record, report
from navicert.determination.result import Determination
from navicert.errors import RecordAltered, StateUnusable
from navicert.facts.transaction import Transaction
from navicert.law.edition import Law
from navicert.records.record import Receipt
from navicert.terms.outcome import Action

KIND = "determination"
"""What the log calls an entry of this job."""

NOT_RECORDED = "not recorded, as asked: an answer that is not on record releases nothing"


@dataclass(frozen=True, slots=True)
class Request:
    """An order as it was read, and how it shall be checked.

    ``on`` takes the place of the order's own day; ``watch`` are list files for this order
    alone, asked beside those that the desk keeps, and ``watch_as_of`` the day of those that do
    not say it themselves. ``known`` asks the lists that the desk knew at that moment.
    """

    order: OrderDocument
    on: date | None = None
    watch: tuple[FeedFile, ...] = ()
    keep_record: bool = True
    watch_as_of: date | None = None
    known: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the desk answers: the determination, the gate, and where it is recorded.

    ``doubts`` say why a release became a hold; ``receipt`` is None when nothing was recorded.
    """

    transaction: Transaction
    determination: Determination
    action: Action
    doubts: tuple[str, ...]
    document: Document
    receipt: Receipt | None


def check_order(request: Request, law: Law, desk: Desk) -> Answer:
    """Check one order.

    Raises:
        InputError: the order or a named list cannot be taken in; nothing was recorded.
        ListError: a named list cannot be relied on.
        LawError: the shelf is damaged.
    """
    taken = intake(request.order, request.on)
    owners = registers_asked.asked(taken.parties, taken.ownership, taken.day, (desk, request.known))
    transaction = replace(taken, ownership=(*taken.ownership, *owners.stakes))
    lists = watch_lists(desk, request.watch, request.watch_as_of, request.known)
    found = replace(assess(transaction, lists.watch, law), registers=owners.asked)
    determination = _told_as_known(found, request.known)
    known = (
        *lists.doubts,
        *owners.doubts,
        *known_then.doubts(request.known, transaction.day, desk),
        *not_of_the_day(lists.watch.asked, transaction.day),
    )
    document = report(determination, known)
    receipt, unrecorded = _kept(request, transaction, document, desk)
    doubts = (*known, *unrecorded)
    return Answer(
        transaction=transaction,
        determination=determination,
        action=gate(determination.action, doubts),
        doubts=doubts,
        document=_answered(report(determination, doubts) if unrecorded else document, receipt),
        receipt=receipt,
    )


def _told_as_known(determination: Determination, known: datetime | None) -> Determination:
    """Say in the notes that the answer is of what was known; nothing else tells it apart."""
    if known is None:
        return determination
    return replace(determination, notes=(*determination.notes, known_then.note(known)))


def _kept(
    request: Request, transaction: Transaction, document: Document, desk: Desk
) -> tuple[Receipt | None, tuple[str, ...]]:
    """Record the answer; what cannot be recorded is a doubt, and it holds the order."""
    if not request.keep_record:
        return None, (NOT_RECORDED,)
    try:
        content = record(document, _as_checked(request.order.content, transaction.day))
        for kept in (*law_lists.files(), *(file.content for file in request.watch)):
            desk.blobs.put(kept)
        return desk.records.append(content, KIND, transaction.reference), ()
    except (StateUnusable, RecordAltered, ValueError) as refused:
        return None, (f"the answer could not be recorded: {refused}",)


def _as_checked(content: Mapping[str, object], day: date) -> Mapping[str, object]:
    """Give the order as it was read, with the day that was asked."""
    plain = _plain({**content, "day": day})
    return plain if isinstance(plain, dict) else {}


def _plain(value: object) -> object:
    """Write whole numbers as text where JSON's doubles would lose digits of them."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > _EXACT:
        return str(value)
    return value


_EXACT = 2**53 - 1


def _answered(document: Document, receipt: Receipt | None) -> Document:
    """Put beside the document where it is recorded; the recorded bytes do not hold this."""
    if receipt is None:
        return document | {"record": None}
    return document | {
        "record": {
            "number": receipt.index,
            "recorded_at": receipt.recorded_at,
            "leaf_hash": receipt.leaf_hash.hex(),
            "size": receipt.size,
            "root": receipt.root.hex(),
            "checkpoint": receipt.checkpoint,
        }
    }
