"""A reader is shown the words as they were written, not those that are compared."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.parties.screening.navicert_1.card import alert
from navicert.parties.screening.navicert_1.features import features
from navicert.parties.screening.navicert_1.meeting import Meeting, meeting
from navicert.parties.screening.navicert_1.pair import aligned
from navicert.parties.screening.navicert_1.reading import read
from navicert.parties.screening.navicert_1.written import written


def met(asked: str, listed: str) -> Meeting:
    found = aligned(read(asked), read(listed))
    return meeting(asked, listed, found, alert().score(features(found, of_person=False)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alpha Shipping Co., Ltd.", ("Alpha", "Shipping", "Co", "Ltd")),
        ("HuaweiTech", ("Huawei", "Tech")),
        ("Z.T.E. Corp.", ("Z.T.E", "Corp")),
        ("Kangxun LLC", ("Kangxun", "LLC", "LLC")),
        ("海康威视技术", ("海康威视 (hikvision)", "技术 (tech)")),
        ("白云山医药", ("白云山 (baiyunshan)", "医药 (pharm)")),
        ("حزب الله", ("حزب الله (hizballah)",)),
        ("قحطاني", ("قحطاني (qhtny)",)),
        ("Fujian Jinhua IC", ("Fujian", "Jinhua", "IC", "IC")),
    ],
)
def test_a_word_is_shown_as_it_was_written(text: str, expected: tuple[str, ...]) -> None:
    assert expected == written(text, read(text).marked)


def test_an_abbreviation_is_no_typing_error() -> None:
    told = met("Kangxun Air", "Kangxun Airways")
    assert "'Air' is the beginning of 'Airways'" in told.how
    assert "'Air' is the beginning of 'Airways'" in met("Kangxun Airways", "Kangxun Air").how


def test_words_that_count_as_one_are_named_where_they_were_written_otherwise() -> None:
    told = met("Kangxun Holding", "Kangxun Holdings")
    assert told.how.endswith("; 'Holding' and 'Holdings' count as one word")


def test_a_word_of_another_script_is_shown_in_its_own_characters() -> None:
    told = met("محمود درويش", "Mahmoud Darwish")
    assert "درويش (drwysh)" in [one.asked for one in told.words]
    assert "Darwish" in [one.listed for one in told.words]


@given(st.text(max_size=60))
def test_every_word_of_any_text_is_shown_as_something(text: str) -> None:
    words = read(text).marked
    shown = written(text, words)
    assert len(shown) == len(words)
    assert all(shown)


def test_a_long_text_is_shown_in_little_time() -> None:
    start = time.perf_counter()
    written("华为技术" * 2000, ("huawei",))
    written("a.b " * 5000, ("a",))
    assert time.perf_counter() - start < 5
