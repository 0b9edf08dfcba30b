from __future__ import annotations

from navicert.facts.destination import Destination


def test_country_and_region_are_written_together() -> None:
    assert ["UA/DNR", "DE"] == [str(Destination("UA", "DNR")), str(Destination("DE"))]
