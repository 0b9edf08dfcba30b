"""General Prohibition Four: acts that an order denying export privileges bars (Supp. 1 to 764).

An order binds every person everywhere, reaches EAR99 and software, and knows no license
exception. It does not flow through ownership, but it does reach those who act on behalf.
"""

from __future__ import annotations

from dataclasses import dataclass

from navicert.errors import LawNotCovered
from navicert.facts.denial_order import Authorization, OrderState
from navicert.facts.item import Item
from navicert.facts.standing import Capacity, OrderMatch, Standing, Strength
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.law.tables.denial_terms import Clause
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth, all_of, parse

CITATION = "15 CFR 736.2(b)(4)"


@dataclass(frozen=True, slots=True)
class Act:
    """One act with one item, as the clauses look at it; ``subject`` is the answer of scope."""

    transaction: Transaction
    item: Item
    subject: Truth


@cites("15 CFR 736.2(b)(4)", "15 CFR 764.2(k)", "15 CFR Supp. 1 to 764")
def denial(standing: Standing, act: Act, edition: Edition) -> tuple[Finding, ...]:
    """Nobody may do what an active denial order bars, and no license exception helps."""
    active = (
        match
        for match in standing.orders
        if match.order.state_on(edition.day) is OrderState.ACTIVE
        and match.capacity is not Capacity.OWNED_BY
    )
    return tuple(finding for match in active for finding in _under(match, standing, act, edition))


@cites("15 CFR 766.17(c)", "15 CFR 766.18(c)")
def suspended_denial(standing: Standing, edition: Edition) -> tuple[Finding, ...]:
    """A suspended denial order bars nothing today, and can be activated."""
    return tuple(
        Finding(
            FindingKind.NOTE,
            Truth.YES,
            match.order.citation_on(edition.day) or "15 CFR 766.18(c)",
            f"{match.how}; suspended, not active on {edition.day}",
            label="SUSPENDED",
            plain=f"{standing.party.name} is named in a denial order that is suspended, not active "
            f"({match.order.citation_on(edition.day)})",
        )
        for match in standing.orders
        if match.order.state_on(edition.day) is OrderState.SUSPENDED
        and match.capacity is not Capacity.OWNED_BY
    )


@cites("15 CFR 766.23", "15 CFR Supp. 3 to 732")
def owned_by_denied(standing: Standing, edition: Edition) -> tuple[Finding, ...]:
    """A denial order does not flow through ownership, yet who deals for whom must be cleared up."""
    return tuple(
        Finding(
            FindingKind.RED_FLAG,
            Truth.YES,
            "15 CFR 766.23; Supp. 3 to 732",
            f"{standing.party.name} is owned by a denied person: {match.how}",
            overcome_by="establish that it does not act on behalf of the denied person; record why",
            plain=f"{standing.party.name} is owned by {match.name}, a denied person; does it act "
            "on its behalf?",
        )
        for match in standing.orders
        if match.capacity is Capacity.OWNED_BY
        and match.order.state_on(edition.day) is OrderState.ACTIVE
    )


def _under(
    match: OrderMatch, standing: Standing, act: Act, edition: Edition
) -> tuple[Finding, ...]:
    try:
        clauses = edition.denial_clauses()
    except LawNotCovered as gap:
        return (_terms_not_covered(match, gap),)
    relation = _relation(standing, act.transaction)
    holding = [(clause, _holds(clause, relation, act)) for clause in clauses]
    barred = [pair for pair in holding if pair[1] is not Truth.NO]
    if not barred:
        return ()
    clause, holds = max(barred, key=lambda pair: (pair[1] is Truth.YES, not pair[0].general))
    if not _sure(match):
        holds = Truth.UNKNOWN
    return (_Barred(match, standing, act, clause, holds).finding(edition),)


@dataclass(frozen=True, slots=True)
class _Barred:
    """An act that a clause bars, or may bar, under an order that names a party."""

    match: OrderMatch
    standing: Standing
    act: Act
    clause: Clause
    holds: Truth

    def finding(self, edition: Edition) -> Finding:
        """Give the finding; an authorization that covers the act lets it through."""
        permit = _permit(self.match, self.act, edition)
        order = self.match.order.citation_on(edition.day)
        end = self.match.order.end_on(edition.day)
        until = f", until {end} as it states" if end else ""
        bound = f"{self.standing.party.name} is under an active denial order ({order}{until})"
        if permit is not None:
            said = f"{bound}, but authorized until {permit.until}: {permit.note or permit.citation}"
            holds, citation = Truth.NO, permit.citation
        else:
            said, holds, citation = f"{bound}: {self.clause.gist}", self.holds, self.clause.citation
        return Finding(
            FindingKind.PROHIBITION,
            holds,
            f"{citation}; {order}",
            self.match.how,
            label=self.clause.id,
            general_prohibition=4,
            allows_exceptions=frozenset(),
            overcome_by=ONLY_AUTHORIZED,
            plain=said,
            missing=self._missing() if holds is Truth.UNKNOWN else (),
        )

    def _missing(self) -> tuple[MissingFact, ...]:
        return (*_doubts(self.match), *_unstated(self.act, self.clause))


ONLY_AUTHORIZED = "only an authorization of BIS under 764.3(a)(2); no license exception"


def _terms_not_covered(match: OrderMatch, gap: LawNotCovered) -> Finding:
    question = f"{gap}: which acts does the order {match.order.reference} bar?"
    return Finding(
        FindingKind.PROHIBITION,
        Truth.UNKNOWN,
        CITATION,
        match.how,
        general_prohibition=4,
        allows_exceptions=frozenset(),
        overcome_by=ONLY_AUTHORIZED,
        missing=(MissingFact("parties", question, CITATION),),
    )


def _relation(standing: Standing, transaction: Transaction) -> frozenset[str]:
    """Give the relations of the denied party to the act: own, to, from, owned_by."""
    party = standing.party
    acts = transaction.actor == party.name or (
        not transaction.actor and PartyRole.APPLICANT in party.roles
    )
    if acts:
        return frozenset({"own"})
    owns = transaction.owner == party.name
    return frozenset({"to", "from"}) | ({"owned_by"} if owns else frozenset())


def _holds(clause: Clause, relation: frozenset[str], act: Act) -> Truth:
    """Tell whether a clause bars the act; unknown when a fact that it asks for was not stated."""
    if clause.relation not in relation or act.transaction.activity not in clause.activities:
        return Truth.NO
    return all_of((_items(clause, act), _place(clause, act), _known(clause, act)))


def _items(clause: Clause, act: Act) -> Truth:
    if clause.items == "any":
        return Truth.YES
    if clause.items == "subject":
        return act.subject
    reached = act.subject & _exported_from_us(act)
    if clause.or_service_uses:
        return reached | act.transaction.service_uses_us_items
    return reached


def _exported_from_us(act: Act) -> Truth:
    """Whether the item has been or will be exported from the United States."""
    said = act.item.exported_from_us
    if said is Truth.UNKNOWN and act.transaction.exported_from == "US":
        return Truth.YES
    return said


def _place(clause: Clause, act: Act) -> Truth:
    if not clause.located_in:
        return Truth.YES
    place = act.transaction.located_in or act.item.located_in
    return Truth.UNKNOWN if place is None else parse(place == clause.located_in)


def _known(clause: Clause, act: Act) -> Truth:
    return act.transaction.knowledge.will_be_exported if clause.knowledge else Truth.YES


def _permit(match: OrderMatch, act: Act, edition: Edition) -> Authorization | None:
    """Give the authorization in force that covers the act, its purpose and its destination."""
    transaction = act.transaction
    return next(
        (
            permit
            for permit in match.order.authorizations_on(edition.day)
            if (not permit.activities or transaction.activity in permit.activities)
            and (not permit.purposes or transaction.end_use.purpose in permit.purposes)
            and not _excluded(permit, transaction, edition)
        ),
        None,
    )


def _excluded(permit: Authorization, transaction: Transaction, edition: Edition) -> bool:
    """Whether the destination, or a party's country, lies in a group that stays barred."""
    countries = {transaction.destination.country}
    countries |= {party.address.country for party in transaction.parties if party.address.country}
    return any(edition.in_group(code, permit.excluded_groups) for code in sorted(countries))


def _sure(match: OrderMatch) -> bool:
    """Whether name and terms are certain; terms of its own must be read by a person."""
    return match.strength is Strength.SAME and match.order.standard_terms is True


def _doubts(match: OrderMatch) -> tuple[MissingFact, ...]:
    """Name what keeps the match itself from being certain."""
    asked: list[MissingFact] = []
    if match.strength is not Strength.SAME:
        question = (
            f"Is {match.name!r} the denied person {match.listed_name!r}? Record why or why not."
        )
        asked.append(MissingFact("parties", question, CITATION))
    if match.order.standard_terms is not True:
        question = f"The order {match.order.reference} has terms of its own: does it bar this act?"
        asked.append(MissingFact("parties", question, CITATION))
    return tuple(asked)


def _unstated(act: Act, clause: Clause) -> tuple[MissingFact, ...]:
    asked: list[MissingFact] = []
    if _items(clause, act) is Truth.UNKNOWN:
        question = "Is the item subject to the EAR, and was it or will it be exported from the US?"
        asked.append(MissingFact("exported_from_us", question, clause.citation))
        if clause.or_service_uses:
            question = "Does the service use any item exported from the United States?"
            asked.append(MissingFact("service_uses_us_items", question, clause.citation))
    if _place(clause, act) is Truth.UNKNOWN:
        asked.append(MissingFact("located_in", "Where is the item now?", clause.citation))
    if _known(clause, act) is Truth.UNKNOWN:
        question = "Do you know, or have reason to know, that it will be exported?"
        asked.append(MissingFact("knowledge.will_be_exported", question, clause.citation))
    return tuple(asked)
