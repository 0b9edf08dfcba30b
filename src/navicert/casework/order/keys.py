"""Every key of an order document, with the shape of its value and what it means.

The readers, the templates and the tests of the published schema all look here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What may stand behind a key."""

    TEXT = "text"
    TEXTS = "list of texts"
    IDENTIFIERS = "list of identifiers, as passport:A1234567 (IR)"
    DAY = "day, as 2026-07-30"
    BIRTH_DATE = "date of birth, as 1965-03-12, 1965-03 or 1965"
    YES_NO = "yes or no"
    AMOUNT = "plain number"
    ACTIVITY = "activity"
    COUNTRY = "country"
    COUNTRIES = "list of countries"
    CURRENCY = "currency"
    ROLES = "list of roles"
    ECCN = "ECCN"
    ECCNS = "list of ECCNs"
    COLUMNS = "list of chart columns"
    SYMBOLS = "list of license exceptions"
    ITEM_KIND = "kind of item"
    END_USE_KIND = "kind of end use"
    ANSWERS = "table of yes or no"
    FIGURES = "table of plain numbers"
    TABLE = "table"
    TABLES = "list of tables"


LISTS = frozenset(
    {Shape.TEXTS, Shape.COUNTRIES, Shape.ROLES, Shape.ECCNS, Shape.COLUMNS, Shape.SYMBOLS}
    | {Shape.IDENTIFIERS}
)
"""Shapes of several plain values; a cell of a table separates them by a vertical bar."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name, the shape of its value, what it means, whether an order needs it."""

    name: str
    shape: Shape
    meaning: str
    needed: bool = False


ORDER = (
    Key("reference", Shape.TEXT, "Your own number of the order."),
    Key("day", Shape.DAY, "The day on which the act is done.", needed=True),
    Key(
        "activity",
        Shape.ACTIVITY,
        "What is done: export, reexport, transfer_in_country, deemed_export, deemed_reexport, "
        "service, or an act that a denial order names.",
        needed=True,
    ),
    Key("from", Shape.COUNTRY, "The country that the items leave."),
    Key("destination", Shape.TABLE, "Where the items end up.", needed=True),
    Key("route", Shape.COUNTRIES, "Countries on the way, in their order."),
    Key("located_in", Shape.COUNTRY, "Where the items of a service or a purchase are."),
    Key("actor", Shape.TEXT, "The party who acts; empty means the exporter."),
    Key("owner", Shape.TEXT, "Who owns, possesses or controls the item of a service or purchase."),
    Key("service_uses_us_items", Shape.YES_NO, "Does the service use items subject to the EAR?"),
    Key(
        "release_nationality",
        Shape.COUNTRY,
        "Most recent citizenship or permanent residency of who receives technology (734.13).",
    ),
    Key("claimed_exceptions", Shape.SYMBOLS, "License exceptions that you want to use."),
    Key("answers", Shape.ANSWERS, "Answers to conditions of license exceptions, by their slug."),
    Key(
        "screened_elsewhere", Shape.TEXT, "Who screened the parties, with which tool, on which day."
    ),
    Key("ofac_authorization", Shape.TEXT, "The OFAC license that covers the transaction."),
    Key(
        "affiliates_rule",
        Shape.TEXT,
        "in-force or stayed: what you take the Affiliates rule for on days that nobody verified.",
    ),
    Key(
        "affiliates_rule_because",
        Shape.TEXT,
        "Who says so of the Affiliates rule, and what was read; needed with it.",
    ),
    Key("currency", Shape.CURRENCY, "Currency of every value that names none of its own."),
    Key("parties", Shape.TABLES, "The parties to the transaction."),
    Key("ownership", Shape.TABLES, "Who owns which share of whom, owners of owners too."),
    Key("end_use", Shape.TABLE, "What the items are for."),
    Key("knowledge", Shape.TABLE, "What the exporter knows or has reason to know."),
    Key("lines", Shape.TABLES, "The items, one table each.", needed=True),
)

DESTINATION = (
    Key("country", Shape.COUNTRY, "Country of ultimate destination.", needed=True),
    Key("region", Shape.TEXT, "Region within Ukraine: CRIMEA, DNR, LNR, or the name of another."),
)

PARTY = (
    Key("name", Shape.TEXT, "Name of the party.", needed=True),
    Key("roles", Shape.ROLES, "Roles of 15 CFR 748.5.", needed=True),
    Key("address", Shape.TABLE, "Where the party is."),
    Key("aliases", Shape.TEXTS, "Other names."),
    Key("kind", Shape.TEXT, "What the party is: company, person, vessel, bank ..."),
    Key("birth_date", Shape.BIRTH_DATE, "Date of birth of a person, as far as it is known."),
    Key(
        "identifiers",
        Shape.IDENTIFIERS,
        "Numbers by their kind, the country that issued them behind: passport, tax_id, imo ...",
    ),
    Key("nationality", Shape.COUNTRY, "Most recent citizenship or permanent residency."),
    Key("headquarters", Shape.COUNTRY, "Country of its headquarters."),
    Key("ultimate_parent", Shape.COUNTRY, "Country of the headquarters of its ultimate parent."),
    Key("government", Shape.YES_NO, "Is it a government end user?"),
    Key("military", Shape.YES_NO, "Is it a military end user?"),
    Key("approvals", Shape.TEXTS, "Marks that an authority gave it, such as supp_8_to_740."),
    Key("on_behalf_of", Shape.TEXTS, "Whom it acts for."),
    Key("owned_by", Shape.TEXTS, "Who owns it."),
    Key("screened_elsewhere", Shape.TEXT, "Who screened this party, with which tool, when."),
)

SCREENED = (
    Key("reference", Shape.TEXT, "Your own number of the party."),
    *(key for key in PARTY if key.name not in {"roles", "approvals", "screened_elsewhere"}),
)
"""What a table of parties to screen may say of each."""

ADDRESS = (
    Key("text", Shape.TEXT, "The whole address as it is written."),
    Key("street", Shape.TEXT, "Street and number."),
    Key("city", Shape.TEXT, "City."),
    Key("region", Shape.TEXT, "State or province."),
    Key("postal_code", Shape.TEXT, "Postal code."),
    Key("country", Shape.COUNTRY, "Country."),
)

STAKE = (
    Key("owner", Shape.TEXT, "Who holds the share.", needed=True),
    Key("owned", Shape.TEXT, "Whose share it is: a party, or an owner of one.", needed=True),
    Key("percent", Shape.AMOUNT, "The direct share in percent, 0 to 100; left out if not known."),
    Key("at_least", Shape.AMOUNT, "What the share is at least, where it is not known exactly."),
    Key("at_most", Shape.AMOUNT, "What the share is at most."),
    Key("kind", Shape.TEXT, "ownership, or control, which counts in no sum (OFAC FAQ 398)."),
    Key("from", Shape.DAY, "The first day on which it is held."),
    Key("to", Shape.DAY, "The last day on which it is held."),
    Key("source", Shape.TEXT, "Who says so."),
)

END_USE = (
    Key("kind", Shape.END_USE_KIND, "Kind of end use that parts 744 and 746 tell apart."),
    Key("purpose", Shape.TEXT, "Slug that an authorization may name, such as existing_network."),
    Key("text", Shape.TEXT, "The end use in words."),
    Key("characteristics", Shape.ANSWERS, "Questions that a section asks of it, by their slug."),
)

KNOWLEDGE = (
    Key("will_be_exported", Shape.YES_NO, "Will the item be exported from the United States?"),
    Key("violation", Shape.YES_NO, "Has a violation occurred, or is one about to?"),
    Key("red_flags", Shape.TEXTS, "Red flags in your own words."),
    Key("resolved", Shape.TABLES, "Red flags that were cleared, each with its reason."),
)

RESOLVED = (
    Key("flag", Shape.TEXT, "The red flag.", needed=True),
    Key("reason", Shape.TEXT, "Why it is cleared.", needed=True),
)

LINE = (
    Key("item", Shape.TEXT, "What the item is.", needed=True),
    Key("kind", Shape.ITEM_KIND, "commodity, software or technology."),
    Key("eccn", Shape.ECCN, "Classification with its paragraph, or EAR99."),
    Key("for_items", Shape.ECCNS, "What technology or software is for."),
    Key("columns", Shape.COLUMNS, "Chart columns that your own classification states."),
    Key("origin", Shape.COUNTRY, "Where it was made."),
    Key("located_in", Shape.COUNTRY, "Where it is now."),
    Key("quantity", Shape.AMOUNT, "How many; needed with a value."),
    Key("value", Shape.AMOUNT, "Fair market value of one piece."),
    Key("currency", Shape.CURRENCY, "Currency of the value."),
    Key("hts", Shape.TEXT, "Harmonized tariff code, 4 to 10 digits."),
    Key("category", Shape.TEXT, "Sort of goods that a rule treats apart: food, medicine ..."),
    Key("characteristics", Shape.ANSWERS, "Conditions of control rows, by their slug."),
    Key("figures", Shape.FIGURES, "Numbers that rules turn on, by their slug, such as app_wt."),
    Key(
        "direct_product_of",
        Shape.ECCNS,
        "US technology or software that it is the direct product of (734.9).",
    ),
    Key(
        "plant_direct_product_of",
        Shape.ECCNS,
        "US technology or software that the plant which made it is the direct product of (734.9).",
    ),
    Key("published", Shape.YES_NO, "Is it published (734.7)?"),
    Key("us_content", Shape.YES_NO, "Does it contain controlled US-origin content?"),
    Key("us_technology", Shape.YES_NO, "Is it the direct product of US technology or software?"),
    Key("exported_from_us", Shape.YES_NO, "Has it been or will it be exported from the US?"),
    Key("other_agency", Shape.TEXT, "The agency that controls it instead of Commerce."),
    Key("bill_of_materials", Shape.TABLES, "What a foreign-made item is assembled from."),
)

PART = (
    Key("name", Shape.TEXT, "What the part is.", needed=True),
    Key("origin", Shape.COUNTRY, "Where it was made."),
    Key("eccn", Shape.ECCN, "Classification with its paragraph, or EAR99."),
    Key("kind", Shape.ITEM_KIND, "commodity, software or technology; commodity if not said."),
    Key("quantity", Shape.AMOUNT, "How many in one piece of the assembly; needed with a value."),
    Key("value", Shape.AMOUNT, "Fair market value of one piece."),
    Key("currency", Shape.CURRENCY, "Currency of the value; else that of the line or the order."),
    Key("bundled", Shape.YES_NO, "Is software bundled with the commodity?"),
    Key("for_items", Shape.ECCNS, "What technology or software is for."),
    Key("category", Shape.TEXT, "Sort of goods that a rule treats apart: food, medicine ..."),
    Key(
        "characteristics", Shape.ANSWERS, "Conditions of control rows and of 734.4, by their slug."
    ),
    Key("parts", Shape.TABLES, "What the part itself is assembled from."),
)
