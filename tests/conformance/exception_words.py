"""What the facts of an exception case answer: conditions by their slug, and figures.

A key of the vocabulary speaks to one exception or to several; it says yes or no to conditions, or
gives a number that the engine tests by itself. Conditions that nothing here speaks of stay open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from navicert.terms.truth import Truth, parse

Answers = dict[str, Truth]
Said = Callable[[Any], Answers]
FIREARMS = ("0A501", "0A502", "0A506", "0A507", "0A508", "0A509")
OFFICIAL = ("government", "official", "minister", "state-owned", "state owned", "party", "police")
FIGURES: Mapping[tuple[str, str], str] = {
    ("*", "months_abroad"): "months_abroad",
    ("*", "days_at_site"): "days_at_site",
    ("*", "days_after_end"): "days_after_test",
    ("*", "days_since_request"): "days_since_request",
    ("*", "barrel_in"): "barrel_in",
    ("*", "count"): "firearms",
    ("*", "mde_contract_value_usd"): "mde_contract_usd",
    ("AVS", "days"): "days_in_country",
    ("TMP", "days"): "days_at_site",
    ("ENC", "days"): "days_since_request",
    ("NAC", "days"): "days_since_notification",
    ("RFF", "days"): "days_since_notification",
    ("GFT", "value_usd"): "parcel_usd",
    ("*", "lvs_limit"): "lvs_limit_usd",
    ("*", "selling_price_usd"): "selling_price_usd",
    ("*", "shipping_usd"): "shipping_usd",
    ("*", "us_market_price_usd"): "us_market_price_usd",
}
"""The figure of an order that a number of a case is; ``*`` for every exception."""


def figures_of(symbol: str, facts: Mapping[str, Any]) -> dict[str, Decimal]:
    """Give the numbers of a case under the names that an order gives them."""
    found = {
        name: Decimal(str(facts[key]))
        for (of, key), name in FIGURES.items()
        if of in {"*", symbol} and isinstance(facts.get(key), int | float)
    }
    if "contract_value_usd" in facts:
        firearm = str(facts.get("eccn", "")).startswith(FIREARMS)
        name = "firearms_contract_usd" if firearm else "mde_contract_usd"
        found[name] = Decimal(str(facts["contract_value_usd"]))
    if "annual_value_usd" in facts:
        found["lvs_year_usd"] = Decimal(str(facts["annual_value_usd"] + _not_yet_in(facts)))
    return found


def _not_yet_in(facts: Mapping[str, Any]) -> int:
    """What this order adds to the year, when the year's amount leaves it out."""
    left_out = facts.get("includes_this_order") is False
    return int(facts.get("this_order_usd", 0)) if left_out else 0


def answers_of(symbol: str, facts: Mapping[str, Any]) -> Answers:
    """Give what a case says of the conditions of an exception."""
    found: Answers = {}
    for key, says in SAYS.items():
        if key in facts:
            found |= says(facts[key])
    for key, reads in OF_TEXT.items():
        if isinstance(facts.get(key), str):
            found |= reads(facts[key].casefold())
    found |= _of_end_user(facts.get("end_user"))
    return {
        slug: answer for slug, answer in found.items() if slug.split(".")[0] in {symbol, "gate"}
    }


def _yes(*slugs: str) -> Said:
    return lambda value: dict.fromkeys(slugs, parse(bool(value)))


def _not(*slugs: str) -> Said:
    return lambda value: dict.fromkeys(slugs, parse(not value))


def _no(*slugs: str) -> Said:
    """A number that is stated closes the ways around its test: nobody speaks of them."""
    return lambda _value: dict.fromkeys(slugs, Truth.NO)


def _returns(value: object) -> Answers:
    """Whether things come back at all; what does not has no other way that a case speaks of."""
    answer = parse(bool(value))
    ways = ("TMP.return_in_a_year", "TMP.assembly_returns", "BAG.firearms_return")
    around = ("TMP.longer_stay_authorized", "BAG.firearms_brought_in")
    return dict.fromkeys(ways, answer) | dict.fromkeys(around, Truth.NO)


def _us_person(value: object) -> Answers:
    answer = parse(bool(value))
    slugs = ("BAG.technology_by_us_person", "BAG.firearms_us_person", "TMP.technology_of_us_person")
    return dict.fromkeys(slugs, answer) | {"BAG.firearms_alien": Truth.NO}


def _control(value: object) -> Answers:
    slugs = ("TMP.effective_control", "TMP.stays_owner", "TMP.kit_qualifies")
    return dict.fromkeys(slugs if value is False else slugs[:1], parse(bool(value)))


def _statement(value: object) -> Answers:
    """A prior consignee statement, and whether it has the points for the 600 series."""
    found = {"STA.prior_consignee_statement": parse(bool(value))}
    if isinstance(value, str):
        whole = "vii" in value and not value.startswith(("without", "no "))
        found["STA.statement_600_series"] = parse(whole)
    return found


SAYS: Mapping[str, Said] = {
    "accompanied": _yes("BAG.accompanied", "BAG.firearms_with_baggage"),
    "accredited_news_media": _yes("TMP.news_media"),
    "civ_yes": _yes("CIV.list_line"),
    "gbs_yes": _yes("GBS.list_line"),
    "tsr_yes": _yes("TSR.list_line"),
    "condition_requires_licence": _not("RPL.no_license_condition"),
    "consignee_previously_approved": _yes("STA.previously_approved"),
    "days_at_site": _no("TMP.longer_exhibition_authorized"),
    "days_since_request": _no("ENC.released_at_once"),
    "eccn_furnished": _yes("STA.eccn_furnished", "AIA.eccn_furnished"),
    "effective_control": _control,
    "exporter_is_original_licensee": _yes("RPL.d1_same_licensee"),
    "exporter_owns": _yes("TMP.stays_owner"),
    "foreign_authorisation": _yes("APR.from_a1"),
    "improves": _not("RPL.no_improvement", "RPL.service_improves_nothing"),
    "months_abroad": _no("TMP.longer_stay_authorized"),
    "notice_given": _yes(
        "STA.prior_consignee_statement", "AGR.notification", "NAC.notification", "RFF.rff_notified"
    ),
    "one_for_one": _yes("RPL.one_for_one"),
    "original_lawful": _yes("RPL.original_authority"),
    "prior_consignee_statement": _statement,
    "privileges_suspended": _not("gate.not_suspended"),
    "return": _returns,
    "supports_previously_authorised_commodity": _yes("LVS.supports_authorized_commodity"),
    "us_person": _us_person,
    "value_usd": _no("GFT.food"),
    "written_assurance": _yes("TSR.written_assurance"),
}
"""Keys that say yes or no to conditions."""


def _old_part(text: str) -> Answers:
    gone = parse(
        any(word in text for word in ("return", "destroy", "scrap")) and "not " not in text
    )
    return {"RPL.old_part": gone, "RPL.old_item": gone}


def _reason(text: str) -> Answers:
    return {"RPL.not_worn_out": parse(not any(word in text for word in ("worn", "wear", "obsol")))}


def _repaired(text: str) -> Answers:
    sensitive = any(word in text for word in ("aircraft", "airplane", "helicopter", "ns-", "ns "))
    detection = any(word in text for word in ("2a983", "2a984", "2d983", "2d984", "detection"))
    return {
        "RPL.not_aircraft_or_ns": parse(not sensitive and text != "ns"),
        "RPL.not_explosives_detection": parse(not detection),
    }


def _purpose(text: str) -> Answers:
    found: Answers = {}
    if "spare" in text or "stock" in text:
        found["RPL.no_spares"] = found["RPL.not_worn_out"] = Truth.NO
    if "resale" in text or "sale" in text.split():
        found |= dict.fromkeys(("BAG.own_and_not_for_sale", "GFT.usual_gift"), Truth.NO)
    if "personal" in text:
        found["SCP.personal_use"] = Truth.YES
    if any(word in text for word in OFFICIAL):
        found["SCP.private_sector"] = Truth.NO
    return found


def _end_use(text: str) -> Answers:
    found: Answers = {"CIV.civil_end_use": parse("civil" in text)}
    if "development" in text or "production" in text:
        found["ENC.internal_development"] = Truth.YES
    if "internal use" in text:
        found["ENC.us_subsidiary"] = Truth.YES
    return found


def _ultimate_end_user(text: str) -> Answers:
    known = any(word in text for word in ("a:5", "us ", "u.s.", "united states"))
    return {"STA.government_end_use": parse(known)}


def _kind(text: str) -> Answers:
    craft = {"vessel": "AVS.vessel_sojourn", "aircraft": "AVS.aircraft_sojourn"}
    if text not in craft:
        return {}
    ways = (*craft.values(), "AVS.equipment_on_board", "AVS.for_own_carriers")
    return {slug: parse(slug == craft[text]) for slug in ways}


OF_TEXT: Mapping[str, Callable[[str], Answers]] = {
    "end_use": _end_use,
    "kind": _kind,
    "old_part": _old_part,
    "purpose": _purpose,
    "reason": _reason,
    "received_under": lambda text: {"APR.not_received_under_sta": parse(text != "sta")},
    "repaired": _repaired,
    "ultimate_end_user": _ultimate_end_user,
}
"""Keys whose words answer conditions."""


def _of_end_user(said: object) -> Answers:
    """Read the end user: a text, or a table with its type."""
    text = str(said.get("type", "") if isinstance(said, Mapping) else said or "").casefold()
    if not text:
        return {}
    if "us subsidiary" in text or "u.s. subsidiary" in text:
        return {"ENC.us_subsidiary": Truth.YES}
    private = parse(not any(word in text for word in OFFICIAL))
    found = dict.fromkeys(
        ("ENC.private_sector", "ENC.not_government", "ACE.no_government", "SCP.private_sector"),
        private,
    )
    if "individual" in text:
        del found["SCP.private_sector"]
        found["SCP.personal_use"] = private
    found["CIV.civil_end_use"] = parse(private is Truth.YES and "military" not in text)
    return found
