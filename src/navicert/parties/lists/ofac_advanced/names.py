"""Names of an advanced file: aliases of an identity, each in one or more scripts, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from navicert.facts.listing import ListedName, NameKind
from navicert.parties.lists.ofac_advanced import dates
from navicert.parties.lists.ofac_advanced.values import Values, done
from navicert.parties.lists.told import Told, together
from navicert.parties.lists.xml_elements import Element
from navicert.terms import partial_date

_SURNAMES = frozenset({"Last Name", "Maiden Name", "Patronymic", "Matronymic"})
_LATIN = "Latin"
_KINDS: Mapping[str, NameKind] = {
    "Name": NameKind.ALIAS,
    "A.K.A.": NameKind.ALIAS,
    "N.K.A.": NameKind.ALIAS,
    "F.K.A.": NameKind.FORMER,
}


def read(identity: Element, values: Values) -> Told:
    """Read the names of an identity; that which the file calls primary is the first.

    A surname stands before a comma, as in OFAC's other forms.
    """
    groups = _groups(identity, values)
    own: list[Told] = []
    others: list[Told] = []
    for alias in identity.each("Alias"):
        primary = alias.attribute("Primary") == "true"
        told = _of_alias(alias, groups, values)
        if primary and not own:
            own.append(Told(names=tuple(_own_first(told.names)), details=told.details))
        else:
            others.append(told)
    return together((*own, *others))


def _own_first(names: tuple[ListedName, ...]) -> Iterator[ListedName]:
    """Make the first Latin name of the primary alias the party's own."""
    own = next((name for name in names if not name.script), names[0] if names else None)
    if own is not None:
        yield ListedName(own.text, NameKind.PRIMARY, own.script)
        yield from (name for name in names if name is not own)


def _groups(identity: Element, values: Values) -> Mapping[str, str]:
    """Give the type of each group of name parts by its number."""
    types: dict[str, str] = {}
    for groups in identity.each("NamePartGroups"):
        for master in groups.each("MasterNamePartGroup"):
            for group in master.each("NamePartGroup"):
                number, of_type = group.attribute("ID"), group.attribute("NamePartTypeID")
                types[number] = values.text("NamePartType", of_type, group)
                done(group)
            done(master)
        done(groups)
    return types


def _of_alias(alias: Element, groups: Mapping[str, str], values: Values) -> Told:
    of_type = values.text("AliasType", alias.attribute("AliasTypeID"), alias)
    if of_type not in _KINDS:
        raise alias.refused(f"the type {of_type[:40]!r} is none of {', '.join(_KINDS)}")
    kind = _KINDS[of_type]
    if alias.attribute("LowQuality") == "true" and kind is NameKind.ALIAS:
        kind = NameKind.WEAK
    names: list[ListedName] = []
    said = [comment.words() for comment in alias.each("Comment")]
    said += [partial_date.format(dates.period(one)) for one in alias.each("DatePeriod")]
    for name in alias.each("DocumentedName"):
        said += _said(name, values)
        text, script = _documented(name, groups, values)
        if text:
            names.append(ListedName(text, kind, script))
    done(alias)
    whose = names[0].text if names else ""
    details = (("Alias", f"{whose}: {text}") for text in said if text)
    return Told(names=tuple(names), details=tuple(details))


def _said(name: Element, values: Values) -> list[str]:
    """Give what stands beside a name: comments, and the countries where it is used."""
    said = [comment.words() for comment in name.each("Comment")]
    for country in name.each("DocumentedNameCountry"):
        said.append(values.text("Country", country.attribute("CountryID"), country))
        said += [comment.words() for comment in country.each("Comment")]
        done(country)
    return said


def _documented(name: Element, groups: Mapping[str, str], values: Values) -> tuple[str, str]:
    surnames: list[str] = []
    others: list[str] = []
    scripts: list[str] = []
    for part in name.each("DocumentedNamePart"):
        around = [part.attribute(tag) for tag in ("LeadingChars", "TrailingChars")]
        for value in part.each("NamePartValue"):
            group, script = value.attribute("NamePartGroupID"), value.attribute("ScriptID")
            value.attributes()
            surname = groups.get(group, "") in _SURNAMES
            (surnames if surname else others).append(around[0] + value.words() + around[1])
            scripts.append(values.text("Script", script, value) if script else _LATIN)
        done(part)
    done(name)
    joined = (" ".join(" ".join(parts).split()) for parts in (surnames, others))
    other = next((script for script in scripts if script != _LATIN), "")
    return ", ".join(filter(None, joined)), other
