"""Cases on the end uses of part 744."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from navicert.determination.assess import assess
from navicert.determination.result import Determination
from navicert.facts.end_use import EndUse, EndUseKind
from navicert.facts.item import Item, Line
from navicert.facts.party import Party
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.rules.finding import FindingKind
from navicert.terms import eccn
from navicert.terms.activity import Activity
from navicert.terms.eccn import Eccn
from navicert.terms.truth import Truth, parse
from tests.conformance.areas.end_user import NAME, watch_of
from tests.conformance.compare import REQUIREMENTS, answers, differing
from tests.conformance.vocabulary import Case
from tests.conformance.vocabulary import transaction_of as plain_transaction_of

COMPARED = (*REQUIREMENTS, "prohibited", "other_agency")
FIGURES = {"app_wt": "app_wt", "gflops": "gflops", "bits": "bits"}
ACTOR = "The U.S. person"
MADE = re.compile(r"(?P<eccn>\d[A-E]\d{3}(?:\.[a-z0-9]+)*)", re.IGNORECASE)
FAR = re.compile(r"(?P<sign>>=|<=|<|>|=)?\s*(?P<km>\d+(?:\.\d+)?)\s*km")
LEAST_KM = Decimal(300)
MICROPROCESSORS = eccn.parse("3A991.a.1")
"""A case about them states how fast they are, or names their paragraph."""
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
NOT_SUBJECT = "not subject"


def determine(case: Case) -> Determination:
    """Ask the engine; a party of the case is on the list that the case names."""
    return assess(transaction_of(case), watch_of(case), standard_law())


def differences(case: Case) -> list[str]:
    """Compare what VOCABULARY names for this area."""
    determination = determine(case)
    return differing(COMPARED, case.expected, _answers(determination))


def _answers(determination: Determination) -> dict[str, Any]:
    """General Prohibition Seven forbids without a license: unless another agency gives it, BIS."""
    got = answers(determination)
    barred = [
        finding
        for finding in determination.lines[0].findings
        if finding.kind is FindingKind.PROHIBITION
        and finding.general_prohibition == 7
        and finding.holds is YES
    ]
    by_bis = [finding for finding in barred if not finding.agency]
    if by_bis:
        got["licence_required"] = True
        got["controls_hit"] = [*got["controls_hit"], *((one.label,) for one in by_bis)]
    return got


def transaction_of(case: Case) -> Transaction:
    """Make the transaction of a case on an end use."""
    facts = case.facts
    plain = plain_transaction_of(case)
    return replace(
        plain,
        activity=_activity(facts, plain.activity),
        lines=(Line(1, _item(facts, plain.lines[0].item)),),
        parties=_parties(facts, plain.parties),
        end_use=end_use_of(facts),
        actor=ACTOR if "us_person" in facts or "employer_hq" in facts else plain.actor,
        exported_from=plain.exported_from if _is_subject(facts) else None,
        answers=MappingProxyType({**plain.answers, **_said(facts)}),
        ofac_authorization=plain.ofac_authorization,
    )


def _is_subject(facts: Mapping[str, Any]) -> bool:
    item = facts.get("item")
    text = item if isinstance(item, str) else str((item or {}).get("eccn", ""))
    return NOT_SUBJECT not in text and facts.get("subject") is not False


def _activity(facts: Mapping[str, Any], plain: Activity) -> Activity:
    said = str(facts.get("activity", "")).casefold()
    return Activity.FACILITATE if "support" in said else plain


def _said(facts: Mapping[str, Any]) -> dict[str, Truth]:
    said = {}
    if "us_person" in facts:
        said["us_person"] = parse(facts["us_person"])
        said["us_government_duty"] = NO
    if "employer_hq" in facts:
        said["natural_person"] = YES  # who has an employer is no company
    if "employer_majority_owned_by_D5" in facts:
        said["majority_owned_in_d5"] = parse(facts["employer_majority_owned_by_D5"])
    return said


def _parties(facts: Mapping[str, Any], plain: tuple[Party, ...]) -> tuple[Party, ...]:
    end_user = replace(plain[0], military=_military(facts, plain[0].military))
    named = facts.get("party") or {}
    if named:
        end_user = replace(end_user, name=named.get("name", NAME))
    if "us_person" not in facts and "employer_hq" not in facts:
        return (end_user,)
    employer = facts.get("employer_hq")
    return (end_user, Party(name=ACTOR, roles=(), headquarters=employer))


def _military(facts: Mapping[str, Any], plain: Truth) -> Truth:
    """A military-intelligence end user is asked about as such, not as a military one."""
    if facts.get("knowledge") is False:
        return NO
    kind = str((facts.get("end_user") or {}).get("type", "")).casefold()
    return Truth.NO if "intelligence" in kind else plain


def _item(facts: Mapping[str, Any], plain: Item) -> Item:
    said = facts.get("item")
    said = said if isinstance(said, Mapping) else {}
    figures = {
        slug: Decimal(str(said[key])) for key, slug in FIGURES.items() if said.get(key) is not None
    }
    kind = str(said.get("kind", ""))
    found: dict[str, Truth] = {}
    if re.search(r"\b[et]cad\b|computer.aided design", kind, re.IGNORECASE):
        found["ecad_or_tcad"] = YES
    if "maritime" in _use(facts) or "naval" in _use(facts):
        found["for_maritime_nuclear_propulsion"] = YES
    if not figures and plain.eccn is not None and not plain.eccn.is_within(MICROPROCESSORS):
        found["microprocessor"] = NO
    subject = _is_subject(facts)
    return replace(
        plain,
        kind=None if "cad" in kind.casefold() else plain.kind,
        figures=MappingProxyType({**plain.figures, **figures}),
        characteristics=MappingProxyType({**plain.characteristics, **found}),
        for_items=plain.for_items or _made(facts),
        origin=plain.origin if subject else None,
        us_content=plain.us_content if subject else NO,
        us_technology=plain.us_technology if subject else NO,
    )


def _made(facts: Mapping[str, Any]) -> tuple[Eccn, ...]:
    """Read which equipment is to be made, where the case names its entry and paragraph."""
    use = str(facts.get("end_use", ""))
    if not re.search(r"\b(?:production|development|manufacture)\b", use, re.IGNORECASE):
        return ()
    named = (eccn.parse(one["eccn"]) for one in MADE.finditer(use))
    return tuple(one for one in named if one.symbol[1] in "BDE" and not _is_precursor(one))


def _is_precursor(one: Eccn) -> bool:
    return one.symbol.startswith("1")


def _use(facts: Mapping[str, Any]) -> str:
    return str(facts.get("end_use", "")).casefold()


def end_use_of(facts: Mapping[str, Any]) -> EndUse:
    """Read the end use from the words of the case; one that nobody knows of is none."""
    if facts.get("knowledge") is False:
        return EndUse(EndUseKind.CIVIL, "", "nothing that the exporter knows of")
    use = _use(facts)
    for words, read in READINGS:
        if re.search(words, use):
            kind, said = read(use)
            return EndUse(kind, "", use, MappingProxyType(said))
    user = str((facts.get("end_user") or {}).get("type", "")).casefold()
    if "intelligence" in user:
        return EndUse(EndUseKind.MILITARY_INTELLIGENCE, "", user, MappingProxyType(_intelligence()))
    if user and "civil" not in user and re.search(r"military|army|armed|militia|navy", user):
        return EndUse(EndUseKind.MILITARY, "", user)
    return EndUse(EndUseKind.CIVIL, "", use or "civil")


_Read = tuple[EndUseKind, dict[str, Truth]]


def _intelligence() -> dict[str, Truth]:
    """A case that names no service of 744.22(f)(2) is about another one."""
    return {"named_in_744_22_f_2": NO}


def _is_missile(use: str) -> _Read:
    weapons = re.search(r"wmd|weapons? of mass|nuclear|chemical|biological|warhead", use)
    far = FAR.search(use)
    said = {"wmd_delivery": parse(bool(weapons))}
    if far is not None:
        below = (far["sign"] or "").startswith("<")
        said["range_300_km_or_more"] = parse(Decimal(far["km"]) >= LEAST_KM and not below)
    elif re.search(r"missile", use):
        said["range_300_km_or_more"] = YES
    return EndUseKind.MISSILE, said


def _is_chemical(use: str) -> _Read:
    plant = bool(re.search(r"1c350|precursor", use))
    said = {
        "precursor_plant": parse(plant),
        "chemical_or_biological_weapons": parse(not plant or "weapon" in use),
    }
    return EndUseKind.CHEMICAL_BIOLOGICAL, said


def _is_nuclear(use: str) -> _Read:
    safeguarded = bool(re.search(r"(?<!un)safeguarded|civil", use)) and "unsafeguarded" not in use
    cycle = bool(re.search(r"reprocess|enrich|heavy water|isotope|plutonium|fuel cycle", use))
    said = {
        "nuclear_explosive": parse(bool(re.search(r"explosive|weapon|bomb", use))),
        "unsafeguarded_nuclear": parse("unsafeguarded" in use),
        "nuclear_fuel_cycle": parse(cycle),
    }
    if not safeguarded and NO is said["nuclear_explosive"] and not cycle:
        said["unsafeguarded_nuclear"] = parse("unsafeguarded" in use or None)
    return EndUseKind.NUCLEAR, said


def _is_maritime(_: str) -> _Read:
    return EndUseKind.MARITIME_NUCLEAR, {}


def _is_supercomputer(use: str) -> _Read:
    there = re.search(r"china|macau|d:5|beijing", use)
    return EndUseKind.SUPERCOMPUTER, {"in_macau_or_d5": parse(bool(there))}


def _is_semiconductor(use: str) -> _Read:
    """Say which of the questions of 744.23 the case answers."""
    design = bool(re.search(r"design", use))
    said: dict[str, Truth] = {"design_of_advanced_node": parse(design and "advanced" in use)}
    if re.search(r"back.?end|packag|assembl|\btest\b", use):
        said["back_end_only"] = YES
    if re.search(r"unknown|not known|undetermined", use):
        said["node_not_known"] = YES
    elif re.search(r"legacy|mature|not advanced|non-advanced", use):
        said["advanced_node"] = NO
    elif re.search(r"advanced", use) and not design:
        said["advanced_node"] = YES
    elif design or MADE.search(use) or re.search(r"equipment|sme|tool", use):
        said["advanced_node"] = NO
    return EndUseKind.SEMICONDUCTOR, said | _place(use, design) | _equipment(use)


def _place(use: str, design: bool) -> dict[str, Truth]:
    """Where the facility is, when the case says it apart from the destination."""
    there = re.search(r"china|macau|d:5", use)
    elsewhere = re.search(r"(?:in|at) (?:taiwan|korea|japan|germany|the us|united states)", use)
    if there:
        return {"in_macau_or_d5": YES}
    return {"in_macau_or_d5": NO} if elsewhere or not design else {}


def _equipment(use: str) -> dict[str, Truth]:
    if re.search(r"\bsme\b|manufacturing equipment", use) and not MADE.search(use):
        return {"equipment_production": YES}
    named = MADE.search(use)
    if named is None:
        return {"equipment_production": NO}
    return {} if "." in named["eccn"] else {"equipment_production": YES}


def _is_intelligence(_: str) -> _Read:
    return EndUseKind.MILITARY_INTELLIGENCE, _intelligence()


def _is_military(_: str) -> _Read:
    return EndUseKind.MILITARY, {}


READINGS = (
    (r"maritime|naval (?:nuclear|reactor|propulsion)|nuclear submarine", _is_maritime),
    (r"rocket|missile|\buav\b|unmanned|drone", _is_missile),
    (r"biological|chemical|1c350|precursor|nerve agent", _is_chemical),
    (r"supercomputer", _is_supercomputer),
    (
        (
            r"\bic\b|\bics\b|fab\b|integrated circuit|semiconductor|advanced.node|\bsme\b|"
            r"(?:production|development|manufacture) of 3[bde]\d{3}|wafer"
        ),
        _is_semiconductor,
    ),
    (r"nuclear|reactor|enrichment|reprocessing|heavy water", _is_nuclear),
    (r"military.intelligence", _is_intelligence),
    (
        r"^(?!.*(?:non-military|not military)).*(?:military|army|armed forces)",
        _is_military,
    ),
)
"""Words of the cases, in the order in which they are looked for, and how they are read."""
