"""What one comparison must survive, and what it must not take for the same."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from navicert.facts.standing import Strength
from navicert.parties.screening.compare import SHORTEST_TYPO, compare
from navicert.parties.screening.names import read


def strength(asked: str, listed: str) -> Strength | None:
    result = compare(read(asked), read(listed))
    return result.strength if result else None


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("ZTE Corporation", "zte corp."),
        ("Huawei Technologies Co Ltd", "HUAWEI TECHNOLOGIES CO., LTD."),
        ("Works Kangxun", "Kangxun Works GmbH"),
        ("Atlas Shipping LLC", "OOO Atlas Shipping"),
        ("TAYLOR, Mark", "Mark Taylor"),
        ("Société Générale Électrique SA", "Societe Generale Electrique"),
    ],
)
def test_the_same_name_is_the_same(asked: str, listed: str) -> None:
    assert strength(asked, listed) is Strength.SAME


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Kangxum Works", "Kangxun Works Ltd"),
        ("Kangxnu Works", "Kangxun Works Ltd"),
        ("Kangxun Works Limted", "Kangxun Works Limited"),
        ("Huawai", "Huawei Co., Ltd."),
        ("Zhong Xing", "Zhongxing"),
        ("ZTE", "ZTE Corporation"),
        ("General Trading LLC", "General Trading Company"),
        ("K0ngxun Works", "Kongxun Works"),
    ],
)
def test_a_name_that_a_person_must_look_at_is_near(asked: str, listed: str) -> None:
    assert strength(asked, listed) is Strength.NEAR


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Trading", "Kangxun Trading"),
        ("Star Ltd", "Beijing 8-Star International Co."),
        ("ZTE", "ZTE Kangxun Telecommunications"),
        ("Iran", "Iraq"),
        ("General Trading LLC", "Generali Trading LLC"),
        ("Plant 7", "Plant 9"),
        ("Tradeing Co", "Trading Ltd"),
        ("Bank Melli", "Bank Mellat"),
        ("Li", "Lu"),
        ("", "ZTE"),
    ],
)
def test_a_short_or_general_word_is_no_match(asked: str, listed: str) -> None:
    assert strength(asked, listed) is None


WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=2, max_size=9)
NAMES = st.lists(WORDS, min_size=2, max_size=5, unique=True).map(" ".join)


@given(NAMES, st.randoms(use_true_random=False), st.sampled_from(" -/,;:!?_·"))
def test_case_punctuation_and_order_keep_a_match(name: str, chance: object, mark: str) -> None:
    words = name.split()
    chance.shuffle(words)  # type: ignore[attr-defined]
    asked = mark.join(word.title() for word in words)
    assume(read(asked).core == read(name).core)  # a shuffled legal form may be another one
    assert strength(asked, name) is Strength.SAME


@given(NAMES, st.sampled_from(["Ltd.", "GmbH", "L.L.C.", "OOO", "S.A.", "Co., Ltd"]))
def test_a_legal_form_keeps_a_match(name: str, form: str) -> None:
    assume(read(f"{name} {form}").core == read(name).core)
    assert strength(f"{name} {form}", name) is not None


@given(NAMES, st.data())
def test_one_typing_error_in_a_long_word_keeps_a_match(name: str, data: st.DataObject) -> None:
    listed = read(name)
    long = [w for w in listed.core if len(w) >= SHORTEST_TYPO]
    assume(long and not listed.is_generic)
    right = data.draw(st.sampled_from(long))
    at = data.draw(st.integers(0, len(right) - 1))
    letter = data.draw(st.sampled_from("aeioxz"))
    wrong = data.draw(
        st.sampled_from(
            (
                right[:at] + right[at + 1 :],
                right[:at] + letter + right[at:],
                right[:at] + letter + right[at + 1 :],
                right[: at - 1] + right[at] + right[at - 1] + right[at + 1 :] if at else right,
            )
        )
    )
    asked = " ".join(wrong if word == right else word for word in listed.words)
    assert strength(asked, name) is not None


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_comparison_gives_a_score_and_a_reason(asked: str, listed: str) -> None:
    result = compare(read(asked), read(listed))
    if result is not None:
        assert 0 < result.score <= 1
        assert result.how
