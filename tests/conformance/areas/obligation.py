"""Cases on duties: filing, invoice, records, disclosure, licenses, denials, reports.

No determination answers these: each fact that a case states is put to the function of its
section, and what they answer together is compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from navicert.facts.disclosure import LaterAct
from navicert.facts.exception_use import ExceptionUse
from navicert.facts.export_history import ExportHistory
from navicert.facts.proceeding import Actor, Renewal
from navicert.law.edition import Edition, standard_law
from navicert.rules.clearance.clearing import Clearing
from navicert.rules.clearance.filing import electronic_export_information
from navicert.rules.clearance.invoice import destination_control_statement, eccn_on_invoice
from navicert.rules.duties import (
    denial_procedure,
    disclosure,
    license_terms,
    reports,
    truthfulness,
)
from navicert.rules.duties.license_terms import LicenseKind
from navicert.rules.finding import Finding
from navicert.rules.matter import Matter
from navicert.rules.recordkeeping import retain_until
from navicert.terms.truth import Truth, any_of, parse
from tests.conformance.obligation_facts import (
    DAY,
    clearing_of,
    day_of,
    disclosure_of,
    first,
    matters_of,
)
from tests.conformance.vocabulary import Case

FIREARMS = re.compile(r"0A50\d")
CHANGES = (
    (r"address.*same country|same country.*address", "address_in_same_country"),
    (r"consolidat", "other"),
    (r"intermediate consignee.*(country of (ultimate )?destination|same country)",
     "intermediate_consignee_in_destination"),
    (r"(decrease|lower|reduc|fall)\w*.*(price|value)|(price|value).*(decrease|lower|reduc|fall)",
     "lower_price"),
    (r"price statement|market price", "price_statement"),
    (r"^(?!.*(beyond|above|exceed|over|outside)).*toleranc", "price_within_tolerance"),
    (r"(price|value).*(freight|transport|currenc|port|deliver|warehous|drayage)",
     "price_by_carriage"),
    (r"(eccn|classif|wording|description).*(revis|ccl|list)|revis.*(eccn|ccl)",
     "eccn_by_revision"),
    (r"unload|onforward|reload", "unloading_in_group_b"),
    (r"name change.*approv|approv.*name change", "approved_name_change"),
    (r"approved end users|among.*end users", "among_approved_end_users"),
)  # fmt: skip
ACTS = (
    (r"after return|returned item", LaterAct.AFTER_RETURN),
    (r"return", LaterAct.RETURN_TO_US),
    (r"\baes\b|\beei\b|filing", LaterAct.AFTER_FILING_ERROR),
    (r"reexport|transfer", LaterAct.REEXPORT_OR_TRANSFER),
)
COMPARED = (bool, int, float)


@dataclass(frozen=True, slots=True)
class Answered:
    """What the sections answer together, by the key of the vocabulary."""

    lines: Mapping[str, object]


def determine(case: Case) -> Answered:
    """Ask every section on which the case states a fact."""
    edition = standard_law().open_at(case.day)
    found: dict[str, object] = {}
    for said in (_cleared, _kept, _disclosed, _licensed, _denied, _reported, _truthful):
        found |= said(case.facts, edition)
    return Answered(MappingProxyType(found))


def differences(case: Case) -> list[str]:
    """Compare every boolean, number and date."""
    got = determine(case).lines
    return [
        f"{key}: expected {wanted!r}, got {got.get(key)!r}"
        for key, wanted in case.expected.items()
        if (isinstance(wanted, COMPARED) or (isinstance(wanted, str) and DAY.fullmatch(wanted)))
        and got.get(key) != wanted
    ]


def _cleared(facts: Mapping[str, Any], edition: Edition) -> dict[str, object]:
    clearing = clearing_of(facts)
    matters = matters_of(facts, edition)
    if not matters:
        return {}
    return {
        "eei_required": _any(electronic_export_information, matters, clearing),
        "dcs_required": _any(destination_control_statement, matters, clearing),
        "eccn_on_invoice": _any(eccn_on_invoice, matters, clearing),
    }


def _any(
    rule: Callable[[Matter, Clearing], tuple[Finding, ...]],
    matters: Iterable[Matter],
    clearing: Clearing,
) -> bool | None:
    """The lines are Schedule B numbers of their own: one that asks for it is enough."""
    return _bool(any_of(one.holds for matter in matters for one in rule(matter, clearing)))


def _kept(facts: Mapping[str, Any], edition: Edition) -> dict[str, object]:
    if "export" not in facts:
        return {}
    history = ExportHistory(
        date.fromisoformat(facts["export"]),
        known_reexport=day_of(facts, "known_reexport"),
        termination=day_of(facts, "termination"),
    )
    return {"retain_until": retain_until(history, edition).isoformat()}


def _disclosed(facts: Mapping[str, Any], edition: Edition) -> dict[str, object]:
    if facts.get("duty") != "voluntary self-disclosure":
        return {}
    said = disclosure_of(facts, edition)
    found: dict[str, object] = {
        "procedure": disclosure.procedure(said, edition).value.value,
        "oee_resolution_days": disclosure.resolution_days(said, edition).value,
        "counts_as_vsd": _bool(disclosure.counts(said).value),
        "aggravating_factor": _bool(disclosure.aggravates(said).value),
        "extension_considered": _bool(disclosure.extension_considered(said, edition).value),
    }
    due = disclosure.narrative_due(said, edition).value
    found |= {"narrative_due": due.isoformat()} if due else {}
    late = parse(facts.get("narrative_received_after_deadline"))
    if late is not Truth.UNKNOWN:
        follows = disclosure.lateness(late).value
        found |= {
            "additional_violation": follows.additional_violation,
            "mitigation": follows.mitigation.value,
            "timely": late is Truth.NO,
        }
    return found | _after(facts)


def _after(facts: Mapping[str, Any]) -> dict[str, object]:
    """What may be done with the item of a disclosed violation."""
    if "act" not in facts:
        return {}
    act = first(ACTS, facts["act"], LaterAct.DEAL)
    leave = disclosure.leave_for(act).value
    return {
        "permission_needed": leave.permission_needed,
        "notice_to_OEE": leave.notice_to_oee,
        "prohibited": _bool(disclosure.barred(act, parse(facts.get("permission"))).value),
        "rule": leave.rule,
    }


def _licensed(facts: Mapping[str, Any], edition: Edition) -> dict[str, object]:
    if not re.search("licen[cs]e|clock", str(facts.get("duty", ""))):
        return {}
    kind = LicenseKind.FIREARMS if FIREARMS.match(str(facts.get("eccn", ""))) else None
    found: dict[str, object] = {
        "years": license_terms.validity_years(kind or LicenseKind.GENERAL, edition).value,
        "resolved_or_escalated_days": edition.duties().licenses.resolved_days,
        "licence_status": license_terms.status(parse(facts.get("false_representation"))).value,
    }
    if "change" in facts:
        slug = first(CHANGES, facts["change"], license_terms.OTHER)
        needed = license_terms.replacement_needed(slug, edition).value
        found["replacement_licence_needed"] = needed
    return found


def _denied(facts: Mapping[str, Any], edition: Edition) -> dict[str, object]:
    related = "related" in str(facts.get("actor", ""))
    actor = Actor.RELATED_PERSON if related else Actor.RESPONDENT
    found: dict[str, object] = {
        "may_oppose": denial_procedure.may_oppose(actor).value,
        "may_appeal": denial_procedure.may_appeal(actor).value,
        "stays_order": denial_procedure.appeal_stays_order().value,
    }
    if issued := day_of(facts, "issued"):
        found["latest_expiry"] = denial_procedure.latest_expiry(issued, edition).value.isoformat()
        found["max_days"] = edition.duties().denials.order_days
    if renewed := day_of(facts, "renewed"):
        renewal = Renewal(renewed, parse(facts.get("pattern")))
        found["max_days"] = denial_procedure.renewal_days(renewal, edition).value
        found["latest_expiry"] = denial_procedure.renewal_expiry(renewal, edition).value.isoformat()
    if conviction := day_of(facts, "conviction"):
        end = denial_procedure.latest_denial_end(conviction, edition).value
        found["latest_denial_end"] = end.isoformat()
    return found | _in_time(facts, edition)


def _in_time(facts: Mapping[str, Any], edition: Edition) -> dict[str, object]:
    if "request_days_before_expiry" in facts:
        days = facts["request_days_before_expiry"]
        return {"timely": denial_procedure.request_in_time(days, edition).value}
    if "opposition_days_before_expiry" in facts:
        days, cause = facts["opposition_days_before_expiry"], parse(facts.get("good_cause"))
        return {"timely": _bool(denial_procedure.opposition_in_time(days, cause, edition).value)}
    return {}


def _reported(facts: Mapping[str, Any], edition: Edition) -> dict[str, object]:
    consignee = facts.get("private_consignee")
    words = " ".join(str(facts.get(key, "")) for key in ("duty", "question", "form"))
    use = ExceptionUse(
        tangible=parse(facts.get("tangible")),
        government_consignee=parse(None if consignee is None else not consignee),
        several_shipments=parse(bool(re.search(r"multiple|several|repeat", words)) or None),
    )
    found: dict[str, object] = {
        "days_notice": reports.notice_days(edition).value,
        "shipment_notification_required": _bool(reports.sta_shipment_notice(use).value),
        "log_required": _bool(reports.statement_log(use).value),
    }
    if "exports_in" in facts:
        due = reports.self_classification_due(facts["exports_in"], edition).value
        found["due"] = due.isoformat()
    if period := re.fullmatch(r"(\d{4})\s*H([12])", str(facts.get("period", ""))):
        due = reports.sales_report_due(int(period[1]), int(period[2]), edition).value
        found["due"] = due.isoformat()
    return found


def _truthful(facts: Mapping[str, Any], edition: Edition) -> dict[str, object]:
    if facts.get("duty") != "truthfulness":
        return {}
    slug = "false_statement" if "false" in str(facts.get("act", "")) else "change_not_notified"
    return {"violation": truthfulness.violation(slug, edition).value}


def _bool(truth: Truth) -> bool | None:
    return None if truth is Truth.UNKNOWN else truth is Truth.YES
