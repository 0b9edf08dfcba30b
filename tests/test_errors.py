from __future__ import annotations

import pytest

from navicert import errors
from navicert.errors import (
    LONGEST_LINE,
    ListRowRefused,
    NavicertError,
    OrderRefused,
    Problem,
    RecordAltered,
    TermError,
    UnknownEccn,
)

EVERY = sorted(
    name
    for name, thing in vars(errors).items()
    if isinstance(thing, type) and issubclass(thing, Exception)
)


@pytest.mark.parametrize("name", EVERY)
def test_one_door_can_catch_every_error_and_each_says_what_it_is(name: str) -> None:
    kind = getattr(errors, name)
    assert issubclass(kind, NavicertError)
    assert kind.__doc__


def test_a_bad_word_is_also_a_value_error() -> None:
    assert issubclass(UnknownEccn, TermError)
    assert issubclass(UnknownEccn, ValueError)


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("o.toml", 4, "eccn", "not one"), "o.toml:4: eccn: not one"),
        (Problem("o.toml", 0, "eccn", "not one"), "o.toml: eccn: not one"),
        (Problem("o.toml", 4, "", "not one"), "o.toml:4: not one"),
        (Problem("o.toml", 0, "", "empty"), "o.toml: empty"),
    ],
)
def test_a_problem_is_written_as_compilers_write_it(problem: Problem, text: str) -> None:
    assert text == str(problem)


def test_a_refused_order_tells_every_problem() -> None:
    problems = (Problem("o", 1, "a", "x"), Problem("o", 2, "b", "y"))
    refused = OrderRefused(problems)
    assert problems == refused.problems
    assert ["o:1: a: x", "o:2: b: y"] == str(refused).splitlines()


def test_an_altered_record_says_which_it_is() -> None:
    altered = RecordAltered(7, "entry 7 is not what was signed")
    assert (7, "entry 7 is not what was signed") == (altered.index, str(altered))


def test_a_value_of_megabytes_is_quoted_by_its_beginning_and_its_end() -> None:
    problem = Problem("o.toml", 4, "k" * 5_000_000, "no such key; take it out")
    for said in (str(problem), str(ListRowRefused(f"{'v' * 9_000}\n{'w' * 9_000}; mend it"))):
        assert all(len(line) == LONGEST_LINE for line in said.split("\n"))
        assert " more characters ... " in said
    assert str(problem).startswith("o.toml:4: kkk")
    assert str(problem).endswith("k: no such key; take it out")
    assert str(UnknownEccn("x" * LONGEST_LINE)) == "x" * LONGEST_LINE
