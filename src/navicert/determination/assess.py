"""The door: ``assess(transaction, watch, law) -> Determination``; pure, without clock or store."""

from __future__ import annotations

from collections.abc import Iterator

from navicert import __version__
from navicert.determination.assumed import assumed, edition_of
from navicert.determination.conclude import conclude
from navicert.determination.overcome import Common
from navicert.determination.owners import with_holdings, with_owners
from navicert.determination.result import Determination, LawAsked, LineDetermination
from navicert.determination.steps import findings_for, inquiry_into
from navicert.facts.standing import Standing
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition, Law
from navicert.parties.clearings import entry_of
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms.outcome import Action, Outcome, gravest

DISCLAIMER = (
    "This is not legal advice. Coverage is data: what the shelf does not hold was not decided."
)
GRAVITY = (Action.RELEASE, Action.HOLD, Action.STOP)


def assess(transaction: Transaction, watch: Watch, law: Law) -> Determination:
    """Determine every line of an order on its day.

    The same transaction, watch and law give the same answer, byte for byte.
    """
    edition = edition_of(transaction, law)
    standings = tuple(_standings(transaction, watch, edition))
    inquiry = inquiry_into(transaction, standings, edition)
    common = Common(inquiry)
    lines = tuple(conclude(findings_for(inquiry, line), common) for line in transaction.lines)
    outcome = gravest(tuple(line.outcome for line in lines))
    action = max((line.action for line in lines), key=GRAVITY.index)
    return Determination(
        reference=transaction.reference,
        day=transaction.day,
        outcome=outcome,
        action=action,
        because=_because(lines, outcome, action),
        lines=lines,
        standings=standings,
        screening=_screening(transaction, watch, standings),
        lists=watch.asked,
        law=LawAsked(transaction.day, edition.digest, edition.coverages),
        notes=(DISCLAIMER, *assumed(transaction.affiliates_rule, edition), *_cleared(standings)),
        engine=f"navicert {__version__}",
    )


def _standings(transaction: Transaction, watch: Watch, edition: Edition) -> Iterator[Standing]:
    """Ask for every party and all who own it, and say what listed owners hold."""
    for party in transaction.parties:
        stakes, day = transaction.ownership, transaction.day
        standing = standing_of(with_owners(party, stakes, day), watch, day)
        yield with_holdings(standing, stakes, edition)


def _cleared(standings: tuple[Standing, ...]) -> Iterator[str]:
    """Say of every match that was cleared whom it is not, by whose decision, and why."""
    for standing in standings:
        for one in standing.cleared:
            decided = one.clearing
            where = entry_of(one.match)[0]
            until = f" until {decided.until}" if decided.until else ""
            yield (
                f"{standing.party.name} is not {one.match.listed_name!r} of {where} "
                f"({one.match.strength} name), as {decided.by} decided on {decided.since}{until}: "
                f"{decided.reason} (cleared pair {decided.number})"
            )


def _because(lines: tuple[LineDetermination, ...], outcome: Outcome, action: Action) -> str:
    """Give the sentence of the line that decides."""
    deciding = [line for line in lines if line.outcome is outcome]
    held = [line for line in deciding if line.action is action] or deciding
    prefix = f"line {held[0].number}: " if len(lines) > 1 else ""
    return prefix + held[0].because


def _screening(transaction: Transaction, watch: Watch, standings: tuple[Standing, ...]) -> str:
    if watch.asked:
        missing = dict.fromkeys(code for standing in standings for code in standing.unasked)
        told = f"parties were held against {len(watch.asked)} list(s)"
        return f"{told}; not asked: {', '.join(missing)}" if missing else told
    if transaction.screened_elsewhere:
        return f"screened elsewhere, as the order says: {transaction.screened_elsewhere}"
    return "no list was asked: the parties are unscreened"
