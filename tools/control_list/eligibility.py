"""Which list-based license exceptions an entry allows, for what and up to how much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields

from tools.control_list.exceptions import texts
from tools.control_list.official import OfficialEntry
from tools.control_list.references import NotAList, parse
from tools.control_list.refused import Refused
from tools.control_list.reviewed import Reviewed, fingerprint
from tools.control_list.scopes import own_paths
from tools.control_list.special_conditions import sta_lines

SECTIONS = {"LVS": "740.3", "GBS": "740.4", "TSR": "740.6", "APP": "740.7", "STA": "740.20"}
CONDITIONS = {"MT": "mt_controlled", "NP": "np_controlled"}
_CLAUSES = re.compile(r";\s*|,\s*(?=N/A|except )")
_AMOUNT = re.compile(r"\$(?P<amount>\d[\d,]*)(?: for (?P<list>.+?))?\.?")
_YES = re.compile(r"Yes(?:,? for (?P<list>.+?)(?: only)?)?\.?")
_NOT = re.compile(r"(?:except )?(?:N/A for )?(?P<reason>MT|NP)?(?: and for )?(?P<list>.+?)?\.?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry's eligibility, as the shelf writes it."""

    verdict: str
    amount_usd: str = ""
    paragraphs: str = ""
    except_paragraphs: str = ""
    for_items: str = ""
    conditions: str = ""
    unless: str = ""
    only_to: str = ""
    not_to: str = ""


COLUMNS = tuple(field.name for field in fields(Line))
HEADER = ("eccn", "since", "symbol", *COLUMNS, "citation")


def rows(
    entry: OfficialEntry, since: str, reviewed: Reviewed
) -> Iterator[Mapping[str, str] | Refused]:
    """Give every eligibility row of an entry, or what nobody has reviewed."""
    try:
        said = texts(entry)
    except Refused as refused:
        yield refused
        return
    for symbol in _symbols(entry.symbol, said):
        for line in _lines(entry.symbol, symbol, said.get(symbol, ""), reviewed):
            if isinstance(line, Refused):
                yield line
            else:
                head = {"eccn": entry.symbol, "since": since, "symbol": symbol}
                where = f"15 CFR Supp. 1 to 774 ECCN {entry.symbol}; {SECTIONS[symbol]}"
                yield head | asdict(line) | {"citation": where}


def _symbols(eccn: str, said: Mapping[str, str]) -> tuple[str, ...]:
    always = {"TSR", "STA"} if eccn[1] in "DE" else {"LVS", "GBS", "STA"}
    return tuple(symbol for symbol in SECTIONS if symbol in always or symbol in said)


def _lines(eccn: str, symbol: str, text: str, reviewed: Reviewed) -> Iterator[Line | Refused]:
    found = reviewed.find(eccn, symbol, fingerprint(text))
    if found is not None:
        yield from (Line(**{name: row[name] for name in COLUMNS}) for row in found)
        return
    try:
        yield from sorted_lines(eccn, symbol, text)
    except NotAList:
        yield Refused(f"{eccn} {symbol} {fingerprint(text)}", text)


def sorted_lines(eccn: str, symbol: str, text: str) -> list[Line]:
    """Read a text that says only amounts, yes, paragraphs and reasons; raise NotAList else.

    >>> lines = sorted_lines("1C010", "LVS", "$1500, N/A for NP")
    >>> [(x.verdict, x.amount_usd, x.conditions) for x in lines]
    [('no', '', 'np_controlled'), ('yes', '1500', '')]
    """
    if symbol == "STA":
        return [Line(**asdict(line)) for line in sta_lines(eccn, text)]
    if re.fullmatch(r"(N/A)?\.?", text):
        return [Line("no")]
    lines = [line for clause in _CLAUSES.split(text) for line in _clause(eccn, symbol, clause)]
    limited = [x for x in lines if x != Line("no", x.amount_usd) and x != Line("yes", x.amount_usd)]
    general = [x for x in lines if x not in limited] or [Line("no")]
    if len(general) > 1:
        raise NotAList("two rules for the whole entry")
    return [
        *(x for x in limited if x.verdict == "no"),
        *(x for x in limited if x.verdict == "yes"),
        *general,
    ]


def _clause(eccn: str, symbol: str, clause: str) -> list[Line]:
    found = (_AMOUNT if symbol == "LVS" else _YES).fullmatch(clause)
    if found:
        amount = found["amount"].replace(",", "") if symbol == "LVS" else ""
        paragraphs, excepted = _paths(eccn, found["list"])
        return [Line("yes", amount, paragraphs, excepted)]
    found = _NOT.fullmatch(clause)
    if not found or not clause.startswith(("N/A for", "except")):
        raise NotAList(clause)
    lines = [Line("no", conditions=CONDITIONS[found["reason"]])] if found["reason"] else []
    if found["list"]:
        paragraphs, excepted = _paths(eccn, found["list"])
        lines.append(Line("no", paragraphs=paragraphs, except_paragraphs=excepted))
    return lines


def _paths(eccn: str, text: str | None) -> tuple[str, str]:
    return own_paths(parse(text, eccn, ()), eccn) if text else ("", "")
