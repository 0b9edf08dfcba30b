"""A case as the TOML to go on from: what is said, and each key that is not said yet, with a word.

What is written here reads back as the same case; attachments are named, their bytes are elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from navicert.undertakings.disclosures import case as form
from navicert.undertakings.disclosures.case import Case

HEAD = """\
# A voluntary self-disclosure (15 CFR 764.5); docs/disclosures.md explains every key.
# Take the # from a key, and from the [table] above it, and say it. What is left out is not said,
# and a day that is left out has not come. Then: navicert disclose open FILE
"""
_DAY = "YYYY-MM-DD"
_TEXT = '"..."'
_HINTS: Mapping[str, str] = {
    "gravity": '"significant"                     # or "minor"; left out: as a significant one',
    "known_before": "false                    # an agency knew of it from another source",
    "authorized_by_management": "true           # 764.5(b)(5)",
    "boycott": "false                         # 764.8 then, which is not kept here",
    "decided_not_to_disclose": "false",
    "no_items": '"..."                        # why: a false statement (764.2(g)), for instance',
    "kind": '"shipping"                        # or "licensing", "other"',
    "has_authority": "true",
    "oral": "false",
    "act": '"deal"                             # or "return_to_us", "reexport_or_transfer" ...',
    "copy": '"notification.pdf"                # an attached file',
    "value_usd": '"31200.00"',
}
_LISTS: Mapping[str, type[Struct]] = {
    "extension": form.Extension,
    "person": form.Involved,
    "item": form.DisclosedItem,
    "attachment": form.Attachment,
    "later_act": form.Leave,
}
_TABLES: Mapping[str, type[Struct]] = {
    "contact": form.Contact,
    "notification": form.Notification,
    "narrative": form.Narrative,
    "no_documents": form.NoDocuments,
    "certification": form.Certification,
}
_KEPT = frozenset(("sha256", "size"))
"""Keys of an attachment that are worked out when it is taken in."""


def template(case: Case) -> str:
    """Give a case as TOML.

    >>> text = template(Case(id="VSD-1", discovered=date(2026, 3, 2)))
    >>> [line for line in text.splitlines() if line and not line.startswith("#")]
    ['[disclosure]', 'id = "VSD-1"', 'discovered = 2026-03-02']
    """
    return "\n".join((HEAD, *_written(case))) + "\n"


def _written(case: Case) -> Iterator[str]:
    yield "[disclosure]"
    for one in fields(Case):
        if one.name not in _TABLES and one.name not in _LISTS:
            yield _line(one, getattr(case, one.name))
    for name, kind in _TABLES.items():
        told = getattr(case, name)
        is_said = told is not None and any(
            getattr(told, one.name) != one.default for one in fields(kind)
        )
        yield from _table(f"[disclosure.{name}]", kind, told if is_said else None)
    for name, kind in _LISTS.items():
        for told in getattr(case, name) or (None,):
            yield from _table(f"[[disclosure.{name}]]", kind, told)


def _table(head: str, kind: type[Struct], told: Struct | None) -> Iterator[str]:
    """Write a table, or where nothing is said of it, how it would be written."""
    yield ""
    yield head if told is not None else f"# {head}"
    for one in fields(kind):
        if one.name not in _KEPT:
            yield _line(one, None if told is None else getattr(told, one.name))


def _line(one: FieldInfo, value: object) -> str:
    if value is None or (one.default is not NODEFAULT and value == one.default):
        return f"# {one.name} = {_hint(one)}"
    return f"{one.name} = {_value(value)}"


def _hint(one: FieldInfo) -> str:
    if one.name in _HINTS:
        return _HINTS[one.name]
    return _DAY if "date" in str(one.type) else _TEXT


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
