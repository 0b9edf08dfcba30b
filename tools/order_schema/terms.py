"""Each term as the readers take it: its own word, and a pattern for every other way to write it.

The readers ignore case and the space around a word; some know other words for the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable

from navicert.casework.order import limits
from navicert.facts.end_use import EndUseKind
from navicert.facts.item import ItemKind
from navicert.terms import activity, country, exception_symbol, party_role, reason_for_control
from navicert.terms.identifier_kind import IdentifierKind

SPACED = r"(_|[\s-]+)"
ONE = "[ _-]"


def definitions() -> dict[str, object]:
    """Give the definitions of the schema that describe single terms and answers."""
    acts = [*activity.Activity, *activity.ALSO]
    licenses = [word.replace("license", "licence") for word in acts if "license" in word]
    return {
        "yes_no": _answer("", "yes", "no", "true", "false", "unknown"),
        "amount": _amount(),
        "country": {"description": "ISO 3166-1 alpha-2, or XK."} | _term(country.names()),
        "activity": _term(activity.Activity, [*acts, *licenses], SPACED),
        "role": _term(party_role.PartyRole, [*party_role.PartyRole, *party_role.ALSO], SPACED),
        "item_kind": _term(ItemKind, separator=ONE),
        "end_use_kind": _term(EndUseKind, separator=ONE),
        "chart_column": _columns(),
        "license_exception": _term(exception_symbol.SECTIONS),
        "birth_date": {"anyOf": [{"type": "integer", "minimum": 1000, "maximum": 9999}, _born()]},
        "identifier": _identifier(),
        "eccn": _text(r"([Ee][Aa][Rr]99|\d[A-Ea-e]\d{3}(\.[A-Za-z0-9]{1,4})*)"),
    }


def _term(
    own: Iterable[str], words: Iterable[str] | None = None, separator: str = "_"
) -> dict[str, object]:
    names = [str(word) for word in own]
    choice = "|".join(any_case(word, separator) for word in (names if words is None else words))
    return {"anyOf": [{"enum": names}, _text(f"({choice})")]}


def _answer(*words: str) -> dict[str, object]:
    values: list[object] = [True, False, "yes", "no", "unknown", None]
    return {"anyOf": [{"enum": values}, _text(f"({'|'.join(map(any_case, words))})")]}


def _born() -> dict[str, object]:
    return {"type": "string", "maxLength": limits.MOST_TERM}


def _identifier() -> dict[str, object]:
    choice = "|".join(any_case(kind, SPACED) for kind in IdentifierKind)
    return _text(rf"({choice})\s*:\s*\S.*")


def _columns() -> dict[str, object]:
    names = list(reason_for_control.COLUMNS)
    word = any_case("column")
    choice = "|".join(rf"{any_case(name[:2])}\s*({word}\s*)?{name[2:]}" for name in names)
    return {"anyOf": [{"enum": names}, _text(f"({choice})")]}


def _amount() -> dict[str, object]:
    written = _text(r"\+?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d)?") | {"maxLength": 24}
    return {"anyOf": [{"type": "number", "minimum": 0}, written]}


def _text(pattern: str) -> dict[str, object]:
    return {"type": "string", "pattern": rf"^\s*{pattern}\s*$", "maxLength": limits.MOST_TERM}


def any_case(word: str, separator: str = "_") -> str:
    """Write a pattern for a word in capitals, small letters or both.

    >>> any_case("end_use", "[ _-]")
    '[eE][nN][dD][ _-][uU][sS][eE]'
    """
    steps = (f"[{one.lower()}{one.upper()}]" if one.isalpha() else one for one in word)
    return "".join(separator if step == "_" else step for step in steps)
