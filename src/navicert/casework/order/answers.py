"""Tables of answers by slug, such as ``STA.prior_consignee_statement = true``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from navicert.casework.order.document import KeyPath
from navicert.casework.order.limits import MOST_ENTRIES
from navicert.casework.order.notes import shown

_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.()-]{0,99}")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Misfit:
    """What is wrong at some steps of the table."""

    message: str
    steps: KeyPath


@dataclass(frozen=True, slots=True)
class Answers:
    """Each answer's slug, its steps and what was said; and what could not be taken."""

    answers: tuple[tuple[str, KeyPath, object], ...] = ()
    problems: tuple[Misfit, ...] = ()


def flat(value: object, key: str) -> Answers:
    """Bring nested tables to one level: TOML reads ``STA.a = true`` as a table in a table.

    >>> flat({"STA": {"a": True}}, "answers").answers
    (('STA.a', ('answers', 'STA', 'a'), True),)
    """
    if value is None:
        return Answers()
    if not isinstance(value, dict):
        return Answers((), (Misfit(f"{shown(value)} is not a table of yes and no", (key,)),))
    said: list[tuple[str, KeyPath, object]] = []
    problems: list[Misfit] = []
    open_tables: list[tuple[KeyPath, dict[str, object]]] = [((key,), value)]
    while open_tables and len(said) + len(problems) <= MOST_ENTRIES:
        steps, table = open_tables.pop(0)
        for name, answer in table.items():
            below = (*steps, name)
            slug = ".".join(str(step) for step in below[1:])
            if not _SLUG.fullmatch(slug) or len(below) > _DEEPEST:
                problems.append(Misfit(f"{shown(slug)} is not the slug of a condition", below))
            elif isinstance(answer, dict):
                open_tables.append((below, answer))
            else:
                said.append((slug, below, answer))
    if len(said) > MOST_ENTRIES:
        problems.append(Misfit(f"the most answers are {MOST_ENTRIES:,}", (key,)))
        said.clear()
    return Answers(tuple(said), tuple(problems))
