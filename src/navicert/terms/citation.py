"""Citations: the address of a rule in the Code of Federal Regulations or the Federal Register.

Kept as the text that people cite, with one normal form, so that a shorter citation can be
found within a longer one: ``744.11`` covers ``744.11(a)(2)``.
"""

from __future__ import annotations

import re

from navicert.errors import TermError

_CFR = re.compile(
    r"(?:(?P<title>\d{1,2}) CFR )?(?:§+ ?)?(?P<section>\d{3,4}(?:\.\d{1,3})?)"
    r"(?P<path>(?:\([A-Za-z0-9]{1,5}\))*)"
)
_SUPPLEMENT = re.compile(
    r"(?:15 CFR )?[Ss]upp(?:\.|lement) (?:[Nn]o\. )?(\d{1,2}) to (?:[Pp]art )?(\d{3})(.*)"
)
_REGISTER = re.compile(r"\d{2,3} FR \d{1,6}(?:-\d{1,6})?")


def parse(value: str) -> str:
    """Read a citation and give its normal form.

    >>> parse("§ 744.11(a)")
    '15 CFR 744.11(a)'
    >>> parse("Supplement No. 1 to Part 738")
    '15 CFR Supp. 1 to 738'
    >>> parse("83 FR 17644")
    '83 FR 17644'
    >>> parse("somewhere")
    Traceback (most recent call last):
    ...
    navicert.errors.TermError: 'somewhere' is not a citation such as 15 CFR 744.11(a) or 83 FR 17644
    """
    text = " ".join(value.split())
    if found := _CFR.fullmatch(text):
        return f"{found['title'] or '15'} CFR {found['section']}{found['path']}"
    if found := _SUPPLEMENT.fullmatch(text):
        return f"15 CFR Supp. {found[1]} to {found[2]}{found[3]}"
    if _REGISTER.fullmatch(text):
        return text
    message = f"{value!r} is not a citation such as 15 CFR 744.11(a) or 83 FR 17644"
    raise TermError(message)


def is_valid(value: str) -> bool:
    """Tell whether this can be read as a citation.

    >>> is_valid("15 CFR 746.8(a)(1)"), is_valid("746")
    (True, True)
    """
    text = " ".join(value.split())
    return any(form.fullmatch(text) for form in (_CFR, _SUPPLEMENT, _REGISTER))


def format(citation: str) -> str:  # noqa: A001 - the verb that every term has
    """Write a citation without the title that every reader knows.

    >>> format("15 CFR 744.11(a)")
    '744.11(a)'
    """
    return citation.removeprefix("15 CFR ")
