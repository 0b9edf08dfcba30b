"""On which of OFAC's lists an entry stands: the SDN List, or those that its programs name."""

from __future__ import annotations

import re

from navicert.parties.lists import sources
from navicert.terms.list_code import ListCode

_BETWEEN = re.compile(r"\]\s*\[")
_BY_DIRECTIVE = "RUSSIA-EO14024"
_DIRECTIVE = re.compile(r"EO 14024 Directive (\d[a-z]?)\b")


def parse(cell: str) -> tuple[str, ...]:
    """Read the programs of an entry.

    >>> parse("SDGT] [IFSR"), parse("CAATSA - RUSSIA")
    (('SDGT', 'IFSR'), ('CAATSA - RUSSIA',))
    """
    return tuple(text for part in _BETWEEN.split(cell.strip("[] ")) if (text := part.strip()))


def lists_of(programs: tuple[str, ...], remarks: str) -> tuple[ListCode, ...]:
    """Give the lists but the SDN List on which an entry stands; none when no program tells.

    >>> lists_of(("UKRAINE-EO13662", "SDGT"), "")
    (<ListCode.SSI: 'SSI'>,)
    >>> lists_of(("RUSSIA-EO14024",), "Listing Date (EO 14024 Directive 2): 24 Feb 2022")
    (<ListCode.CAP: 'CAP'>,)
    >>> lists_of(("RUSSIA-EO14024",), "")
    ()
    """
    known = sources.words("ofac_consolidated", "programs")
    codes = [known[program] for program in programs if program in known]
    if _BY_DIRECTIVE in programs:
        directives = sources.words("ofac_consolidated", "directives")
        named = _DIRECTIVE.findall(remarks)
        codes += [directives[number] for number in named if number in directives]
    return tuple(map(ListCode, dict.fromkeys(codes)))
