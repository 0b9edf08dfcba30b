from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from navicert.adapters.letters.zip_form import ZipPacker
from navicert.bootstrap import proving_tools
from navicert.casework.export_certification import export_certification
from navicert.casework.sign_letter import sign_letter
from navicert.casework.verify_certification import Verified, verify_certification
from navicert.errors import UnreadableFile
from navicert.records import merkle
from navicert.undertakings.certifications.bundle import Bundle, Entry
from navicert.undertakings.certifications.known import Known
from navicert.undertakings.certifications.letter import Paragraph
from navicert.undertakings.certifications.signing import Signed, public_key
from navicert.undertakings.certifications.truth import Rung
from navicert.undertakings.checks.result import Result, Verdict
from tests.casework.certifying import ALL, CHECK, LETTER, TWO, add, proved_desk

PACKER = ZipPacker()


@cache
def packed() -> bytes:
    """A certification, made once."""
    at = proved_desk(Path(mkdtemp(prefix="navicert-")))
    with at.desk:
        for name in ("Ana", "Bo"):
            sign_letter(LETTER, name, None, at)
        return export_certification("letter-1", at).content


@cache
def alarmed() -> bytes:
    """The same, of which an alarm rang before it was exported."""
    at = proved_desk(Path(mkdtemp(prefix="navicert-")))
    with at.desk:
        for name in ("Ana", "Bo"):
            sign_letter(LETTER, name, None, at)
        add(at, "letters", TWO, date(2018, 4, 5))
        return export_certification("letter-1", at).content


def unpacked() -> Bundle:
    return PACKER.unpack(packed(), "letter.zip")


def verified(data: bytes, *trusted: str) -> Verified:
    by = (PACKER, proving_tools(Path("nowhere")))
    return verify_certification(data, "letter.zip", frozenset(trusted), by)


def test_a_bundle_holds_and_says_whose_word_it_takes() -> None:
    found = verified(packed())
    assert () == found.faults
    ana, bo, log = found.on_trust
    assert (True, True) == (ana.startswith("Ana: "), bo.startswith("Bo: "))
    assert log.startswith("the log: navicert/records/")


def test_with_the_keys_given_nothing_is_taken_on_trust() -> None:
    manifest = unpacked().manifest
    keys = [one.signed.key for one in manifest.entries]
    assert ((), ()) == told(verified(packed(), *keys, manifest.log_key))
    (fault,) = verified(packed(), keys[0], manifest.log_key).faults
    assert fault.startswith("the key of Bo (")
    other = manifest.log_key.replace("records/", "records/0")
    (fault,) = verified(packed(), *keys, other).faults
    assert "the log of the bundle" in fault


def told(found: Verified) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return found.faults, found.on_trust


def altered(bundle: Bundle, change: Callable[[Entry], Entry]) -> bytes:
    """Pack a bundle anew with every entry changed, so that the file itself is in order."""
    entries = tuple(change(one) for one in bundle.manifest.entries)
    return PACKER.pack(replace(bundle, manifest=replace(bundle.manifest, entries=entries)))


def signed_with(change: Callable[[Signed], Signed]) -> bytes:
    return altered(unpacked(), lambda one: replace(one, signed=change(one.signed)))


def with_sql(one: Signed) -> Signed:
    check = replace(CHECK, sql=CHECK.sql.replace("<=", ">="))
    paragraphs = (LETTER.paragraphs[0], Paragraph(check.told, check))
    return replace(one, body=replace(one.body, letter=replace(LETTER, paragraphs=paragraphs)))


def with_body(one: Signed, **changes: object) -> Signed:
    return replace(one, body=replace(one.body, **changes))  # type: ignore[arg-type] # its fields


ALTERED: dict[str, tuple[Callable[[Signed], Signed], str]] = {
    "the SQL": (with_sql, "signature of Ana"),
    "a name": (lambda one: replace(one, signer=f"{one.signer} Lopes"), "signature of Ana Lopes"),
    "a signature": (
        lambda one: replace(one, signature=b64encode(bytes(64)).decode()),
        "signature of Bo",
    ),
    "a key": (lambda one: replace(one, key=b64encode(bytes(32)).decode()), "by one key"),
    "the print": (
        lambda one: replace(one, pdf="0" * 64),
        "letter.pdf: not the printed letter that Ana",
    ),
    "a day": (lambda one: replace(one, day=LETTER.day), "signature of Ana"),
    "a result": (
        lambda one: with_body(one, results=(Result("told", Verdict.FAILED, count=1),)),
        "told: failed",
    ),
    "the letter": (lambda one: with_body(one, letter=replace(LETTER, title="x")), "of Ana"),
}


@pytest.mark.parametrize("what", ALTERED)
def test_what_is_altered_is_named(what: str) -> None:
    change, says = ALTERED[what]
    found = verified(signed_with(change))
    assert any(says in fault for fault in found.faults), found.faults


def test_other_evidence_in_its_place_is_named() -> None:
    bundle = unpacked()
    files = {digest: content.replace(ALL, TWO) for digest, content in bundle.evidence.items()}
    (fault,) = verified(PACKER.pack(replace(bundle, evidence=files))).faults
    assert fault.startswith("evidence/")
    assert fault.endswith(": not the file it was, the evidence of letters")
    faults = verified(PACKER.pack(replace(bundle, evidence={}))).faults
    assert ["letters", "roster"] == [fault.split()[-1] for fault in faults]


def test_an_entry_that_is_not_in_the_log_is_named() -> None:
    moved = altered(unpacked(), lambda one: replace(one, index=one.index + 1))
    assert any("is not in the log" in one for one in verified(moved).faults)
    later = altered(unpacked(), lambda one: replace(one, recorded_at="2018-01-01T00:00:00Z"))
    assert any("is not in the log" in one for one in verified(later).faults)


def test_one_signature_is_not_enough() -> None:
    bundle = unpacked()
    for kept in (bundle.manifest.entries[:1], bundle.manifest.entries[:1] * 2, ()):
        fewer = replace(bundle, manifest=replace(bundle.manifest, entries=kept))
        assert any("different people" in one for one in verified(PACKER.pack(fewer)).faults)


def test_a_bundle_whose_checks_find_another_thing_does_not_hold() -> None:
    """Somebody with keys of their own signs a result that the evidence does not give."""
    bundle, keys = unpacked(), iter((Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()))

    def forged(one: Signed) -> Signed:
        key = next(keys)
        lie = replace(with_sql(one), key=public_key(key))
        return replace(lie, signature=b64encode(key.sign(lie.payload())).decode())

    faults = verified(altered(bundle, lambda one: replace(one, signed=forged(one.signed)))).faults
    assert not any("signature" in one for one in faults)
    assert any("is not in the log" in one for one in faults)


def test_a_bundle_says_what_the_issuer_knew_and_until_when_its_record_was_seen() -> None:
    """Nobody ran a check between the newer evidence and the export: the export does."""
    found = verified(alarmed())
    assert ((), "found untrue") == (found.faults, found.doubt)
    (one,) = found.untrue
    assert one.startswith(
        "found untrue on 2018-04-10: Each of the three has a letter dated by 2018-03-31. "
        "contradicted by 1 row(s): 2 Bo; nothing on record ended it"
    )
    assert one.endswith("; disclosure letter-1-2018-04-10 (15 CFR 764.5)")
    quiet = verified(packed())
    assert ("", ()) == (quiet.doubt, quiet.untrue)


def known_as(data: bytes, change: Callable[[Known], Known]) -> bytes:
    bundle = PACKER.unpack(data, "letter.zip")
    entry = bundle.manifest.known
    known = replace(entry, known=change(entry.known))
    return PACKER.pack(replace(bundle, manifest=replace(bundle.manifest, known=known)))


def milder(one: Rung) -> Rung:
    return replace(one, alarm=replace(one.alarm, rows=(), named=(), count=0))


LEFT_OUT: dict[str, Callable[[Known], Known]] = {
    "the alarm": lambda one: replace(one, rung=()),
    "its rows": lambda one: replace(one, rung=tuple(map(milder, one.rung))),
    "that it stands": lambda one: replace(
        one, rung=tuple(replace(rung, until=one.day) for rung in one.rung)
    ),
    "its disclosure": lambda one: replace(one, cases=()),
    "the day": lambda one: replace(one, day=date(2018, 4, 11)),
}


@pytest.mark.parametrize("what", LEFT_OUT)
def test_an_alarm_that_is_left_out_or_made_milder_is_found(what: str) -> None:
    faults = verified(known_as(alarmed(), LEFT_OUT[what])).faults
    assert ("what was known of the letter at its export is not in the log that was signed",) == (
        faults
    )


def test_what_was_known_is_the_last_of_the_log_and_of_this_letter(home: Path) -> None:
    """An export before the alarm says nothing of it: it cannot stand in a later bundle."""
    at = proved_desk(home)
    with at.desk:
        for name in ("Ana", "Bo"):
            sign_letter(LETTER, name, None, at)
        early = PACKER.unpack(export_certification("letter-1", at).content, "early.zip")
        add(at, "letters", TWO, date(2018, 4, 5))
        late = PACKER.unpack(export_certification("letter-1", at).content, "late.zip")
        log = tuple(at.desk.records.entries())
    before = early.manifest.known
    path = merkle.inclusion_proof([merkle.leaf_hash(one.leaf()) for one in log], before.index)
    stale = replace(before, path=tuple(one.hex() for one in path))
    forged = replace(late, manifest=replace(late.manifest, known=stale))
    assert ("what was known of the letter is not the last entry that the checkpoint covers",) == (
        verified(PACKER.pack(forged)).faults
    )
    later = replace(late.manifest, known=replace(late.manifest.known, recorded_at="2030-01-01"))
    (fault,) = verified(PACKER.pack(replace(late, manifest=later))).faults
    assert "is not in the log" in fault
    assert log[-1].recorded_at == verified(PACKER.pack(late)).seen
    other = known_as(packed(), lambda one: replace(one, letter="letter-2"))
    assert any("of another letter than the one Ana" in one for one in verified(other).faults)


def test_what_is_no_bundle_is_refused_with_its_name() -> None:
    for data in (b"", b"PK", packed()[:-1], packed() + b"\n", b"PK\5\6" + bytes(18)):
        (fault,) = verified(data).faults
        assert fault.startswith("letter.zip: ")


def test_only_what_two_people_signed_is_exported(home: Path) -> None:
    at = proved_desk(home)
    with at.desk:
        sign_letter(LETTER, "Ana", None, at)
        with pytest.raises(UnreadableFile, match="no letter that two people signed"):
            export_certification("letter-1", at)
