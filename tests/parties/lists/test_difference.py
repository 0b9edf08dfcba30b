from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.listing import ListedName, Listing
from navicert.parties.lists.difference import Difference, FieldChange, Said, difference
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Contents, Snapshot
from navicert.terms.list_code import ListCode
from tests.parties.lists.written import csl

ORDER = """
[[denial_order]]
reference = "An order"
persons = [["Acme"]]
[[denial_order.event]]
day = 2018-04-15
kind = "issued"
citation = "83 FR 17644"
"""


def snapshot(*listings: Listing) -> Snapshot:
    counts = Contents(listings).counts_by_list()
    return Snapshot("CSL", "List", "", None, "", listings, (), counts)


def assert_adds_up(found: Difference) -> None:
    for one in found.totals:
        assert one.after == one.before + one.added - one.removed, one
    assert found.counts == (
        sum(one.added for one in found.totals),
        sum(one.changed for one in found.totals),
        sum(one.removed for one in found.totals),
    )


def names(entries: Iterable[Said]) -> list[str]:
    return [one.name for one in entries if isinstance(one, Listing)]


def house(text: str) -> Snapshot:
    return read("own.toml", f"as_of = 2026-07-01\n{text}".encode())


def test_who_came_who_went_and_what_changed_each_stand_in_one_place() -> None:
    before = house('[[listing]]\nlist="EL"\nnames=["A"]\n[[listing]]\nlist="EL"\nnames=["B"]\n')
    after = house(
        '[[listing]]\nlist="EL"\nnames=["C"]\n[[listing]]\nlist="EL"\nnames=["B", "Bee"]\n'
        'since=2026-01-01\nlicense_requirement="For all items subject to the EAR"\n'
    )
    found = difference(before, after)
    assert (["C"], ["A"]) == (names(found.added), names(found.removed))
    (change,) = found.changed
    assert (
        FieldChange("license_requirement", (), ("For all items subject to the EAR",)),
        FieldChange("names", (), ("Bee (alias)",)),
        FieldChange("since", (), ("2026-01-01",)),
    ) == change.fields
    assert_adds_up(found)


def test_an_order_of_its_own_is_an_entry_too() -> None:
    longer = ORDER.replace('"83 FR 17644"', '"83 FR 17644"\nend = 2025-03-13')
    found = difference(house(ORDER), house(longer))
    assert ["events"] == [field.field for field in found.changed[0].fields]
    gone = difference(house(ORDER), house('[[listing]]\nlist="EL"\nnames=["A"]\n'))
    assert ([("EL", 0, 1), ("orders", 1, 0)], (1, 0, 1)) == (
        [(one.list, one.before, one.after) for one in gone.totals],
        gone.counts,
    )
    assert_adds_up(gone)


def test_a_list_is_no_different_from_itself_in_another_order() -> None:
    rows = [{"_id": str(n), "source": "Entity List (EL)", "name": f"Firm {n}"} for n in range(9)]
    found = difference(
        read("a.csv", csl(*rows).encode()), read("a.csv", csl(*reversed(rows)).encode())
    )
    assert (0, 0, 0) == found.counts


LISTINGS = st.lists(
    st.builds(
        Listing,
        list=st.sampled_from([ListCode.EL, ListCode.SDN]),
        entry=st.sampled_from(["", "1", "2", "3"]),
        names=st.lists(st.sampled_from("ABCDE").map(ListedName), min_size=1, max_size=3).map(tuple),
        countries=st.sampled_from([(), ("CN",)]),
        details=st.sampled_from([(), (("entity_number", "1"),), (("entity_number", "2"),)]),
    ),
    max_size=12,
).map(tuple)


@given(LISTINGS, LISTINGS)
def test_the_totals_of_any_two_snapshots_add_up(
    before: tuple[Listing, ...], after: tuple[Listing, ...]
) -> None:
    found = difference(snapshot(*before), snapshot(*after))
    assert_adds_up(found)
    back = difference(snapshot(*after), snapshot(*before))
    assert_adds_up(back)
    assert (0, 0, 0) == difference(snapshot(*before), snapshot(*before)).counts


def test_the_lists_of_2022_and_2026_add_up_by_source(corpus: Path) -> None:
    old = read("a.csv.gz", (corpus / "lists" / "csl-2022-04.csv.gz").read_bytes())
    new = read("b.csv", _as_csv(corpus / "lists" / "csl-2026-07-31.jsonl.gz"))
    found = difference(old, new)
    assert_adds_up(found)
    totals = {one.list: (one.before, one.after) for one in found.totals}
    assert (14_160, 25_921) == tuple(sum(pair[side] for pair in totals.values()) for side in (0, 1))
    assert ((2001, 3420), (10_026, 19_181)) == (totals["EL"], totals["SDN"])
    kept = {change.after.name for change in found.changed if isinstance(change.after, Listing)}
    assert "ZTE Parsian" in kept
    known = _numbered(old.listings)
    assert _numbered(found.added) == _numbered(new.listings) - known
    twice = {("CAP", "15268")}  # two rows of 2022, one of 2026
    assert _numbered(found.removed) == (known - _numbered(new.listings)) | twice


def _numbered(entries: Iterable[Said]) -> set[tuple[str, str]]:
    """The numbers that OFAC itself gives, each with the list: who moves to another list is new."""
    listings = (one for one in entries if isinstance(one, Listing))
    told = ((one.list.value, dict(one.details).get("entity_number", "")) for one in listings)
    return {(code, number) for code, number in told if number}


def _as_csv(path: Path) -> bytes:
    """Write the projection of 2026 in the official form; what it lacks stays empty."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [_row(json.loads(line)) for line in lines]
    return csl(*rows).encode()


def _row(told: dict[str, object]) -> dict[str, str]:
    plain = {
        column: str(told.get(column) or "")
        for column in ("name", "source", "type", "entity_number", "license_requirement", "programs")
    }
    names, countries = told["alt_names"], told["countries"]
    assert isinstance(names, list)
    assert isinstance(countries, list)
    return plain | {"alt_names": "; ".join(names), "nationalities": "; ".join(countries)}


def test_what_was_written_in_the_official_form_is_what_the_projection_says(corpus: Path) -> None:
    rows = csv.DictReader(
        io.StringIO(_as_csv(corpus / "lists" / "csl-2026-07-31.jsonl.gz").decode())
    )
    assert 25_921 == sum(1 for _ in rows)


@pytest.mark.parametrize("count", [1, 3])
def test_the_parts_are_sorted_by_list_and_then_as_they_stand(count: int) -> None:
    rows = [
        Listing(code, "", (ListedName(f"{code} {n}"),))
        for n in range(count)
        for code in (ListCode.SDN, ListCode.EL)
    ]
    found = difference(snapshot(), snapshot(*rows))
    wanted = [f"{code} {n}" for code in ("EL", "SDN") for n in range(count)]
    assert wanted == names(found.added)
