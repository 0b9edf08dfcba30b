"""One match of a screening as a row: how sure, which list, whom it names, and what that means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from navicert.entrypoints.cli.terminal import cited, joined, plain
from navicert.facts.evidence import Evidence, WordMatch
from navicert.facts.listing import NameKind
from navicert.facts.standing import Capacity, ClearedMatch, Match, OrderMatch
from navicert.parties.clearings import entry_of
from navicert.terms.truth import Truth

Row = Match | OrderMatch

_KINDS = {
    NameKind.ALIAS: "alias",
    NameKind.WEAK: "WEAK alias",
    NameKind.FORMER: "former name",
}
_CAPACITIES = {
    Capacity.ON_BEHALF_OF: "whom it acts for",
    Capacity.OWNED_BY: "its owner",
    Capacity.AT_ADDRESS: "its address",
    Capacity.RELATED_PERSON: "as a related person of the order",
}
_SIGNS = {Truth.YES: ("for", "green"), Truth.NO: ("against", "magenta")}
_MOST_TEXT = 160
_MOST_OTHERS = 4
_DIGITS = 12


def cells(match: Row, day: date, *, explain: bool) -> tuple[Text, ...]:
    """Give the cells of a match."""
    where, when = _where(match), _when(match, day)
    return (
        plain(f"{match.shown:.2f}", "bold"),
        plain(_sure(match), "bold red" if match.is_sure else "yellow"),
        plain(entry_of(match)[0].value),
        _stacked(_said(match, day, explain=explain)),
        plain(where),
        plain(when),
    )


def _sure(match: Row) -> str:
    """Name what makes a match sure: the same number, the same name; else it is near."""
    if isinstance(match, Match) and match.is_decided:
        return "number"
    return "same" if match.is_sure else "near"


def cleared_cells(one: ClearedMatch, day: date) -> tuple[Text, ...]:
    """Give the cells of a match that somebody cleared: by whom, why, and until when."""
    decided, match = one.clearing, one.match
    until = f"until {decided.until}" if decided.until else "until the entry or the party changes"
    told = f"cleared by {decided.by} on {decided.since}, {until} (no. {decided.number})"
    return (
        plain(f"{match.shown:.2f}", "dim"),
        plain("cleared", "green"),
        plain(entry_of(match)[0].value, "dim"),
        _stacked((_name(match), plain(told), plain(decided.reason))),
        plain(_where(match), "dim"),
        plain(_when(match, day), "dim"),
    )


def _stacked(lines: Iterator[Text] | tuple[Text, ...]) -> Text:
    return Text("\n").join(lines)


def _said(match: Row, day: date, *, explain: bool) -> Iterator[Text]:
    yield _name(match)
    if others := _others(match):
        yield plain(others, "dim")
    if meaning := _meaning(match, day):
        yield plain(meaning)
    yield from map(_evidence_line, _evidence(match))
    if explain:
        yield from (_word(one) for one in match.words)
        yield plain(match.how, "dim")
    code, entry = entry_of(match)
    yield plain(f"{code}:{entry if explain else begin(entry)}", "dim")


def begin(entry: str) -> str:
    """Cut an entry that is a digest; 'navicert clear' takes how an entry begins."""
    return entry[:_DIGITS] if entry.isalnum() and len(entry) > 2 * _DIGITS else entry


def _name(match: Row) -> Text:
    best = match.names[0] if match.names else None
    kind = _KINDS.get(best.kind, "") if best else "by its number"
    first = match.listing.name if isinstance(match, Match) else match.order.persons[0][0]
    of = f" of {first}" if kind and first != match.listed_name else ""
    told = [f"{kind}{of}"] if kind else []
    told += [_CAPACITIES[match.capacity]] if match.capacity in _CAPACITIES else []
    note = f"  ({'; '.join(told)})" if told else ""
    return joined(plain(match.listed_name, "bold"), plain(note, "cyan"))


def _others(match: Row) -> str:
    """Name the other names of the entry that met, each with its own score."""
    best: dict[str, str] = {}
    for one in match.names[1:]:
        if one.listed_name != match.listed_name:
            kind = f", {_KINDS[one.kind]}" if one.kind in _KINDS else ""
            best.setdefault(one.listed_name, f"{one.listed_name} ({one.score:.2f}{kind})")
    if not best:
        return ""
    shown = [*best.values()][:_MOST_OTHERS]
    more = f" and {len(best) - len(shown)} more" if len(best) > len(shown) else ""
    return f"also met {'; '.join(shown)}{more}"


def _meaning(match: Row, day: date) -> str:
    if isinstance(match, OrderMatch):
        order = match.order
        return f"denial order {order.state_on(day)}; {cited(order.citation_on(day))}"
    said = match.listing
    told = said.license_requirement or ", ".join(said.programs) or said.remarks
    what = f"license: {told}" if said.license_requirement else told
    where = "; ".join(map(cited, said.citations[:2]))
    return "; ".join(filter(None, (_short(what), _short(where))))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_TEXT else f"{line[:_MOST_TEXT]} ..."


def _evidence(match: Row) -> tuple[Evidence, ...]:
    return match.evidence if isinstance(match, Match) else ()


def _evidence_line(one: Evidence) -> Text:
    word, style = _SIGNS.get(one.agrees, ("told", "dim"))
    sign = f" ({one.points:+.2f})" if one.points else ""
    return joined(plain(f"{word}: ", style), plain(f"{one.text}{sign}"))


def _word(one: WordMatch) -> Text:
    """Write how a word met a word; ``weight`` tells how rare the word is, from 0 to 1."""
    if not one.listed:
        return plain(f"  {one.asked}: in no listed word (weight {one.weight:.2f})", "dim")
    if not one.asked:
        return plain(f"  -: {one.listed} was not asked for (weight {one.weight:.2f})", "dim")
    told = f"{one.way}, {one.degree:.2f}, weight {one.weight:.2f}"
    return plain(f"  {one.asked} = {one.listed} ({told})")


def _where(match: Row) -> str:
    return " ".join(match.listing.countries) if isinstance(match, Match) else ""


def _when(match: Row, day: date) -> str:
    if isinstance(match, OrderMatch):
        events = match.order.events_until(day)
        since, until = (events[0].day if events else None), match.order.end_on(day)
    else:
        since, until = match.listing.since, match.listing.until
    return "\n".join(filter(None, (str(since or ""), f"to {until}" if until else "")))
