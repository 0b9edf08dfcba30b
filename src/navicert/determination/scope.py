"""Steps 1 to 6 of part 732: whose jurisdiction, and whether the item is subject to the EAR."""

from __future__ import annotations

import msgspec

from navicert.facts.standing import Standing
from navicert.rules.cites import Rules
from navicert.rules.finding import Finding, FindingKind
from navicert.rules.matter import Matter
from navicert.rules.scope import access, activities, direct_product, excluded, subject
from navicert.rules.silence import Silence
from navicert.terms.truth import Truth, any_of


class Scope(msgspec.Struct, frozen=True):
    """What takes the item out of the EAR, what brings it in, and what is no export at all.

    ``subject`` is whether the item is subject: an exclusion decides, then any one ground.
    """

    exclusions: tuple[Finding, ...]
    grounds: tuple[Finding, ...]
    acts: tuple[Finding, ...]
    subject: Truth

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in the order of the steps; acts matter only for what is subject."""
        acts = () if self.subject is Truth.NO else self.acts
        return (*self.exclusions, *self.grounds, *acts)

    def notes(self, label: str) -> bool:
        """Tell whether a note with the label holds for certain."""
        if not self.acts:
            return False
        return any(one.label == label and one.holds is Truth.YES for one in self.acts)

    @property
    def is_no_export(self) -> bool:
        """Whether the act is surely none to which a license requirement attaches."""
        return self.notes(activities.NOT_AN_EXPORT)

    @property
    def passes_through(self) -> bool:
        """Whether the item surely needs no license on its way through the United States."""
        return self.notes(activities.IN_TRANSIT)


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


def scope_of(
    matter: Matter,
    standings: tuple[Standing, ...],
    content: tuple[Finding, ...],
    silence: Silence,
) -> Scope:
    """Walk the steps; ``content`` is what a bill of materials comes to, if there is one."""
    ask = silence.ask
    item, transaction = matter.item, matter.transaction
    exclusions = () if silence.has_all(EXCLUSIONS) else _exclusions(matter, silence)
    grounds = (
        *ask(subject.in_the_united_states, transaction, item),
        *ask(subject.of_us_origin, item),
        *(content or ask(subject.foreign_made, matter)),
        *ask(direct_product.direct_product, matter, standings),
    )
    acts = () if silence.has_all(ACTS) else _acts(matter, silence)
    return Scope(exclusions, grounds, acts, _is_subject(exclusions, grounds))


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
