"""How far one prohibition reaches one purchase: company, kind of thing, money, day, and claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from navicert.facts.equipment import SERVICES, Equipment, Purchase, Relation, Tie, Use
from navicert.law.edition import Edition
from navicert.law.tables.procurement import Part, Procurement, Release, Scope
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.terms.truth import Truth, any_of, parse

CONTRACTOR = "contractor"


def under(part_id: str, purchase: Purchase, edition: Edition) -> tuple[Finding, ...]:
    """Give the finding of one part; nothing where the maker is surely none that it names."""
    law = edition.procurement()
    part = law.part(part_id)
    ties = [tie for tie in _ties(purchase, part) if tie.holds is not Truth.NO]
    cases = [_Case(part, law, purchase, tie, edition.day) for tie in ties]
    if not cases:
        return ()
    return (max(cases, key=lambda one: _GRAVITY[one.holds]).finding(),)


_GRAVITY: Mapping[Truth, int] = {Truth.NO: 0, Truth.UNKNOWN: 1, Truth.YES: 2}


def _ties(purchase: Purchase, part: Part) -> Iterator[Tie]:
    """Give the ties to companies of the part's list; to each of them where nobody knows the maker.

    What is known comes first, since the first of equals is told.
    """
    own = (one for one in purchase.maker.ties if one.list is part.list)
    yield from (one for one in own if one.listed in part.named)
    if purchase.maker.known:
        return
    how = "its brand leaves open who made it" if purchase.maker.ties else "nobody says who made it"
    for company in part.named:
        yield Tie(part.list, company, Relation.ITSELF, Truth.UNKNOWN, how)


@dataclass(frozen=True, slots=True)
class _Case:
    """One part against one purchase from one company."""

    part: Part
    law: Procurement
    purchase: Purchase
    tie: Tie
    today: date

    @property
    def thing(self) -> Equipment:
        """Give the thing."""
        return self.purchase.equipment

    @property
    def day(self) -> date:
        """Give the day that counts: of the purchase where buying alone is barred."""
        planned = self.thing.acquired or self.today
        return planned if self.part.acts == {"obtain"} else self.today

    @property
    def named(self) -> bool:
        """Tell whether something leads to the company, not only that nobody knows the maker."""
        return self.tie in self.purchase.maker.ties

    @property
    def in_force(self) -> Truth:
        """Tell whether the part reached the company on the day; not sure where none read it."""
        if not self.part.reaches(self.tie.listed, self.day):
            return Truth.NO
        return Truth.UNKNOWN if self.tie.listed in self.part.unverified else Truth.YES

    @property
    def meant(self) -> Truth:
        """Tell whether the kind of thing, for its purpose, is meant."""
        if self.part.whole_company:
            return Truth.YES
        scopes = self.law.scopes_of(self.part.list, self.tie.listed)
        return any_of(_category(self.thing, one) & _purpose(self.thing, one) for one in scopes)

    @property
    def paid(self) -> Truth:
        """Tell whether the money, or the user, is one that the part binds."""
        if self.part.user == CONTRACTOR:
            return self.thing.contractor
        if self.thing.funding is None:
            return Truth.UNKNOWN
        return parse(self.thing.funding.value in self.part.money)

    @property
    def release(self) -> Release | None:
        """Give what frees the thing, as the inventory claims it."""
        found = (r for r in self.law.releases_from(self.part.id) if _claims(self.thing, r))
        return next(found, None)

    @property
    def holds(self) -> Truth:
        """Tell whether the part bars it."""
        free = self.release
        freed = Truth.NO if free is None else Truth.YES if free.sure else Truth.UNKNOWN
        return self.tie.holds & self.in_force & self.meant & self.paid & ~freed

    def finding(self) -> Finding:
        """Give the finding."""
        return Finding(
            FindingKind.PROHIBITION,
            self.holds,
            "; ".join(filter(None, (self.part.citation, self._scope_cited()))),
            self.tie.how,
            label=self.part.id,
            reason=self.tie.listed if self.named else "",
            overcome_by="; ".join(r.gist for r in self.law.releases_from(self.part.id) if r.sure),
            agency="FCC" if self.part.list == "FCC" else "",
            plain=self._plain(),
            missing=tuple(self._missing()) if self.holds is Truth.UNKNOWN else (),
        )

    def _scope_cited(self) -> str:
        scopes = self.law.scopes_of(self.part.list, self.tie.listed)
        if not self.named or self.part.whole_company:
            return ""
        found = [s for s in scopes if _category(self.thing, s) is not Truth.NO]
        return found[0].citation if found else ""

    def _plain(self) -> str:
        since = self.part.named[self.tie.listed]
        if self.holds is Truth.NO:
            return self._why_not(since)
        sure = "" if self.holds is Truth.YES else "; may be barred, since facts are missing"
        company = self.tie.listed if self.named else "the companies that it names"
        return f"{self.part.gist}; for {company} since {since}{sure}"

    def _why_not(self, since: date) -> str:
        if self.meant is Truth.NO:
            return f"not barred: what {self.tie.listed} makes is not meant for this use"
        if self.release is not None:
            return f"not barred, as claimed: {self.release.gist} ({self.release.citation})"
        if self.in_force is Truth.NO:
            again = "" if self.today < since else "; it may not be bought again, nor extended"
            return f"not barred on {self.day}: for {self.tie.listed} since {since}{again}"
        who = "its user" if self.part.user else "the money that pays for it"
        return f"not barred: {who} is not bound by this part"

    def _missing(self) -> Iterator[MissingFact]:
        thing, cited = self.thing, self.part.citation
        if not self.named:
            yield MissingFact("manufacturer", f"Who made {thing.asset}?", cited)
        elif self.tie.holds is Truth.UNKNOWN:
            yield MissingFact("manufacturer", self.tie.question, cited)
        if self.in_force is Truth.UNKNOWN:
            question = f"Does the list name {self.tie.listed}? Nobody read the notice itself."
            yield MissingFact("list", question, cited)
        yield from self._unmeant()
        if self.paid is Truth.UNKNOWN and self.part.user:
            question = "Does its user hold, or seek, a contract with an executive agency?"
            yield MissingFact("contractor", question, cited)
        elif self.paid is Truth.UNKNOWN:
            yield MissingFact("funding", f"What money pays for {thing.asset}?", cited)
        if self.release is not None and not self.release.sure:
            question = (
                f"Is it off the Covered List, as {self.release.gist}? The law leaves it open."
            )
            yield MissingFact("routes_traffic", question, self.release.citation)

    def _unmeant(self) -> Iterator[MissingFact]:
        if self.meant is not Truth.UNKNOWN:
            return
        scopes = self.law.scopes_of(self.part.list, self.tie.listed)
        if any(_category(self.thing, one) is Truth.UNKNOWN for one in scopes):
            yield MissingFact("category", _of_what(self.thing), scopes[0].citation)
        if any(_purpose(self.thing, one) is Truth.UNKNOWN for one in scopes):
            question = (
                "Is it for public safety, security of government facilities, physical security "
                "surveillance of critical infrastructure or another national security purpose?"
            )
            yield MissingFact("purpose", question, scopes[0].citation)


def _category(thing: Equipment, scope: Scope) -> Truth:
    if thing.category is None or thing.category.value in scope.doubtful:
        return Truth.UNKNOWN
    return parse(thing.category.value in scope.categories)


def _purpose(thing: Equipment, scope: Scope) -> Truth:
    if not scope.purposes:
        return Truth.YES
    return Truth.UNKNOWN if thing.purpose is None else parse(thing.purpose.value in scope.purposes)


def _of_what(thing: Equipment) -> str:
    if thing.category is None:
        return "Is it telecommunications or video surveillance equipment or service?"
    return (
        f"The law leaves open whether {thing.category.value} of this maker is meant: does it also "
        "carry, route or record communications?"
    )


def _claims(thing: Equipment, release: Release) -> bool:
    """Tell whether the inventory claims what frees it; what it does not say is not claimed."""
    service = thing.category in SERVICES
    if release.claim == "third_party_connection":
        return service and thing.use not in {None, Use.OTHER}
    if release.claim == "no_routing_no_visibility":
        return thing.category is not None and not service and thing.routes_traffic is Truth.NO
    return thing.essential is Truth.NO
