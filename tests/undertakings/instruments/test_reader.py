from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import FileTooLarge, InputError, UnreadableFile
from navicert.undertakings.basis import Basis
from navicert.undertakings.instruments.instrument import InstrumentKind
from navicert.undertakings.instruments.reader import read
from tests.casework.promises.plans import HEAD

PENALTY = """
[[penalty]]
id = "sum"
title = "Penalty"
amount = {amount}
citation = "x"

[[penalty.event]]
day = 2026-01-05
state = "due"
citation = "x"
"""
COMMITMENT = """
[[commitment]]
id = "{id}"
title = "T"
owed_by = "Atlas"
owed_to = "BIS"
citation = "x"
{when}
"""


def commitment(when: str, name: str = "one") -> str:
    return COMMITMENT.format(id=name, when=when)


def refusal(text: str) -> str:
    with pytest.raises(InputError) as refused:
        read("plan.toml", text.encode())
    return str(refused.value)


def test_a_whole_instrument_is_read() -> None:
    text = HEAD + PENALTY.format(amount='"12000.50"') + commitment("day = 2026-02-01")
    found = read("plan.toml", text.encode())
    assert InstrumentKind.PLAN is found.kind
    assert (("Atlas Foundry", "Atlas"),) == found.parties
    assert "12000.50 USD" == str(found.penalties[0].sum)
    assert Basis.RECORD is found.commitments[0].basis
    assert "America/New_York" == found.time_zone


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            HEAD + "shoe_size = 4\n",
            "plan.toml:9: party[0]: Object contains unknown field `shoe_siz",
        ),
        ("shoe_size = 4\n" + HEAD, "plan.toml: Object contains unknown field `shoe_size`"),
        (HEAD.replace("2026-01-05", '"5 January"'), "plan.toml:7: day: "),
        (HEAD.replace("2026-01-05", "2026-01-05T10:00:00"), "plan.toml:7: day: Expected `date`"),
        (HEAD.replace('"plan"', '"promise"'), "plan.toml:3: kind: Invalid enum value"),
        (HEAD.replace("plan-1", "Plan One"), "plan.toml:1: id: "),
        (HEAD.replace('"Atlas Foundry"', '"..."'), "plan.toml:9: party[0]: a name without"),
        (HEAD + PENALTY.format(amount="1.5"), "plan.toml:15: penalty[0].amount: Expected `int |"),
        (HEAD + PENALTY.format(amount="true"), "plan.toml:15: penalty[0].amount: Expected `int |"),
        (HEAD + PENALTY.format(amount="-1"), "plan.toml:12: penalty[0]: '-1' is not an amount"),
        (HEAD + PENALTY.format(amount='"1e99"'), "plan.toml:12: penalty[0]: '1e99' is not an"),
        (HEAD + PENALTY.format(amount="1") * 2, "the id 'sum' stands twice"),
        (HEAD + commitment("day = 2026-02-01") * 2, "the id 'one' stands twice"),
        (HEAD + commitment("day = 2026-02-01", "instrument"), "the id 'instrument' stands twice"),
        (HEAD + commitment(""), "plan.toml:12: commitment[0]: say by when, with exactly one of"),
        (
            HEAD + commitment("day = 2026-02-01\nday_not_known = 'x'"),
            "plan.toml:12: commitment[0]: say by when, with exactly one of",
        ),
        (
            HEAD + commitment("within = {days = 3, months = 1, after = 'instrument'}"),
            "plan.toml:12: commitment[0]: name one of days, business_days, months, years",
        ),
        (
            HEAD + commitment("within = {days = 3, after = 'nothing'}"),
            "one: counted from 'nothing', which is neither a day nor one of instrument",
        ),
        (
            HEAD + commitment("day = 2026-02-01\ndepends_on = ['nothing']"),
            "one: depends on 'nothing', which is no commitment",
        ),
        (
            HEAD
            + commitment(
                "within = {days = 3, after = 2026-02-30}".replace("2026", "'2026").replace(
                    "30}", "30'}"
                )
            ),
            "'2026-02-30' is not a day of the calendar",
        ),
        (
            HEAD + commitment("within = {years = 200, after = 2026-02-01}"),
            "no calendar of US federal holidays for 2226",
        ),
        (
            HEAD
            + commitment("day = 2026-02-01\nrhythm = {every = {days = 1}, until = 2090-01-01}"),
            "one: more than 1,000 times until 2090-01-01",
        ),
        (HEAD + commitment("day = 2026-02-01\nrhythm = {count = 3}"), "a rhythm needs its every"),
        (
            HEAD + commitment("throughout = {since = 2026-02-01}\nrhythm = {count = 3}"),
            "has no rhythm",
        ),
        (
            HEAD + commitment("day = 2026-02-01\nescalation = [{tell = ['javascript:x']}]"),
            "commitment[0].escalation[0].tell[0]",
        ),
        (
            HEAD + commitment("day = 2026-02-01\nescalation = [{tell = ['http://example.com/x']}]"),
            "commitment[0].escalation[0].tell[0]",
        ),
        (
            HEAD + commitment("day = 2026-02-01\nescalation = [{tell = ['mailto:a@b.example']}]"),
            "needs one of days_before, on_the_day = true, days_after",
        ),
        ('time_zone = "Mars/Olympus"\n' + HEAD, "plan.toml:1: time_zone: 'Mars/Olympus' is no"),
        (HEAD.replace("A plan", "A\\nplan"), "plan.toml:2: title: "),
        (HEAD.replace("A plan", "A\\u0000plan"), "plan.toml:2: title: "),
        ("a = [\n", "plan.toml: not TOML"),
        ("a = " + "[" * 5_000, "nested too deep"),
        ("a." * 40 + "b = 1", "plan.toml:1: a key of more than 32 steps"),
        ("x = " + "9" * 10_000, "plan.toml: not TOML"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(text: str, told: str) -> None:
    assert told in refusal(text)


def test_a_circle_is_refused_with_its_ids() -> None:
    first = commitment("day = 2026-02-01\ndepends_on = ['three']", "one")
    second = commitment("within = {days = 3, after = 'one'}", "two")
    third = commitment("day = 2026-02-01\ndepends_on = ['two']", "three")
    told = refusal(HEAD + first + second + third)
    assert "commitments wait for each other" in told
    assert all(name in told for name in ("one", "two", "three"))
    assert "one waits for one" in refusal(HEAD + commitment("day = 2026-02-01\ndepends_on=['one']"))


@pytest.mark.parametrize(
    ("before", "after"), [("paid", "due"), ("waived", "due"), ("due", "forfeited")]
)
def test_a_penalty_does_not_go_back(before: str, after: str) -> None:
    event = f'\n[[penalty.event]]\nday = 2026-02-01\nstate = "{after}"\ncitation = "x"\n'
    text = HEAD + PENALTY.format(amount="1").replace('"due"', f'"{before}"') + event
    assert f"a penalty that is {before} does not become {after}" in refusal(text)


def test_a_file_that_is_too_long_or_not_utf_8_is_refused() -> None:
    with pytest.raises(FileTooLarge):
        read("x.toml", b"#" * (1024 * 1024 + 1))
    with pytest.raises(UnreadableFile, match=r"x\.toml:2: not UTF-8"):
        read("x.toml", b"#\n\xff")


@given(st.binary(max_size=200), st.integers(0, len(HEAD)))
def test_any_bytes_in_it_give_an_instrument_or_a_clean_refusal(noise: bytes, at: int) -> None:
    whole, refused = HEAD.encode(), ""
    try:
        found = read("x.toml", whole[:at] + noise + whole[at:])
        assert found.id
        assert all(any(map(str.isalnum, name)) for names in found.parties for name in names)
    except InputError as told:
        refused = str(told)
    assert not refused or "x.toml" in refused


def test_so_many_deadlines_that_nobody_could_keep_them_are_refused() -> None:
    rhythm = "day = 2026-02-01\nrhythm = {every = {days = 1}, count = 1000}"
    told = refusal(HEAD + "".join(commitment(rhythm, f"c{n}") for n in range(6)))
    assert "more than 5,000 deadlines in all" in told


def test_nothing_can_wait_for_what_is_never_done() -> None:
    endless = commitment("throughout = {since = 2026-01-05}", "one")
    told = refusal(HEAD + endless + commitment("day = 2026-02-01\ndepends_on = ['one']", "two"))
    assert "two: waits for 'one', which is owed throughout and never done" in told
