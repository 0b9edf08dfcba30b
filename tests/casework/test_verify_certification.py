from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
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
from navicert.undertakings.certifications.bundle import Bundle, Entry
from navicert.undertakings.certifications.letter import Paragraph
from navicert.undertakings.certifications.signing import Signed, public_key
from navicert.undertakings.checks.result import Result, Verdict
from tests.casework.certifying import ALL, CHECK, LETTER, TWO, proved_desk

PACKER = ZipPacker()


@cache
def packed() -> bytes:
    """A certification, made once."""
    at = proved_desk(Path(mkdtemp(prefix="navicert-")))
    with at.desk:
        for name in ("Ana", "Bo"):
            sign_letter(LETTER, name, None, at)
        return export_certification("letter-1", at)


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
    "the print": (lambda one: replace(one, pdf="0" * 64), "printed letter is not the one that Ana"),
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
    assert fault.startswith("the evidence of letters (")
    faults = verified(PACKER.pack(replace(bundle, evidence={}))).faults
    assert ["letters", "roster"] == [fault.split()[3] for fault in faults]


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
