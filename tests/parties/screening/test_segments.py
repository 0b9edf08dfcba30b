from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.reading import read
from navicert.parties.screening.segments import Segments

WORDS = ("kangxun", "atlas", "ali", "hasan", "trading", "ltd", "petrov", "kavian", "telecom", "7")
NAME = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
NAMES = st.lists(NAME, max_size=12, unique=True)


def segments(*groups: list[str]) -> Segments:
    names = [name for group in groups for name in group]
    return Segments(tuple(NameIndex(build(group)) for group in groups), bytes(len(names)))


def told(found: Segments, names: list[str], asked: str) -> list[tuple[str, float]]:
    return sorted((names[hit.position], hit.score) for hit in found.search(read(asked), 0.1))


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, NAME)
def test_two_indexes_answer_as_one(one: list[str], other: list[str], asked: str) -> None:
    both = [*one, *(name for name in other if name not in one)]
    apart = segments(one, both[len(one) :])
    assert told(segments(both), both, asked) == told(apart, both, asked)


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, NAME)
def test_an_updated_index_answers_as_a_new_one(
    before: list[str], after: list[str], asked: str
) -> None:
    gone = [place for place, name in enumerate(before) if name not in after]
    added = [name for name in after if name not in before]
    updated = segments(before).updated(gone, NameIndex(build(added)), bytes(len(added)))
    assert told(segments(after), after, asked) == told(updated, [*before, *added], asked)


def test_a_name_that_went_is_found_no_more() -> None:
    updated = segments(["kangxun telecom", "atlas"]).updated([0], NameIndex(build([])), b"")
    assert [] == updated.search(read("kangxun telecom"), 0.1)
    assert updated.search(read("atlas"), 0.1)
