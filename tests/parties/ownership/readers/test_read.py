from __future__ import annotations

import gzip
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import InputError, ListError, ListRowRefused, UnknownListFormat
from navicert.facts.ownership import UNKNOWN_OWNER, Stake, StakeKind
from navicert.parties.ownership.readers.read import read
from tests.parties.ownership.readers.written import (
    ALPHA,
    BOB,
    SHARE,
    bods,
    ftm,
    owns,
    statement,
    tie_of,
)


def _csv(*rows: str, header: str = "owner,owned,percent") -> bytes:
    return "\n".join((header, *rows, "")).encode()


def _share(stake: Stake) -> tuple[Decimal, Decimal]:
    return stake.low, stake.high


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("25", "25", "25"),
        ("33.33 %", "33.33", "33.33"),
        ("", "0", "100"),
        ("unknown", "0", "100"),
        ("25-50", "25", "50"),
        ("25 to 50%", "25", "50"),
        (">75", "75", "100"),
        ("at least 75", "75", "100"),
        ("< 25", "0", "24.999999999"),
        ("up to 25", "0", "25"),
        ("100", "100", "100"),
        ("0", "0", "0"),
    ],
)
def test_a_share_is_read_as_it_is_written(cell: str, low: str, high: str) -> None:
    (stake,) = read("a.csv", _csv(f"X,A,{cell}")).stakes
    assert (Decimal(low), Decimal(high)) == _share(stake)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("X,A,100.01", "a.csv:2: percent: 100.01 is more than the whole"),
        ("X,A,-5", "a.csv:2: percent"),
        ("X,A,NaN", "a.csv:2: percent"),
        ("X,A,1e999", "a.csv:2: percent"),
        ("X,A,half", "a.csv:2: percent"),
        ("X,A,50-25", "ends before it begins"),
        (",A,5", "a.csv:2: owner: no name"),
        ("X,,5", "a.csv:2: owned: no name"),
        ("X,A", "2 cells"),
        ('"a\x1bb",A,5', "control character"),
        ("X" * 1_001 + ",A,5", "the most are 1,000"),
    ],
)
def test_what_is_malformed_is_refused_with_file_and_line(row: str, told: str) -> None:
    if row == "X,A":
        row = "X,A,1,2"
        told = "4 cells"
    with pytest.raises(ListRowRefused, match=told):
        read("a.csv", _csv(row))


@pytest.mark.parametrize(
    ("header", "row", "told"),
    [
        ("owner,owned,shares", "X,A,5", "unknown: 'shares'"),
        ("owner,owned,owner", "X,A,5", "twice: owner"),
        ("owner,owned,kind", "X,A,trust", "write ownership or control"),
        ("owner,owned,from", "X,A,2020", "from"),
        ("owner,owned,from,to", "X,A,2020-01-02,2020-01-01", "is before"),
        ("owner,owned,percent,at_least", "X,A,50,40", "the one or the others"),
        ("owner,owned,owner_id", "X,A,1\nY,A,1", "a.csv:3: owner_id: '1' is 'X' in a row above"),
    ],
)
def test_a_column_that_is_wrong_is_named(header: str, row: str, told: str) -> None:
    with pytest.raises(ListRowRefused, match=told):
        read("a.csv", _csv(row, header=header))


def test_every_column_of_a_table_is_read() -> None:
    header = (
        "owner,owned,at least,AT_MOST,kind,from,to,source,owner_id,owner_country,owned_identifiers"
    )
    row = "X,A,25,50,Ownership,2020-01-01,2021-12-31,extract 7,P1,RU,1234567|HRB 9"
    register = read("dir/a.csv", _csv(row, header=header))
    (stake,) = register.stakes
    assert (Decimal(25), Decimal(50)) == _share(stake)
    assert (date(2020, 1, 1), date(2021, 12, 31)) == (stake.since, stake.until)
    assert ("extract 7", 2) == (stake.source.cited, stake.source.line)
    assert ["P1", "a"] == [one.id for one in register.entities]
    assert ("1234567", "HRB 9") == register.entities[1].identifiers
    assert ("a", "table") == (register.title, register.form)


def test_a_name_without_an_id_is_the_one_entity_that_has_it_with_one() -> None:
    rows = _csv("X,Alcor,50,A1", "Alcor,B,50,", header="owner,owned,percent,owned_id")
    assert {"x", "A1", "b"} == {one.id for one in read("a.csv", rows).entities}


def test_a_name_that_two_entities_have_stays_apart_and_is_flagged() -> None:
    rows = _csv(
        "X,Alcor,50,A1", "X,Alcor,50,A2", "Alcor,B,50,", header="owner,owned,percent,owned_id"
    )
    register = read("a.csv", rows)
    assert "alcor" in {one.id for one in register.entities}
    assert "a.csv:4: owner: 'Alcor' has no id here" in str(register.flags[0])


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["A,A,20"], "owns itself"),
        (["X,A,60", "Y,A,60"], "a.csv:3: percent: the owners of 'A' hold 120 percent"),
    ],
)
def test_what_is_odd_is_kept_and_flagged(rows: list[str], told: str) -> None:
    register = read("a.csv", _csv(*rows))
    assert len(rows) == len(register.stakes)
    assert told in str(register.flags[0])


def test_owners_that_take_turns_do_not_add_up() -> None:
    header = "owner,owned,percent,from,to"
    rows = ("X,A,60,2020-01-01,2020-12-31", "Y,A,60,2021-01-01,")
    assert () == read("a.csv", _csv(*rows, header=header)).flags


def test_a_workbook_is_a_table() -> None:
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate((["owner", "owned", "percent"], ["X", "A", 33.33], ["Y", "A"])):
            sheet.write_row(at, 0, row)
    one, other = read("a.xlsx", whole.getvalue()).stakes
    assert (Decimal("33.33"), 3) == (one.percent, other.source.line)


def test_a_packed_table_is_unpacked() -> None:
    assert 1 == len(read("a.csv.gz", gzip.compress(_csv("X,A,5"))).stakes)


@pytest.mark.parametrize("lines", [False, True])
def test_a_statement_gives_entities_and_stakes_with_their_lines(*, lines: bool) -> None:
    content = bods(tie_of("r", "p", SHARE | {"share": {"exact": 33.33}}), lines=lines)
    register = read("b.json", content)
    (stake,) = register.stakes
    assert ("Ann", "Beta", Decimal("33.33")) == (stake.owner, stake.owned, stake.percent)
    assert f'"{"r":0>32}"' in content.decode().split("\n")[stake.source.line - 1]
    assert ("GB", ("09123456",)) == (register.entities[0].country, register.entities[0].identifiers)
    assert date(2020, 2, 1) == register.as_of


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [
        ({"minimum": 25, "maximum": 50}, "25", "50"),
        ({"exclusiveMinimum": 25, "maximum": 50}, "25", "50"),
        ({"minimum": 25, "exclusiveMaximum": 50}, "25", "49.999999999"),
        ({"minimum": 75}, "75", "100"),
        ({}, "0", "100"),
    ],
)
def test_bounds_of_a_share_are_kept(share: dict[str, int], low: str, high: str) -> None:
    (stake,) = read("b.json", bods(tie_of("r", "p", SHARE | {"share": share}))).stakes
    assert (Decimal(low), Decimal(high)) == _share(stake)


@pytest.mark.parametrize("kind", ["votingRights", "appointmentOfBoard", "trustee", "boardChair"])
def test_what_is_no_shareholding_is_control(kind: str) -> None:
    tie = tie_of("r", "p", {"type": kind, "share": {"exact": 80}})
    (stake,) = read("b.json", bods(tie)).stakes
    assert StakeKind.CONTROL is stake.kind


def test_the_newest_statement_of_a_record_counts() -> None:
    old = tie_of("r", "p", SHARE | {"share": {"exact": 60}})
    new = tie_of("r", "p", SHARE | {"share": {"exact": 40}}, statementDate="2021-01-01")
    for told in ((old, new), (new, old)):
        (stake,) = read("b.json", bods(*told)).stakes
        assert Decimal(40) == stake.percent


def test_a_closed_record_ended_the_day_before() -> None:
    tie = tie_of("r", "p", SHARE, recordStatus="closed", statementDate="2021-01-01")
    assert date(2020, 12, 31) == read("b.json", bods(tie)).stakes[0].until


def test_the_end_date_is_the_first_day_without_it() -> None:
    tie = tie_of("r", "p", SHARE | {"startDate": "2020-01-01", "endDate": "2021-01-01"})
    (stake,) = read("b.json", bods(tie)).stakes
    assert (date(2020, 1, 1), date(2020, 12, 31)) == (stake.since, stake.until)


def test_an_unspecified_party_is_an_unknown_owner() -> None:
    tie = tie_of("r", {"reason": "subjectUnableToIdentify"}, SHARE | {"share": {"exact": 30}})
    (stake,) = read("b.json", bods(tie)).stakes
    assert stake.owner.startswith(UNKNOWN_OWNER)
    assert Decimal(30) == stake.percent


def test_an_indirect_interest_is_told_by_its_components_or_is_unknown() -> None:
    indirect = {"type": "shareholding", "directOrIndirect": "indirect", "share": {"exact": 60}}
    with_parts = bods(tie_of("r", "p", indirect, ("c",)), tie_of("c", "p", SHARE))
    assert 1 == len(read("b.json", with_parts).stakes)
    (alone,) = read("b.json", bods(tie_of("r", "p", indirect))).stakes
    assert (Decimal(0), Decimal(100)) == _share(alone)


def test_a_party_that_no_statement_tells_is_kept_and_flagged() -> None:
    register = read("b.json", bods(tie_of("r", "gone", SHARE)))
    assert "nobody in the file has the record 'gone'" in str(register.flags[0])
    assert "gone" == register.stakes[0].owner


@pytest.mark.parametrize(
    ("tie", "told"),
    [
        (tie_of("r", "p", SHARE | {"share": {"exact": 120}}), "more than the whole"),
        (tie_of("r", "p", SHARE | {"share": {"minimum": 60, "maximum": 40}}), "ends before"),
        (tie_of("r", "p", SHARE | {"startDate": "soon"}), "not an ISO 8601 date"),
        (tie_of("r", "p", SHARE | {"share": "half"}), "recordDetails"),
        (statement("annotation", "r", {}), "neither entity"),
        (statement("entity", "r", {}) | {"publicationDetails": {"bodsVersion": "0.2"}}, "0.2"),
    ],
)
def test_a_malformed_statement_is_refused(tie: dict[str, Any], told: str) -> None:
    with pytest.raises(ListRowRefused, match=told):
        read("b.json", bods(tie))


def test_an_ownership_is_a_stake_with_its_days() -> None:
    tie = owns(percentage=["33.33%"], startDate=["2018"], endDate=["2020-02"])
    register = read("f.json", ftm(ALPHA, BOB, tie))
    (stake,) = register.stakes
    assert ("Bob", "Alpha", Decimal("33.33"), 3) == (
        stake.owner,
        stake.owned,
        stake.percent,
        stake.source.line,
    )
    assert (date(2018, 1, 1), date(2020, 2, 29)) == (stake.since, stake.until)
    assert (("\u0410lpha",), ("L12345",)) == (
        register.entities[0].aliases,
        register.entities[0].identifiers,
    )


def test_a_directorship_is_control() -> None:
    tie = {
        "id": "d",
        "schema": "Directorship",
        "properties": {"director": ["b"], "organization": ["a"]},
    }
    (stake,) = read("f.json", ftm(ALPHA, BOB, tie)).stakes
    assert StakeKind.CONTROL is stake.kind


def test_a_share_that_is_not_told_is_unknown() -> None:
    (stake,) = read("f.json", ftm(ALPHA, BOB, owns())).stakes
    assert (Decimal(0), Decimal(100)) == _share(stake)


def test_an_id_that_nobody_has_is_flagged() -> None:
    register = read("f.json", ftm(ALPHA, owns()))
    assert "f.json:2: properties: nobody in the file has the id 'b'" in str(register.flags[0])


@pytest.mark.parametrize(
    "tie",
    [
        owns(percentage=["300"]),
        owns(startDate=["soon"]),
        {"id": "o", "schema": "Ownership", "properties": {"owner": ["b"]}},
    ],
)
def test_a_malformed_entity_is_refused_with_its_line(tie: dict[str, Any]) -> None:
    with pytest.raises(ListRowRefused, match=r"f\.json:3"):
        read("f.json", ftm(ALPHA, BOB, tie))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0",
        b"name,percent\nX,5\n",
        b"[]",
        b"{}",
        b"<a/>",
        b"owner,owned\n",
        b"PK\x03\x04junk",
    ],
)
def test_what_is_no_register_is_refused(content: bytes) -> None:
    with pytest.raises((UnknownListFormat, InputError, ListError)):
        read("a", content)


@given(st.binary(max_size=200), st.sampled_from(("a.csv", "a.json", "a.xlsx")))
def test_bytes_are_read_or_refused_by_the_name_of_the_file(content: bytes, name: str) -> None:
    told = []
    for start in (b"", b"owner,owned,percent\n", b'[{"statementId":"', b'{"schema":"Ownership",'):
        try:
            told.append(read(name, start + content).title)
        except (InputError, ListError) as refused:
            told.append(str(refused))
    stem = name.partition(".")[0]
    assert all(one.startswith((name, stem)) for one in told)
