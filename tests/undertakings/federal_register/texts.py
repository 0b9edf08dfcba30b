"""Texts of orders in the manner of the Federal Register, with names that nobody bears."""

from __future__ import annotations

from navicert.law.shelf import standard_shelf
from navicert.law.tables import denial_words
from navicert.undertakings.federal_register.notice import OrderNotice, OtherNotice
from navicert.undertakings.federal_register.read import read

WORDS = denial_words.read(standard_shelf())
STANDARD = {clause.id: clause.words for clause in WORDS.clauses}
SAFETY = " except directly related to safety of flight and authorized by BIS"

AIRLINE = "Aerofalcon d/b/a Falcon Wings, 7 Letnaya Street, Moscow, Russia"

OPENING_TEMPORARY = """\
Pursuant to Section 766.24 of the Export Administration Regulations (the "Regulations" or "EAR"), \
the Bureau of Industry and Security ("BIS"), through its Office of Export Enforcement ("OEE"), has \
requested the issuance of an Order temporarily denying, for a period of 180 days, the export \
privileges under the Regulations of: Aerofalcon d/b/a Falcon Wings ("Falcon").
"""

OPENING_RENEWAL = """\
Pursuant to section 766.24 of the EAR, I hereby grant the request of OEE to renew the temporary \
denial order ("TDO") issued in this matter on April 7, 2022, against Aerofalcon ("Falcon").
"""

OPENING_SETTLEMENT = """\
The Bureau of Industry and Security has notified Borealis Trading Ltd. ("Borealis") of its \
intention to initiate an administrative proceeding; BIS and Borealis have entered into a \
Settlement Agreement pursuant to Section 766.18(b) of the Regulations.
"""


def clauses(person: str = "the Denied Person", **other: str) -> str:
    """The standard clauses from First A to Third, some in other words; '' leaves one out."""
    words = STANDARD | {name.replace("_", "."): text for name, text in other.items()}
    lines = []
    for name in ("First.A", "First.B", "First.C", "Second", "Second.A", "Second.B", "Second.C"):
        lines += _line(name, words[name])
    lines += _line("Second.D", words["Second.D"]) + _line("Second.E", words["Second.E"])
    lines += _line("Third", words["Third"])
    return "\n".join(lines).replace("@person", person).replace("@rules", "the EAR")


def _line(name: str, words: str) -> list[str]:
    if not words:
        return []
    head, _, letter = name.partition(".")
    text = words[0].upper() + words[1:]
    end = ":" if name == "Second" else "."
    return [f"{letter}. {text};" if letter else f"{head}, that {words}{end}"]


def barring(persons: str, *, acting: str = "and when acting for or on their behalf") -> str:
    """The sentence First, for these persons."""
    acts = STANDARD["First"].replace("@rules", "the EAR")
    who = f'{persons}, {acting}, their successors or assigns ("the Denied Person")'
    return f"First, that {who}, {acts}:"


def order(
    *,
    title: str = "Order Temporarily Denying Export Privileges",
    opening: str = OPENING_TEMPORARY,
    first: str = barring(AIRLINE),
    terms: str = "",
    ending: str = "This Order is effective immediately and shall remain in effect for 180 days.",
    dated: str = "Dated: April 7, 2022.",
) -> str:
    """A whole order."""
    return "\n".join(
        (
            title,
            opening,
            "It is therefore ordered:",
            first,
            terms or clauses(),
            ending,
            dated,
            "[FR Doc. 2022-07777 Filed 4-8-22; 8:45 am]",
        )
    )


def the_order(text: str) -> OrderNotice:
    """The one order in a text."""
    (found,) = read("order.txt", text, WORDS)
    assert isinstance(found, OrderNotice), found
    return found


def the_other(text: str) -> OtherNotice:
    """The one notice in a text that is no order."""
    (found,) = read("notice.txt", text, WORDS)
    assert isinstance(found, OtherNotice), found
    return found
