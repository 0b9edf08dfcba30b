from __future__ import annotations

import pytest

from navicert.facts.destination import Destination
from navicert.terms.truth import Truth


@pytest.mark.parametrize(
    ("country", "region", "occupied"),
    [
        ("UA", "CRIMEA", Truth.YES),
        ("UA", "crimea", Truth.YES),
        ("UA", "DNR", Truth.YES),
        ("UA", "LNR", Truth.YES),
        ("UA", "Kyiv", Truth.NO),
        ("UA", None, Truth.UNKNOWN),
        ("RU", "CRIMEA", Truth.NO),
        ("DE", None, Truth.NO),
    ],
)
def test_only_a_region_of_ukraine_can_be_occupied_and_silence_is_unknown(
    country: str, region: str | None, occupied: Truth
) -> None:
    assert occupied is Destination(country, region).occupied_region


def test_country_and_region_are_written_together() -> None:
    assert ["UA/DNR", "DE"] == [str(Destination("UA", "DNR")), str(Destination("DE"))]
