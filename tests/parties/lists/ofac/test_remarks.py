"""Remarks of OFAC: a word in front says what each part is; what has none stays as it is."""

from __future__ import annotations

import pytest

from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, NameKind
from navicert.parties.lists.ofac.remarks import parse
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.partial_date import PartialDate


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("08 Sep 1966", PartialDate(1966, 9, 8)),
        ("Jan 1959", PartialDate(1959, 1)),
        ("circa 1951", PartialDate(1951, about=True)),
        ("1951 to 1953", PartialDate(1951, last_year=1953)),
        ("circa 1979-1982", PartialDate(1979, about=True, last_year=1982)),
        ("01 Jan 1973 to 31 Dec 1973", PartialDate(1973)),
        ("01 Feb 1960 to 29 Feb 1960", PartialDate(1960, 2)),
        ("26 Sep 1946 to 07 Dec 1946", PartialDate(1946, 9, last_month=12)),
        ("Mar 1962 to Feb 1963", PartialDate(1962, last_year=1963)),
    ],
)
def test_a_date_of_birth_may_be_unsure(text: str, wanted: PartialDate) -> None:
    assert (wanted,) == parse(f"DOB {text}.").births


@pytest.mark.parametrize(
    ("text", "kind", "number", "country", "note"),
    [
        ("Passport 1084010 (Egypt)", "passport", "1084010", "EG", "Passport"),
        ("alt. Passport F 879567 (Morocco) issued 29 Apr 1992", "passport", "F 879567", "MA",
         "Passport; issued 29 Apr 1992"),
        ("Cedula No. 16247821 (Colombia)", "national_id", "16247821", "CO", "Cedula No."),
        ("NIT # 800146749-7 (Colombia)", "tax_id", "800146749-7", "CO", "NIT"),
        ("Tax ID No. 100036386 (Serbia)", "tax_id", "100036386", "RS", "Tax ID No."),
        ("Legal Entity Number 253400WSS48YWMBUA688", "lei", "253400WSS48YWMBUA688", None,
         "Legal Entity Number"),
        ("Legal Entity Number 851683897 (Netherlands)", "registration", "851683897", "NL",
         "Legal Entity Number"),
        ("SWIFT/BIC HAVIGB2L", "bic", "HAVIGB2L", None, "SWIFT/BIC"),
        ("D-U-N-S Number 542957624", "duns", "542957624", None, "D-U-N-S Number"),
        ("Website www.lukoil.ru", "website", "www.lukoil.ru", None, "Website"),
        ("Email Address a@b.example", "email", "a@b.example", None, "Email Address"),
        ("Telephone (98)(9121115315)", "phone", "(98)(9121115315)", None, "Telephone"),
        ("Identification Number IMO 5342883", "registration", "5342883", None,
         "Identification Number IMO"),
        ("Aircraft Tail Number N200VR", "aircraft_tail", "N200VR", None, "Aircraft Tail Number"),
        ("Digital Currency Address - XBT 1Kuf2Rd8mDy", "wallet", "1Kuf2Rd8mDy", None, "XBT"),
        ("National ID No. D489833(9)", "national_id", "D489833(9)", None, "National ID No."),
    ],
)  # fmt: skip
def test_an_identifier_has_its_kind_number_and_issuer(
    text: str, kind: str, number: str, country: str | None, note: str
) -> None:
    wanted = Identifier(IdentifierKind(kind), number, country, note)
    assert (wanted,) == parse(f"{text}.").identifiers


def test_names_in_quotes_are_weak_and_may_hold_quotes() -> None:
    told = parse("a.k.a. 'BNC'; a.k.a. ''ABD AL-MUHSI'; f.k.a. 'ANA I'; a.k.a. 'LLC 'DSD''.")
    assert told.names == (
        ListedName("BNC", NameKind.WEAK),
        ListedName("'ABD AL-MUHSI", NameKind.WEAK),
        ListedName("ANA I", NameKind.FORMER),
        ListedName("LLC 'DSD'", NameKind.WEAK),
    )


def test_a_country_that_nobody_knows_is_kept_as_a_word() -> None:
    told = parse("nationality Atlantis; citizen Korea, North; alt. citizen Namibia.")
    assert (("nationality", "Atlantis"),) == told.details
    assert ((), ("KP", "NA")) == (told.nationalities, told.citizenships)


def test_what_is_not_understood_stays() -> None:
    told = parse("Minister of Finance; DOB unknown; Passport issued in Amman; (for GUATEMALA).")
    kept = ("Minister of Finance", "DOB unknown", "Passport issued in Amman", "(for GUATEMALA)")
    assert kept == told.rest


@pytest.mark.timeout(10)
def test_blanks_without_an_end_take_no_time() -> None:
    assert ("a", f"b{chr(9) * 120_000}c.") == parse(f"a; b{chr(9) * 120_000}c..").rest
