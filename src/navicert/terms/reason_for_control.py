"""Reasons for control and the columns of the Commerce Country Chart (15 CFR 738.2(d)(2), 738.4)."""

from __future__ import annotations

import re
from enum import StrEnum

from navicert.errors import TermError


class ReasonForControl(StrEnum):
    """The reasons that an entry of the Commerce Control List can name."""

    AT = "AT"
    CB = "CB"
    CC = "CC"
    CW = "CW"
    EI = "EI"
    FC = "FC"
    MT = "MT"
    NP = "NP"
    NS = "NS"
    RS = "RS"
    SI = "SI"
    SL = "SL"
    SS = "SS"
    UN = "UN"


COLUMNS = (
    "CB1", "CB2", "CB3", "NP1", "NP2", "NS1", "NS2", "MT1", "RS1", "RS2", "FC1", "CC1", "CC2",
    "CC3", "AT1", "AT2",
)  # fmt: skip
"""The sixteen columns of the chart, in its order."""

_COLUMN = re.compile(r"\s*([A-Z]{2})\s*(?:column\s*)?([123])\s*", re.IGNORECASE)


def parse(value: str) -> str:
    """Read a column of the chart.

    >>> parse("NS Column 2"), parse("at1")
    ('NS2', 'AT1')
    >>> parse("NS9")
    Traceback (most recent call last):
    ...
    navicert.errors.TermError: 'NS9' is not a column of the Commerce Country Chart, such as NS2
    """
    found = _COLUMN.fullmatch(value)
    column = f"{found[1].upper()}{found[2]}" if found else ""
    if column not in COLUMNS:
        message = f"{value!r} is not a column of the Commerce Country Chart, such as NS2"
        raise TermError(message)
    return column


def is_valid(value: str) -> bool:
    """Tell whether the chart has this column.

    >>> is_valid("RS2"), is_valid("EI1")
    (True, False)
    """
    found = _COLUMN.fullmatch(value)
    return found is not None and f"{found[1].upper()}{found[2]}" in COLUMNS


def format(column: str) -> str:  # noqa: A001 - the verb that every term has
    """Write a column as the regulation does.

    >>> format("NS2")
    'NS Column 2'
    """
    return f"{column[:2]} Column {column[2]}"


def reason_of(column: str) -> ReasonForControl:
    """Give the reason that a column belongs to.

    >>> reason_of("NS2")
    <ReasonForControl.NS: 'NS'>
    """
    return ReasonForControl(column[:2])
