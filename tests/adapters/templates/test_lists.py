"""The template of a list of one's own."""

from __future__ import annotations

import pytest

from navicert.adapters.orders.read import Form
from navicert.adapters.templates.lists import template
from navicert.errors import UnreadableFile
from navicert.parties.lists.own import columns
from navicert.parties.lists.read import read


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
def test_a_template_reads_back_without_error_as_it_is(form: Form) -> None:
    (listing,) = read(f"ours.{form}", template(form)).listings
    assert "Sample Works Co., Ltd." == listing.name
    assert ["registration", "duns"] == [one.kind.value for one in listing.identifiers]
    assert template(form) == template(form)


def test_a_template_names_every_column() -> None:
    header = template(Form.CSV).decode("utf-8-sig").split("\r\n", 1)[0]
    assert ",".join(columns.names()) == header


def test_a_form_without_a_table_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="take csv or xlsx"):
        template(Form.TOML)
