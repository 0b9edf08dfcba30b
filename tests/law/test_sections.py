"""Which sections a citation names."""

from __future__ import annotations

import pytest

from navicert.law.sections import citations_of_tables, named_in, part_of, speaks_of
from navicert.law.shelf import standard_shelf


@pytest.mark.parametrize(
    ("citation", "named"),
    [
        ("15 CFR 740.20(b)(2)", {"740.20"}),
        ("15 CFR Supp. 4 to 774(a)(3)", {"Supp. 4 to 774"}),
        ("15 CFR part 746", {"part 746"}),
        ("89 FR 28594", set()),
        ("742.8; 742.9; 742.19", {"742.8", "742.9", "742.19"}),
    ],
)
def test_a_citation_names_sections_supplements_and_parts(citation: str, named: set[str]) -> None:
    assert named == named_in(citation)


def test_740_20_is_not_740_2() -> None:
    assert not speaks_of("15 CFR 740.20", "740.2")
    assert speaks_of("15 CFR 740.2(a)(5)", "740.2")


def test_a_part_speaks_of_its_sections_and_supplements() -> None:
    assert speaks_of("15 CFR part 746", "746.8")
    assert speaks_of("15 CFR part 746", "Supp. 4 to 746")
    assert not speaks_of("15 CFR part 744", "746.8")
    assert "part 746" == part_of("Supp. 4 to 746")


def test_the_tables_of_the_chart_cite_it() -> None:
    cited = citations_of_tables(standard_shelf())
    assert "Supp. 1 to 738" in cited["738/country_chart"]
    assert "730/coverage" not in cited
