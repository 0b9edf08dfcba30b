"""Keys for what is worked out once."""

from __future__ import annotations

from functools import lru_cache

import pytest

from navicert.rules.alike import Alike


def test_only_the_first_of_those_alike_is_looked_at() -> None:
    asked: list[str] = []

    @lru_cache
    def answer(one: Alike[str]) -> str:
        asked.append(one.opened())
        return asked[-1]

    assert ["first", "first", "other"] == [
        answer(Alike.of(("a", 1), "first")),
        answer(Alike.of(("a", 1), "second")),
        answer(Alike.of(("a", 2), "other")),
    ]
    assert ["first", "other"] == asked


def test_what_stood_behind_a_key_is_let_go() -> None:
    one = Alike.of(("a",), "an order")
    assert "an order" == one.opened()
    with pytest.raises(AttributeError):
        one.opened()
