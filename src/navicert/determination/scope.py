"""Steps 1 to 6 of part 732: whose jurisdiction, and whether the item is subject to the EAR."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from navicert.facts.item import Item
from navicert.facts.standing import Standing
from navicert.facts.transaction import Transaction
from navicert.rules.alike import Alike
from navicert.rules.cites import Rules
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.matter import Matter
from navicert.rules.scope import access, activities, direct_product, excluded, subject
from navicert.rules.silence import Silence
from navicert.terms.truth import Truth, any_of


class Scope(msgspec.Struct, frozen=True):
    """What takes the item out of the EAR, what brings it in, and what is no export at all.

    ``findings`` are all, in the order of the steps; ``subject`` is whether the item is subject:
    an exclusion decides, then any one ground. ``is_no_export`` tells that the act is surely none
    to which a license requirement attaches, ``passes_through`` that the item surely needs no
    license on its way through the United States.
    """

    findings: tuple[Finding, ...]
    subject: Truth
    is_no_export: bool = False
    passes_through: bool = False


EXCLUSIONS: Rules = frozenset({excluded.of_another_agency, excluded.excluded, excluded.published})
"""What takes an item out of the EAR: of most items none of them finds anything."""

ACTS: Rules = frozenset(
    {
        activities.launch,
        activities.within_the_united_states,
        activities.release,
        activities.end_to_end_encrypted,
        activities.transfer,
        activities.in_transit,
        activities.deemed_reexport,
        access.access_information,
    }
)
"""Acts that may be no export, rule by rule: of most orders none of them finds anything."""


SELDOM: Rules = EXCLUSIONS | ACTS | {subject.foreign_made, direct_product.direct_product}
"""All but where the item is and where it was made: of most lines none of them finds anything."""
KEPT = 1 << 10
"""How many places are remembered."""


def scope_of(
    matter: Matter,
    standings: tuple[Standing, ...],
    content: tuple[Finding, ...],
    silence: Silence,
) -> Scope:
    """Walk the steps; ``content`` is what a bill of materials comes to, if there is one."""
    if not content and silence.has_all(SELDOM):
        return _by_place(_place(matter.transaction, matter.item))
    ask = silence.ask
    item, transaction = matter.item, matter.transaction
    exclusions = () if silence.has_all(EXCLUSIONS) else _exclusions(matter, silence)
    grounds = (
        *ask(subject.in_the_united_states, transaction, item),
        *ask(subject.of_us_origin, item),
        *(content or ask(subject.foreign_made, matter)),
        *ask(direct_product.direct_product, matter, standings),
    )
    return _put_together(
        exclusions, grounds, () if silence.has_all(ACTS) else _acts(matter, silence)
    )


def _put_together(
    exclusions: tuple[Finding, ...], grounds: tuple[Finding, ...], acts: tuple[Finding, ...]
) -> Scope:
    """Acts matter only for what is subject."""
    whether = _is_subject(exclusions, grounds)
    told = () if whether is Truth.NO else acts
    sure = frozenset([one.label for one in acts if one.holds is Truth.YES])
    return Scope(
        findings=(*exclusions, *grounds, *told),
        subject=whether,
        is_no_export=activities.NOT_AN_EXPORT in sure,
        passes_through=activities.IN_TRANSIT in sure,
    )


def _place(deal: Transaction, item: Item) -> Alike[tuple[Transaction, Item]]:
    """Name where an item is, comes by, and was made."""
    here = (deal.exported_from, deal.located_in, deal.route)
    return Alike.of((*here, item.located_in, item.origin), (deal, item))


@lru_cache(maxsize=KEPT)
def _by_place(place: Alike[tuple[Transaction, Item]]) -> Scope:
    """Tell of an item that nothing but its place and its origin makes subject."""
    transaction, item = place.opened()
    grounds = (
        *subject.in_the_united_states(transaction, item),
        *subject.of_us_origin(item),
    )
    return _put_together((), grounds, ())


def _exclusions(matter: Matter, silence: Silence) -> tuple[Finding, ...]:
    item, edition, ask = matter.item, matter.edition, silence.ask
    return (
        *ask(excluded.of_another_agency, item, matter.entry, edition),
        *ask(excluded.excluded, item, edition),
        *ask(excluded.published, item, edition),
    )


def _acts(matter: Matter, silence: Silence) -> tuple[Finding, ...]:
    ask = silence.ask
    return (
        *ask(activities.launch, matter),
        *ask(activities.within_the_united_states, matter),
        *ask(activities.release, matter),
        *ask(activities.end_to_end_encrypted, matter),
        *ask(activities.transfer, matter),
        *ask(activities.in_transit, matter),
        *ask(activities.deemed_reexport, matter),
        *ask(access.access_information, matter.item),
    )


def _is_subject(exclusions: tuple[Finding, ...], grounds: tuple[Finding, ...]) -> Truth:
    excluded_ = any_of(~one.holds for one in exclusions if _decides(one))
    return ~excluded_ & any_of(one.holds for one in grounds if _decides(one))


def _decides(finding: Finding) -> bool:
    return finding.kind is FindingKind.SCOPE
