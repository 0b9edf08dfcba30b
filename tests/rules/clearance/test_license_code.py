from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from navicert.rules.clearance.clearing import Clearing
from navicert.rules.clearance.license_code import license_code
from navicert.terms.outcome import Outcome
from navicert.terms.truth import Truth
from tests.rules.clearance.shipments import item, matter


def told(code: str, clearing: Clearing) -> str:
    return " ".join(one.triggered_by for one in license_code(matter(item(code)), clearing))


@pytest.mark.parametrize(
    ("eccn", "outcome", "symbols", "code"),
    [
        ("EAR99", Outcome.NLR, (), "C33 (NLR), reporting NLR"),
        ("9A610.y", Outcome.NLR, (), "C60 (NLR), reporting DY6"),
        ("9A610.x", Outcome.NLR, (), "C33 (NLR)"),
        ("3A001", Outcome.LICENSE, (), "C30 (LICENSE), reporting the license number"),
        ("5A002", Outcome.EXCEPTION, ("ENC",), "C50 (ENC)"),
        ("EAR99", Outcome.EXCEPTION, ("GFT",), "C43 (GFT)"),
        ("3A001", Outcome.EXCEPTION, ("LVS",), "C35 (LVS)"),
        ("3A001", Outcome.EXCEPTION, ("TMP",), "C40 (TMP)"),
        ("9A610.x", Outcome.EXCEPTION, ("STA",), "C59 (STA), reporting STA"),
        ("3A090", Outcome.EXCEPTION, ("NAC",), "C67 (NAC), reporting the confirmation number"),
        ("3A090", Outcome.EXCEPTION, ("ACA",), "C68 (ACA)"),
    ],
)
def test_every_code_that_has_a_source(
    eccn: str, outcome: Outcome, symbols: tuple[str, ...], code: str
) -> None:
    assert code in told(eccn, Clearing(outcome, frozenset(symbols)))


def test_a_code_without_a_source_is_not_invented() -> None:
    said = told("3A001", Clearing(Outcome.EXCEPTION, frozenset({"GBS"})))
    assert "license code of GBS, from AESTIR Appendix F" in said


@pytest.mark.parametrize(
    ("symbol", "day", "code"),
    [
        ("ACA", date(2024, 8, 20), "from AESTIR Appendix F"),
        ("ACA", date(2024, 8, 21), "C68 (ACA)"),
        ("LVS", date(2020, 3, 8), "from AESTIR Appendix F"),
        ("LVS", date(2020, 3, 9), "C35 (LVS)"),
    ],
)
def test_a_code_is_named_from_its_day(symbol: str, day: date, code: str) -> None:
    clearing = Clearing(Outcome.EXCEPTION, frozenset({symbol}))
    found = license_code(matter(item("3A090"), day=day), clearing)
    assert code in found[0].triggered_by


@pytest.mark.parametrize("eccn", ["5A002", "5B002", "5D002", "5E002"])
def test_c33_is_rejected_for_encryption(eccn: str) -> None:
    found = license_code(matter(item(eccn)), Clearing(Outcome.NLR))
    assert f"AES rejects C33 with {eccn}" in found[0].triggered_by


def test_nothing_is_reported_while_facts_are_missing() -> None:
    assert () == license_code(matter(item()), Clearing(Outcome.NEED_FACTS))


def test_codes_before_october_2016_are_open() -> None:
    found = license_code(matter(item(), day=date(2016, 9, 30)), Clearing(Outcome.NLR))
    assert [Truth.UNKNOWN] == [one.holds for one in found]


def test_an_item_without_a_classification_has_the_code_of_its_authorization() -> None:
    goods = matter(replace(item(), eccn=None))
    (found,) = license_code(goods, Clearing(Outcome.LICENSE))
    said = "if EEI is filed: license code C30 (LICENSE), reporting the license number"
    assert said == found.triggered_by
