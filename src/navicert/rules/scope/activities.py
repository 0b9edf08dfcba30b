"""Acts that are no export, reexport, transfer or deemed reexport (15 CFR 734.13 to 734.20).

The item stays subject to the EAR; what falls away is the license requirement, which attaches to
exports, reexports and transfers alone.
"""

from __future__ import annotations

from navicert.facts.item import ItemKind
from navicert.facts.transaction import Transaction
from navicert.law.edition import Edition
from navicert.rules.bearing import Bearing
from navicert.rules.cites import cites
from navicert.rules.finding import Finding, FindingKind, MissingFact
from navicert.rules.matter import Matter
from navicert.rules.scope.answer import YES, Answer, both, either, stated
from navicert.rules.scope.bound_for import in_places
from navicert.terms.activity import DEEMED, SENDING, Activity
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

US = "US"
NOT_AN_EXPORT = "NOT_AN_EXPORT"
"""Label of a note that the act is none to which a license requirement attaches."""
IN_TRANSIT = "IN_TRANSIT"
"""Label of a note that an export needs no license under the notes to 740.9(b)."""
ENDS = frozenset({PartyRole.ULTIMATE_CONSIGNEE, PartyRole.END_USER})
"""Those whose address is where an item ends."""
INTANGIBLE = frozenset({ItemKind.SOFTWARE, ItemKind.TECHNOLOGY})


def _says_something(transaction: Transaction, _edition: Edition) -> bool:
    return bool(transaction.answers)


def _is_release(transaction: Transaction, _edition: Edition) -> bool:
    return transaction.activity in DEEMED


def _is_transfer(transaction: Transaction, _edition: Edition) -> bool:
    return transaction.activity is Activity.TRANSFER_IN_COUNTRY


def _maybe_in_transit(transaction: Transaction, _edition: Edition) -> bool:
    return US in transaction.route or bool(transaction.answers)


def _is_at_home(transaction: Transaction, edition: Edition) -> bool:
    if transaction.is_deemed or transaction.exported_from is None:
        return False
    places = (transaction.exported_from, transaction.destination.country)
    return all(edition.country_of(one) == US for one in places)


@cites("15 CFR 734.18(a)(1)", bears=Bearing(orders=_says_something))
def launch(matter: Matter) -> tuple[Finding, ...]:
    """The launch of a spacecraft or another item into space is no export."""
    if matter.transaction.answer("launch_into_space") is not Truth.YES:
        return ()
    return _note(YES, "15 CFR 734.18(a)(1)", "a launch into space")


@cites("15 CFR 734.18(a)(4)", bears=Bearing(orders=_is_at_home))
def within_the_united_states(matter: Matter) -> tuple[Finding, ...]:
    """Nothing that moves among the states, territories and possessions of the US is exported."""
    transaction = matter.transaction
    if not _is_at_home(transaction, matter.edition):
        return ()
    places = (transaction.exported_from, transaction.destination.country)
    said = f"from {places[0]} to {places[1]}, both in the United States"
    if _goes_on(matter):
        question = "Does the item leave the United States? Then its destination is abroad."
        missing = (MissingFact("destination.country", question, "15 CFR 734.13(a)(1)"),)
        return (
            Finding(
                FindingKind.REQUIREMENT,
                Truth.UNKNOWN,
                "15 CFR 734.13(a)(1), 734.18(a)(4)",
                f"{said}, but the order tells of a journey on",
                label="734.13(a)(1)",
                general_prohibition=1,
                missing=missing,
            ),
        )
    return _note(YES, "15 CFR 734.18(a)(4)", said)


def _goes_on(matter: Matter) -> bool:
    """Whether an order within the United States tells of a place abroad, or of an export."""
    transaction = matter.transaction
    ends = (one.address.country for one in transaction.parties if ENDS & set(one.roles))
    places = (place for place in (*transaction.route, *ends) if place is not None)
    abroad = any(matter.edition.country_of(place) != US for place in places)
    return abroad or transaction.knowledge.will_be_exported is Truth.YES


@cites(
    "15 CFR 734.13(a)(2)",
    "15 CFR 734.15",
    "15 CFR 734.18(a)(2)",
    "15 CFR 772.1",
    bears=Bearing(orders=_is_release),
)
def release(matter: Matter) -> tuple[Finding, ...]:
    """Only technology and source code released to a foreign person are a deemed export."""
    transaction = matter.transaction
    if transaction.activity not in DEEMED:
        return ()
    if transaction.release_nationality == US:
        return _note(YES, "15 CFR 734.18(a)(2)", "the person is a citizen of the United States")
    foreign = transaction.answer("release_to_foreign_person")
    if foreign is Truth.NO:
        return _note(YES, "15 CFR 734.18(a)(2)", "the order says: no foreign person (772.1)")
    if matter.item.kind is not ItemKind.SOFTWARE:
        return ()
    question = matter.edition.tables.activities.questions["source_code"]
    source = matter.item.characteristic("source_code")
    asked = stated(~source, "characteristics.source_code", question, "15 CFR 734.13(a)(2)")
    return _note(asked, "15 CFR 734.13(a)(2)", "the release of object code, not of source code")


@cites("15 CFR 734.18(a)(5)", bears=Bearing(orders=_says_something))
def end_to_end_encrypted(matter: Matter) -> tuple[Finding, ...]:
    """Data secured from end to end are not exported, unless stored in D:5 or Russia on purpose."""
    transaction, item = matter.transaction, matter.item
    claimed = transaction.answer("end_to_end_encrypted") is Truth.YES
    if not claimed or item.kind not in INTANGIBLE or transaction.is_deemed:
        return ()
    stored = in_places(matter.destination.country, matter.edition.tables.activities.storage, matter)
    question = "Is it stored on purpose in a country of Country Group D:5 or in Russia?"
    citation = "15 CFR 734.18(a)(5)"
    conditions = (
        _said("fips_140_2_or_as_effective", matter),
        _said("unclassified", matter),
        stated(~stored, "destination", question, citation),
    )
    said = f"secured from end to end, stored in {matter.destination.country}"
    return _note(both(conditions), citation, said)


@cites("15 CFR 734.16", bears=Bearing(orders=_is_transfer))
def transfer(matter: Matter) -> tuple[Finding, ...]:
    """A transfer in country is a change of end use or end user within one foreign country."""
    transaction = matter.transaction
    if transaction.activity is not Activity.TRANSFER_IN_COUNTRY:
        return ()
    slugs = ("changes_end_use", "changes_end_user")
    changes = either(_said(slug, matter) for slug in slugs)
    citation = "15 CFR 734.16"
    if changes.holds is Truth.NO:
        return _note(YES, citation, "neither end use nor end user changes")
    said = f"a change of end use or end user within {matter.destination.country}"
    return (Finding(FindingKind.NOTE, Truth.YES, citation, said, label="734.16"),)


@cites("15 CFR 740.9(b)", bears=Bearing(orders=_maybe_in_transit))
def in_transit(matter: Matter) -> tuple[Finding, ...]:
    """Cargo that only passes through the United States may go on without a license."""
    transaction = matter.transaction
    if transaction.activity not in SENDING or transaction.is_deemed:
        return ()
    citation = "15 CFR 740.9, notes 3 and 4 to paragraph (b)"
    home = matter.destination.country
    if _stays_at_home(matter):
        return _note(YES, citation, f"within {home} by way of the United States", IN_TRANSIT)
    if matter.item.origin in {None, US}:
        return ()
    aboard = transaction.answer("unladen_in_transit") is Truth.NO
    if not aboard:
        return ()
    manifested = _said("manifested_to_us", matter)
    said = "never unladen in the United States and not manifested to it"
    return _note(Answer(~manifested.holds, manifested.missing), citation, said, IN_TRANSIT)


@cites("15 CFR 734.20", bears=Bearing(orders=_says_something))
def deemed_reexport(matter: Matter) -> tuple[Finding, ...]:
    """Some releases abroad to third-country nationals are no deemed reexports."""
    transaction = matter.transaction
    if transaction.activity is not Activity.DEEMED_REEXPORT:
        return ()
    if transaction.answer("entity_is_authorized") is not Truth.YES:
        return ()
    ways = (
        _said("nationality_is_authorized", matter),
        _every(("permanent_employee", "only_a5_nationality", "in_a5_territory"), matter),
        _every(
            (
                "permanent_employee",
                "in_entity_territory",
                "procedures_against_diversion",
                "cleared_or_screened",
            ),
            matter,
        ),
    )
    return _note(either(ways), "15 CFR 734.20", "a release that 734.20 leaves out")


def _stays_at_home(matter: Matter) -> bool:
    """A shipment that begins and ends in Canada, or in Mexico, and passes the United States."""
    transaction, home = matter.transaction, matter.destination.country
    start, *_ = (transaction.exported_from, *transaction.route)
    if start == US and transaction.route:
        start = transaction.route[0]
    named = home in matter.edition.tables.activities.transit
    return named and start == home and US in transaction.route


def _every(slugs: tuple[str, ...], matter: Matter) -> Answer:
    return both(_said(slug, matter) for slug in slugs)


def _said(slug: str, matter: Matter) -> Answer:
    question = matter.edition.tables.activities.questions[slug]
    citation = "15 CFR 734.13 to 734.20"
    return stated(matter.transaction.answer(slug), f"answers.{slug}", question, citation)


def _note(
    answer: Answer, citation: str, said: str, label: str = NOT_AN_EXPORT
) -> tuple[Finding, ...]:
    """A note that no license is needed for the act; where it is open, what would settle it."""
    if answer.holds is Truth.NO:
        return ()
    sure = answer.holds is Truth.YES
    return (
        Finding(
            FindingKind.NOTE,
            answer.holds,
            citation,
            said,
            label=label,
            plain=f"no license is needed for the act itself ({citation}): {said}" if sure else "",
            missing=answer.missing,
        ),
    )
