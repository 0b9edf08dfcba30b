"""The index finds whatever the comparison would, without looking at everything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from navicert.parties.screening import names
from navicert.parties.screening.compare import compare
from navicert.parties.screening.index import NameIndex

LISTED = ("Kangxun Works Ltd", "Zhong Xing", "ZTE Corporation", "Atlas Shipping LLC", "Huawei")
EDITS = st.sampled_from([(w, a, x) for w in LISTED for a in range(len(w) + 1) for x in "aeo 7"])


@given(EDITS, st.sampled_from(["add", "change", "lose"]))
def test_no_match_is_lost_by_looking_at_candidates_only(
    edit: tuple[str, int, str], what: str
) -> None:
    text, at, letter = edit
    after = text[at:] if what == "add" else text[at + 1 :]
    asked = names.read(text[:at] + ("" if what == "lose" else letter) + after)
    index = NameIndex.of(LISTED)
    met = {p for p, listed in enumerate(index.names) if compare(asked, listed)}
    assert met <= set(index.candidates(asked))


def test_candidates_come_in_one_order() -> None:
    index = NameIndex.of(["Atlas Two", "Atlas One", "One Atlas"])
    assert index.candidates(names.read("One Atlas")) == (1, 2)


def test_an_empty_index_has_no_candidates() -> None:
    assert NameIndex.of(()).candidates(names.read("Anybody")) == ()
