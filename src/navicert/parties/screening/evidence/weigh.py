"""The door of the room: all evidence beside the name, of one party and one listing."""

from __future__ import annotations

from navicert.facts.listing import Listing
from navicert.facts.party import Party
from navicert.parties.screening.evidence import addresses, births, countries, identifiers, kinds
from navicert.parties.screening.evidence.evidence import Evidence


def weigh(party: Party, listing: Listing, asked_type: str = "") -> tuple[Evidence, ...]:
    """Compare all that stands beside the names, in the order in which a reader wants it.

    ``asked_type`` is person, company, vessel or aircraft; without it the kind that the order
    gives counts, where it is one of them. What either side does not say is neutral: it gives no
    evidence at all. The pieces are added with ``evidence.total``.
    """
    return (
        *identifiers.weigh(party, listing),
        *births.weigh(party, listing),
        *countries.weigh(party, listing),
        *addresses.weigh(party, listing),
        *kinds.weigh(asked_type or party.kind, listing),
    )
