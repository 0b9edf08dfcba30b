"""What the import of official texts takes in, answers and refuses."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from navicert.adapters.law_texts import library
from navicert.adapters.law_texts.library import LawTexts, import_texts
from navicert.errors import FileTooLarge, StateUnusable, UnreadableFile
from tools.country_tables.tables import read

CONTROL_LIST = """<?xml version="1.0" encoding="UTF-8"?>
<DIV9 N="Supplement No. 1 to Part 774" TYPE="APPENDIX" hierarchy_metadata="/on/2026-06-24/x">
<HEAD>Supplement No. 1 to Part 774</HEAD>
<HD1>Category 3</HD1>
<HD1>A. “End Items”</HD1>
<FP-2><B>3A001 “Electronic” items
 as follows.</B>
</FP-2>
<FP-1><I>Reason for Control:</I> NS, AT</FP-1>
<DIV><DIV><TABLE><TBODY>
<TR><TD>NS applies to
 entire entry</TD><TD>NS Column 2.</TD></TR>
</TBODY></TABLE></DIV></DIV>
<HD1>List of Items Controlled</HD1>
<P>a. One &amp; all.</P>
<NOTE><HED>Note:</HED><P><I>Mind this.</I></P></NOTE>
<HD1>B. Test Equipment</HD1>
<P>No entry's words.</P>
<FP-1><B>3B001 Machines.</B></FP-1>
<P><B>Not</B> an entry, but <B>3B002</B> is named.</P>
<FP-2><B>EAR99 Items not elsewhere specified.</B></FP-2>
<P>The basket's words.</P>
</DIV9>
"""
PART = """<DIV5 N="742" TYPE="PART"><HEAD>PART 742</HEAD>
<DIV8 N="§ 742.6" TYPE="SECTION"><HEAD>§ 742.6   Regional stability.</HEAD>
<P>(a) <I>Requirements.</I></P></DIV8></DIV5>
"""
BLOCKS = """### EAR-746.1 [section]
15 CFR 746.1
§ 746.1 Introduction.

( a ) First.

( b ) Second.

### EAR-746.1(a) [subsection]
15 CFR 746.1(a)
§ 746.1 Introduction.

( a ) First.

### EAR-746.2 [section]
15 CFR 746.2
§ 746.2 Cuba.

All items.
"""
MARKS = """---
title: CHAPTER VII
---
    PART 762—RECORDKEEPING

### Part 762

      § 762.6   Period of retention.

#### § § 762.6

      (a)  Five years.

      § 762.7   Producing records.

#### § § 762.7

      On request.

    PART 764—ENFORCEMENT

### Part 764

**Authority:** none.
"""


def kept(content: str, home: Path) -> LawTexts:
    import_texts(content.encode(), home)
    return LawTexts.open(home)


def test_an_entry_answers_with_its_heading_and_its_text(home: Path) -> None:
    texts = kept(CONTROL_LIST, home)
    assert "“Electronic” items as follows." == texts.heading_of("3A001")
    assert [
        "Reason for Control: NS, AT",
        "NS applies to entire entry | NS Column 2.",
        "List of Items Controlled",
        "a. One & all.",
        "Note:",
        "Mind this.",
    ] == (texts.text_of("3A001") or "").split("\n")


def test_an_entry_answers_when_asked_by_a_paragraph_or_in_small_letters(home: Path) -> None:
    texts = kept(CONTROL_LIST, home)
    assert texts.heading_of("3A001") == texts.heading_of("3a001.b.2.a")


def test_a_bold_word_or_the_basket_is_no_entry(home: Path) -> None:
    texts = kept(CONTROL_LIST, home)
    assert {"3A001", "3B001"} == set(texts.texts)
    assert "Not an entry, but 3B002 is named." == texts.text_of("3B001")


def test_the_day_that_the_file_states_is_kept(home: Path) -> None:
    assert date(2026, 6, 24) == import_texts(CONTROL_LIST.encode(), home).as_of


@pytest.mark.parametrize(
    ("content", "asked", "heading", "text"),
    [
        (PART, "15 CFR 742.6(a)(4)", "Regional stability.", "(a) Requirements."),
        (BLOCKS, "746.1", "Introduction.", "( a ) First.\n( b ) Second."),
        (BLOCKS, "746.2", "Cuba.", "All items."),
        (MARKS, "§ 762.6", "Period of retention.", "(a) Five years."),
        (MARKS, "762.7", "Producing records.", "On request."),
    ],
)
def test_a_section_answers_in_every_form(
    home: Path, content: str, asked: str, heading: str, text: str
) -> None:
    texts = kept(content, home)
    assert (heading, text) == (texts.heading_of(asked), texts.text_of(asked))


def test_nothing_imported_answers_nothing(home: Path) -> None:
    texts = LawTexts.open(home)
    assert (None, None) == (texts.heading_of("3A001"), texts.text_of("742.6"))


def test_gzip_gives_the_same_texts_under_its_own_digest(home: Path) -> None:
    plain = import_texts(CONTROL_LIST.encode(), home)
    packed = import_texts(gzip.compress(CONTROL_LIST.encode()), home)
    assert plain.count == packed.count == 2
    assert plain.digest != packed.digest


def test_imports_of_several_files_stand_beside_each_other(home: Path) -> None:
    kept(CONTROL_LIST, home)
    assert {"3A001", "3B001", "742.6"} == set(kept(PART, home).texts)


def test_the_later_day_counts_whatever_was_imported_last(home: Path) -> None:
    old = CONTROL_LIST.replace("2026-06-24", "2020-01-01").replace("Machines", "Old machines")
    kept(CONTROL_LIST, home)
    assert "Machines." == kept(old, home).heading_of("3B001")


def test_of_two_files_without_a_day_the_last_counts(home: Path) -> None:
    kept(BLOCKS, home)
    assert "Island." == kept(BLOCKS.replace("Cuba.", "Island."), home).heading_of("746.2")


def test_importing_again_keeps_one_copy(home: Path) -> None:
    for _ in range(2):
        import_texts(CONTROL_LIST.encode(), home)
    imports = [path for path in (home / "law-texts" / "imports").rglob("*") if path.is_file()]
    assert 1 == len(imports)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no entry"),
        (b"Once upon a time", "holds no entry"),
        (b"<DIV9/>", "holds no entry"),
        (b"<DIV9><P></DIV9>", r"f\.xml:1: not XML"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "document type"),
        (b"<a>" * 5000, "not XML"),
        (CONTROL_LIST.replace("3B001", "3A001").encode(), "3A001 stands twice"),
        (CONTROL_LIST.replace("2026-06-24", "2026-13-40").encode(), "'2026-13-40'"),
        (gzip.compress(CONTROL_LIST.encode())[:-20], "cut off"),
        (b"\xff\x00\xff", "f.xml:1"),
    ],
)
def test_what_is_no_law_text_is_refused_and_nothing_is_written(
    home: Path, content: bytes, said: str
) -> None:
    with pytest.raises(UnreadableFile, match=said):
        import_texts(content, home, "f.xml")
    assert not home.exists()


def test_a_file_that_unpacks_without_end_is_refused(home: Path) -> None:
    bomb = gzip.compress(b"<P>" + b" " * library.MOST_BYTES)
    with pytest.raises(FileTooLarge, match="one part or supplement"):
        import_texts(bomb, home)
    assert not home.exists()


def test_a_damaged_import_is_named(home: Path) -> None:
    import_texts(CONTROL_LIST.encode(), home)
    for path in (home / "law-texts" / "imports").rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")
    with pytest.raises(StateUnusable, match="damaged"):
        LawTexts.open(home)


def test_a_slip_that_names_nothing_is_named(home: Path) -> None:
    import_texts(CONTROL_LIST.encode(), home)
    slip = home / "law-texts" / "000001"
    slip.write_text("0" * 64, encoding="utf-8")
    with pytest.raises(StateUnusable, match="000001"):
        LawTexts.open(home)


def test_the_official_list_gives_every_entry_with_its_heading(corpus: Path, home: Path) -> None:
    official = corpus / "law" / "ccl-supp1-to-774-2026-06-24.xml.gz"
    taken = import_texts(official.read_bytes(), home, official.name, date(2026, 6, 24))
    texts = LawTexts.open(home)
    entries = {row["eccn"]: row["heading"] for row in read(corpus / "law" / "eccn.csv")}
    assert (638, date(2026, 6, 24)) == (taken.count, taken.as_of)
    assert entries.keys() == texts.texts.keys()
    whole = {symbol: texts.heading_of(symbol) or "" for symbol in entries}
    cut = {symbol for symbol in entries if whole[symbol] != entries[symbol]}
    assert all(whole[symbol].startswith(entries[symbol].rstrip(".")) for symbol in cut)
    assert len(cut) <= 12, "the table cuts some headings short where the print lowers a figure"


def test_the_parts_of_the_corpus_give_their_sections(corpus: Path, home: Path) -> None:
    for path in sorted((corpus / "law").glob("ecfr-part*.gz")):
        import_texts(path.read_bytes(), home, path.name)
    texts = LawTexts.open(home)
    assert "Regional stability." == texts.heading_of("742.6")
    assert "Period of retention." == texts.heading_of("762.6")
    assert "arms embargoes are: Central African Republic" in (texts.text_of("746.1") or "")
