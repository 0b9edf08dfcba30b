"""Read the JSON forms of the Consolidated Screening List into what its CSV form gives.

Three forms: ``{"results": [...]}`` as trade.gov publishes it, the same with ``total`` as its API
answers, and one object a line. What a form has no key for, such as the days of the projection, is
not claimed. Source: International Trade Administration, trade.gov.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from navicert.errors import InputError, ListRowRefused, Problem, TermError, UnreadableFile
from navicert.facts.listing import Listing
from navicert.facts.party import Address
from navicert.parties.lists import country_names, denial, given_names, json_text
from navicert.parties.lists.csl import ids, told
from navicert.parties.lists.csl.ids import GivenId
from navicert.parties.lists.csl.told import DETAILS, Told
from navicert.parties.lists.csl_json.form import AddressForm, EntryForm, ResultsForm, Texts
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.snapshot import Contents
from navicert.terms import day as days

_WHOLE = re.compile(r'"results"\s*:\s*\[')
_LINE = re.compile(r'\{(?=[^\n]*"source"\s*:)(?=[^\n]*"alt_names"\s*:)')
_HEAD = 65_536
_PROJECTED = "ofac_addresses_2025-12"
_PLURALS = ("dates_of_birth", "places_of_birth")

_T = TypeVar("_T")
_Placed = tuple[Problem, EntryForm]


def tells(file: ListFile) -> bool:
    """Tell whether a file is in one of these forms, by the keys at its beginning."""
    if file.is_zip or file.root:
        return False
    try:
        head = file.text[:_HEAD].lstrip()
    except InputError:
        return False
    return head.startswith("{") and bool(_WHOLE.search(head) or _LINE.match(head))


def read_file(file: ListFile) -> Contents:
    """Read a file of these forms."""
    return read(file.name, file.text)


def read(file: str, text: str) -> Contents:
    """Read the whole file.

    Raises ``UnreadableFile`` when it is no JSON, cut off, or one page of an answer,
    ``ListRowRefused`` at the first entry that is not of the form.
    """
    entries = _whole(file, text) if _WHOLE.search(text[:_HEAD]) else _lines(file, text)
    listings = tuple(_listing(place, form) for place, form in entries)
    return Contents(listings, denial.orders_of(listings))


def _lines(file: str, text: str) -> Iterator[_Placed]:
    for line, form in json_text.lines(file, text.split("\n"), EntryForm):
        yield Problem(file, line, "", ""), form


def _whole(file: str, text: str) -> Iterator[_Placed]:
    found = json_text.document(file, text, ResultsForm)
    if found.total is not None and found.total != len(found.results):
        message = (
            f"{file}: {len(found.results):,} of {found.total:,} results: one page of an answer. "
            "Get the whole file from trade.gov"
        )
        raise UnreadableFile(message)
    for position, form in enumerate(found.results):
        yield Problem(file, 0, f"results[{position}]", ""), form


def _listing(place: Problem, form: EntryForm) -> Listing:
    names = given_names.listed(form.name.strip(), "; ".join(_texts(form.alt_names)))
    if not names:
        raise _refused(place, "name", "a listing without a name")
    where, projected = _addresses(form)
    entry = Told(
        list=_word(place, "source", told.list_of, form.source),
        entry=_entry(form, names[0].text),
        names=names,
        type=_word(place, "type", told.type_of, form.type),
        details=_details(form, projected),
        addresses=where,
        countries=tuple(filter(None, (*(form.countries or ()), *_countries(form)))),
        programs=_texts(form.programs),
        notice=_text(form.federal_register_notice),
        license_requirement=_text(form.license_requirement),
        license_policy=_text(form.license_policy),
        since=_day(place, "start_date", form.start_date),
        until=_day(place, "end_date", form.end_date),
        standard_order=_word(place, "standard_order", told.standard_order_of, form.standard_order),
        remarks=_text(form.remarks),
        nationalities=_texts(form.nationalities),
        citizenships=_texts(form.citizenships),
        given_ids=_given_ids(form),
    )
    return told.listing(entry)


def _entry(form: EntryForm, name: str) -> str:
    """Give the entry's own number, or else its name with the countries that tell it from others."""
    number = _text(form.id) or _text(form.entity_number)
    known = ", ".join(form.countries or ())
    return number or (f"{name} ({known})" if known else name)


def _addresses(form: EntryForm) -> tuple[tuple[Address, ...], str]:
    given = tuple(_address(one) for one in form.addresses or ())
    projected = tuple(text for one in form.ofac_addresses or () if (text := one.strip()))
    added = (Address(text, country=country_names.code_at_end(text)) for text in projected)
    return tuple(one for one in (*given, *added) if one.text), "; ".join(projected)


def _address(form: AddressForm) -> Address:
    street, city, region = _text(form.address), _text(form.city), _text(form.state)
    postal, written = _text(form.postal_code), _text(form.country)
    text = ", ".join(filter(None, (street, city, region, postal, written)))
    return Address(text, street, city, region, postal, country_names.code_of(written))


def _countries(form: EntryForm) -> tuple[str, ...]:
    """Give the countries that an answer of the API names beside the addresses."""
    return tuple(filter(None, re.split(r"[\s,;]+", _text(form.country))))


def _given_ids(form: EntryForm) -> tuple[GivenId, ...]:
    given = []
    for one in form.ids or ():
        days_told = (("expires", one.expiration_date), ("issued", one.issue_date))
        told_days = ", ".join(f"{word} {_text(when)}" for word, when in days_told if _text(when))
        given.append(GivenId(_text(one.type), _text(one.number), _text(one.country), told_days))
    return tuple(given)


def _details(form: EntryForm, projected: str) -> dict[str, str]:
    plain = [key for key in DETAILS if key not in {"ids", *_PLURALS}]
    found = {key: _text(getattr(form, key)) for key in plain}
    found |= {key: "; ".join(_texts(getattr(form, key))) for key in _PLURALS}
    found["ids"] = "; ".join(ids.cell(one) for one in _given_ids(form))
    unknown = [text for text in form.countries or () if country_names.code_of(text) != text]
    rest = {_PROJECTED: projected, "countries": "; ".join(unknown), "country": _text(form.country)}
    return found | rest


def _texts(given: Texts) -> tuple[str, ...]:
    parts = told.parts(given) if isinstance(given, str) else given or ()
    return tuple(text for part in parts if (text := part.strip()))


def _text(given: str | int | None) -> str:
    return "" if given is None else str(given).strip()


def _word(place: Problem, key: str, read_word: Callable[[str], _T], given: str | None) -> _T:
    try:
        return read_word(_text(given))
    except TermError as error:
        raise _refused(place, key, str(error)) from error


def _day(place: Problem, key: str, given: str | None) -> date | None:
    return _word(place, key, days.parse, given) if _text(given) else None


def _refused(place: Problem, key: str, message: str) -> ListRowRefused:
    named = ".".join(filter(None, (place.key, key)))
    return ListRowRefused(str(Problem(place.file, place.line, named, message)))
