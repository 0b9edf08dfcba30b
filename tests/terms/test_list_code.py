from __future__ import annotations

import pytest

from navicert.errors import TermError
from navicert.terms import list_code
from navicert.terms.list_code import TITLES, ListCode


@pytest.mark.parametrize("code", list(ListCode))
def test_every_code_has_a_title_and_is_read_in_any_case(code: ListCode) -> None:
    assert code is list_code.parse(code.value.lower())
    assert TITLES[code] == list_code.format(code)


def test_the_title_of_the_consolidated_list_is_read() -> None:
    assert ListCode.EL is list_code.parse("Entity List (EL) - Bureau of Industry and Security")


@pytest.mark.parametrize("text", ["", "XYZ", "(XYZ)", "()"])
def test_another_code_is_refused(text: str) -> None:
    assert not list_code.is_valid(text)
    with pytest.raises(TermError, match="not the code of a list"):
        list_code.parse(text)
