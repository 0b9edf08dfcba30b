"""The checklist: what the notification and the narrative have to contain, and what is lacking."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from navicert.law.edition import Edition
from navicert.law.tables.duties import DisclosureContent
from navicert.undertakings.disclosures.case import Case

NOTIFICATION, ABBREVIATED, NARRATIVE = "notification", "abbreviated", "narrative"
DOCUMENTS = ("licensing", "shipping", "other")


@dataclass(frozen=True, slots=True)
class Checked:
    """One content of one document: ``lacks`` says what is missing, empty when it is there."""

    document: str
    key: str
    citation: str
    says: str
    lacks: str

    @property
    def is_there(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.lacks


def documents_of(case: Case) -> tuple[str, ...]:
    """Give the documents that a case needs: one for a minor violation, else two."""
    return (ABBREVIATED,) if case.is_abbreviated else (NOTIFICATION, NARRATIVE)


def checklist(case: Case, edition: Edition) -> tuple[Checked, ...]:
    """Hold a case against each content of its documents; raises LawNotCovered before 2024."""
    contents = edition.duties().disclosures_on(edition.day).contents
    return tuple(
        _checked(case, document, content)
        for document in documents_of(case)
        for content in contents
        if document in content.of
    )


def _checked(case: Case, document: str, content: DisclosureContent) -> Checked:
    lacking = lacks(case, content.key)
    return Checked(document, content.key, content.citation, content.says, lacking)


def lacks(case: Case, key: str) -> str:
    """Say what is missing of one content of a case; empty when it is there."""
    return _LACKS.get(key, _text)(case, key)


def _text(case: Case, key: str) -> str:
    there = getattr(case, key, None) or getattr(case.narrative, key, None)
    return "" if isinstance(there, str) and there.strip() else "nothing is said"


def _contact(case: Case, _: str) -> str:
    return f"not said: {', '.join(case.contact.lacks)}" if case.contact.lacks else ""


def _persons(case: Case, _: str) -> str:
    if not case.person:
        return "nobody is named"
    bare = [one.name for one in case.person if not one.address.strip()]
    return f"no address of {', '.join(bare)}" if bare else ""


def _items(case: Case, _: str) -> str:
    if not case.item:
        return "" if case.no_items.strip() else "no item is named, and no_items does not say why"
    if case.no_items.strip():
        return "items are named, and no_items says that there are none: take one of them out"
    bare = [f"{one.description}: {', '.join(one.lacks)}" for one in case.item if one.lacks]
    return f"not said of {'; '.join(bare)}" if bare else ""


def _documents(case: Case, key: str) -> str:
    if any(one.kind == key for one in case.attachment) or getattr(case.no_documents, key).strip():
        return ""
    return f"no document is attached, and no_documents.{key} does not say why"


def _nature(case: Case, _: str) -> str:
    told = case.narrative
    if not (told.kind_of_violation.strip() or case.what.strip()):
        return "narrative.kind_of_violation is not said"
    return "" if told.when_and_how.strip() else "narrative.when_and_how is not said"


def _certification(case: Case, _: str) -> str:
    signed = case.certification
    if signed is None or signed.signed is None:
        return "nobody has signed it"
    return "" if signed.has_authority else f"{signed.by}: not said to have the authority to sign"


_LACKS: Mapping[str, Callable[[Case, str], str]] = {
    "contact": _contact,
    "person": _persons,
    "item": _items,
    "certification": _certification,
    "nature": _nature,
    **dict.fromkeys(DOCUMENTS, _documents),
}
