"""Cleared pairs at the terminal: the jobs behind ``navicert clear``, and their table."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from navicert.bootstrap import open_desk
from navicert.casework import clear_match, recorded_clearings
from navicert.casework.clear_match import Decision
from navicert.casework.lapsed import CHANGED, lapsed_on
from navicert.casework.law_lists import law_lists
from navicert.casework.ports import Desk, FeedFile, KeptClearing
from navicert.casework.screened_parties import parties
from navicert.entrypoints.cli import screen_match, screen_work, terminal
from navicert.entrypoints.cli.terminal import plain
from navicert.errors import UnreadableFile
from navicert.facts.clearing import ClearingScope
from navicert.facts.party import Party
from navicert.parties.lists.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Where:
    """Whose desk, and who decides there and why."""

    data_dir: Path | None
    by: str | None
    reason: str | None

    @property
    def officer(self) -> str:
        """Who decides: who was named, else the user of this machine."""
        if self.by is not None:
            return self.by
        try:
            return getpass.getuser()
        except (OSError, KeyError):
            raise UnreadableFile("--by: nobody is named who decides") from None

    def why(self) -> str:
        """Give the reason; nobody decides without one."""
        if self.reason is None:
            raise UnreadableFile("--reason: say why")
        return self.reason


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall be decided of a party."""

    match: str | None
    scope: str
    until: date | None
    watch: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A decision, whether it holds now, and why not where the list is what changed."""

    kept: KeptClearing
    holds: bool
    lapsed: str = ""


def party_of(name: str | None, country: str | None, birth_date: str | None) -> Party:
    """Read the party as ``navicert screen`` does."""
    details = screen_work.Details(country=country, birth_date=birth_date)
    return parties(screen_work.named(name, details))[0].party


def cleared(party: Party, wanted: Wanted, where: Where) -> Shown:
    """Keep a decision."""
    if wanted.match is None:
        raise UnreadableFile("--match: name the entry that it is not, as LIST:ENTRY")
    decision = Decision(
        party=party,
        match=wanted.match,
        reason=where.why(),
        by=where.officer,
        scope=ClearingScope(wanted.scope),
        until=wanted.until,
    )
    with terminal.busy("asking the lists ..."), open_desk(where.data_dir) as desk:
        files = tuple(FeedFile(at, desk.feed.fetch(at).content) for at in wanted.watch)
        return Shown(clear_match.clear_match(decision, files, desk), holds=True)


def revoked(number: int, where: Where) -> Shown:
    """Take a decision back."""
    with open_desk(where.data_dir) as desk:
        kept = clear_match.revoke(number, where.officer, where.why(), desk)
    return Shown(kept, holds=False)


def every(where: Where) -> tuple[Shown, ...]:
    """Give every decision, with whether it holds."""
    with terminal.busy("asking the lists ..."), open_desk(where.data_dir) as desk:
        decisions = desk.clearings.all()
        lists = (*law_lists(), *desk.snapshots.all_current()) if decisions else ()
        return tuple(_shown(one, lists, desk) for one in decisions)


def _shown(one: KeptClearing, lists: tuple[Snapshot, ...], desk: Desk) -> Shown:
    """Hold a decision that stands against the lists as they are now."""
    if not recorded_clearings.in_force(one, desk):
        return Shown(one, holds=False)
    lapsed = lapsed_on(one.clearing, lists)
    return Shown(one, holds=lapsed != CHANGED, lapsed=lapsed)


def document(found: tuple[Shown, ...]) -> dict[str, Any]:
    """Give decisions as a plain document."""
    return {"cleared": [_document(one) for one in found]}


def _document(one: Shown) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(one.kept)
    return told | {"holds": one.holds, "lapsed": one.lapsed}


def show(found: tuple[Shown, ...], console: Console) -> None:
    """Lay decisions out: who is not whom, how far, until when, by whose decision and why."""
    if not found:
        console.print(plain("no match was ever cleared here"))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("no.", justify="right")
    for head in ("party", "is not", "until", "by", "why"):
        table.add_column(head, overflow="fold")
    for one in found:
        table.add_row(*_row(one))
    console.print(table)


def _row(one: Shown) -> tuple[Any, ...]:
    clearing = one.kept.clearing
    about = ", ".join(filter(None, (clearing.country, clearing.birth_date)))
    scope = clearing.scope.value.replace("+", ", ").replace("_", " ")
    who = f"{clearing.name}{f' ({about})' if about else ''}\nby its {scope}"
    entry = clearing.entries[0]
    whom = f"{clearing.listed_name}\n{entry.list}:{screen_match.begin(entry.entry)}"
    return (
        plain(clearing.number),
        plain(who, "" if one.holds else "dim"),
        plain(whom, "" if one.holds else "dim"),
        plain(_until(one), "" if one.holds else "yellow"),
        plain(f"{clearing.by}\n{clearing.since}"),
        plain(_why(one.kept)),
    )


def _until(one: Shown) -> str:
    if one.kept.revoked_at is not None:
        return f"revoked {one.kept.revoked_at[:10]}"
    if one.lapsed:
        return f"{'' if one.holds else 'lapsed: '}{one.lapsed}"
    until = one.kept.clearing.until
    if until is None:
        return "it changes"
    return str(until) if one.holds else f"{until}, passed"


def _why(kept: KeptClearing) -> str:
    if kept.revoked_at is None:
        return kept.clearing.reason
    return f"{kept.clearing.reason}\nrevoked by {kept.revoked_by}: {kept.revoked_why}"
