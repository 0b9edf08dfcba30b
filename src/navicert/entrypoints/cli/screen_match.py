"""One match of a screening as a row: how sure, which list, whom it names, and what that means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from rich.text import Text

from navicert.casework import law_lists
from navicert.casework.lapsed import Lapsed
from navicert.casework.met import Row, evidence_of
from navicert.entrypoints.cli.asked_lists import SHORT
from navicert.entrypoints.cli.terminal import cited, joined, plain
from navicert.facts.clearing import Clearing
from navicert.facts.evidence import Evidence, WordMatch
from navicert.facts.listing import NameKind
from navicert.facts.standing import Capacity, ListAsked, Match, OrderMatch
from navicert.terms.truth import Truth

_Met = Match | OrderMatch

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


def cells(row: Row, day: date, *, explain: bool) -> tuple[Text, ...]:
    """Give the cells of a match; of one that somebody cleared, why and until when."""
    style = "dim" if row.clearing else ""
    said = _decided(row, row.clearing) if row.clearing else _said(row, day, explain=explain)
    return (
        plain(f"{row.match.shown:.2f}", style or "bold"),
        _sure(row),
        plain(row.code.value, style),
        Text("\n").join(said),
        plain(_where(row.match), style),
        plain(_when(row.match, day), style),
    )


def _sure(row: Row) -> Text:
    """Name what makes a match sure: the same number, the same name; else it is near."""
    if row.clearing:
        return plain("cleared", "green")
    if isinstance(row.match, Match) and row.match.is_decided:
        return plain("number", "bold red")
    return plain("same", "bold red") if row.is_sure else plain("near", "yellow")


def _decided(row: Row, decided: Clearing) -> Iterator[Text]:
    """Say who cleared a match, why, and until when."""
    until = f"until {decided.until}" if decided.until else "until the entry or the party changes"
    yield _name(row.match)
    yield plain(f"cleared by {decided.by} on {decided.since}, {until} (no. {decided.number})")
    yield plain(decided.reason)
    yield _origin(row, explain=False)


def _said(row: Row, day: date, *, explain: bool) -> Iterator[Text]:
    match = row.match
    yield _name(match)
    if others := _others(match):
        yield plain(others, "dim")
    if meaning := _meaning(match, day, explain=explain):
        yield plain(meaning)
    if law_lists.UNVERIFIED in _remarks(match):
        yield plain(law_lists.UNVERIFIED, "bold yellow")
    yield from chain(map(_lapsed, row.lapsed), map(_evidence_line, evidence_of(match)))
    if explain:
        yield from (_word(one) for one in match.words)
        yield plain(match.how, "dim")
    yield _origin(row, explain=explain)


def _origin(row: Row, *, explain: bool) -> Text:
    """Name the entry, and every list that was asked and has it."""
    entry = row.entry if explain else begin(row.entry)
    return plain(f"{row.code}:{entry} in {'; in '.join(map(_list, row.lists))}", "dim")


def _list(one: ListAsked) -> str:
    looked = "as looked at on" if one.code in law_lists.codes() else "of"
    return f"{one.title} {looked} {one.as_of or 'no stated day'} ({one.digest[:SHORT]})"


def _lapsed(one: Lapsed) -> Text:
    decided = one.clearing
    told = f"cleared before by {decided.by} on {decided.since} (no. {decided.number}), no longer"
    return plain(f"{told}: {one.why}", "yellow")


def begin(entry: str) -> str:
    """Cut an entry that is a digest; 'navicert clear' takes how an entry begins."""
    return entry[:_DIGITS] if entry.isalnum() and len(entry) > 2 * _DIGITS else entry


def _name(match: _Met) -> Text:
    best = match.names[0] if match.names else None
    kind = _KINDS.get(best.kind, "") if best else "by its number"
    first = match.listing.name if isinstance(match, Match) else match.order.persons[0][0]
    of = f" of {first}" if kind and first != match.listed_name else ""
    told = [f"{kind}{of}"] if kind else []
    told += [_CAPACITIES[match.capacity]] if match.capacity in _CAPACITIES else []
    note = f"  ({'; '.join(told)})" if told else ""
    return joined(plain(match.listed_name, "bold"), plain(note, "cyan"))


def _others(match: _Met) -> str:
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


def _meaning(match: _Met, day: date, *, explain: bool) -> str:
    if isinstance(match, OrderMatch):
        order = match.order
        return f"denial order {order.state_on(day)}; {cited(order.citation_on(day))}"
    said = match.listing
    told = said.license_requirement or ", ".join(said.programs)
    what = f"license: {told}" if said.license_requirement else told or _remarks(match)
    what = what.removesuffix(law_lists.UNVERIFIED).removesuffix("; ")
    where = "; ".join(map(cited, said.citations if explain else said.citations[:2]))
    return "; ".join(filter(None, (what if explain else _short(what), _short(where))))


def _remarks(match: _Met) -> str:
    return match.listing.remarks if isinstance(match, Match) else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_TEXT else f"{line[:_MOST_TEXT]} ..."


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


def _where(match: _Met) -> str:
    return " ".join(match.listing.countries) if isinstance(match, Match) else ""


def _when(match: _Met, day: date) -> str:
    if isinstance(match, OrderMatch):
        events = match.order.events_until(day)
        since, until = (events[0].day if events else None), match.order.end_on(day)
    else:
        since, until = match.listing.since, match.listing.until
    return "\n".join(filter(None, (str(since or ""), f"to {until}" if until else "")))
