"""Codes of the lists of parties, as the Consolidated Screening List names its sources."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from navicert.errors import TermError


class ListCode(StrEnum):
    """Who keeps the list, and what it is."""

    DPL = "DPL"
    EL = "EL"
    MEU = "MEU"
    UVL = "UVL"
    ISN = "ISN"
    DTC = "DTC"
    CAP = "CAP"
    CMIC = "CMIC"
    FSE = "FSE"
    MBS = "MBS"
    PLC = "PLC"
    SSI = "SSI"
    SDN = "SDN"
    UN = "UN"
    INFORMED = "INFORMED"
    OWN = "OWN"


TITLES: Mapping[ListCode, str] = {
    ListCode.DPL: "Denied Persons List (BIS)",
    ListCode.EL: "Entity List (BIS)",
    ListCode.MEU: "Military End User List (BIS)",
    ListCode.UVL: "Unverified List (BIS)",
    ListCode.ISN: "Nonproliferation Sanctions (State)",
    ListCode.DTC: "AECA Debarred List (State)",
    ListCode.CAP: "Correspondent Account or Payable-Through Account Sanctions (Treasury)",
    ListCode.CMIC: "Non-SDN Chinese Military-Industrial Complex Companies List (Treasury)",
    ListCode.FSE: "Foreign Sanctions Evaders (Treasury)",
    ListCode.MBS: "Non-SDN Menu-Based Sanctions List (Treasury)",
    ListCode.PLC: "Palestinian Legislative Council List (Treasury)",
    ListCode.SSI: "Sectoral Sanctions Identifications List (Treasury)",
    ListCode.SDN: "Specially Designated Nationals (Treasury)",
    ListCode.UN: "United Nations Security Council Consolidated List",
    ListCode.INFORMED: "Parties of whom BIS informed you by letter",
    ListCode.OWN: "A list of your own",
}


def parse(value: str) -> ListCode:
    """Read a code, or the title that the Consolidated Screening List prints.

    >>> parse("EL"), parse("Entity List (EL) - Bureau of Industry and Security")
    (<ListCode.EL: 'EL'>, <ListCode.EL: 'EL'>)
    >>> parse("XYZ")
    Traceback (most recent call last):
    ...
    navicert.errors.TermError: 'XYZ' is not the code of a list, such as EL or DPL
    """
    text = value.strip()
    if "(" in text:
        text = text.split("(", 1)[1].split(")", 1)[0]
    try:
        return ListCode(text.upper())
    except ValueError:
        message = f"{value!r} is not the code of a list, such as EL or DPL"
        raise TermError(message) from None


def is_valid(value: str) -> bool:
    """Tell whether this is a code or a title of a list.

    >>> is_valid("SDN"), is_valid("nothing")
    (True, False)
    """
    try:
        parse(value)
    except TermError:
        return False
    return True


def format(code: ListCode) -> str:  # noqa: A001 - the verb that every term has
    """Write a list by its title.

    >>> format(ListCode.EL)
    'Entity List (BIS)'
    """
    return TITLES[code]
