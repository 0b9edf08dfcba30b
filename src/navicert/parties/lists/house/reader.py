"""Read Navicert's own TOML form of listings, and of denial orders with their events."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from navicert.errors import FileTooLarge, ListRowRefused, Problem, TermError, UnreadableFile
from navicert.facts.denial_order import Authorization, DenialOrder, OrderEvent
from navicert.facts.listing import ListedName, Listing, NameKind, Relief
from navicert.facts.party import Address
from navicert.parties.lists import denial, license_requirement, toml_text
from navicert.parties.lists.house.form import (
    AddressForm,
    AuthorizationForm,
    EventForm,
    HouseForm,
    ListingForm,
    NameForm,
    OrderForm,
)
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.snapshot import Contents
from navicert.terms import activity, country, truth

MOST_TEXT = 16 * 1024 * 1024
"""Characters of a file: the parser of TOML takes about 1.5 million a second."""
TELLING = re.compile(r"^[ \t]*\[\[\s*(?:listing|denial_order)\s*\]\]", re.MULTILINE)
"""The headings by which the form is told from others."""

_PLACE = re.compile(r"\$\.(listing|denial_order)\[(\d+)\]")
_AT = re.compile(r" - at `(.+)`$")
_Form = TypeVar("_Form")
_Fact = TypeVar("_Fact")


def tells(file: ListFile) -> bool:
    """Tell whether a file is in this form: by its name, or by a heading of ours in it."""
    if file.is_zip or file.root:
        return False
    return file.ending == ".toml" or TELLING.search(file.text) is not None


def read_file(file: ListFile) -> Contents:
    """Read a file of this form."""
    return read(file.name, file.text)


def read(file: str, text: str) -> Contents:
    """Read the whole file.

    Raises ``UnreadableFile`` when it is not TOML, ``ListRowRefused`` with file and line for an
    unknown key, a missing one, or a malformed value.
    """
    document = _Document(file, text)
    form = document.form()
    listings = document.each("listing", form.listing, _listing)
    orders = document.each("denial_order", form.denial_order, lambda one, _: denial_order(one))
    return Contents(
        listings=listings,
        orders=(*orders, *denial.orders_of(listings)),
        own_orders=len(orders),
        title=form.title,
        source=form.source,
        as_of=form.as_of,
        covers=tuple(form.covers),
        history_from=form.history_from,
    )


@dataclass(frozen=True, slots=True)
class _Document:
    file: str
    text: str

    def form(self) -> HouseForm:
        try:
            return msgspec.convert(self.toml(), HouseForm)
        except msgspec.ValidationError as error:
            raise self.refused(str(error)) from error

    def toml(self) -> dict[str, Any]:
        if len(self.text) > MOST_TEXT:
            message = f"more than {MOST_TEXT:,} characters; make several lists of it"
            raise FileTooLarge(f"{self.file}: {message}")
        if line := toml_text.line_of_long_key(self.text):
            most = toml_text.MOST_STEPS
            raise FileTooLarge(f"{self.file}:{line}: a key of more than {most} steps")
        try:
            return tomllib.loads(self.text)
        except RecursionError:
            raise UnreadableFile(f"{self.file}: arrays or tables nested too deep") from None
        except ValueError as error:  # also of a number with thousands of digits
            raise UnreadableFile(f"{self.file}: not TOML: {error}") from error

    def each(
        self, table: str, forms: Sequence[_Form], make: Callable[[_Form, int], _Fact]
    ) -> tuple[_Fact, ...]:
        made = []
        for position, form in enumerate(forms):
            try:
                made.append(make(form, position))
            except TermError as error:
                raise self.refused(f"{error} - at `$.{table}[{position}]`") from error
        return tuple(made)

    def refused(self, message: str) -> ListRowRefused:
        at, place = _AT.search(message), _PLACE.search(message)
        key = at[1].removeprefix("$.") if at else ""
        line = self.line_of(place[1], int(place[2])) if place else 0
        return ListRowRefused(str(Problem(self.file, line, key, _AT.sub("", message))))

    def line_of(self, table: str, position: int) -> int:
        """Give the line of a table's heading; 0 when it was written in another way."""
        heading = re.compile(rf"^[ \t]*\[\[\s*{table}\s*\]\]")
        lines = [n for n, line in enumerate(self.text.splitlines(), 1) if heading.match(line)]
        return lines[position] if position < len(lines) else 0


def _listing(form: ListingForm, position: int) -> Listing:
    return Listing(
        list=form.of_list,
        entry=form.entry or f"{form.of_list}:{position + 1}",
        names=_names(form.names),
        type=form.type,
        addresses=tuple(map(_address, form.address)),
        countries=tuple(map(country.parse, form.countries)),
        programs=tuple(form.programs),
        license_requirement=form.license_requirement,
        license_policy=form.license_policy,
        citations=tuple(form.citations),
        since=form.since,
        until=form.until,
        standard_order=truth.parse(form.standard_order),
        reliefs=tuple(Relief(r.since, r.until, r.citation, r.note) for r in form.relief),
        remarks=form.remarks,
        scope=license_requirement.read(form.license_requirement),
    )


def _names(given: Sequence[str | NameForm]) -> tuple[ListedName, ...]:
    """Give the names; of those without a kind the first is the party's own, the others aliases."""
    names = []
    for position, name in enumerate(given):
        if isinstance(name, str):
            kind = NameKind.ALIAS if position else NameKind.PRIMARY
            names.append(ListedName(_name(name), kind))
        else:
            names.append(ListedName(_name(name.text), name.kind))
    if not names:
        raise TermError("a listing without a name")
    return tuple(names)


def _name(text: str) -> str:
    if not text.strip():
        raise TermError("a name without a letter in it")
    return text.strip()


def _address(form: AddressForm) -> Address:
    parts = (form.street, form.city, form.region, form.postal_code)
    return Address(
        text=form.text or ", ".join(filter(None, parts)),
        street=form.street,
        city=form.city,
        region=form.region,
        postal_code=form.postal_code,
        country=country.parse(form.country) if form.country else None,
    )


def denial_order(form: OrderForm) -> DenialOrder:
    """Make the order of its form; TermError says what is missing or malformed."""
    if not form.persons or not form.event:
        raise TermError("a denial order needs at least one person and one event")
    return DenialOrder(
        reference=form.reference,
        persons=tuple(map(_known_as, form.persons)),
        events=tuple(map(_event, form.event)),
        related_persons=tuple(map(_known_as, form.related_persons)),
        kind=form.kind,
        standard_terms=form.standard_terms,
    )


def _known_as(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        raise TermError("a person of a denial order without a name")
    return tuple(map(_name, names))


def _event(form: EventForm) -> OrderEvent:
    authorization = _authorization(form.authorization) if form.authorization else None
    return OrderEvent(form.day, form.kind, form.citation, form.end, authorization, form.note)


def _authorization(form: AuthorizationForm) -> Authorization:
    return Authorization(
        since=form.since,
        until=form.until,
        citation=form.citation,
        activities=frozenset(map(activity.parse, form.activities)),
        purposes=frozenset(form.purposes),
        excluded_groups=frozenset(form.excluded_groups),
        note=form.note,
    )
