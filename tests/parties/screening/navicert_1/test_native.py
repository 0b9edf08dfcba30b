"""Names of other scripts meet their Latin spellings, both ways, and nobody else's."""

from __future__ import annotations

import pytest

from navicert.parties.screening.navicert_1.card import verdict
from navicert.parties.screening.navicert_1.pair import compare

SAME = [
    ("سالم بن حمد", "Salem bin Hamad"),
    ("عبد الرحمن القحطاني", "Abdulrahman al-Qahtani"),
    ("محمود درويش", "Mahmood Darwish"),
    ("حسین رضایی", "Hossein Rezaei"),
    ("יצחק רבין", "Yitzhak Rabin"),
    ("משה כהן", "Moshe Kohen"),
    ("박정희", "Park Chung Hee"),
    ("이순신", "Yi Sun-shin"),
    ("최민식", "Choi Minsik"),
    ("정몽준", "Chung Mong-joon"),
    ("노태우", "Roh Tae Woo"),
    ("邓小平", "Teng Hsiao-p'ing"),
    ("毛泽东", "Mao Tse-tung"),
    ("曾国藩", "Zeng Guofan"),
    ("曾国藩", "Tseng Kuo-fan"),
    ("周恩来", "Chou En-lai"),
    ("欧阳修", "Ouyang Xiu"),
    ("陳志明", "Chan Zhiming"),
    ("朴正熙", "Park Chung Hee"),
    ("金日成", "Kim Il Sung"),
    ("鈴木一郎", "Suzuki Ichiro"),
    ("佐々木和夫", "Kazuo Sasaki"),
    ("伊藤裕子", "Ito Hiroko"),
]
OTHERS = [
    ("سالم بن حمد", "Karim bin Yusuf"),
    ("محمود درويش", "Khalid al-Masri"),
    ("משה כהן", "David Levi"),
    ("박정희", "Kim Jong Un"),
    ("박정희", "Park Min Su"),
    ("최민식", "Lee Minsik"),
    ("邓小平", "Wang Dewei"),
    ("毛泽东", "Mao Anying"),
    ("周恩来", "Li Peng"),
    ("金日成", "Choe Il Sung"),
    ("鈴木一郎", "Suzuki Hanako"),
    ("伊藤裕子", "Sato Hiroko"),
]


@pytest.mark.parametrize(("native", "latin"), SAME)
def test_a_name_meets_its_latin_spelling_whichever_is_asked_for(native: str, latin: str) -> None:
    least = verdict().threshold
    assert compare(native, latin, of_person=True) >= least
    assert compare(latin, native, of_person=True) >= least


@pytest.mark.parametrize(("native", "latin"), OTHERS)
def test_a_name_does_not_meet_another_ones_latin_spelling(native: str, latin: str) -> None:
    least = verdict().threshold
    assert compare(native, latin, of_person=True) < least
    assert compare(latin, native, of_person=True) < least
