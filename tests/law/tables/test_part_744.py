from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from navicert.errors import LawNotCovered, ShelfDamaged
from navicert.law.edition import standard_law
from navicert.law.tables.part_744 import OnADay


def on(day: str) -> OnADay:
    return standard_law().open_at(date.fromisoformat(day)).part_744()


@pytest.mark.parametrize(
    ("key", "country", "day", "expected"),
    [
        ("744.21(a)(1)", "NI", "2024-03-14", False),
        ("744.21(a)(1)", "NI", "2024-03-15", True),
        ("744.21(a)(1)", "KH", "2021-12-08", False),
        ("744.21(a)(1)", "KH", "2021-12-09", True),
        ("744.21(a)(1)", "RU", "2022-02-23", True),
        ("744.21(a)(1)", "RU", "2022-02-24", False),
        ("744.21(a)(2)", "RU", "2022-02-24", True),
        ("744.21(a)(2)", "BY", "2022-03-01", False),
        ("744.21(a)(2)", "BY", "2022-03-02", True),
        ("744.2(a)", "TR", "2026-09-24", False),
        ("744.2(a)", "IN", "2026-09-24", True),
        ("744.23(a)(2)(i)", "MO", "2026-09-24", True),
        ("744.23(a)(2)(i)", "HK", "2026-09-24", True),
        ("744.23(a)(2)(i)", "VN", "2026-09-24", False),
        ("744.23(a)(3)(i)(A)", "VN", "2026-09-24", False),
        ("744.23(a)(3)(i)(A)", "SG", "2026-09-24", True),
        ("744.23(a)(3)(i)(A)", "IL", "2026-09-24", True),
    ],
)
def test_a_paragraph_names_places_by_day(
    key: str, country: str, day: str, *, expected: bool
) -> None:
    law = on(day)
    control = law.control(key)
    assert control is not None
    assert expected is law.names(control, country)


def test_before_it_was_created_a_paragraph_required_nothing() -> None:
    assert on("2022-02-23").control("744.21(a)(2)") is None


def test_a_day_before_the_words_is_not_guessed() -> None:
    with pytest.raises(LawNotCovered, match=r"744\.3\(a\)\(1\): nobody verified it"):
        on("2021-01-14").control("744.3(a)(1)")


def test_a_key_that_is_not_there_names_the_file() -> None:
    with pytest.raises(ShelfDamaged, match=r"744/end_use_controls\.toml has no control"):
        on("2026-09-24").control("744.99")


def test_programs_are_compared_however_they_are_written() -> None:
    law = on("2026-09-24")
    assert ("[SDGT]", "ILLICIT DRUGS-EO14059") == law.programs(
        ("[SDGT]", "VENEZUELA", "ILLICIT DRUGS-EO14059")
    )


def test_programs_before_their_day_are_not_guessed() -> None:
    with pytest.raises(LawNotCovered, match="programs were verified from 2024-03-21"):
        on("2024-03-20").programs(("SDGT",))


def test_a_service_is_known_by_any_of_its_names() -> None:
    law = on("2026-09-24")
    assert "RU" == law.intelligence_service("main intelligence directorate (gru)")
    assert "KP" == law.intelligence_service("RGB")
    assert not law.intelligence_service("Ministry of Works")


def test_supplement_2_is_known_from_its_day() -> None:
    item = on("2020-06-29").military_item("4A994")
    assert item is not None
    assert (False, "app_wt", Decimal("0.5")) == (item.entire, item.figure, item.more_than)
    with pytest.raises(LawNotCovered):
        on("2020-06-28").military_item("4A994")


def test_half_is_the_share_that_binds() -> None:
    assert Decimal(50) == on("2026-09-24").majority
