"""The columns of a list of one's own."""

from __future__ import annotations

from pathlib import Path

from navicert.parties.lists import sources
from navicert.parties.lists.own import columns
from navicert.terms.identifier_kind import IdentifierKind


def test_a_column_is_known_however_it_is_written() -> None:
    for name, others in sources.words("own", "columns").items():
        for way in (name, *others.split(",")):
            assert name == columns.find(way.strip().upper().replace(" ", "_"))


def test_every_kind_of_identifier_has_its_column() -> None:
    kinds = {kind.value for kind in IdentifierKind} - {"other"}
    assert kinds <= set(columns.names())


def test_every_column_is_documented() -> None:
    page = Path("docs/list-format.md").read_text(encoding="utf-8")
    assert [] == [name for name in columns.names() if f"`{name}`" not in page]
