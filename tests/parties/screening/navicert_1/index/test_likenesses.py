from __future__ import annotations

from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.likenesses import with_likenesses
from navicert.parties.screening.navicert_1.index.listed_words import ListedWords
from navicert.parties.screening.navicert_1.index.packed import pack, unpack
from navicert.parties.screening.navicert_1.likeness import EXACT

NAMES = (
    *("KANGXUN Telecom", "Kangxin Telecom", "Petrovskaya, Olga", "PETROVS", "Mohammed Jalolov"),
    *("Muhammad Zhalolov", "Plant 7 Ltd", "\u0634\u062f\u064a\u062f", "\u4e60\u8fd1\u5e73"),
)
PLAIN = ListedWords(build(NAMES))
CONTENT = with_likenesses(build(NAMES))


def test_what_was_worked_out_beforehand_is_what_is_found_when_asked() -> None:
    kept = ListedWords(CONTENT)
    for word in (*PLAIN.number, "kangxum", "telecon"):
        assert PLAIN.similar(word, "") == kept.similar(word, "")
    for mark, word in (("\x01", "xi"), ("\x01", "jinping"), ("\x02", "shdyd")):
        assert PLAIN.similar(word, mark) == kept.similar(word, mark)


def test_a_packed_index_still_has_it() -> None:
    content = unpack(pack(CONTENT))
    assert content is not None
    assert content.likenesses is not None
    place = PLAIN.number["petrovs"]
    assert {place, PLAIN.number["petrovskaya"]} == set(content.likenesses.rows.row(place))
    found = ListedWords(content).similar("petrovs", "")
    assert {"petrovs": EXACT, "petrovskaya": (0.6 + 0.3 * 7 / 11, "prefix")} == found


def test_an_index_without_names_has_nothing_to_work_out() -> None:
    content = unpack(pack(with_likenesses(build(()))))
    assert content is not None
    assert {} == ListedWords(content).similar("kangxun", "")
