from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navicert.adapters.letters.signer_keys import FolderKeys
from navicert.casework.certify_ports import CertifyDesk
from navicert.casework.sign_letter import (
    DRAFTED,
    REFUSED,
    complete,
    draft_letter,
    entries,
    sign_letter,
    signed_of,
)
from navicert.errors import RecordAltered, SigningRefused, UnreadableFile
from navicert.undertakings.certifications.bundle import KIND
from navicert.undertakings.certifications.letter import Letter, Paragraph
from navicert.undertakings.checks.cells import Filled
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.result import Ran, Verdict
from tests.casework.certifying import ALL, CHECK, LETTER, ROSTER, TWO, add, desk_at, proved_desk


@pytest.fixture
def at(home: Path) -> Iterator[CertifyDesk]:
    found = proved_desk(home)
    with found.desk:
        yield found


def test_two_people_certify_a_letter_that_is_proved(at: CertifyDesk) -> None:
    first = sign_letter(LETTER, "Ana", None, at)
    assert (True, False) == (first.signed is not None, first.complete)
    assert () == complete(at.desk.records)
    second = sign_letter(LETTER, "Bo", None, at)
    assert second.complete
    ((one, two),) = complete(at.desk.records)
    assert ["Ana", "Bo"] == [one.signed.signer, two.signed.signer]
    assert one.signed.body == two.signed.body == second.body
    assert one.signed.holds


def test_an_unproved_letter_is_not_signed_and_the_refusal_names_everybody(at: CertifyDesk) -> None:
    add(at, "letters", TWO)
    found = sign_letter(LETTER, "Ana", None, at)
    assert (None, False) == (found.signed, found.complete)
    (result,) = found.body.results
    assert (Verdict.FAILED, (("2", "Bo"),)) == (result.verdict, result.rows)
    assert [] == list(at.desk.records.of_kinds((KIND,)))
    (refusal,) = at.desk.records.of_kinds((REFUSED,))
    assert [["2", "Bo"]] == json.loads(refusal.content)["body"]["results"][0]["rows"]


def test_the_checks_run_on_the_evidence_of_the_moment_of_each_signature(at: CertifyDesk) -> None:
    assert sign_letter(LETTER, "Ana", None, at).signed is not None
    add(at, "letters", TWO)
    assert sign_letter(LETTER, "Bo", None, at).signed is None
    again = add(at, "letters", ALL + b"\n")
    third = sign_letter(LETTER, "Bo", None, at)
    assert third.signed is not None
    assert not third.complete  # Ana signed for other evidence than this
    assert again.evidence.digest in {one.digest for one in third.body.evidence}
    assert sign_letter(LETTER, "Ana", None, at).complete


def test_evidence_that_changes_while_the_checks_run_makes_them_run_again(at: CertifyDesk) -> None:
    """Whoever adds a file at the last moment cannot have the letter signed on the one before."""
    ran: list[int] = []

    def slow(check: Check, tables: Sequence[Filled], /) -> Ran:
        found = at.tools.runner(check, tables)
        if not ran:
            add(at, "letters", TWO)
        ran.append(found.count)
        return found

    hurried = replace(at, tools=replace(at.tools, runner=slow))
    assert None is sign_letter(LETTER, "Ana", None, hurried).signed
    assert [0, 1] == ran


@pytest.mark.parametrize("what", ["the letter", "its check"])
def test_a_day_to_come_is_not_certified(at: CertifyDesk, what: str) -> None:
    later = replace(CHECK, parameters=(replace(CHECK.parameters[0], value="2018-04-11"),))
    body = (LETTER.paragraphs[0], Paragraph("Each of the three ...", later))
    letter = replace(LETTER, day=date(2018, 4, 11)) if what == "the letter" else LETTER
    letter = replace(letter, paragraphs=body) if what == "its check" else letter
    with pytest.raises(UnreadableFile, match="2018-04-11, which is yet to come"):
        sign_letter(letter, "Ana", None, at)
    assert [] == list(entries(at.desk.records))


def test_one_person_or_one_key_does_not_sign_twice(at: CertifyDesk, home: Path) -> None:
    sign_letter(LETTER, "Ana", None, at)
    ana = home / "keys" / "signers" / "ana.key"
    for name, key in (("Ana", None), (" ANA ", None), ("Bo", ana)):
        with pytest.raises(SigningRefused):
            sign_letter(LETTER, name, key, at)
    assert 1 == len(list(entries(at.desk.records)))


def test_who_drafted_may_sign_once(at: CertifyDesk) -> None:
    body, _ = draft_letter(LETTER, "Ana", at)
    (drafted,) = at.desk.records.of_kinds((DRAFTED,))
    assert "Ana" == json.loads(drafted.content)["by"]
    assert body == sign_letter(LETTER, "Ana", None, at).body
    with pytest.raises(SigningRefused):
        sign_letter(LETTER, "Ana", None, at)


@pytest.mark.parametrize(
    ("name", "roster", "letters"),
    [
        ("no evidence of one table", ROSTER, None),
        ("a table with no row", b"id,name\n", ALL),
        ("a missing column", b"id,called\n1,Ana\n2,Bo\n3,Cid\n", ALL),
        ("a number that is text", ROSTER.replace(b"2,", b"two,"), ALL),
        ("a day that is none", ROSTER, ALL.replace(b"2018-03-09", b"2018-03-39")),
        ("an empty key", ROSTER.replace(b"2,", b","), ALL),
        ("a key that stands twice", ROSTER.replace(b"2,", b"1,"), ALL),
        ("a row too many", ROSTER + b"4,Dee\n", ALL),
        ("an empty cell", ROSTER.replace(b"Bo", b""), ALL),
    ],
)
def test_nothing_is_signed_on_evidence_with(
    name: str, roster: bytes, letters: bytes | None, home: Path
) -> None:
    assert name
    at = desk_at(home)
    with at.desk:
        at.signers.make("Ana")
        add(at, "roster", roster)
        if letters is not None:
            add(at, "letters", letters)
        found = sign_letter(LETTER, "Ana", None, at)
        assert None is found.signed
        assert Verdict.ERRORED is found.body.results[0].verdict
        assert found.body.results[0].reasons


def test_a_check_that_does_not_end_is_not_signed(at: CertifyDesk) -> None:
    endless = (
        "SELECT r.id, r.name FROM roster r, letters l, range(90000000) a, range(90000) b "
        "WHERE a.range + b.range < 0 AND l.dated <= $by"
    )
    slow = replace(CHECK, sql=endless, seconds=1)
    letter = replace(LETTER, paragraphs=(Paragraph(slow.told, slow),))
    found = sign_letter(letter, "Ana", None, at)
    assert None is found.signed
    assert "within 1 seconds" in found.body.results[0].reasons[0]


def test_a_letter_that_says_another_thing_than_its_check_is_not_signed(at: CertifyDesk) -> None:
    bold = replace(LETTER, paragraphs=(Paragraph("Everybody was told everything.", CHECK),))
    assert None is sign_letter(bold, "Ana", None, at).signed
    empty = Letter("l", "t", date(2018, 3, 31), "a", "b", (Paragraph("Only words."),))
    assert None is sign_letter(empty, "Ana", None, at).signed


def test_evidence_whose_bytes_are_altered_or_gone_proves_nothing(
    at: CertifyDesk, home: Path
) -> None:
    digest = sign_letter(LETTER, "Ana", None, at).body.evidence[0].digest
    place = home / "evidence" / digest
    content = place.read_bytes()
    place.chmod(0o600)
    place.write_bytes(content.replace(b"2018-03-09", b"2018-03-08"))
    found = sign_letter(LETTER, "Bo", None, at)
    assert None is found.signed
    assert "damaged" in found.body.results[0].reasons[0]
    place.unlink()
    assert "are gone" in sign_letter(LETTER, "Bo", None, at).body.results[0].reasons[0]


def test_a_signature_that_is_altered_in_the_log_counts_for_nothing(
    at: CertifyDesk, home: Path
) -> None:
    sign_letter(LETTER, "Ana", None, at)
    sign_letter(LETTER, "Bo", None, at)
    ((one, _),) = complete(at.desk.records)
    at.desk.close()
    with closing(sqlite3.connect(home / "navicert.db")) as database, database:
        database.execute(
            "UPDATE record_entry SET content = CAST(replace(content, 'Ana', 'Eve') AS BLOB) "
            "WHERE position = ?",
            (one.index,),
        )
    with pytest.raises(RecordAltered):
        complete(desk_at(home).desk.records)


def test_bytes_that_are_no_signature_are_none() -> None:
    for content in (b"", b"{}", b"[]", b"\xff", b'{"letter": 1, "evidence": 2, "results": 3}'):
        assert None is signed_of(content)


def test_keys_are_for_their_owner_alone_and_never_made_twice(home: Path) -> None:
    keys = FolderKeys(home / "keys")
    shown = keys.make("Ana  Lopes")
    private = shown.with_suffix(".key")
    assert 0o600 == private.stat().st_mode & 0o777
    assert "ana-lopes.pub" == shown.name
    with pytest.raises(UnreadableFile, match="has a key"):
        keys.make("ana lopes")
    private.chmod(0o644)
    with pytest.raises(UnreadableFile, match="others may read"):
        keys.private("Ana Lopes")
    with pytest.raises(UnreadableFile, match="there is no key of Bo"):
        keys.private("Bo")
    with pytest.raises(SigningRefused, match="no name"):
        keys.make(" ./ ")
