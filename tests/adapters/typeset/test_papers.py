from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from navicert.adapters.typeset.papers import TypstPapers
from navicert.errors import UnreadableFile
from navicert.undertakings.disclosures.paper import paper_of
from tests.undertakings.disclosures.cases import edition, status, whole

DAY = date(2026, 10, 20)


def data(*, draft: bool = False) -> dict[str, Any]:
    return paper_of(status(whole(), DAY), edition(DAY), draft=draft)


def test_the_same_data_and_day_give_the_same_bytes() -> None:
    one, other = (TypstPapers().pdf("disclosure", data(), DAY) for _ in range(2))
    assert one.startswith(b"%PDF-")
    assert one == other
    assert one != TypstPapers().pdf("disclosure", data(), date(2026, 10, 21))


def test_a_draft_is_another_paper() -> None:
    assert TypstPapers().pdf("disclosure", data(draft=True), DAY) != TypstPapers().pdf(
        "disclosure", data(), DAY
    )


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "*bold* _it_ $x$ #let a = 1 \\ // /* ]]",
        "x" * 20_000,
        "\u4e2d\u6587 \u202e\u0007 \U0001f600 \u0627 e\u0301",
        "line\n" * 3_000,
        '"; panic("',
    ],
)
def test_any_text_is_set_as_text(text: str) -> None:
    told = data()
    told["what"] = told["who"] = told["items"][0][0] = told["attachments"][0][3] = text
    assert TypstPapers().pdf("disclosure", told, DAY).startswith(b"%PDF-")


def test_a_paper_without_a_template_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"letter\.typ is missing"):
        TypstPapers().pdf("letter", {}, DAY)


def test_a_paper_that_lacks_its_data_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="cannot be set"):
        TypstPapers().pdf("disclosure", {}, DAY)


def test_why_there_are_no_items_is_printed() -> None:
    told = data() | {"items": [], "no_items": "It concerns a letter."}
    one = TypstPapers().pdf("disclosure", told, DAY)
    assert one != TypstPapers().pdf("disclosure", told | {"no_items": ""}, DAY)
