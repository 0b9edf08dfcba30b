"""The template of a table of parties."""

from __future__ import annotations

import pytest

from navicert.adapters.orders.read import Form
from navicert.adapters.party_tables.read import read_bytes
from navicert.adapters.templates.parties import template
from navicert.casework.screened_parties import parties
from navicert.errors import UnreadableFile


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
def test_a_template_reads_back_with_every_column_known(form: Form) -> None:
    document = read_bytes(template(form), f"parties.{form}")
    (found,) = parties(document)
    assert ("C-1001", "Sample Works Co., Ltd.", "CN") == (
        found.reference,
        found.party.name,
        found.party.address.country,
    )
    assert ((), ()) == (document.ignored, document.problems)
    assert template(form) == template(form)


def test_a_form_without_a_table_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="take csv or xlsx"):
        template(Form.TOML)
