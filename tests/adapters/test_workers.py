from __future__ import annotations

import os
from typing import NoReturn

import pytest

from navicert.adapters.workers import across
from navicert.errors import StateUnusable
from navicert.facts.party import Party
from navicert.facts.standing import Standing


def job(party: Party) -> Standing:
    return Standing(party, screened=len(party.name) > 1)


PARTIES = [Party(str(number), ()) for number in range(200)]


def test_several_processes_answer_as_one_does_and_in_the_same_order() -> None:
    assert list(map(job, PARTIES)) == list(across(2)(job, PARTIES))
    assert list(map(job, PARTIES)) == list(across(1)(job, PARTIES))


def test_a_few_parties_are_not_worth_a_process() -> None:
    seen: list[Party] = []

    def noted(party: Party) -> Standing:
        seen.append(party)
        return job(party)

    list(across(4)(noted, PARTIES[:5]))
    assert PARTIES[:5] == seen


def ending(_party: Party) -> NoReturn:
    os._exit(9)


def test_a_process_that_ends_early_is_told_and_never_waited_for() -> None:
    with pytest.raises(StateUnusable, match="--processes 1"):
        list(across(2)(ending, PARTIES))
