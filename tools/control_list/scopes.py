"""To which part of an entry a sentence applies: the structure that the shelf keeps of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, fields

from tools.control_list.references import NotAList, Reference, References, parse

_ENTIRE = re.compile(r"(?:the )?entire ?entry(?:,? except (?:for )?(?P<but>.+))?")
_OWN = re.compile(
    r"(?:(?:paragraphs?|ECCN|items (?:controlled (?:by|in)|in)|“software” controlled by"
    r"|commodities in) )?(?P<list>.+?)(?: of this entry| only)?"
)
_RELATED = re.compile(
    r"“?(?:software|technology),?” ?for (?:the )?(?:items|equipment|commodities|materials)"
    r"(?: and software)? (?:controlled (?:by|in|under)|classified under|in|specified by) "
    r"(?P<list>.+?)(?:,? for (?P<reason>[A-Z]{2}) [Rr]easons)?"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of an entry, as the shelf writes it: cells with semicolons."""

    paragraphs: str = ""
    except_paragraphs: str = ""
    for_items: str = ""
    for_items_reason: str = ""
    conditions: str = ""
    unless: str = ""


COLUMNS = tuple(field.name for field in fields(Scope))


def parse_scope(text: str, symbol: str, known: Collection[str]) -> Scope | None:
    """Read what follows "NS applies to"; None when it says more than a list."""
    plain = text.strip().rstrip(".")
    for read in (_entire, _related, _own):
        try:
            scope = read(plain, symbol, known)
        except NotAList:
            continue
        if scope is not None:
            return scope
    return None


def own_paths(found: References, symbol: str) -> tuple[str, str]:
    """Write a list of the entry's own paragraphs as two cells; refuse another entry's."""
    for reference in (*found.named, *found.excepted):
        if reference.symbol != symbol or not reference.path:
            raise NotAList(f"{reference} is not a paragraph of {symbol}")
    return _cell(found.named, own=True), _cell(found.excepted, own=True)


def _entire(text: str, symbol: str, known: Collection[str]) -> Scope | None:
    found = _ENTIRE.fullmatch(text)
    if not found:
        return None
    if not found["but"]:
        return Scope()
    named, excepted = own_paths(parse(found["but"], symbol, known), symbol)
    if excepted:
        raise NotAList("an exception to an exception")
    return Scope(except_paragraphs=named)


def _own(text: str, symbol: str, known: Collection[str]) -> Scope | None:
    found = _OWN.fullmatch(text)
    if not found:
        return None
    return Scope(*own_paths(parse(found["list"], symbol, known), symbol))


def _related(text: str, symbol: str, known: Collection[str]) -> Scope | None:
    found = _RELATED.fullmatch(text)
    if not found:
        return None
    items = parse(found["list"], "", known)
    if items.excepted or any(item.symbol == symbol for item in items.named):
        raise NotAList("an exception among the items that it is for")
    return Scope(for_items=_cell(items.named, own=False), for_items_reason=found["reason"] or "")


def _cell(references: list[Reference], *, own: bool) -> str:
    return ";".join(dict.fromkeys(r.path if own else str(r) for r in references))
