"""The reader against what a person read in the texts of the corpus, before there was a reader."""

from __future__ import annotations

import re
from pathlib import Path

from tools.read_orders import agreement, labels, readings


def test_every_field_of_every_labelled_order_is_as_a_person_read_it(corpus: Path) -> None:
    told = agreement(readings(corpus / "orders" / "federal-register"), labels())
    assert [] == [f"{one.document}: {one.field}: {one.found!r}" for one in told if not one.agrees]
    assert 20 * 12 + 4 == len(told)


def test_no_order_of_the_corpus_is_refused_and_nothing_else_is_taken_for_one(corpus: Path) -> None:
    found = readings(corpus / "orders" / "federal-register")
    assert (100, 37) == (len(found), sum(1 for one in found.values() if one.orders))


def test_the_corpus_has_orders_of_one_kind_alone_as_the_page_says(corpus: Path) -> None:
    """Whoever adds another kind to the corpus labels it first, and mends docs/denial-orders.md."""
    folder = corpus / "orders" / "federal-register"
    kinds = {order.kind for one in readings(folder).values() for order in one.orders}
    assert {"conviction"} == kinds
    texts = [path.read_text(encoding="utf-8-sig") for path in sorted(folder.glob("*.txt"))]
    assert (1, 1, 37) == tuple(
        sum(1 for text in texts if re.search(words, text))
        for words in (
            r"766\.24|[Tt]emporar(y|ily) [Dd]en",
            r"766\.18|[Ss]ettlement [Aa]greement",
            r"766\.23",
        )
    )


def test_twenty_orders_are_labelled_and_four_other_notices() -> None:
    told = labels()
    assert (20, 4) == (len(told["order"]), len(told["refused"]))
