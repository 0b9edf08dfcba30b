from __future__ import annotations

import pytest

from navicert.errors import TermError
from navicert.terms import exception_symbol
from navicert.terms.exception_symbol import SECTIONS


@pytest.mark.parametrize("symbol", sorted(SECTIONS))
def test_every_symbol_has_a_section_of_part_740(symbol: str) -> None:
    assert symbol == exception_symbol.parse(symbol.lower())
    assert SECTIONS[symbol].startswith("740.")
    assert f"{symbol} ({SECTIONS[symbol]})" == exception_symbol.format(symbol)


@pytest.mark.parametrize("text", ["", "XYZ", "NLR", "LVS "[:2]])
def test_what_never_was_a_symbol_is_refused(text: str) -> None:
    assert not exception_symbol.is_valid(text)
    with pytest.raises(TermError, match="not the symbol of a license exception"):
        exception_symbol.parse(text)
