"""Clear a match: an officer decides that a party is not the listed one, and says why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from navicert.casework import recorded_clearings
from navicert.casework.ports import Desk, FeedFile, KeptClearing
from navicert.casework.watch_lists import watch_lists
from navicert.errors import UnreadableFile
from navicert.facts.clearing import ClearedEntry, Clearing, ClearingScope
from navicert.facts.party import Party
from navicert.facts.standing import Match, OrderMatch
from navicert.parties.clearings import Clearings, about, digest_of, entry_of
from navicert.parties.lists import denial
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms import list_code
from navicert.terms.list_code import ListCode

LEAST = 0.3
"""The least score of a match that one may want to clear: that of a screening."""

_SHORTEST = 6
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Decision:
    """Which party is not which entry (``EL:1234``), how far that goes, why, and by whom."""

    party: Party
    match: str
    reason: str
    by: str
    scope: ClearingScope = ClearingScope.PARTY
    until: date | None = None


def clear_match(decision: Decision, files: tuple[FeedFile, ...], desk: Desk) -> KeptClearing:
    """Keep a decision and put it on record.

    Raises:
        InputError: the party does not meet such an entry, a number decides the match, or the
            decision says too little.
        StateUnusable: the data directory cannot be written.
        RecordAltered: the log is not what was signed.
    """
    _check(decision, desk.clock.today())
    watch = watch_lists(desk, files).watch
    found = _met(decision, watch, desk.clock.today())
    clearing = _clearing(decision, found, desk.clock.today())
    with desk.at_once():
        kept = desk.clearings.keep(clearing)
        recorded_clearings.record(kept, desk)
    return kept


def revoke(number: int, by: str, why: str, desk: Desk) -> KeptClearing:
    """Take a decision back; UnreadableFile when none that stands has this number."""
    with desk.at_once():
        kept = desk.clearings.revoke(number, by, why)
        if kept is None:
            message = f"cleared pair {number}: none that stands; see 'navicert clear --list'"
            raise UnreadableFile(message)
        recorded_clearings.record(kept, desk)
    return kept


def _check(decision: Decision, today: date) -> None:
    if not any(map(str.isalpha, decision.reason)):
        raise UnreadableFile(f"--reason: {decision.reason[:40]!r} does not say why it is not them")
    if not decision.by.strip():
        raise UnreadableFile("--by: nobody is named who decided it")
    if decision.until is not None and decision.until < today:
        raise UnreadableFile(f"--until: {decision.until} has passed: name a day that is to come")


def _met(decision: Decision, watch: Watch, today: date) -> tuple[Match | OrderMatch, ...]:
    """Find the matches of the entry; of a denied person, the order behind the row too."""
    code, entry = _named(decision.match)
    party = decision.party
    standing = standing_of(party, _uncleared(watch), today, LEAST)
    both: tuple[Match | OrderMatch, ...] = (*standing.matches, *standing.orders)
    entries = {entry_of(one)[1] for one in both if entry_of(one)[0] is code}
    chosen = _chosen(entry, entries)
    if chosen is None:
        raise UnreadableFile(_unmet(decision, both))
    found = [one for one in both if entry_of(one) == (code, chosen)]
    behind = {
        denial.order_of(one.listing).reference
        for one in found
        if isinstance(one, Match) and code is ListCode.DPL
    }
    found += [one for one in standing.orders if one.order.reference in behind - {chosen}]
    if any(isinstance(one, Match) and one.is_decided for one in found):
        message = (
            f"{party.name!r} has a number of {decision.match}, which decides whatever the names "
            "are: if the number is wrong, mend it where it stands"
        )
        raise UnreadableFile(message)
    return tuple(found)


def _uncleared(watch: Watch) -> Watch:
    return replace(watch, clearings=Clearings())


def _named(match: str) -> tuple[ListCode, str]:
    code, colon, entry = match.partition(":")
    if not colon or not entry.strip() or not list_code.is_valid(code):
        message = (
            f"--match: {match[:80]!r} is no entry of a list: write the list and the entry as "
            "'navicert screen' prints them, such as EL:1a2b3c4d"
        )
        raise UnreadableFile(message)
    return list_code.parse(code), entry.strip()


def _chosen(entry: str, entries: set[str]) -> str | None:
    """Find the entry, or the only one that begins so."""
    if entry in entries:
        return entry
    begin = [one for one in entries if one.startswith(entry)]
    return begin[0] if len(begin) == 1 and len(entry) >= _SHORTEST else None


def _unmet(decision: Decision, both: tuple[Match | OrderMatch, ...]) -> str:
    met = dict.fromkeys(":".join(entry_of(one)) for one in both)
    told = ", ".join([*met][:_MOST_NAMED]) or "nobody"
    return f"--match: {decision.party.name!r} does not meet {decision.match[:80]}; it meets {told}"


def _clearing(decision: Decision, found: tuple[Match | OrderMatch, ...], today: date) -> Clearing:
    country, born = about(decision.party, found[0].capacity)
    entries = tuple(dict.fromkeys(map(_entry, found)))
    return Clearing(
        number=0,
        name=decision.party.name,
        scope=decision.scope,
        entries=entries,
        listed_name=found[0].listed_name,
        reason=decision.reason.strip(),
        by=decision.by.strip(),
        since=today,
        until=decision.until,
        country=country,
        birth_date=born,
    )


def _entry(match: Match | OrderMatch) -> ClearedEntry:
    said = match.order if isinstance(match, OrderMatch) else match.listing
    return ClearedEntry(*entry_of(match), digest_of(said))
