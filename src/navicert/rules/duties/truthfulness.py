"""Truthfulness: false statements, and representations that go on (15 CFR 764.2(g))."""

from __future__ import annotations

from navicert.law.edition import Edition
from navicert.rules.duties.answer import Answer
from navicert.terms.truth import Truth


def violation(slug: str, edition: Edition) -> Answer[str]:
    """Name the paragraph of 764.2 that an act violates, by its slug."""
    found = next(one for one in edition.duties().violations if one.slug == slug)
    return Answer(found.paragraph, f"15 CFR {found.paragraph}", found.says)


def must_notify(material_change: Truth) -> Answer[Truth]:
    """Whoever represented something tells BIS of a material change at once, in writing."""
    said = "tell BIS and the other agencies at once, in writing"
    return Answer(material_change, "15 CFR 764.2(g)(2)", said)
