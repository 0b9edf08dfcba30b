"""The text of an entry's list-based license exceptions, by symbol."""

from __future__ import annotations

import re

from tools.control_list.official import OfficialEntry
from tools.control_list.refused import Refused

SYMBOLS = ("LVS", "GBS", "TSR", "APP", "STA")
_OTHERS = "IEC|NAC/ACA|AIA|ACM|LPP|HBM|ACE|ENC|Special Reporting|Notes?|License Exceptions Note"
_LABEL = re.compile(
    rf"(?P<label>{'|'.join(SYMBOLS)}|{_OTHERS}|License Requirement Notes"
    r"|Note to List Based License Exceptions) ?: ?(?P<text>.*)"
)
_POINTER = re.compile(
    r"See § 743\.1 .*|\(See Part 740 for a description of all license exceptions\)\."
)


def texts(entry: OfficialEntry) -> dict[str, str]:
    """Give the text of each symbol; what has no label continues what stands before it.

    Raises Refused for a text that continues nothing.
    """
    found: dict[str, str] = {}
    label = ""
    for section, first in (("exceptions", ""), ("sta", "STA")):
        label = first or label
        for text in entry.texts.get(section, ()):
            labelled = _LABEL.fullmatch(text)
            label = labelled["label"] if labelled else label
            if not label and not _POINTER.fullmatch(text):
                raise Refused(f"{entry.symbol} license exceptions", text)
            said = labelled["text"] if labelled else text
            found[label] = f"{found.get(label, '')} {said}".strip()
    return {symbol: found[symbol] for symbol in SYMBOLS if symbol in found}
