"""The titles of the temporary denials that the corpus' index names, labeled by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from navicert.undertakings.federal_register.notice import NoticeKind
from tests.undertakings.federal_register.texts import barring, clauses, the_order

FIRST = "Order Temporarily Denying Export Privileges"
RENEWED = "Order Renewing Order Temporarily Denying Export Privileges"
URAL = f"{FIRST}; URAL Airlines JSC, Utrenniy Lane 1-g, Yekaterinburg, Russia 620025"
LABELS = {
    "2020-01118": (FIRST, NoticeKind.TEMPORARY),
    "2022-10674": (RENEWED, NoticeKind.RENEWAL),
    "2022-22675": (URAL, NoticeKind.TEMPORARY),
    "2022-24682": (RENEWED, NoticeKind.RENEWAL),
    "2022-27347": (FIRST, NoticeKind.TEMPORARY),
    "2023-19332": (FIRST, NoticeKind.TEMPORARY),
    "2023-24310": (RENEWED, NoticeKind.RENEWAL),
    "2025-02455": (FIRST, NoticeKind.TEMPORARY),
    "2025-05803": (FIRST, NoticeKind.TEMPORARY),
    "2025-19727": (RENEWED, NoticeKind.RENEWAL),
}


@pytest.mark.parametrize("document", LABELS)
def test_the_title_alone_tells_a_temporary_denial_from_its_renewal(document: str) -> None:
    title, kind = LABELS[document]
    order = the_order(f"{title}\n\n{barring('Borealis Trading Ltd.')}\n{clauses()}")
    assert (title, kind) == (order.title, order.kind)
    assert order.end is None


def test_the_labels_are_the_temporary_denials_of_the_index(corpus: Path) -> None:
    with (corpus / "orders" / "federal-register-index.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if FIRST in row["title"]]
    assert {row["doc"]: row["title"] for row in rows} == {
        document: title for document, (title, _) in LABELS.items()
    }
    assert {"No summary provided."} == {row["abstract"] for row in rows}
