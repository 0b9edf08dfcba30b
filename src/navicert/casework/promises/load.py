"""Load an instrument: put it on record, or say that it is there, or what a new version changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from navicert.casework.ports import Desk
from navicert.casework.promises import recorded
from navicert.errors import TermError
from navicert.law.edition import standard_law
from navicert.records.record import Receipt
from navicert.undertakings.instruments import longest, payments, superseding, toml_document
from navicert.undertakings.instruments.difference import difference
from navicert.undertakings.instruments.instrument import Instrument
from navicert.undertakings.instruments.reader import read
from navicert.undertakings.instruments.toml_document import TomlDocument


class Was(StrEnum):
    """What was there before."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a load; ``changes`` are key, before, after; no receipt where nothing was put.

    ``absent`` are the ids that it supersedes and that nobody loaded here.
    """

    instrument: Instrument
    digest: str
    was: Was
    changes: tuple[tuple[str, str, str], ...] = ()
    receipt: Receipt | None = None
    absent: tuple[str, ...] = ()

    def doubts(self) -> tuple[str, ...]:
        """Give each end of a denial that is later than the law lets one be."""
        law = standard_law().open_at(self.instrument.day).duties().denials
        return tuple(
            f"{order.reference}: {doubt}"
            for order in self.instrument.denial_orders
            for doubt in longest.doubts(order, law)
        )


def load(place: str, desk: Desk, *, dry_run: bool = False) -> Loaded:
    """Read a file and put it on record unless the same bytes are in force.

    Raises:
        InputError: the file cannot be read, is no instrument, or says otherwise of a payment than
            what was marked as done.
        StateUnusable: the data directory cannot be used.
        RecordAltered: the log is not what was signed.
    """
    file = desk.feed.fetch(place)
    content = file.content.removeprefix(b"\xef\xbb\xbf")
    instrument = read(place, content)
    digest = sha256(content).hexdigest()
    with desk.at_once():
        held = {one.instrument.id: one for one in recorded.readable(desk).held}
        others = tuple(one.instrument for id_, one in held.items() if id_ != instrument.id)
        _agreed((instrument, *others), toml_document.decoded(place, content), desk)
        before = held.get(instrument.id)
        if before is not None and before.digest == digest:
            return Loaded(instrument, digest, Was.SAME, absent=_absent(instrument, others))
        changes = difference(before.instrument, instrument) if before else ()
        receipt = None if dry_run else recorded.keep(instrument, file.name, content, desk)
        was = Was.CHANGED if before else Was.NEW
        return Loaded(instrument, digest, was, changes, receipt, _absent(instrument, others))


def _absent(instrument: Instrument, others: tuple[Instrument, ...]) -> tuple[str, ...]:
    known = {one.id for one in others}
    return tuple(one.id for one in instrument.supersedes if one.id not in known)


def _agreed(instruments: tuple[Instrument, ...], document: TomlDocument, desk: Desk) -> None:
    """Hold the first against the others, and against what was marked as done under it."""
    instrument = instruments[0]
    try:
        superseding.check(instruments)
        payments.against(instrument, recorded.done(desk).get(instrument.id, {}))
    except TermError as error:
        raise document.refused(str(error)) from None
