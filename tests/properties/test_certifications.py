"""No way leads to a signed letter that is not proved, and no altered byte stays unseen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from navicert.adapters.evidence_sql.sheets import sheet
from navicert.adapters.letters.zip_form import ZipPacker
from navicert.adapters.store.kept import KeptFiles
from navicert.bootstrap import proving_tools
from navicert.casework.certify_ports import Tools
from navicert.casework.continuing_truth import recheck
from navicert.casework.export_certification import export_certification
from navicert.casework.sign_letter import complete, draft_letter, entries, sign_letter
from navicert.casework.verify_certification import verify_certification
from navicert.errors import SigningRefused, UnreadableFile
from navicert.undertakings.certifications.body import unproved
from navicert.undertakings.certifications.bundle import Bundle, Entry
from navicert.undertakings.certifications.person import people
from navicert.undertakings.checks.cells import Filled
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.result import Ran
from tests.casework.certifying import ALL, LETTER, ROSTER, TWO, add, desk_at, proved_desk

PEOPLE = ("Ana", "Bo", "Cid", " ANA ", "bo")
ROSTERS = (ROSTER, ROSTER + b"4,Dee\n", b"id,name\n", b"id\n1\n2\n3\n", ROSTER.replace(b"2,", b","))
REGISTERS = (ALL, ALL, ALL, TWO, b"id,dated\n", b"id,dated\n1,soon\n", b"dated\n2018-03-08\n")
PROOF = {(ROSTER, ALL)}
ODD = (
    Ran(),
    Ran(("id", "name"), (("2", "Bo"),), 1),
    Ran(("id", "name"), (), 1),
    Ran(("id", "name"), ((None, None),), 1),
    Ran(("name",)),
    Ran(("id", "name"), error="it did not end within 10 seconds and was stopped"),
)


class Engine:
    """An engine that finds the truth of these files, but for the times when it is told to fail."""

    def __init__(self) -> None:
        self.fails: Ran | None = None

    def __call__(self, check: Check, tables: Sequence[Filled], /) -> Ran:
        """Find who has no letter."""
        assert "told" == check.id
        if self.fails is not None:
            return self.fails
        letters, roster = tables
        has = set(letters.cells[0])
        lacks = [row for row in zip(*roster.cells, strict=True) if row[0] not in has]
        return Ran(("id", "name"), tuple(lacks), len(lacks))


class Signing(RuleBasedStateMachine):
    """Evidence comes and goes, the engine fails or not, and people try to sign."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory(prefix="navicert-")
        self.engine = Engine()
        self.day = date(2018, 1, 1)
        self.now: dict[str, bytes] = {}
        self.proved_when_signed = True

    @initialize()
    def open(self) -> None:
        """Open a desk with keys for three people."""
        home = Path(self.folder.name)
        tools = Tools(KeptFiles(home / "evidence"), sheet, self.engine)
        self.at = replace(desk_at(home, tools), printer=lambda body: body.canonical())
        for name in PEOPLE[:3]:
            self.at.signers.make(name)

    @rule(content=st.sampled_from(ROSTERS))
    def change_roster(self, content: bytes) -> None:
        """Add a newer roster."""
        self._add("roster", content)

    @rule(content=st.sampled_from(REGISTERS))
    def change_letters(self, content: bytes) -> None:
        """Add a newer register."""
        self._add("letters", content)

    @rule(how=st.none() | st.sampled_from(ODD))
    def break_engine(self, how: Ran | None) -> None:
        """Break the engine, or mend it."""
        self.engine.fails = how

    @rule(name=st.sampled_from(PEOPLE), key=st.none() | st.sampled_from(("ana", "bo", "cid")))
    def sign(self, name: str, key: str | None) -> None:
        """Try to sign, with one's own key or another one."""
        before = len(list(entries(self.at.desk.records)))
        place = None if key is None else Path(self.folder.name) / "keys" / "signers" / f"{key}.key"
        try:
            sign_letter(LETTER, name, place, self.at)
        except SigningRefused:
            return
        signed = len(list(entries(self.at.desk.records))) > before
        assert signed is self._is_proved()

    @rule(name=st.sampled_from(PEOPLE))
    def draft(self, name: str) -> None:
        """Draft the letter, which signs nothing."""
        draft_letter(LETTER, name, self.at)

    @rule()
    def check_again(self) -> None:
        """Hold what was certified against the newest evidence."""
        for truth in recheck(self.at):
            assert bool(truth.alarms) is not self._is_proved()

    @invariant()
    def only_proof_was_signed(self) -> None:
        """Every signature is over proof, and every certification is by two people and two keys."""
        for entry in entries(self.at.desk.records):
            assert () == unproved(entry.signed.body)
        for both in complete(self.at.desk.records):
            signed = [one.signed for one in both]
            assert len(both) == people(one.signer for one in signed)
            assert len(both) == len({one.key for one in signed})
            assert 2 <= len(both)

    def teardown(self) -> None:
        """Let go of the desk."""
        self.at.desk.close()
        self.folder.cleanup()

    def _add(self, table: str, content: bytes) -> None:
        self.day += timedelta(days=1)
        add(self.at, table, content, self.day)
        self.now[table] = content

    def _is_proved(self) -> bool:
        files = (self.now.get("roster", b""), self.now.get("letters", b""))
        return self.engine.fails is None and files in PROOF


Signing.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
TestSigning = Signing.TestCase


PACKER = ZipPacker()


@cache
def packed() -> bytes:
    """A certification, made once by the real engine."""
    with TemporaryDirectory(prefix="navicert-") as folder:
        at = proved_desk(Path(folder))
        with at.desk:
            for name in ("Ana", "Bo"):
                sign_letter(LETTER, name, None, at)
            return export_certification("letter-1", at).content


@cache
def unpacked() -> Bundle:
    return PACKER.unpack(packed(), "letter.zip")


def holds(data: bytes) -> bool:
    """Tell whether a bundle is found whole, before its checks would run again."""
    by = (PACKER, proving_tools(Path("nowhere")))
    found = verify_certification(data, "letter.zip", frozenset(), by)
    assert all(found.faults)
    return not found.faults


def test_the_bundle_itself_holds() -> None:
    assert holds(packed())


@given(at=st.integers(min_value=0), bit=st.integers(0, 7))
@settings(max_examples=150)
def test_a_changed_byte_of_the_bundle_is_found(at: int, bit: int) -> None:
    data = bytearray(packed())
    data[at % len(data)] ^= 1 << bit
    assert not holds(bytes(data))


def flipped(content: bytes, at: int, bit: int) -> bytes:
    data = bytearray(content)
    data[at % len(data)] ^= 1 << bit
    return bytes(data)


@given(which=st.integers(0, 1), at=st.integers(min_value=0), bit=st.integers(0, 7))
def test_a_changed_byte_of_evidence_is_found_though_it_was_packed_anew(
    which: int, at: int, bit: int
) -> None:
    bundle = unpacked()
    digest = sorted(bundle.evidence)[which]
    files = {**bundle.evidence, digest: flipped(bundle.evidence[digest], at, bit)}
    assert not holds(PACKER.pack(replace(bundle, evidence=files)))


@given(at=st.integers(min_value=0), bit=st.integers(0, 7))
@settings(max_examples=50)
def test_a_changed_byte_of_the_printed_letter_is_found(at: int, bit: int) -> None:
    bundle = unpacked()
    assert not holds(PACKER.pack(replace(bundle, pdf=flipped(bundle.pdf, at, bit))))


def other(text: str, at: int, letter: str) -> str:
    place = at % len(text)
    return text[:place] + letter + text[place + 1 :]


def with_text(entry: Entry, part: str, change: tuple[int, str]) -> Entry:
    """Change one letter of the letter's text, of its SQL, of a name or of a signature."""
    signed, (at, new) = entry.signed, change
    letter = signed.body.letter
    free, statement = letter.paragraphs
    proof = statement.check
    assert proof is not None
    if part == "text":
        free = replace(free, text=other(free.text, at, new))
    elif part == "statement":
        statement = replace(statement, text=other(statement.text, at, new))
    elif part == "sql":
        statement = replace(statement, check=replace(proof, sql=other(proof.sql, at, new)))
    elif part == "signature":
        signed = replace(signed, signature=other(signed.signature, at, new))
    else:
        signed = replace(signed, signer=other(signed.signer, at, new))
    body = replace(signed.body, letter=replace(letter, paragraphs=(free, statement)))
    return replace(entry, signed=replace(signed, body=body))


@given(
    part=st.sampled_from(("text", "statement", "sql", "signature", "signer")),
    at=st.integers(min_value=0),
    new=st.sampled_from("aZ0 ;=+/'"),
)
@settings(max_examples=150)
def test_a_changed_letter_of_what_was_signed_is_found_though_it_was_packed_anew(
    part: str, at: int, new: str
) -> None:
    bundle = unpacked()
    entries = tuple(with_text(one, part, (at, new)) for one in bundle.manifest.entries)
    changed = replace(bundle, manifest=replace(bundle.manifest, entries=entries))
    same = changed.manifest == bundle.manifest
    try:
        data = PACKER.pack(changed)
    except UnreadableFile:
        return
    assert same or not holds(data)
