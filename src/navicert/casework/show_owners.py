"""Who owns a party, what listed owners hold of it together, and the proof of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from navicert.casework.load_register import loads
from navicert.casework.ports import Desk
from navicert.casework.registers_asked import asked
from navicert.casework.rule_of_day import rule_of_day
from navicert.casework.watch_lists import WatchLists, not_of_the_day, watch_lists
from navicert.determination.assumed import assumed, assuming
from navicert.determination.owners import questions, with_owners
from navicert.errors import UnreadableFile
from navicert.facts.ownership import RegisterAsked, Stake, key
from navicert.facts.party import Party
from navicert.facts.standing import (
    Capacity,
    ListAsked,
    Match,
    OrderMatch,
    OwnershipRule,
    Standing,
)
from navicert.facts.transaction import AssumedRule
from navicert.law.edition import Edition, Law
from navicert.parties.ownership.change import Change, changed, to_bind, to_free
from navicert.parties.ownership.interest import Interests, interests_in
from navicert.parties.ownership.majority import Question, bound_in
from navicert.parties.ownership.proof import Proof, proof_of
from navicert.parties.ownership.shares import Graph, graph_of
from navicert.parties.standing import standing_of
from navicert.terms.truth import Truth


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose owners, on which day, and as was known when; ``owners`` are taken for listed.

    ``rule`` is what the Affiliates rule is assumed to be where nobody verified it.
    """

    party: Party
    on: date | None = None
    known: datetime | None = None
    owners: tuple[str, ...] = ()
    rule: AssumedRule | None = None


@dataclass(frozen=True, slots=True)
class Bearing:
    """What one rule makes of the shares: bound, not bound, or open; and the proof.

    ``rule`` is None where the listed owners were named by hand. ``certain`` and ``possible`` are
    what they hold, at least and at most, in percent. ``change`` is the smallest that would turn
    it around: what they would have to sell where they bind, or to gain where they do not.
    ``sure`` is the one that does so whatever the shares are that are not known exactly; None
    where ``change`` does.
    ``law`` says of the Affiliates rule whether it is on, stayed or unknown on the day, and
    ``in_force`` whether what ``binds`` says has an effect then.
    """

    rule: OwnershipRule | None
    binds: Truth
    certain: str
    possible: str
    owners: tuple[str, ...]
    proof: Proof | None
    change: Change | None
    law: str = ""
    in_force: Truth = Truth.YES
    sure: Change | None = None

    @property
    def effect(self) -> Truth:
        """Whether it binds on the day: by its shares, and by a rule that is in force."""
        return self.binds & self.in_force


@dataclass(frozen=True, slots=True)
class OwnersShown:
    """The answer: who stands above a party, who of them is listed, and what follows."""

    party: Party
    day: date
    registers: tuple[RegisterAsked, ...]
    lists: tuple[ListAsked, ...]
    stakes: tuple[Stake, ...]
    matches: tuple[Match | OrderMatch, ...]
    bearings: tuple[Bearing, ...]
    interests: Interests
    graph: Graph
    doubts: tuple[str, ...]
    notes: tuple[str, ...] = ()


def show_owners(asking: Asking, law: Law, desk: Desk) -> OwnersShown:
    """Ask every register in force for a party.

    Raises:
        InputError: no register is loaded, or none knows the party.
    """
    day = asking.on or desk.clock.today()
    if not loads(desk, asking.known):
        raise UnreadableFile("no register of owners is loaded: navicert ownership load FILE")
    found = asked((asking.party,), (), day, (desk, asking.known))
    if not found.doubts and not any(one.matched for one in found.asked):
        message = f"{asking.party.name!r} stands in no register that is loaded: write the name as "
        raise UnreadableFile(message + "a register does, or give a number of it with --id")
    lists = watch_lists(desk, (), None, asking.known)
    standing = standing_of(with_owners(asking.party, found.stakes, day), lists.watch, day)
    edition = assuming(law.open_at(day), asking.rule)
    graph = graph_of(found.stakes, day)
    owned = tuple(one for one in standing.matches if one.capacity is Capacity.OWNED_BY)
    orders = tuple(one for one in standing.orders if one.capacity is Capacity.OWNED_BY)
    rules = [
        _bearing(rule, pair, (graph, asking.party), edition)
        for rule, pair in _pairs(replace(standing, matches=owned), asking, edition)
    ]
    return OwnersShown(
        party=asking.party,
        day=day,
        registers=found.asked,
        lists=lists.watch.asked,
        stakes=tuple(one for one in found.stakes if one.holds_on(day)),
        matches=(*owned, *orders),
        bearings=tuple(rules),
        interests=interests_in(graph, key(asking.party.name)),
        graph=graph,
        doubts=(*found.doubts, *lists.doubts, *_unasked(standing, lists, day, asking)),
        notes=tuple(assumed(asking.rule, edition)),
    )


def _unasked(standing: Standing, lists: WatchLists, day: date, asking: Asking) -> Iterator[str]:
    """Say why it proves nothing that no owner was found on a list; named ones need none."""
    if asking.owners:
        return
    if standing.unasked:
        missing = ", ".join(standing.unasked)
        yield f"not asked, so that nobody knows whether an owner is listed there: {missing}"
    for name in standing.nameless:
        yield f"{name!r} has nothing to compare: nobody knows whether this owner is listed"
    yield from not_of_the_day(lists.watch.asked, day, "question")


_Pair = tuple[Question, Question]


def _pairs(
    standing: Standing, asking: Asking, edition: Edition
) -> Iterator[tuple[OwnershipRule | None, _Pair]]:
    """Give what is asked under each rule: who binds for certain, and who may."""
    if asking.owners:
        certain = Question(asking.owners, edition.part_744().majority)
        yield None, (certain, replace(certain, at_most=True))
        return
    asked_of = iter(questions(standing, edition))
    for (rule, certain), (_, possible) in zip(asked_of, asked_of, strict=True):
        yield rule, (certain, possible)


def _bearing(
    rule: OwnershipRule | None, pair: _Pair, of: tuple[Graph, Party], edition: Edition
) -> Bearing:
    (certain, possible), (graph, party) = pair, of
    node = key(party.name)
    least, most = bound_in(graph, certain), bound_in(graph, possible)
    is_bound, may_be = node in least.bound, node in most.bound
    change = sure = None
    if is_bound:
        change = _turning(to_free(graph, node, certain), (graph, node), certain)
        sure = _turning(to_free(graph, node, possible), (graph, node), possible)
    elif not may_be:
        change = _turning(to_bind(graph, node, possible), (graph, node), possible)
        sure = _turning(to_bind(graph, node, certain), (graph, node), certain)
    told = rule_of_day(rule, edition)
    return Bearing(
        rule=rule,
        binds=Truth.YES if is_bound else Truth.UNKNOWN if may_be else Truth.NO,
        certain=str(least.of(node)),
        possible=str(most.of(node)),
        owners=possible.listed,
        proof=proof_of(graph, node, certain if is_bound else possible),
        change=change,
        sure=sure if sure is None or change is None or sure.steps != change.steps else None,
        law=told.said,
        in_force=told.in_force,
    )


def _turning(change: Change | None, of: tuple[Graph, str], question: Question) -> Change | None:
    """Give a change only if the fixed point, run again after it, has turned around."""
    graph, node = of
    listed = sorted(graph.called(question.listed))
    if change is None or not listed:
        return None
    before = node in bound_in(graph, question).bound
    after = node in bound_in(changed(graph, change, listed[0]), question).bound
    return None if before == after else change
