"""The reference values of an advanced file: what each number in it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from navicert.parties.lists.xml_elements import Element

_SETS = (
    *("AliasType", "AreaCode", "AreaCodeType", "CalendarType", "Country", "CountryRelevance"),
    *("DecisionMakingBody", "DetailReference", "DetailType", "DocNameStatus", "EntryEventType"),
    *("EntryLinkType", "ExRefType", "FeatureType", "FeatureTypeGroup", "IDRegDocDateType"),
    *("IDRegDocType", "IdentityFeatureLinkType", "LegalBasis", "LegalBasisType", "List"),
    *("LocPartType", "LocPartValueStatus", "LocPartValueType", "NamePartType", "Organisation"),
    *("PartySubType", "PartyType", "RelationQuality", "RelationType", "Reliability"),
    *("SanctionsProgram", "SanctionsType", "Script", "ScriptStatus", "SubsidiaryBody"),
    *("SupInfoType", "TargetType", "Validity"),
)
SETS = frozenset(f"{name}Values" for name in _SETS)


@dataclass(frozen=True, slots=True)
class Value:
    """One reference value: its text, and its attributes but for the number."""

    text: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Values:
    """Every reference value by the name of its kind and its number."""

    by_kind: dict[str, dict[str, Value]] = field(default_factory=dict)

    def add(self, values: Element) -> None:
        """Take one set of values."""
        kind = values.tag.removesuffix("Values")
        known = self.by_kind.setdefault(kind, {})
        for element in values.each(kind):
            number, attributes = element.attribute("ID"), element.attributes()
            known[number] = Value(" ".join(element.words().split()), attributes)
        done(values)

    def text(self, kind: str, number: str, place: Element) -> str:
        """Give the text of a value; refuses a number that no value has."""
        return self.value(kind, number, place).text

    def value(self, kind: str, number: str, place: Element) -> Value:
        """Give a value; refuses a number that no value has."""
        found = self.by_kind.get(kind, {}).get(number)
        if found is None:
            raise place.refused(f"{number[:40]!r} is the number of no {kind} in this file")
        return found


def done(element: Element) -> None:
    """Leave an element; what attributes it has left are numbers within the file.

    Refuses one that is a change to another file, and one of which a child is left.
    """
    if "DeltaAction" in element.attributes():
        raise element.refused("this is a file of changes; give the whole list")
    element.finish()
