"""What must be done when a line leaves, whatever the answer was (parts 758 and 762)."""

from __future__ import annotations

from functools import lru_cache

from navicert.determination.overcome import Common
from navicert.rules.alike import Alike
from navicert.rules.clearance import filing, invoice, license_code
from navicert.rules.clearance.clearing import Clearing, clearing_of
from navicert.rules.finding import Finding
from navicert.rules.matter import Matter
from navicert.terms.outcome import Outcome

STAYS = frozenset({Outcome.PROHIBITED, Outcome.NOT_SUBJECT, Outcome.REFER})
"""Outcomes under which no paper of part 758 is written."""
KEPT = 1 << 13
"""How many papers are remembered."""


def obligations_of(
    matter: Matter, common: Common, left: tuple[Outcome, tuple[str, ...]]
) -> tuple[Finding, ...]:
    """Give the obligations of a line that leaves with an outcome, under some exceptions."""
    if left[0] in STAYS:
        return common.retention
    clearing = clearing_of(*left, common.takers)
    return (
        *filing.electronic_export_information(matter, clearing),
        *_papers(_shipment(matter, clearing)),
        *common.retention,
    )


def _shipment(matter: Matter, clearing: Clearing) -> Alike[tuple[Matter, Clearing]]:
    """Name all that the papers of a line look at."""
    deal = matter.transaction
    of_deal = (deal.activity, deal.exported_from, matter.is_authorized_elsewhere)
    key = (matter.described, clearing.outcome, clearing.used, *of_deal)
    return Alike.of(key, (matter, clearing))


@lru_cache(maxsize=KEPT)
def _papers(shipment: Alike[tuple[Matter, Clearing]]) -> tuple[Finding, ...]:
    """Give what stands on the invoice, and the license code: neither tells of name or value."""
    matter, clearing = shipment.opened()
    return (
        *invoice.destination_control_statement(matter, clearing),
        *invoice.eccn_on_invoice(matter, clearing),
        *license_code.license_code(matter, clearing),
    )
