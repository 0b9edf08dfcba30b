"""Which transactions a restriction or a paragraph of part 740 is about, as the shelf says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from navicert.terms.eccn import Eccn, parse

EVERYWHERE = ("destination",)


@dataclass(frozen=True, slots=True)
class Places:
    """Destinations by code and by Country Group; nothing named means everywhere."""

    countries: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    except_countries: frozenset[str] = frozenset()
    except_groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """Which transactions a restriction or a paragraph is about; what is empty limits nothing.

    Each is one of its own: two with the same words stand at different places of the shelf.

    ``eccns``, ``series`` and ``ear99`` are alternatives, ``reasons`` and ``columns`` too, and
    ``requirement_reasons`` and ``requirement_citations``; everything else must hold together.
    ``symbols`` are the entries of ``eccns`` and ``except_eccns``, so that most items need no
    look at the paragraphs. ``where`` names the places that count: destination, exported_from,
    origin, headquarters and located (of every recipient and intermediary), end_user (all that is
    said of where it belongs), exporter, exporter_parent.

    ``end_uses`` are kinds of end use, ``use_is`` what the order says of it. ``government_user``,
    ``private_users`` (none is a government) and ``military_user`` are about who gets the item,
    ``user_kinds`` the words of an order for what they are. ``to_origin`` is a destination where
    the item was made. With ``total`` (usd, pieces, tpp) what the order's lines come to is more
    than ``above``, or than the figure that ``above_figure`` names; less than that says nothing.
    """

    kinds: tuple[str, ...] = ()
    activities: frozenset[str] = frozenset()
    eccns: tuple[Eccn, ...] = ()
    except_eccns: tuple[Eccn, ...] = ()
    series: tuple[str, ...] = ()
    ear99: bool = False
    for_items: tuple[Eccn, ...] = ()
    reasons: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    only_reasons: frozenset[str] | None = None
    requirement_reasons: frozenset[str] = frozenset()
    requirement_citations: tuple[str, ...] = ()
    symbols: frozenset[str] = frozenset()
    where: tuple[str, ...] = EVERYWHERE
    everywhere: bool = False
    places: Places = Places()
    unless_where: tuple[str, ...] = ()
    unverified_party: bool = False
    lacks_approval: str = ""
    at_least_usd: int | None = None
    prohibited: bool = False
    end_uses: frozenset[str] = frozenset()
    use_is: frozenset[str] = frozenset()
    government_user: bool = False
    private_users: bool = False
    military_user: bool = False
    user_kinds: frozenset[str] = frozenset()
    entity_list_party: bool = False
    to_origin: bool = False
    total: str = ""
    above: int | None = None
    above_figure: str = ""


def reach_of(row: dict[str, Any]) -> Reach:
    """Read the keys of a restriction, an exception or a paragraph that limit its reach."""
    return Reach(
        kinds=tuple(row.get("kinds", ())),
        activities=frozenset(row.get("activities", ())),
        eccns=_eccns(row, "eccns"),
        except_eccns=_eccns(row, "except_eccns"),
        series=tuple(row.get("series", ())),
        ear99=row.get("ear99", False),
        for_items=_eccns(row, "for_items"),
        reasons=frozenset(row.get("reasons", ())),
        columns=frozenset(row.get("columns", ())),
        only_reasons=frozenset(row["only_reasons"]) if "only_reasons" in row else None,
        requirement_reasons=frozenset(row.get("requirement_reasons", ())),
        requirement_citations=tuple(row.get("requirement_citations", ())),
        symbols=frozenset(e.symbol for key in ("eccns", "except_eccns") for e in _eccns(row, key)),
        where=tuple(row.get("where", EVERYWHERE)),
        everywhere=row.get("everywhere", False),
        places=_places(row),
        unless_where=tuple(row.get("unless_where", ())),
        unverified_party=row.get("unverified_party", False),
        lacks_approval=row.get("lacks_approval", ""),
        at_least_usd=row.get("at_least_usd"),
        prohibited=row.get("prohibited", False),
        end_uses=frozenset(row.get("end_uses", ())),
        use_is=frozenset(row.get("use_is", ())),
        private_users=row.get("private_users", False),
        government_user=row.get("government_user", False),
        military_user=row.get("military_user", False),
        user_kinds=frozenset(row.get("user_kinds", ())),
        entity_list_party=row.get("entity_list_party", False),
        to_origin=row.get("to_origin", False),
        total=row.get("total", ""),
        above=row.get("above"),
        above_figure=row.get("above_figure", ""),
    )


def _places(row: dict[str, Any]) -> Places:
    return Places(
        countries=frozenset(row.get("countries", ())),
        groups=frozenset(row.get("groups", ())),
        except_countries=frozenset(row.get("except_countries", ())),
        except_groups=frozenset(row.get("except_groups", ())),
    )


def _eccns(row: dict[str, Any], key: str) -> tuple[Eccn, ...]:
    return tuple(parse(eccn) for eccn in row.get(key, ()))
