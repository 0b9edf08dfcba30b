"""A workbook's cells are counted before anybody makes room for them."""

from __future__ import annotations

import pytest

from navicert.errors import FileTooLarge, NavicertError, UnreadableFile
from navicert.parties.lists.sheet_extent import Limits, check

LIMITS = Limits(rows=100, columns=10, cells=500, characters=1_000)
SHEET, SHARED = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
TEXT = f"<sst><si><t>name</t></si><si><t>{'x' * 300}</t></si></sst>"


def sheet(rows: str) -> bytes:
    return f'<worksheet xmlns="urn:x"><sheetData>{rows}</sheetData></worksheet>'.encode()


def shown(number: str, times: int) -> str:
    return f'<row><c t="s"><v>{number}</v></c></row>' * times


@pytest.mark.parametrize(
    ("rows", "error", "said"),
    [
        ("<row>" + "<c/>" * 11 + "</row>", FileTooLarge, "11 columns; the most are 10"),
        ('<row r="101"/>', FileTooLarge, "row 101; the last may be 100"),
        ("<row/>" * 101, FileTooLarge, "row 101"),
        ('<row r="1"><c r="F1"/></row><row r="99"/>', FileTooLarge, "more than 500 cells"),
        ("<row><c/><c/><c/><c/><c/><c/></row>" + "<row/>" * 83, FileTooLarge, "500 cells"),
        (shown("1", 4), FileTooLarge, "more than 1,000 characters in its cells"),
        (shown("<!-- -->1<?x?>", 4), FileTooLarge, "more than 1,000 characters"),
        (shown("0000000001", 4), UnreadableFile, "'0000000001' is not the number of a text"),
        (shown("\u0661", 4), UnreadableFile, "is not the number of a text"),
        ('<row r="1"><c r="1A"/></row>', UnreadableFile, "'1A' is not the name of a cell"),
        ('<row r="-1"/>', UnreadableFile, "'-1' is not the number of a row"),
        ('<row><c r="A1" t="e"/></row>', UnreadableFile, "cell A1 holds an error such as #REF!"),
        ("<row>", UnreadableFile, "not XML"),
    ],
)
def test_what_would_take_too_much_room_is_refused(
    rows: str, error: type[NavicertError], said: str
) -> None:
    with pytest.raises(error, match=r"^o\.xlsx: xl/worksheets/sheet1\.xml") as refused:
        check({SHEET: sheet(rows), SHARED: TEXT.encode()}, LIMITS, "o.xlsx")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "kind", ["[<!ENTITY x SYSTEM 'file:///etc/passwd'>]", f"[<!ENTITY x '{'9' * 99}'>]", ""]
)
def test_a_document_type_is_refused_in_every_part(kind: str) -> None:
    for name in (SHEET, SHARED, "docProps/app.xml"):
        with pytest.raises(UnreadableFile, match=f"(?i)^o.xlsx: {name}: it has a document type"):
            check({name: f"<!DOCTYPE a {kind}><a>&x;</a>".encode()}, LIMITS, "o.xlsx")


@pytest.mark.parametrize("count", ["501", "99999999999", "+501", "000501", " 501 "])
def test_room_is_made_for_no_more_texts_than_there_are_cells(count: str) -> None:
    for name in ("count", "uniqueCount"):
        with pytest.raises(FileTooLarge, match=f"states a {name} of "):
            check({SHARED: f'<sst {name}="{count}"/>'.encode()}, LIMITS, "o.xlsx")
    check({SHARED: b'<sst count="500" uniqueCount="500"/>'}, LIMITS, "o.xlsx")


def test_what_fits_passes_wherever_its_sheet_lies() -> None:
    for rows in (shown("1", 3), shown("0", 100), shown("7", 9), shown(" 1 ", 3)):
        check({"xl/odd/place.xml": sheet(rows), SHARED: TEXT.encode()}, LIMITS, "o.xlsx")
    with pytest.raises(FileTooLarge):
        check({"xl/odd/place.xml": sheet("<row/>" * 101)}, LIMITS, "o.xlsx")


def test_shared_texts_are_found_whatever_the_case_of_their_name_and_stand_once() -> None:
    with pytest.raises(FileTooLarge, match="characters"):
        check({SHEET: sheet(shown("1", 4)), SHARED.upper(): TEXT.encode()}, LIMITS, "o.xlsx")
    with pytest.raises(UnreadableFile, match="stands twice"):
        check({SHARED: b"<sst/>", SHARED.upper(): TEXT.encode()}, LIMITS, "o.xlsx")
