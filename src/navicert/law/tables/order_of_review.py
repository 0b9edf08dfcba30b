"""The order of review: what an exporter asks before saying EAR99 (Supplement No. 4 to part 774)."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Question:
    """One question; a yes means that an entry, or another agency's list, has the item."""

    slug: str
    asks: str
    citation: str


@dataclass(frozen=True, slots=True)
class OrderOfReview:
    """The questions in their order, and the slug that says that all were asked."""

    done: str
    questions: tuple[Question, ...]


def read(shelf: Shelf) -> OrderOfReview:
    """Read the order of review from the shelf."""
    document = shelf.document("774/order_of_review.toml")
    questions = tuple(
        Question(row["slug"], row["asks"], row["citation"]) for row in document["question"]
    )
    return OrderOfReview(document["done"], questions)
