"""Owners on the terminal: what a register holds, who stands above a party, and who is bound."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.table import Table

from navicert.casework.load_register import LoadedRegister
from navicert.casework.register_ports import RegisterLoad
from navicert.casework.rule_of_day import of_day
from navicert.casework.show_owners import Bearing, OwnersShown
from navicert.entrypoints.cli.terminal import plain
from navicert.facts.ownership import EntityMatched, between, points, written
from navicert.facts.standing import OwnershipRule
from navicert.parties.ownership.change import Change
from navicert.parties.ownership.interest import NOT_THE_TEST
from navicert.parties.ownership.shares import Graph
from navicert.terms.truth import Truth

FLAGS, OWNERS, MOST_STAKES = 10, 10, 40
_SHORT = frozenset({"as of", "entities", "stakes", "flags", "loaded", "percent"})
NONE = "No register of owners is loaded. Load one: navicert ownership load FILE"
RULES = {
    OwnershipRule.BLOCKED: "OFAC 50 percent rule",
    OwnershipRule.AFFILIATES: "BIS Affiliates rule",
    None: "50 percent rule, owners as named",
}
WORDS = {
    Truth.YES: ("bound", "bold red"),
    Truth.UNKNOWN: ("open: a share is not known", "bold yellow"),
    Truth.NO: ("not bound", "bold green"),
}


def show_loaded(loaded: LoadedRegister, console: Console) -> None:
    """Say what a file holds, what is odd in it, and whether it is in force now."""
    found, load = loaded.register, loaded.load
    told = "loaded" if loaded.in_force else "not loaded, as asked; it would be accepted"
    console.print(plain(f"{load.title}: {told}", "bold"))
    console.print(plain(f"form     {load.form}"))
    console.print(plain(f"as of    {load.as_of or 'not stated: give it with --as-of'}"))
    console.print(plain(f"holds    {load.entities:,} entities, {load.stakes:,} stakes"))
    if loaded.previous:
        console.print(plain(f"before   {loaded.previous.stakes:,} stakes"))
    for what, count in found.left_out:
        console.print(plain(f"left out {count:,} {what}"))
    console.print(plain(f"digest   {load.digest}"))
    for flag in found.flags[:FLAGS]:
        console.print(plain(f"flag     {flag}", "yellow"))
    if found.flagged > FLAGS:
        console.print(plain(f"         {found.flagged - FLAGS:,} more flags: --json", "yellow"))


def show_loads(loads: tuple[RegisterLoad, ...], console: Console) -> None:
    """Lay out the registers in force."""
    if not loads:
        console.print(plain(NONE, "yellow"))
        return
    table = _table("register", "as of", "entities", "stakes", "flags", "loaded")
    for one in loads:
        table.add_row(
            plain(one.title),
            plain(one.as_of or "?"),
            plain(f"{one.entities:,}"),
            plain(f"{one.stakes:,}"),
            plain(f"{one.flagged:,}"),
            plain(one.loaded_at[:16].replace("T", " ")),
        )
    console.print(table)
    for one in loads:
        console.print(plain(f"{one.title}: {one.form}, digest {one.digest[:12]}", "dim"))


def _table(*heads: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in heads:
        table.add_column(head, overflow="fold", no_wrap=head in _SHORT)
    return table


def show_owners(found: OwnersShown, console: Console) -> None:
    """Say what listed owners hold of a party, the proof, and all that stands above it."""
    console.print(plain(f"{found.party.name}, on {found.day}", "bold"))
    for register in found.registers:
        for match in register.matched:
            console.print(plain(f"{register.title}: {_matched(match)}"))
    for bearing in found.bearings:
        _show_bearing(bearing, found.graph, console)
    if not found.bearings:
        console.print(plain("no owner above it was found on a list that binds", "bold green"))
    for met in found.matches:
        console.print(plain(f"listed   {met.name}: {met.how}"))
    _show_stakes(found, console)
    _show_interests(found, console)
    for node in found.graph.over():
        told = f"the owners of {found.graph.name(node)} hold more than the whole together"
        console.print(plain(told, "yellow"))
    for note in found.notes:
        console.print(plain(note, "yellow"))
    for doubt in found.doubts:
        console.print(plain(doubt, "bold yellow"))


def _matched(match: EntityMatched) -> str:
    sure = "" if match.sure else ", perhaps: it is not sure which entity this party is"
    where = f" ({match.country})" if match.country else ""
    return f"{match.name}{where}, {match.entity}, by {match.by}{sure}"


def _show_bearing(one: Bearing, graph: Graph, console: Console) -> None:
    word, style = WORDS[one.binds]
    if one.binds is not Truth.NO:
        style = style if one.in_force is Truth.YES else "bold yellow"
        word = of_day(word, one.in_force)
    held = between(Decimal(one.certain), Decimal(one.possible))
    told = f"{RULES[one.rule]}: {word}; {held} percent held by bound owners"
    console.print(plain(told, style))
    if one.law:
        console.print(plain(f"  {one.law}"))
    if one.proof:
        for share in one.proof.shares:
            said = between(share.low, share.high)
            source = "; ".join(str(stake.source) for stake in share.stakes[:3])
            ends = f"{graph.name(share.owner)} -> {graph.name(share.owned)}"
            console.print(plain(f"  {ends}: {said} percent [{source}]"))
        if not one.proof.is_minimal:
            console.print(plain("  more than is needed: too many stakes to try each", "dim"))
    _show_changes(one, graph, console)


def _show_changes(one: Bearing, graph: Graph, console: Console) -> None:
    freed = one.binds is Truth.YES
    verb, state = ("free", "free") if freed else ("bind", "bound")
    if one.change:
        bound = "smallest change" if one.change.is_smallest else "change (perhaps not the smallest)"
        end = "low" if freed else "upper"
        if_so = f", and does if its shares are at their {end} ends" if one.sure else ""
        may = "could" if one.sure else "would"
        _show_change(f"the {bound} that {may} {verb} it{if_so}", one.change, (graph, console))
    if one.sure:
        _show_change(f"to be surely {state}", one.sure, (graph, console))


def _show_change(head: str, change: Change, where: tuple[Graph, Console]) -> None:
    graph, console = where
    most = "up to " if change.at_most else ""
    console.print(plain(f"  {head}: {most}{points(change.total)} percentage points"))
    for step in change.steps:
        ends = f"{graph.name(step.owner)} in {graph.name(step.owned)}"
        console.print(plain(f"    {ends}: {written(step.before)} to {written(step.after)} percent"))


def _show_stakes(found: OwnersShown, console: Console) -> None:
    if not found.stakes:
        return
    table = _table("owner", "of", "share", "source")
    for stake in found.stakes[:MOST_STAKES]:
        days = " ".join(
            f"{word} {day}" for word, day in (("from", stake.since), ("to", stake.until)) if day
        )
        share = f"{stake.said} {days}".strip()
        table.add_row(*map(plain, (stake.owner, stake.owned, share, stake.source)))
    console.print(table)
    if len(found.stakes) > MOST_STAKES:
        more = len(found.stakes) - MOST_STAKES
        console.print(plain(f"{more:,} more stakes: --json", "dim"))


def _show_interests(found: OwnersShown, console: Console) -> None:
    owners, words = found.interests.found, found.interests.left_out
    if not owners and not words:
        return
    console.print(plain(NOT_THE_TEST, "dim"))
    for one in owners[:OWNERS]:
        share = between(one.least, one.most)
        console.print(plain(f"  {found.graph.name(one.owner)}: {share} percent", "dim"))
    if len(owners) > OWNERS:
        console.print(plain(f"  {len(owners) - OWNERS:,} more owners: --json", "dim"))
    for word in words:
        console.print(plain(f"  {word}", "yellow"))


def loaded_document(loaded: LoadedRegister) -> dict[str, Any]:
    """Give what was loaded as a document, with every flag that is kept in words."""
    return load_document(loaded.load) | {
        "in_force": loaded.in_force,
        "replaces": loaded.previous.digest if loaded.previous else None,
        "left_out": dict(loaded.register.left_out),
        "flags": [str(flag) for flag in loaded.register.flags],
    }


def load_document(one: RegisterLoad) -> dict[str, Any]:
    """Give a load of a register as a document."""
    return asdict(one) | {"as_of": None if one.as_of is None else one.as_of.isoformat()}
