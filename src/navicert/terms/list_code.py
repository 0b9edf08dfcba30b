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
    EU = "EU"
    UK = "UK"
    FCC = "FCC"
    S889 = "S889"
    S1260H = "S1260H"
    MIEU = "MIEU"
    FTM = "FTM"
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
    ListCode.EU: "Consolidated list of persons, groups and entities (European Union)",
    ListCode.UK: "UK Sanctions List (FCDO)",
    ListCode.FCC: "Covered List (FCC)",
    ListCode.S889: "Companies of section 889, NDAA 2019",
    ListCode.S1260H: "Chinese military companies of section 1260H, NDAA 2021 (Defense)",
    ListCode.MIEU: "Military-intelligence end users named in 744.22(f)(2) (BIS)",
    ListCode.FTM: "A FollowTheMoney export",
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
