"""An order's clauses against the standard ones: the same words, listed variants, or a difference.

Words are compared in order, without case, punctuation and hyphens. Names of the denied person and
of the regulations count as one word each, and every variant that is taken for the standard is one
that ``law/ear/764/denial_words.toml`` lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from navicert.law.tables.denial_words import ClauseWords, DenialWords
from navicert.undertakings.federal_register.notice import (
    ClauseRead,
    ExtraClause,
    Verdict,
)
from navicert.undertakings.federal_register.operative import ORDINALS, Parts, Piece

ALIKE = 0.55
"""How much of a clause's words a paragraph must share to be taken for it."""
MOST_WORDS = 600
_SHOWN = 40

_WORD = re.compile(r"@?[a-z0-9§]+(?:\.\d+)*")
_BEGINNING = 160


@dataclass(frozen=True, slots=True)
class Held:
    """An order's words held against the standard ones."""

    clauses: tuple[ClauseRead, ...]
    extra: tuple[ExtraClause, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """How an order calls the denied persons."""

    names: tuple[str, ...]

    def put(self, text: str, words: DenialWords) -> str:
        """Write each name of the denied person and of the rules as one word."""
        for name in words.called["@rules"]:
            text = re.sub(rf"\b{re.escape(name)}(?!\w)", " @rules ", text, flags=re.IGNORECASE)
        for name in (*words.called["@person"], *sorted(self.names, key=lambda n: (-len(n), n))):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?:'s)?(?!\w)", " @person ", text)
        return text


def hold(parts: Parts, names: Names, words: DenialWords) -> Held:
    """Find each clause among the pieces, and what else is ordered."""
    found: dict[str, ClauseRead] = {}
    extra: list[ExtraClause] = []
    for piece in parts.pieces:
        told = _words(names.put(piece.text, words))
        clause = _clause_of(piece, told, words, frozenset(found))
        if clause is not None:
            found[clause.id] = _compared(piece, told, clause, words)
        elif piece.ordinal or piece.letter:
            extra.append(_extra(piece, words))
    gone = [_not_there(clause, parts, found) for clause in words.clauses if clause.id not in found]
    clauses = {clause.id: clause for clause in (*found.values(), *gone)}
    return Held(tuple(clauses[clause.id] for clause in words.clauses), tuple(extra))


def _words(text: str) -> tuple[str, ...]:
    plain = text.lower().replace("-", "").replace("u.s.c.", "usc")
    plain = re.sub(r"(?<=\d)\(([a-z0-9]+)\)", r"\1", plain)
    found = _WORD.findall(plain)[:MOST_WORDS]
    return tuple(found[1:] if found[:1] == ["that"] else found)


def _clause_of(
    piece: Piece, told: tuple[str, ...], words: DenialWords, taken: frozenset[str]
) -> ClauseWords | None:
    """Give the clause that the piece is most like, if it is like any that is not taken."""
    if not (piece.ordinal or piece.letter) or not told:
        return None
    free = [clause for clause in words.clauses if clause.id not in taken]
    scored = [(_likeness(_tail(told, clause), clause), clause) for clause in free]
    best = max(scored, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[0] >= ALIKE else None


def _likeness(told: tuple[str, ...], clause: ClauseWords) -> float:
    matcher = SequenceMatcher(None, told, clause.words.split(), autojunk=False)
    hopeless = matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE
    return 0.0 if hopeless else matcher.ratio()


def _tail(told: tuple[str, ...], clause: ClauseWords) -> tuple[str, ...]:
    """Leave out what stands before the words where the clause begins."""
    head = tuple(clause.starts_at.split())
    places = [n for n in range(len(told)) if told[n : n + len(head)] == head] if head else []
    return told[places[-1] :] if places else told


def _compared(
    piece: Piece, told: tuple[str, ...], clause: ClauseWords, words: DenialWords
) -> ClauseRead:
    text = _without_last_joint(_tail(told, clause), clause)
    plain, variants = _in_standard_words(text, clause, words)
    standard = tuple(clause.words.split())
    difference = () if plain == standard else tuple(_differences(plain, standard))
    verdict = Verdict.DIFFERS if difference else Verdict.STANDARD
    return ClauseRead(clause.id, verdict, piece.line, variants, difference)


def _without_last_joint(told: tuple[str, ...], clause: ClauseWords) -> tuple[str, ...]:
    """Leave out the "or" that joins a clause to the next; a standard one never ends so."""
    return told[:-1] if told[-1:] in {("or",), ("and",)} and "." in clause.id else told


def _in_standard_words(
    told: tuple[str, ...], clause: ClauseWords, words: DenialWords
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    text, used = f" {' '.join(told)} ", []
    for variant in words.variants:
        within = f" {variant.words} " in f" {variant.standard} "
        is_standard = within and f" {variant.standard} " in text
        here = variant.clause in {clause.id, "*"} and not is_standard
        if here and f" {variant.words} " in text:
            text = text.replace(f" {variant.words} ", f" {variant.standard} ", 1)
            used.append(variant.words)
    return tuple(text.split()), tuple(used)


def _differences(told: tuple[str, ...], standard: tuple[str, ...]) -> Iterable[str]:
    matcher = SequenceMatcher(None, standard, told, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        before = " ".join(standard[max(0, a - 3) : a])
        at = f" after '{before}'" if before else " at the beginning"
        if what == "insert":
            yield f"adds '{_short(told[c:d])}'{at}"
        elif what == "delete":
            yield f"leaves out '{_short(standard[a:b])}'{at}"
        elif what == "replace":
            yield f"says '{_short(told[c:d])}' for '{_short(standard[a:b])}'{at}"


def _short(words: tuple[str, ...]) -> str:
    more = " ..." if len(words) > _SHOWN else ""
    return " ".join(words[:_SHOWN]) + more


def _not_there(clause: ClauseWords, parts: Parts, found: dict[str, ClauseRead]) -> ClauseRead:
    """Say whether the order lacks a clause, or only this text does.

    Where the numbers or letters beside it run on without a gap, the order has no more of them.
    """
    head, _, letter = clause.id.partition(".")
    if letter:
        number = ORDINALS.index(head) + 1
        beside = [ord(p.letter) - 64 for p in parts.pieces if p.letter and p.under == number]
    else:
        beside = [p.ordinal for p in parts.pieces if p.ordinal]
    runs_on = len(beside) > 1 and beside == list(range(1, len(beside) + 1))
    is_known = runs_on and (not letter or head in found)
    return ClauseRead(clause.id, Verdict.MISSING if is_known else Verdict.ABSENT)


def _extra(piece: Piece, words: DenialWords) -> ExtraClause:
    text = piece.text.lower()
    about = next((a.id for a in words.also if all(mark in text for mark in a.marks)), "")
    return ExtraClause(piece.label, about, piece.text[:_BEGINNING], piece.line)
