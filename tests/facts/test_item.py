from __future__ import annotations

from navicert.facts.item import Item
from navicert.terms.truth import Truth


def test_what_nobody_said_of_an_item_is_unknown_and_never_a_no() -> None:
    item = Item("box")
    silent = (item.published, item.us_content, item.us_technology, item.exported_from_us)
    assert {Truth.UNKNOWN} == {*silent, item.characteristic("in_746_supp_7")}
    assert (None, None, None, None) == (item.eccn, item.kind, item.origin, item.columns)


def test_a_stated_characteristic_is_given_as_stated() -> None:
    item = Item("box", characteristics={"a": Truth.NO, "b": Truth.YES})
    assert (Truth.NO, Truth.YES) == (item.characteristic("a"), item.characteristic("b"))
