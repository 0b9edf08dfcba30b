"""The remarks of an OFAC entry: dates, places, countries, weak names, identifiers, the rest.

Facts stand one after the other with a semicolon between them; a word in front says what each is.
Source: the remarks of the SDN List of July 2021 and the consolidated list of December 2025.
"""

from __future__ import annotations

import re
from functools import cache

from navicert.errors import MalformedDate
from navicert.facts.listing import ListedName, NameKind
from navicert.parties.lists import country_names
from navicert.parties.lists.ofac import identifiers
from navicert.parties.lists.told import Told, together
from navicert.terms import partial_date

_BETWEEN = re.compile(r";\s+")
_NAME = re.compile(r"(?P<kind>[afn])\.k\.a\. '(?P<name>.+)'")
_PERSONAL = re.compile(r"(?:alt\. )?(?P<kind>DOB|POB|nationality|citizen) (?P<text>.+)")
_DATED = re.compile(
    r"(?:alt\. )?(?P<label>(?:Listing|Effective|Purchase/Sales For Divestment) Date \([^()]+\)"
    r"|Executive Order \d+ (?:Directive Determination|[Dd]irective [Ii]nformation|[Ii]nformation)"
    r"|CAATSA Section \d+ Information)(?: -|:)? (?P<text>.+)"
)


def parse(text: str) -> Told:
    """Read remarks, whole and with what overflowed into the file of comments.

    >>> told = parse("DOB 08 Sep 1966; POB Grodno, Belarus; nationality Belarus; a.k.a. 'IVAN'.")
    >>> told.births[0].year, told.birth_places, told.nationalities, told.names[0].kind.value
    (1966, ('Grodno, Belarus',), ('BY',), 'weak')
    >>> parse("Minister of Finance.").rest
    ('Minister of Finance',)
    """
    plain = text.rstrip().removesuffix(".")
    return together(_segment(part.strip()) for part in _BETWEEN.split(plain) if part.strip())


def _segment(text: str) -> Told:
    if found := _NAME.fullmatch(text):
        kind = NameKind.FORMER if found["kind"] == "f" else NameKind.WEAK
        return Told(names=(ListedName(found["name"], kind),))
    if found := _PERSONAL.fullmatch(text):
        return _personal(text, found["kind"], found["text"])
    if identifier := identifiers.parse(text):
        return Told(identifiers=(identifier,))
    if found := _DATED.fullmatch(text) or _detail().fullmatch(text):
        return Told(details=((found["label"], found["text"]),))
    return Told(rest=(text,))


def _personal(whole: str, kind: str, text: str) -> Told:
    if kind == "DOB":
        return _born(whole, text)
    return Told(birth_places=(text,)) if kind == "POB" else _person_of(kind, text)


def _born(whole: str, text: str) -> Told:
    try:
        return Told(births=(partial_date.parse(text),))
    except MalformedDate:
        return Told(rest=(whole,))


def _person_of(kind: str, name: str) -> Told:
    code = country_names.code_of(name)
    if code is None:
        return Told(details=((kind, name),))
    return Told(nationalities=(code,)) if kind == "nationality" else Told(citizenships=(code,))


@cache
def _detail() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, sorted(identifiers.detail_labels(), key=len, reverse=True)))
    return re.compile(rf"(?:alt\. )?(?P<label>{labels})(?: -|:)? (?P<text>.+)")
