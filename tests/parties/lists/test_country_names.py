"""Names of countries as lists write them."""

from __future__ import annotations

import pytest

from navicert.parties.lists.country_names import code_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("NA", "Namibia"),
        ("NO", "NO"),
        ("KP", "Democratic People's Republic of Korea"),
        ("KP", "Korea, Democratic People's Republic of"),
        ("KR", "Korea, South"),
        ("CD", "Congo (Democratic Republic)"),
        ("IR", "IRAN (ISLAMIC REPUBLIC OF)"),
        ("TR", "TÜRKİYE"),
        ("CI", "Cote d Ivoire"),
        ("KN", "St. Kitts & Nevis"),
        ("VC", "Saint Vincent and the Grenadines"),
        ("MM", "Burma"),
        ("GM", "Gambia, The"),
        (None, "None Identified"),
        (None, "no"),
        (None, ""),
        (None, "x" * 10_000_000),
    ],
)
def test_a_name_is_known_or_left_alone(code: str | None, text: str) -> None:
    assert code == code_of(text)
