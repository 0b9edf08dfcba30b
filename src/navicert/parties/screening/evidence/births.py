"""Dates of birth side by side: only the parts that both have, and the usual slips."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz.distance import OSA, Hamming

from navicert.facts.listing import Listing
from navicert.facts.party import Party
from navicert.parties.screening.evidence import evidence
from navicert.parties.screening.evidence.evidence import Evidence
from navicert.terms import partial_date
from navicert.terms.partial_date import PartialDate

_ALLOWANCE = 2
"""How many years "about" may be off, and from how many on a plain year is no slip."""

_SAYS: Mapping[str, str] = {
    "same_day": "the same day",
    "same_month": "the same month",
    "same_year": "the same year",
    "swapped": "day and month swapped",
    "one_figure": "one figure apart",
    "turned_figures": "two figures swapped",
    "within": "within that span",
    "about": "near enough for about",
    "next_year": "one year apart",
    "same_year_other_day": "the same year, another day",
    "two_years": "two years apart",
}


def weigh(party: Party, listing: Listing) -> tuple[Evidence, ...]:
    """Compare the date of birth with each that the list gives; the best of them stands."""
    born = party.birth_date
    if born is None:
        return ()
    return evidence.best(_evidence(born, listed) for listed in listing.births)


def case_of(one: PartialDate, other: PartialDate) -> str:
    """Name the case, as the table of weights calls it; it is the same the other way round.

    >>> case_of(PartialDate(1965, 3, 12), PartialDate(1965, 12, 3))
    'swapped'
    >>> case_of(PartialDate(1965), PartialDate(1980, 1, 1))
    'other'
    """
    if one.last_year is not None or other.last_year is not None or one.about or other.about:
        return _of_years(one, other)
    if one.year == other.year:
        span = one.last_month or other.last_month
        return _of_months(one, other) if span else _of_one_year(one, other)
    return _slip(one, other) or _apart(_distance(one, other))


def _evidence(born: PartialDate, listed: PartialDate) -> Evidence:
    case = case_of(born, listed)
    years = _distance(born, listed)
    says = _SAYS.get(case, f"{years} years apart")
    text = f"born {partial_date.format(born)}, the list says {partial_date.format(listed)}: {says}"
    return evidence.of("birth", case, text)


def _of_years(one: PartialDate, other: PartialDate) -> str:
    years = _distance(one, other)
    if years == 0:
        return "about" if one.about or other.about else "within"
    if (one.about or other.about) and years <= _ALLOWANCE:
        return "about"
    return _apart(years)


def _of_months(one: PartialDate, other: PartialDate) -> str:
    if one.month is None or other.month is None:
        return "same_year"
    return "same_year_other_day" if set(one.months).isdisjoint(other.months) else "within"


def _of_one_year(one: PartialDate, other: PartialDate) -> str:
    if one.month is None or other.month is None:
        return "same_year"
    if one.month == other.month and (one.day is None or other.day is None):
        return "same_month"
    if (one.month, one.day) == (other.month, other.day):
        return "same_day"
    if one.day is None or other.day is None:
        return "same_year_other_day"
    if (one.month, one.day) == (other.day, other.month):
        return "swapped"
    return _slip(one, other) or "same_year_other_day"


def _slip(one: PartialDate, other: PartialDate) -> str:
    """Name the slip where one figure, or two neighbors, were typed wrong in a whole date."""
    if one.day is None or other.day is None:
        return ""
    left, right = (f"{d.year:04}{d.month or 0:02}{d.day or 0:02}" for d in (one, other))
    if OSA.distance(left, right, score_cutoff=1) != 1:
        return ""
    return "one_figure" if Hamming.distance(left, right) == 1 else "turned_figures"


def _apart(years: int) -> str:
    if years > _ALLOWANCE:
        return "other"
    return "two_years" if years == _ALLOWANCE else "next_year"


def _distance(one: PartialDate, other: PartialDate) -> int:
    """Count the years between the nearest years that they may be."""
    ours, theirs = one.last_year or one.year, other.last_year or other.year
    return max(0, one.year - theirs, other.year - ours)
