"""Verify a certification from its bundle alone: on another machine, by somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from navicert.casework.certify_ports import Packer, Tools
from navicert.casework.run_checks import run_letter
from navicert.errors import InputError, UnreadableFile
from navicert.undertakings.certifications.body import Body
from navicert.undertakings.certifications.bundle import Bundle, altered, untrusted
from navicert.undertakings.certifications.known import FOUND_UNTRUE, sentences


class Verdict(StrEnum):
    """What became of a bundle that was verified, in one word; the first that fits."""

    ALTERED = "altered"
    UNTRUE = "untrue"
    UNDECIDABLE = "undecidable"
    PROVED_AGAIN = "proved_again"
    ON_TRUST = "on_trust"
    HOLDS = "holds"


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: ``faults`` is empty when everything holds.

    ``on_trust`` are the keys of the bundle that nobody vouched for; ``bundle`` is None when the
    file could not be read at all. ``untrue`` says what the issuer knew against the letter when it
    was exported; ``seen`` is that moment (ISO 8601), up to which its record was seen.
    """

    faults: tuple[str, ...]
    on_trust: tuple[str, ...]
    bundle: Bundle | None = None
    untrue: tuple[str, ...] = ()
    seen: str = ""

    @property
    def doubt(self) -> str:
        """Say what an alarm found of what was certified, though all of the bundle holds."""
        return "" if self.bundle is None else self.bundle.manifest.known.known.doubt

    @property
    def proved_again(self) -> date | None:
        """Give the day since which a letter of which an alarm rang is proved again."""
        return None if self.bundle is None else self.bundle.manifest.known.known.proved_again

    @property
    def verdict(self) -> Verdict:
        """Say in one word what became of it."""
        if self.faults:
            return Verdict.ALTERED
        if self.proved_again is not None:
            return Verdict.PROVED_AGAIN
        if self.doubt:
            return Verdict.UNTRUE if self.doubt == FOUND_UNTRUE else Verdict.UNDECIDABLE
        return Verdict.ON_TRUST if self.on_trust else Verdict.HOLDS


@dataclass(frozen=True, slots=True)
class _Enclosed:
    """The files of a bundle, given out by their digests; nothing is ever kept."""

    files: Mapping[str, bytes]

    def get(self, digest: str) -> bytes:
        """Give the bytes; KeyError when they are not there."""
        return self.files[digest]

    def put(self, content: bytes) -> str:
        """Refuse: verifying keeps nothing."""
        message = f"{len(content)} bytes are not kept while a bundle is verified"
        raise UnreadableFile(message)


def verify_certification(
    data: bytes, file: str, trusted: frozenset[str], by: tuple[Packer, Tools]
) -> Verified:
    """Prove a bundle: every digest and signature, four eyes, the log, and the checks run again.

    ``trusted`` are the public keys, in base64, that the verifier has from elsewhere, and the key
    of the log as text; without one of a kind, that kind is taken on trust, and told.
    """
    packer, tools = by
    try:
        bundle = packer.unpack(data, file)
    except InputError as refused:
        return Verified((str(refused),), ())
    faults = altered(bundle)
    log_keys = frozenset(one for one in trusted if one.startswith("navicert/"))
    signer_keys = trusted - log_keys
    if signer_keys:
        faults += untrusted(bundle, signer_keys)
    if log_keys and bundle.manifest.log_key not in log_keys:
        faults += ("the log of the bundle is signed by another key than the one given",)
    if not faults:
        faults = tuple(_otherwise(bundle, tools))
    on_trust = tuple(_on_trust(bundle, signer_keys, log_keys))
    entry = bundle.manifest.known
    return Verified(faults, on_trust, bundle, sentences(entry.known), entry.recorded_at)


def _on_trust(bundle: Bundle, signers: frozenset[str], logs: frozenset[str]) -> Iterator[str]:
    if not signers:
        for entry in bundle.manifest.entries:
            yield f"{entry.signed.signer}: {entry.signed.key}"
    if not logs:
        yield f"the log: {bundle.manifest.log_key}"


def _otherwise(bundle: Bundle, tools: Tools) -> Iterator[str]:
    """Run the checks again on the evidence of the bundle; they must find what was signed."""
    signed = bundle.manifest.entries[0].signed.body
    held = {one.table: one for one in signed.evidence}
    again = run_letter(signed.letter, held, replace(tools, kept=_Enclosed(bundle.evidence)))
    for then, now in zip(signed.results, again.results, strict=True):
        if then != now:
            found = f"{now.verdict.value} with {now.count} row(s) {'; '.join(now.reasons)}".strip()
            yield f"the check {then.check} was signed as {then.verdict.value}, and is now {found}"
    if Body(signed.letter, signed.evidence, again.results) != again:
        yield "the evidence of the bundle is more than its checks read"
