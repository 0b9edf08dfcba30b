from __future__ import annotations

from fractions import Fraction

import pytest

from benchmarks.screening.metric import Answer, first, is_found, percentile, recall, threshold
from benchmarks.screening.queries import ALIASES, Query

HALF, ONE_PERCENT = Fraction(1, 2), Fraction(1, 100)


def clean(text: str) -> Query:
    return Query(text, "person", frozenset(), "clean")


def positive(expected: str, kind: str = "typo") -> Query:
    return Query(f"asks for {expected}", "person", frozenset({expected}), kind)


def test_the_threshold_is_the_score_of_the_last_clean_name_that_may_alert() -> None:
    assert 0.6 == threshold([0.1, 0.6, 0.9, 0.5], HALF)


def test_one_percent_of_a_hundred_clean_names_is_one() -> None:
    assert 0.99 == threshold([place / 100 for place in range(100)], ONE_PERCENT)


def test_a_share_is_rounded_down() -> None:
    assert 0.98 == threshold([place / 100 for place in range(99, 50, -1)], Fraction(5, 100))


def test_clean_names_with_the_same_score_alert_together_or_not_at_all() -> None:
    assert 0.9 == threshold([0.9, 0.8, 0.8, 0.1], HALF)


def test_a_threshold_lies_above_the_clean_names_when_none_may_alert() -> None:
    least = threshold([0.7, 0.7, 0.7], HALF)
    assert least > 0.7
    assert pytest.approx(0.7) == least
    assert threshold([0.4], ONE_PERCENT) > 0.4


def test_clean_names_without_a_result_never_alert() -> None:
    assert 0.0 == threshold([None, None, 0.8, 0.9], HALF)
    assert 0.9 == threshold([None, 0.7, 0.8, 0.9], Fraction(1, 4))


def test_the_share_of_alerts_is_never_exceeded() -> None:
    for worth in range(1, 8):
        best = [place * worth % 5 / 5 for place in range(60)]
        for share in (Fraction(1, 20), Fraction(1, 5), HALF):
            least = threshold(best, share)
            assert sum(score >= least for score in best) <= share * len(best)


def test_an_expected_party_counts_at_the_threshold_and_not_below() -> None:
    answer = (("other", 0.9), ("wanted", 0.5))
    assert (True, False) == (
        is_found(positive("wanted"), answer, 0.5),
        is_found(positive("wanted"), answer, 0.5001),
    )


def test_only_the_first_ten_parties_count() -> None:
    others: Answer = tuple((f"other {place}", 0.9) for place in range(9))
    wanted = ("wanted", 0.8)
    assert is_found(positive("wanted"), (*others, wanted), 0.1)
    assert not is_found(positive("wanted"), (*others, ("tenth", 0.85), wanted), 0.1)


def test_several_names_of_one_party_take_one_place_among_the_first_ten() -> None:
    names = [("same", 0.9)] * 30 + [(f"other {place}", 0.5) for place in range(20)]
    assert ["same", *(f"other {place}" for place in range(9))] == [p for p, _ in first(names)]


def test_recall_counts_what_is_found_at_the_threshold_by_class() -> None:
    asked: list[tuple[Query, Answer]] = [
        (clean("loud"), (("a", 0.8),)),
        (clean("quiet"), (("a", 0.3),)),
        (positive("a"), (("a", 0.8),)),
        (positive("b"), (("b", 0.79),)),
        (positive("c", "order"), (("c", 1.0),)),
        (positive("d", ALIASES), ()),
    ]
    found = recall([query for query, _ in asked], [answer for _, answer in asked], HALF)
    assert (0.8, 1) == (found.threshold, found.alerts)
    assert {ALIASES: 0.0, "order": 1.0, "typo": 0.5} == found.by_class
    assert (0.5, 0.6667) == (found.all, found.but_aliases)


def test_a_percentile_is_a_time_that_was_measured() -> None:
    seconds = [place / 1000 for place in range(1, 201)]
    assert (100.0, 198.0) == (percentile(seconds, 50), percentile(seconds, 99))
