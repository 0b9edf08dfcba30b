"""A name that is asked, and what its comparison with any listed name needs, worked out once."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.parties.screening.navicert_1.reading import Reading
from navicert.parties.screening.navicert_1.weights import is_known, weight
from navicert.parties.screening.navicert_1.words import known

_AMBIGUOUS_FORMS = frozenset({"de", "e", "y", "as"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One reading of a name; ``weights`` and ``known`` have for each word what is known of it.

    ``in_order`` are its words in alphabetic order, ``as_one`` its words written as one. ``marked``
    tells that a word is of a script that is not compared letter by letter.
    """

    words: tuple[str, ...]
    marks: tuple[str, ...]
    weights: tuple[float, ...]
    known: tuple[bool, ...]
    in_order: str
    as_one: str
    figures: frozenset[str]
    has_form: bool
    marked: bool

    @classmethod
    def of(cls, reading: Reading) -> Asked:
        """Work it out."""
        words, forms = reading.words, known().forms
        return cls(
            words,
            reading.marks,
            weights=tuple(map(weight, words)),
            known=tuple(map(is_known, words)),
            in_order=" ".join(sorted(words)),
            as_one="".join(words),
            figures=figures(words),
            has_form=any(word in forms and word not in _AMBIGUOUS_FORMS for word in words),
            marked=bool(reading.marks) and all(reading.marks),
        )


def figures(words: tuple[str, ...]) -> frozenset[str]:
    """Give the words that are numbers.

    >>> figures(("plant", "7"))
    frozenset({'7'})
    """
    return frozenset([word for word in words if word.isdigit()])
