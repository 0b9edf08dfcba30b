"""What an entry says of its license requirements outside its table, less what is routine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.control_list.official import OfficialEntry

SECTIONS = ("heading", "requirements", "reporting")
_ROUTINE = (
    re.compile(r"Reasons? for Control:.*"),
    re.compile(r"\(?See § 743\.\d .*"),
    re.compile(
        r"Special Reporting: .* reporting requirements in accordance with § 743\.8 of the EAR\."
    ),
    re.compile(r"(License Requirements?( Notes?)?: (\(1\) )?)?See § 744\.17 .*"),
    re.compile(r"Control\(s\):?"),
    re.compile(r"License Requirements? Notes?:?"),
    re.compile(r"\(See Part 740 for a description of all license exceptions\)\."),
)


def texts(entry: OfficialEntry) -> Iterator[str]:
    """Give every text that may state a requirement, in order."""
    for section in SECTIONS:
        yield from entry.texts.get(section, ())


def is_routine(text: str) -> bool:
    """Tell whether it only labels, or points to reports or to section 744.17."""
    return any(pattern.fullmatch(text) for pattern in _ROUTINE)
