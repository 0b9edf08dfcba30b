"""Registrations and identity documents of an advanced file."""

from __future__ import annotations

from collections.abc import Iterator

from navicert.facts.identifier import Identifier
from navicert.parties.lists.ofac import identifiers
from navicert.parties.lists.ofac_advanced import dates, places
from navicert.parties.lists.ofac_advanced.values import Values, done
from navicert.parties.lists.told import Told
from navicert.parties.lists.xml_elements import Element
from navicert.terms import partial_date
from navicert.terms.identifier_kind import IdentifierKind

_IMO = "IMO "
_VALID = "Valid"


def read(element: Element, values: Values) -> tuple[str, Told]:
    """Read one document; gives the number of the identity that it belongs to."""
    label = values.text("IDRegDocType", element.attribute("IDRegDocTypeID"), element)
    identity = element.attribute("IdentityID")
    issuer = element.attribute("IssuedBy-CountryID")
    country = places.country_code(values, issuer, element) if issuer else None
    said = list(_said(element, values))
    if issuer and country is None:
        said.insert(0, places.country_name(values, issuer, element))
    number = " ".join(element.word("IDRegistrationNo").split())
    for tag in ("DocumentedNameReference", "IDRegDocumentMention"):
        for reference in element.each(tag):
            done(reference)
    done(element)
    note = "; ".join(filter(None, (label, *said)))
    if not number:
        return identity, Told(details=(("IDRegDocument", note),))
    return identity, Told(identifiers=(labeled(label, number, country, note),))


def labeled(label: str, number: str, country: str | None, note: str) -> Identifier:
    """Make an identifier; a number may say by ``IMO`` in front whose numbers it is one of."""
    bare = number.removeprefix(_IMO)
    kind = identifiers.kind_of(f"{label} IMO" if bare != number else label, bare)
    if kind is IdentifierKind.OTHER:
        kind = identifiers.kind_of(label, bare)
    return Identifier(kind, bare, country, note)


def _said(element: Element, values: Values) -> Iterator[str]:
    """Give what else stands there: comments, the authority, validity, and days."""
    yield from (comment.words() for comment in element.each("Comment"))
    yield from (authority.words() for authority in element.each("IssuingAuthority"))
    validity = element.attribute("ValidityID")
    known = values.by_kind.get("Validity", {}).get(validity)
    if known and known.text != _VALID:
        yield known.text
    for one in element.each("DocumentDate"):
        label = values.text("IDRegDocDateType", one.attribute("IDRegDocDateTypeID"), one)
        for period in one.each("DatePeriod"):
            yield f"{label} {partial_date.format(dates.period(period))}"
        done(one)
