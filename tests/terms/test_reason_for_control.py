from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import TermError
from navicert.terms import reason_for_control as term
from navicert.terms.reason_for_control import COLUMNS, ReasonForControl


@given(st.sampled_from(COLUMNS))
def test_a_column_is_read_as_it_is_written(column: str) -> None:
    assert column == term.parse(term.format(column))
    assert column == term.parse(column.lower())
    assert term.reason_of(column) in ReasonForControl


def test_the_chart_has_sixteen_columns() -> None:
    assert 16 == len(set(COLUMNS))


@pytest.mark.parametrize("text", ["", "NS", "NS3", "NP3", "EI1", "AT0", "NS Column", "1NS"])
def test_what_the_chart_does_not_have_is_refused(text: str) -> None:
    assert not term.is_valid(text)
    with pytest.raises(TermError, match="not a column"):
        term.parse(text)
