"""An identifier: a number or mark that a list or an order gives for a party."""

from __future__ import annotations

import re
from dataclasses import dataclass

from navicert.errors import TermError
from navicert.terms import country, identifier_kind
from navicert.terms.identifier_kind import STRONG, IdentifierKind

_FORM = re.compile(r"\s*([^:]+?)\s*:\s*(.*?)\s*(?:\(([A-Za-z]{2})\))?\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Identifier:
    """One number as it was written; ``country`` is who issued it (ISO 3166-1), where told.

    ``note`` keeps what else the source says of it: its own name for the kind, days of issue and
    expiry.
    """

    kind: IdentifierKind
    number: str
    country: str | None = None
    note: str = ""

    @property
    def is_strong(self) -> bool:
        """Whether the same number means the same party."""
        return self.kind in STRONG

    @property
    def key(self) -> str:
        """Its letters and figures alone, in capitals: what two of them are compared by."""
        return "".join(filter(str.isalnum, self.number)).upper()


def parse(value: str) -> Identifier:
    """Read an identifier as people write it: its kind, its number, and who issued it if known.

    >>> parse("passport: A1234567 (IR)")
    Identifier(kind=<IdentifierKind.PASSPORT: 'passport'>, number='A1234567', country='IR', note='')
    >>> parse("9074729")
    Traceback (most recent call last):
    ...
    navicert.errors.TermError: '9074729' is no identifier: write its kind before it, as imo:9074729
    """
    found = _FORM.fullmatch(value)
    if found is None:
        message = f"{value[:40]!r} is no identifier: write its kind before it, as imo:9074729"
        raise TermError(message)
    kind, issuer = identifier_kind.parse(found[1]), found[3]
    one = Identifier(kind, found[2], country.parse(issuer) if issuer else None)
    if not one.key:
        raise TermError(f"{value[:40]!r} has no letter or figure in its number")
    return one


def format(one: Identifier) -> str:  # noqa: A001 - the verb that every term has
    """Write an identifier so that ``parse`` reads it back.

    >>> format(Identifier(IdentifierKind.IMO, "9074729"))
    'imo:9074729'
    """
    return f"{one.kind}:{one.number}" + (f" ({one.country})" if one.country else "")
