"""Sign a letter: its checks run again, on the evidence of this moment, and then it is signed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from navicert.casework.certify_ports import CertifyDesk
from navicert.casework.keep_evidence import in_force
from navicert.casework.ports import RecordLog
from navicert.casework.run_checks import Held, run_letter
from navicert.errors import RecordAltered, UnreadableFile
from navicert.records.canonical import canonical
from navicert.records.record import Receipt
from navicert.undertakings.certifications.body import Body, unproved
from navicert.undertakings.certifications.bundle import KIND, Entry
from navicert.undertakings.certifications.letter import Letter
from navicert.undertakings.certifications.person import refuse_no_name
from navicert.undertakings.certifications.signing import EYES, Signed, four_eyes, sign
from navicert.undertakings.checks.check import ParameterKind

DRAFTED = "certification_draft"
REFUSED = "certification_refusal"


@dataclass(frozen=True, slots=True)
class Signing:
    """What became of it: ``signed`` is None when a statement is unproved, and ``body`` says which.

    ``complete`` says that two people signed this content.
    """

    body: Body
    signed: Signed | None
    receipt: Receipt
    complete: bool = False


def draft_letter(letter: Letter, by: str, at: CertifyDesk) -> tuple[Body, Receipt]:
    """Run the checks of a letter and put the draft on record, with who wrote it."""
    if not by.strip():
        raise UnreadableFile("--by: nobody is named who drafts it")
    body = run_letter(letter, held(at.desk.records), at.tools)
    content = canonical({"by": by.strip(), "day": at.desk.clock.today(), "body": body})
    return body, at.desk.records.append(content, DRAFTED, letter.id)


def sign_letter(letter: Letter, signer: str, key: Path | None, at: CertifyDesk) -> Signing:
    """Sign a letter, or put on record that it could not be signed and why.

    Nobody hands a result in, and there is no day to choose: the checks run here, on the evidence in
    force, and the signature is written only while that is still the evidence in force. When it has
    changed meanwhile, they run again.

    Raises:
        SigningRefused: the same person signed this content before, the key is another person's, or
            nobody can sign by that name.
        UnreadableFile: there is no such key, the letter cannot be printed, or speaks of a day to
            come.
        StateUnusable: the data directory cannot be written.
    """
    refuse_no_name(signer)
    _refuse_to_come(letter, at.desk.clock.today())
    private = at.signers.private(signer, key)
    while True:
        now = held(at.desk.records)
        body = run_letter(letter, now, at.tools)
        with at.desk.at_once():
            if held(at.desk.records) == now:
                return _signed(body, signer, private, at)


def _refuse_to_come(letter: Letter, today: date) -> None:
    """Refuse a letter, or a statement of it, that speaks of a day nobody has seen."""
    told = {parameter.value for check in letter.checks for parameter in check.parameters
            if parameter.kind is ParameterKind.DAY}  # fmt: skip
    for day in (letter.day.isoformat(), *sorted(told)):
        if day > today.isoformat():
            message = f"{letter.id}: speaks of {day}, which is yet to come: sign it on that day or "
            message += "later, or let it speak of a day that has come"
            raise UnreadableFile(message)


def _signed(body: Body, signer: str, private: Ed25519PrivateKey, at: CertifyDesk) -> Signing:
    today = at.desk.clock.today()
    if unproved(body):
        return Signing(body, None, _refuse(body, signer, today, at))
    before = tuple(one.signed for one in entries(at.desk.records))
    others = tuple(one for one in before if one.body == body)
    pdf = others[0].pdf if others else at.tools.kept.put(at.printer(body))
    signed = sign(Signed(body, pdf, today, signer.strip(), ""), private, before)
    receipt = at.desk.records.append(signed.content(), KIND, body.letter.id)
    return Signing(body, signed, receipt, not four_eyes((*others, signed)))


def held(records: RecordLog, on: date | None = None, known: date | None = None) -> Held:
    """Give the evidence in force by table."""
    return {one.evidence.table: one.evidence for one in in_force(records, on, known)}


def entries(records: RecordLog) -> Iterator[Entry]:
    """Give every signature on record, oldest first, without its path to a checkpoint.

    Raises RecordAltered for an entry that is no signature, or whose signature does not hold.
    """
    for record in records.of_kinds((KIND,)):
        signed = signed_of(record.content)
        if signed is None or not signed.holds:
            message = f"entry {record.index} is altered: its signature does not hold"
            raise RecordAltered(record.index, message)
        yield Entry(signed, record.index, record.recorded_at, ())


def signed_of(content: bytes) -> Signed | None:
    """Read a signature as the log holds it; None when these bytes are none."""
    try:
        told = json.loads(content)
        told["body"] = {key: told.pop(key) for key in ("letter", "evidence", "results")}
        del told["format"]
        signed = msgspec.convert(told, Signed)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return signed if signed.content() == content else None


def complete(records: RecordLog) -> tuple[tuple[Entry, ...], ...]:
    """Give every certification: the signatures over one content, once two people signed it."""
    found: dict[str, list[Entry]] = {}
    for entry in entries(records):
        found.setdefault(entry.signed.body.digest, []).append(entry)
    return tuple(
        tuple(both)
        for both in found.values()
        if len(both) >= EYES and not four_eyes(one.signed for one in both)
    )


def _refuse(body: Body, signer: str, today: date, at: CertifyDesk) -> Receipt:
    content = canonical({"signer": signer.strip(), "day": today, "body": body})
    return at.desk.records.append(content, REFUSED, body.letter.id)
