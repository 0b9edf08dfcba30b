from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.screening.queries import read_queries
from navicert.parties.lists.read import read as read_list
from navicert.parties.screening.indexed import change, updated, whole
from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.reading import read
from navicert.parties.screening.segments import Segments

WORDS = ("kangxun", "atlas", "ali", "hasan", "trading", "ltd", "petrov", "kavian", "telecom", "7")
NAME = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
NAMES = st.lists(NAME, max_size=12, unique=True)
AGAIN = st.lists(NAME, max_size=12)


def segments(*groups: list[str]) -> Segments:
    names = [name for group in groups for name in group]
    return Segments(tuple(NameIndex(build(group)) for group in groups), bytes(len(names)))


def brought_up(before: list[str], after: list[str]) -> Segments:
    changed = change(before, after)
    added = NameIndex(build(after[place] for place in changed.added))
    return Segments.of(
        [(len(after), updated(NameIndex(build(before)), changed, added))], bytes(len(after))
    )


def names_of(content: bytes, file: str) -> list[str]:
    return [name.text for listing in read_list(file, content).listings for name in listing.names]


def told(found: Segments, names: list[str], asked: str) -> list[tuple[str, float]]:
    return sorted((names[hit.position], hit.score) for hit in found.search(read(asked), 0.1))


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, NAME)
def test_two_indexes_answer_as_one(one: list[str], other: list[str], asked: str) -> None:
    both = [*one, *(name for name in other if name not in one)]
    apart = segments(one, both[len(one) :])
    assert told(segments(both), both, asked) == told(apart, both, asked)


@settings(max_examples=100, deadline=None)
@given(AGAIN, AGAIN, NAME)
def test_an_updated_index_answers_as_a_new_one_to_the_order_of_its_hits(
    before: list[str], after: list[str], asked: str
) -> None:
    new, old = segments(after), brought_up(before, after)
    assert new.search(read(asked), 0.0) == old.search(read(asked), 0.0)


def test_a_name_that_went_is_found_no_more() -> None:
    found = brought_up(["kangxun telecom", "atlas"], ["atlas"])
    assert [] == found.search(read("kangxun telecom"), 0.1)
    assert [0] == [hit.position for hit in found.search(read("atlas"), 0.1)]


LIGHT = ("E One", "And One", "Kim", "De 7", "Trade", "Bank")


@pytest.mark.parametrize("name", LIGHT)
def test_a_name_of_the_same_words_is_found_whatever_its_score(name: str) -> None:
    found = segments(["atlas"], [*LIGHT, *(f"{word} Kangxun" for word in LIGHT)])
    told = found.search(read(name.upper()), 0.5)
    assert LIGHT.index(name) + 1 in [hit.position for hit in told if hit.same]
    assert all(hit.score >= 0.5 for hit in told if not hit.same)


def test_a_name_of_the_same_words_is_found_behind_any_number_of_likelier_ones() -> None:
    found = segments([*(f"Kim {number}" for number in range(300)), "Kim", "Li Kim"])
    assert [300] == [hit.position for hit in found.search(read("kim"), 0.5) if hit.same]


def test_a_name_of_light_words_that_went_is_found_no_more() -> None:
    found = brought_up(["e one", "atlas"], ["atlas", "e two"])
    assert [] == found.search(read("e one"), 0.5)
    assert [1] == [hit.position for hit in found.search(read("e two"), 0.5)]


def test_several_lists_keep_their_places() -> None:
    lists = [["petrov", "atlas"], ["kangxun", "hasan"]]
    changed = change(["hasan"], lists[1])
    second = updated(NameIndex(build(["hasan"])), changed, NameIndex(build(["kangxun"])))
    found = Segments.of([(2, whole(lists[0])), (2, second)], bytes(4))
    names = [name for one in lists for name in one]
    assert names == [names[found.search(read(name), 0.1)[0].position] for name in names]


@pytest.mark.parametrize(
    ("before", "after", "kept", "added"),
    [
        (["a", "b"], ["a", "b"], (0, 1), ()),
        (["a", "b", "c"], ["a", "c"], (0, -1, 1), ()),
        (["a", "c"], ["a", "b", "c"], (0, 2), (1,)),
        (["a", "a"], ["a"], (0, -1), ()),
        (["a", "b"], ["b", "a"], (-1, 0), (1,)),
        ([], ["a"], (), (0,)),
        (["a"], [], (-1,), ()),
    ],
)
def test_a_change_keeps_the_order_of_what_stays(
    before: list[str], after: list[str], kept: tuple[int, ...], added: tuple[int, ...]
) -> None:
    assert (kept, added) == change(before, after)


@given(AGAIN, AGAIN)
def test_every_name_is_kept_or_added_once(before: list[str], after: list[str]) -> None:
    kept, added = change(before, after)
    places = [place for place in kept if place >= 0]
    assert places == sorted(set(places))
    assert list(range(len(after))) == sorted([*places, *added])
    assert all(before[number] == after[place] for number, place in enumerate(kept) if place >= 0)


def test_the_list_of_2026_over_that_of_2022_answers_as_one_of_its_own(corpus: Path) -> None:
    files = ("csl-2022-04.csv.gz", "csl-2026-07-31.jsonl.gz")
    old, new = (names_of((corpus / "lists" / file).read_bytes(), file) for file in files)
    queries = read_queries(corpus / "matching" / "retrieval" / "queries.jsonl.gz")[::7]
    assert 1000 < len(queries)
    fresh, updated_one = segments(new), brought_up(old, new)
    for query in queries:
        assert fresh.search(read(query.text), 0.3) == updated_one.search(read(query.text), 0.3)
