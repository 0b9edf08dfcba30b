"""What stands around a name in a list's cell must not hide it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.facts.listing import NameKind
from navicert.parties.lists.given_names import listed, parse


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Plain Works, Inc.", []),
        ("MEHMET HAKAN ATILLA", []),
        ("AL-UBAYDI, Ahmad Hassan Kaka", []),
        ("SIBERIAN AIRLINES D/B/A S7 AIRLINES", ["SIBERIAN AIRLINES", "S7 AIRLINES"]),
        ("Institute of Flight (FACRI)", ["Institute of Flight"]),
        ("(SEAN) NAGHIBI", []),
        ("PEARL (A.K.A. NEI-CHIEN CHU) LI", ["PEARL LI", "NEI-CHIEN CHU"]),
        ("Institute [aka Center One, Center Two]", ["Institute", "Center One", "Center Two"]),
        ("WEARFORM (MNC GROUP INTERNATIONAL, INC.)", ["WEARFORM", "MNC GROUP INTERNATIONAL, INC."]),
        ("Works LLC and any successor, sub-unit, or subsidiary thereof", ["Works LLC"]),
        ("Huawei (Huawei).  Affiliated Entity: Nanchang Works ", ["Nanchang Works"]),
    ],
)
def test_every_name_in_the_cell_is_found(cell: str, names: list[str]) -> None:
    assert [cell, *names] == [name.text for name in parse(cell)]


def test_a_former_name_is_marked() -> None:
    kinds = {name.text: name.kind for name in parse("New Works (f.k.a. Old Works)")}
    assert kinds["Old Works"] is NameKind.FORMER


def test_aliases_follow_each_once() -> None:
    names = listed("One", "Two; One; ; Three;Two")
    assert [name.text for name in names] == ["One", "Two", "Three"]


def test_a_cell_of_blanks_takes_no_time() -> None:
    assert parse("a" + " " * 100_000 + "(b")[0].kind is NameKind.PRIMARY


@given(st.text(max_size=60))
def test_the_cell_itself_is_always_the_first_name(cell: str) -> None:
    names = parse(cell)
    assert names == () if not cell else names[0].text == cell
