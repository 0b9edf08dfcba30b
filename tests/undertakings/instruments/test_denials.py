from __future__ import annotations

import pytest

from navicert.errors import InstrumentRefused
from navicert.undertakings.instruments import denials, reader
from tests.health.house import ROOT


@pytest.mark.parametrize("year", [2017, 2018])
def test_it_reads_the_same_orders_as_the_reader_of_the_whole(year: int) -> None:
    content = (ROOT / "examples" / "zte" / f"settlement-{year}.toml").read_bytes()
    whole, part = reader.read("file", content), denials.read("file", content)
    assert 1 == len(part.orders)
    assert (whole.title, whole.source, whole.denial_orders) == (
        part.title,
        part.source,
        part.orders,
    )


def test_a_malformed_order_is_refused_with_its_line() -> None:
    with pytest.raises(InstrumentRefused, match=r"file:2: .*reference"):
        denials.read("file", b'title = "x"\n[[denial_order]]\npersons = [["A"]]\n')
