"""The generator drops nothing in silence: what it cannot read, a person must have read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tools.control_list import __main__ as command
from tools.control_list.build import build
from tools.control_list.eligibility import sorted_lines
from tools.control_list.official import OfficialEntry, read
from tools.control_list.references import NotAList, parse
from tools.control_list.scopes import Scope, parse_scope
from tools.control_list.special_conditions import sta_lines


def test_an_unread_sentence_is_refused_with_its_entry_and_row() -> None:
    entry = OfficialEntry("9Z999", "Made up.", [("NS applies to blue ones", "NS Column 1")])
    _, refused = build([entry])
    assert any(str(r).startswith("9Z999 row 1 NS ") for r in refused)


def test_an_unread_right_cell_is_refused() -> None:
    entry = OfficialEntry("9Z999", "Made up.", [("NS applies to entire entry", "Perhaps.")])
    _, refused = build([entry])
    assert any(str(r).startswith("9Z999 row 1 NS ") for r in refused)


def test_unread_prose_is_refused() -> None:
    entry = OfficialEntry("9Z999", "Made up.", texts={"requirements": ["Ask twice."]})
    _, refused = build([entry])
    assert any(str(r).startswith("9Z999 prose ") for r in refused)


def test_an_unread_exception_is_refused() -> None:
    rows = [("NS applies to entire entry", "NS Column 1")]
    entry = OfficialEntry("9A999", "Made up.", rows, {"exceptions": ["LVS: $5 on Mondays"]})
    _, refused = build([entry])
    assert any(str(r).startswith("9A999 LVS ") for r in refused)


def test_a_review_without_its_sentence_is_refused() -> None:
    _, refused = build([])
    assert any("reviewed, but no such sentence" in str(r) for r in refused)


def test_the_command_writes_nothing_when_a_sentence_changed(corpus: Path, tmp_path: Path) -> None:
    changed = gzip.decompress((corpus / "law" / command.OFFICIAL).read_bytes()).decode()
    assert "parameters of ECCN 1C101" in changed
    changed = changed.replace("parameters of ECCN 1C101", "parameters of ECCN 1C102")
    law = tmp_path / "law"
    law.mkdir()
    (law / command.OFFICIAL).write_bytes(gzip.compress(changed.encode()))
    assert 1 == command.main(law, tmp_path / "shelf")
    assert not (tmp_path / "shelf").exists()


def test_the_official_text_has_every_entry_once(corpus: Path) -> None:
    symbols = [entry.symbol for entry in read(corpus / "law" / command.OFFICIAL)]
    assert 638 == len(symbols) == len(set(symbols))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3B001.a.4, c, d, f.1, k to n", "a.4 c d f.1 k l m n"),
        ("3B001.z.1.a, z. 2.b and .x", "z.1.a z.2.b x"),
        ("3B001.a.9 through a.11", "a.9 a.10 a.11"),
        ("3B001. q", "q"),
    ],
)
def test_lists_of_paragraphs_are_written_out(text: str, expected: str) -> None:
    assert expected == " ".join(r.path for r in parse(text, "3B001", ()).named)


@pytest.mark.parametrize("text", ["", "3B001.a to 3B002.c", "a blue one", "3B001.a (except .b"])
def test_what_is_no_list_is_not_read_as_one(text: str) -> None:
    with pytest.raises(NotAList):
        parse(text, "3B001", ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("entire entry", Scope()),
        ("the entire entry, except 8A620. b and .y", Scope(except_paragraphs="b;y")),
        ("paragraphs .a and .x", Scope(paragraphs="a;x")),
        ("8A620.a (except .a.1)", Scope(paragraphs="a", except_paragraphs="a.1")),
        (
            "“technology” for items controlled by 8A609 or 8A992.a for MT reasons",
            Scope(for_items="8A609;8A992.a", for_items_reason="MT"),
        ),
        ("valves that also meet 2B350.g", None),
        ("8A609.a", None),
    ],
)
def test_a_scope_is_read_only_when_it_is_nothing_but_a_list(
    text: str, expected: Scope | None
) -> None:
    assert expected == parse_scope(text, "8A620", ("8A609", "8A620", "8A992"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$1,500", ["yes 1500"]),
        ("$5,000, except 2B007.b and .c", ["no b;c", "yes 5000"]),
        ("$3,000 for .a through .c; $6,000 for .d.", ["yes 3000 a;b;c", "yes 6000 d", "no"]),
        ("N/A", ["no"]),
        ("", ["no"]),
    ],
)
def test_amounts_and_paragraphs_become_lines(text: str, expected: list[str]) -> None:
    lines = sorted_lines("2B007", "LVS", text)
    said = [" ".join(filter(None, (x.verdict, x.amount_usd, x.paragraphs))) for x in lines]
    assert expected == said


@pytest.mark.parametrize("text", ["$5 for friends", "$5, $6", "Yes", "N/A except on Sunday"])
def test_an_amount_with_more_to_it_is_not_guessed(text: str) -> None:
    with pytest.raises(NotAList):
        sorted_lines("2B007", "LVS", text)


def test_a_condition_for_another_entry_is_not_taken_for_this_one() -> None:
    text = (
        "Paragraph (c)(2) of License Exception STA (§ 740.20(c)(2) of the EAR) may not be used "
        "for any item in 0D606."
    )
    with pytest.raises(NotAList):
        sta_lines("0E606", text)
