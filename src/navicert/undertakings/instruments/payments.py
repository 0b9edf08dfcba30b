"""A commitment to pay and the penalty that it is bound to: both speak of one sum, and agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from navicert.errors import TermError
from navicert.undertakings.commitments import business_days
from navicert.undertakings.commitments.commitment import Commitment, Throughout
from navicert.undertakings.commitments.deadlines import occurrences
from navicert.undertakings.commitments.standing import Done
from navicert.undertakings.instruments.instrument import Instrument


def check(found: Instrument) -> None:
    """Go on only if each bound commitment and its penalty name the same last day.

    Raises:
        TermError: with the place of the commitment.
    """
    penalties = {penalty.id: penalty for penalty in found.penalties}
    for place, one in _bound(found):
        if one.penalty not in penalties:
            known = ", ".join(sorted(penalties)) or "none"
            raise TermError(f"{one.penalty!r} is no [[penalty]] here: there is {known}{place}")
        if one.rhythm is not None or isinstance(one.when, Throughout):
            told = "what is owed again and again, or throughout, cannot follow from one penalty"
            raise TermError(f"{told}{place}")
    for place, one in _bound(found):
        dues = [event.due for event in penalties[one.penalty].events if event.due is not None]
        _same_day(found, one, dues, place)


def against(found: Instrument, marks: Mapping[str, Done]) -> None:
    """Go on only if what was marked as done is what the penalties say; TermError with the place."""
    kept = found.promises().kept
    for place, one in _bound(found):
        mark, paid = marks.get(one.id), kept.get(one.id)
        if mark is None or (paid is not None and paid.day == mark.day):
            continue
        said = f"is settled since {paid.day}" if paid else "has no event that says so"
        raise TermError(
            f"marked as done on {mark.day}, says {mark.by}, but the penalty {one.penalty!r} "
            f"{said}: mend the event, or take the mark back with 'navicert undertakings done "
            f"{found.id}/{one.id} --reopen'{place}"
        )


def _bound(found: Instrument) -> Iterator[tuple[str, Commitment]]:
    for position, one in enumerate(found.commitments):
        if one.penalty:
            yield f" - at `$.commitment[{position}].penalty`", one


def _same_day(found: Instrument, one: Commitment, dues: list[date], place: str) -> None:
    promises = found.promises()
    (occurrence,) = occurrences(one, promises.events, promises.rule)
    day = occurrence.day
    if day is None or not dues:
        return
    if day not in {*dues, *(business_days.moved(due, promises.rule) for due in dues)}:
        stated = ", ".join(map(str, dues))
        raise TermError(
            f"the penalty {one.penalty!r} is due by {stated}, and this commitment by {day} "
            f"({occurrence.how}): mend whichever is wrong{place}"
        )
