"""Entries of an advanced file: on which list a party stands, since when, under which programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from navicert.errors import ListRowRefused
from navicert.parties.lists import sources
from navicert.parties.lists.ofac import programs as ofac_programs
from navicert.parties.lists.ofac_advanced import dates
from navicert.parties.lists.ofac_advanced.values import Values, done
from navicert.parties.lists.xml_elements import Element
from navicert.terms import partial_date
from navicert.terms.list_code import ListCode

_PROGRAM = "Program"
_OFF = ("remov", "delist", "terminat")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of one list."""

    profile: str
    list_name: str
    programs: tuple[str, ...]
    since: date | None
    until: date | None
    details: tuple[tuple[str, str], ...]
    place: Element

    def codes(self, details: tuple[tuple[str, str], ...]) -> tuple[ListCode, ...]:
        """Give the lists on which it puts the party; refuses one that nobody knows."""
        known = sources.words("ofac_advanced", "lists")
        if self.list_name not in known:
            raise self._unknown(f"the list {self.list_name[:80]!r}")
        if code := known[self.list_name]:
            return (ListCode(code),)
        said = "; ".join(f"{label} {text}" for label, text in details)
        codes = ofac_programs.lists_of(self.programs, said)
        if not codes:
            raise self._unknown(f"the list of the program {', '.join(self.programs)[:80]!r}")
        return codes

    def _unknown(self, what: str) -> ListRowRefused:
        return self.place.refused(f"nobody knows {what}")


def read(element: Element, values: Values) -> Entry:
    """Read one entry."""
    profile = element.attribute("ProfileID")
    list_name = values.text("List", element.attribute("ListID"), element)
    details: list[tuple[str, str]] = []
    since, until = _days(element, values, details)
    tags = _programs(element, values, details)
    _information(element, details)
    done(element)
    return Entry(profile, list_name, tags, since, until, tuple(details), element)


def _days(
    element: Element, values: Values, details: list[tuple[str, str]]
) -> tuple[date | None, date | None]:
    on: list[date] = []
    off: list[date] = []
    for event in element.each("EntryEvent"):
        kind = _text(values, "EntryEventType", event, "EntryEventTypeID")
        basis = _text(values, "LegalBasis", event, "LegalBasisID")
        days = [dates.day(one) for one in event.each("Date")]
        (off if any(word in kind.casefold() for word in _OFF) else on).extend(days)
        said = (kind and f"EntryEvent {kind}", " ".join(map(str, days))), ("LegalBasis", basis)
        details.extend((label, text) for label, text in said if label and text)
        details.extend(
            ("EntryEvent", text) for one in event.each("Comment") if (text := one.words())
        )
        done(event)
    last = max(off) - timedelta(days=1) if off else None
    return min(on) if on else None, last


def _programs(element: Element, values: Values, details: list[tuple[str, str]]) -> tuple[str, ...]:
    tags: list[str] = []
    for measure in element.each("SanctionsMeasure"):
        kind = _text(values, "SanctionsType", measure, "SanctionsTypeID")
        said = [one.words() for one in measure.each("Comment")]
        said += [partial_date.format(dates.period(one)) for one in measure.each("DatePeriod")]
        done(measure)
        text = " ".join(filter(None, said))
        if kind == _PROGRAM:
            tags.append(text)
        elif kind:
            details.append(("SanctionsMeasure", f"{kind} {text}".strip()))
    return tuple(dict.fromkeys(filter(None, tags)))


def _information(element: Element, details: list[tuple[str, str]]) -> None:
    for tag in ("Comment", "LimitationsToListing"):
        details.extend((tag, text) for one in element.each(tag) if (text := one.words()))
    for info in element.each("SupportingInfo"):
        for tag in ("Text", "DirectURL"):
            details.extend((tag, text) for one in info.each(tag) if (text := one.words()))
        done(info)


def _text(values: Values, kind: str, element: Element, attribute: str) -> str:
    number = element.attribute(attribute)
    return values.text(kind, number, element) if number else ""
