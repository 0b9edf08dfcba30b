"""Orders of every kind that the vocabulary allows, for properties that must hold of all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import MappingProxyType

from hypothesis import strategies as st

from navicert.facts.destination import Destination
from navicert.facts.end_use import EndUse, EndUseKind, Knowledge
from navicert.facts.item import Item, ItemKind, Line
from navicert.facts.party import Address, Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.terms import country
from navicert.terms.activity import Activity
from navicert.terms.eccn import EAR99, Eccn
from navicert.terms.money import Money
from navicert.terms.party_role import PartyRole
from navicert.terms.truth import Truth

CONTROL_LIST = standard_law().tables.control_list
PATHS = sorted(
    {
        path
        for dated in CONTROL_LIST.entries.values()
        for row in dated.values[-1].value.rows
        for path in (*row.limits.paragraphs, Eccn(row.eccn), Eccn(row.eccn, ("x",)))
    },
    key=str,
)
SLUGS = sorted(CONTROL_LIST.questions)
COUNTRIES = sorted(country.names())
NAMES = ("Alpha Trading", "Beta Instruments GmbH", "Gamma Ltd.", "Delta Works")
ROLES = (
    PartyRole.PURCHASER,
    PartyRole.INTERMEDIATE_CONSIGNEE,
    PartyRole.ULTIMATE_CONSIGNEE,
    PartyRole.END_USER,
    PartyRole.OTHER,
)

truths = st.sampled_from(list(Truth))
eccns = st.one_of(st.just(EAR99), st.sampled_from(PATHS))
codes = st.sampled_from(COUNTRIES)
days = st.dates(min_value=date(2016, 1, 1), max_value=date(2027, 12, 31))
amounts = st.decimals(min_value=0, max_value=10**7, places=2)


def money(amount: Decimal) -> Money:
    """Make an amount of US dollars."""
    return Money(amount, "USD")


items = st.builds(
    Item,
    name=st.just("an item"),
    kind=st.none() | st.sampled_from(list(ItemKind)),
    eccn=st.none() | eccns,
    for_items=st.lists(eccns, max_size=2).map(tuple),
    columns=st.none() | st.frozensets(st.sampled_from(["NS2", "RS1", "AT1", "MT1"])),
    origin=st.none() | codes,
    located_in=st.none() | codes,
    value=st.none() | amounts.map(money),
    category=st.sampled_from(["", "food", "medicine", "luxury_good"]),
    characteristics=st.dictionaries(st.sampled_from(SLUGS), truths, max_size=6).map(
        MappingProxyType
    ),
    published=truths,
    us_content=truths,
    us_technology=truths,
    exported_from_us=truths,
)
parties = st.builds(
    Party,
    name=st.sampled_from(NAMES),
    roles=st.lists(st.sampled_from(ROLES), min_size=1, max_size=3, unique=True).map(tuple),
    address=st.builds(Address, country=st.none() | codes),
    government=truths,
    military=truths,
)
transactions = st.builds(
    Transaction,
    reference=st.just("an order"),
    day=days,
    activity=st.sampled_from(list(Activity)),
    exported_from=st.none() | codes | st.just("US"),
    destination=st.builds(
        Destination, codes, st.none() | st.sampled_from(["CRIMEA", "DNR", "LNR", "Kyiv"])
    ),
    lines=st.lists(items, min_size=1, max_size=3).map(
        lambda found: tuple(Line(number, item) for number, item in enumerate(found, start=1))
    ),
    parties=st.lists(parties, min_size=1, max_size=3, unique_by=lambda one: one.name).map(tuple),
    end_use=st.builds(EndUse, st.none() | st.sampled_from(list(EndUseKind))),
    knowledge=st.builds(Knowledge, will_be_exported=truths, violation=truths),
    owner=st.sampled_from(["", *NAMES]),
    service_uses_us_items=truths,
    screened_elsewhere=st.sampled_from(["", "another desk, on that day"]),
    ofac_authorization=st.sampled_from(["", "an OFAC license"]),
)
