from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from navicert.errors import SigningRefused
from navicert.undertakings.certifications.body import Body, unproved
from navicert.undertakings.certifications.signing import Signed, four_eyes, public_key, sign
from navicert.undertakings.checks.evidence import Evidence
from navicert.undertakings.checks.result import Result, Verdict
from tests.casework.certifying import CHECK, LETTER

ANA, BO, ANEW = (Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32) for n in (1, 2, 3))
DAY = date(2018, 4, 2)
EVIDENCE = tuple(
    Evidence(table, "HR", DAY, "Ana", "0" * 64, f"{table}.csv", 1)
    for table in ("letters", "roster")
)
PASSED = Result("told", Verdict.PASSED, ("id", "name"))
BODY = Body(LETTER, EVIDENCE, (PASSED,))


def by(name: str, body: Body = BODY) -> Signed:
    return Signed(body, "0" * 64, DAY, name, "")


def test_what_is_proved_is_signed_and_holds() -> None:
    assert () == unproved(BODY)
    one, two = sign(by("Ana"), ANA), sign(by("Bo"), BO)
    assert (True, True) == (one.holds, two.holds)
    assert () == four_eyes((one, two))
    assert one == sign(by("Ana"), ANA)


@pytest.mark.parametrize(
    "body",
    [
        replace(BODY, results=()),
        replace(BODY, results=(PASSED, PASSED)),
        replace(BODY, results=(replace(PASSED, check="other"),)),
        replace(BODY, results=(Result("told", Verdict.FAILED, ("id",), (("1",),), 1),)),
        replace(BODY, results=(Result("told", Verdict.ERRORED, reasons=("too slow",)),)),
        replace(BODY, results=(replace(PASSED, count=1),)),
        replace(BODY, evidence=EVIDENCE[:1]),
        replace(BODY, evidence=EVIDENCE * 2),
        replace(BODY, letter=replace(LETTER, paragraphs=())),
        replace(
            BODY, letter=replace(LETTER, paragraphs=(replace(LETTER.paragraphs[1], text="All."),))
        ),
    ],
)
def test_what_is_not_proved_is_never_signed(body: Body) -> None:
    assert unproved(body)
    with pytest.raises(SigningRefused):
        sign(by("Ana", body), ANA)


def test_the_same_person_or_key_is_refused_on_the_same_content_alone() -> None:
    first = sign(by("Ana"), ANA)
    for name, key in (
        ("Ana", BO),
        (" ana", BO),
        ("\uff21\uff4e\uff41", BO),
        ("Bo", ANA),
        ("  ", BO),
    ):
        with pytest.raises(SigningRefused):
            sign(by(name), key, (first,))
    other = replace(BODY, letter=replace(LETTER, title="Another"))
    assert sign(by("Ana", other), ANA, (first,)).holds


def test_a_key_is_one_persons_over_all_letters() -> None:
    first = sign(by("Ana"), ANA)
    other = replace(BODY, letter=replace(LETTER, id="letter-2"))
    with pytest.raises(SigningRefused, match=r"it is the key of Ana, who signed letter-1 with it"):
        sign(by("Bo", other), ANA, (first,))
    assert sign(by("  ANA", other), ANA, (first,)).holds


def test_names_that_look_or_sound_alike_are_one_person() -> None:
    first = sign(by("Ana Lopes"), ANA)
    for name in ALIKE:
        with pytest.raises(SigningRefused, match="Ana Lopes signed letter-1 already"):
            sign(by(name), BO, (first,))
        lie = replace(by(name), key=public_key(BO))
        lie = replace(lie, signature=b64encode(BO.sign(lie.payload())).decode())
        assert any("1 person(s) signed" in one for one in four_eyes((first, lie))), name


ALIKE = (
    "\u00c1na Lopes",
    "A\u0301na Lopes",
    "\uff21\uff4e\uff41 Lopes",
    "ANA   LOPES",
    "Ana L0pes",
    "Lopes, Ana",
    "\u0410\u043d\u0430 \u041b\u043e\u043f\u0435\u0441",
    "\u0410\u043d\u043d\u0430 \u041b\u043e\u043f\u0435\u0441",
    "Dr. Ana Lopes",
    "Ana Lopes (Dr.)",
    "Ana Lopes, CEO",
    "Lopes, Ana, CEO",
    "Ana Lopes1",
    "4na Ana Lopes",
    "A. Lopes",
    "L. A.",
    "Ana M. Lopes - Trade Compliance",
    "Ana",
    "Annaa Lopes",
)


def test_posts_and_titles_on_both_sides_make_no_second_person() -> None:
    pairs = (
        ("Ana Lopes, head of trade", "Ana Lopes (second shift)"),
        ("Dr. Ana Lopes", "Ms. Ana M. Lopes"),
        ("Ana Lopes \u2013 Quality", "Ana Maria Lopes2"),
        ("\u674e\u4f1f", "\u674e\u4f1f\u535a\u58eb"),
        ("\u674e\u4f1f (Li Wei)", "\u674e\u4f1f"),
        ("Li Wei", "\u674e\u4f1f\uff08CEO\uff09"),
    )
    for one, other in pairs:
        with pytest.raises(SigningRefused, match="full legal name as in the personnel system"):
            sign(by(other), BO, (sign(by(one), ANA),))


def test_two_people_stay_two() -> None:
    pairs = (
        ("Ana Lopes", "Ana Garcia"),
        ("Li Wei", "Li Na"),
        ("Li Li", "Li Na"),
        ("Dr. Ana Lopes", "Dr. Bo Berg"),
        ("Ana Lopes, CEO", "Bo Berg, CEO"),
        ("A. Lopes", "B. Lopes"),
        ("\u674e\u4f1f", "\u674e\u5a1c"),
        ("Jr. Smith", "Director Jones"),
    )
    for one, other in pairs:
        both = sign(by(one), ANA), sign(by(other), BO, (sign(by(one), ANA),))
        assert () == four_eyes(both), (one, other)


def test_a_key_serves_no_name_that_is_merely_like_its_owners() -> None:
    first = sign(by("Ana Lopes"), ANA)
    other = replace(BODY, letter=replace(LETTER, id="letter-2"))
    with pytest.raises(SigningRefused, match="it is the key of Ana Lopes"):
        sign(by("A. L. Garcia", other), ANA, (first,))
    assert sign(by("Dr. Ana Lopes", other), ANA, (first,)).holds


def test_a_crowd_of_signatures_or_endless_names_are_refused_and_not_compared() -> None:
    ana, bo = sign(by("Ana"), ANA), sign(by("Bo"), BO)
    assert any("at most 50" in one for one in four_eyes((ana, bo) * 5_000))
    endless = replace(ana, signer=" ".join(["a", "b", "c", "d", "e", "f", "g", "h"] * 200_000))
    assert any("is no name of who signs" in one for one in four_eyes((endless, bo)))


def test_a_name_of_two_scripts_is_refused_with_the_letter() -> None:
    with pytest.raises(SigningRefused, match=r"CYRILLIC CAPITAL LETTER A \(U\+0410\) among LATIN"):
        sign(by("\u0410na Lopes"), ANA)
    with pytest.raises(SigningRefused, match=r"GREEK SMALL LETTER OMICRON \(U\+03BF\) among"):
        sign(by("Bo L\u03bfpez"), ANA)
    assert sign(by("\u674e\u4f1f"), ANA).holds
    assert sign(by("Jos\u00e9 O\u2019Brien-Smith"), ANA).holds


def test_the_hint_of_each_refusal_is_true() -> None:
    ana, bo = sign(by("Ana"), ANA), sign(by("Bo"), BO)
    with pytest.raises(SigningRefused, match=r"already, on 2018-04-02: another person has to"):
        sign(by("Ana"), ANA, (ana,))
    with pytest.raises(SigningRefused, match="certified, by Ana and Bo, and needs no more") as told:
        sign(by("Ana"), ANA, (ana, bo))
    assert "another" not in str(told.value)
    with pytest.raises(SigningRefused, match='certify key "Bo"'):
        sign(by("Bo"), ANA, (ana,))


def test_who_signed_under_less_than_the_full_name_signs_a_changed_letter_under_it() -> None:
    short = sign(by("Ana"), ANA)
    with pytest.raises(SigningRefused, match="change the letter"):
        sign(by("Ana Garcia"), BO, (short,))
    changed = replace(BODY, letter=replace(LETTER, title="What was done in March"))
    first = sign(by("Ana Lopes", changed), ANEW, (short,))
    assert () == four_eyes((first, sign(by("Ana Garcia", changed), BO, (short, first))))


def test_four_eyes_are_two_people_two_keys_one_content() -> None:
    ana, bo = sign(by("Ana"), ANA), sign(by("Bo"), BO)
    other = sign(by("Bo", replace(BODY, letter=replace(LETTER, title="Another"))), BO)
    for fewer in ((), (ana,), (ana, ana), (ana, other), (ana, sign(by("Bo"), ANA))):
        assert four_eyes(fewer)
    assert four_eyes((ana, replace(bo, signature=ana.signature)))
    assert four_eyes((ana, replace(bo, pdf="1" * 64)))


@pytest.mark.parametrize("broken", ["", "%", b64encode(bytes(64)).decode(), "A" * 88])
def test_a_broken_signature_or_key_does_not_hold(broken: str) -> None:
    signed = sign(by("Ana"), ANA)
    assert not replace(signed, signature=broken).holds
    assert not replace(signed, key=broken).holds


def test_a_statement_is_bound_to_its_values() -> None:
    assert "2018-03-31" in CHECK.told
    (value,) = CHECK.parameters
    later = replace(CHECK, parameters=(replace(value, value="2030-01-01"),))
    paragraphs = (replace(LETTER.paragraphs[1], check=later),)
    assert unproved(replace(BODY, letter=replace(LETTER, paragraphs=paragraphs)))
