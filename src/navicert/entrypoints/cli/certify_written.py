"""What was exported and what a bundle proves, at the terminal and as plain documents."""

from __future__ import annotations

from pathlib import Path

import msgspec
from rich.console import Console

from navicert.casework.export_certification import Exported
from navicert.casework.verify_certification import Verdict, Verified
from navicert.entrypoints.cli.certify_answer import Document, signature
from navicert.entrypoints.cli.terminal import joined, plain
from navicert.undertakings.certifications.known import FOUND_UNTRUE, Known, sentences


def exported_document(found: Exported, output: Path) -> Document:
    """Give what was written, with what is known of the letter."""
    known = found.known
    told = {"letter": known.letter, "file": str(output), "bytes": len(found.content)}
    return told | {
        "doubt": known.doubt,
        "known": msgspec.to_builtins(known),
        "untrue": list(sentences(known)),
    }


def show_exported(found: Exported, output: Path, console: Console) -> None:
    """Say what was written, and warn of a letter of which an alarm rang."""
    console.print(plain(f"{output}: {len(found.content):,} bytes"))
    _show_rung(found.known, console)
    if found.known.doubt:
        console.print(plain(f"This letter was {_meant(found.known)}", "bold"))
        console.print(plain("The file says so to whoever verifies it.", "bold"))


def _meant(known: Known) -> str:
    """Say what an alarm means to who relies on a letter, and to who made it."""
    since = known.proved_again
    if since is not None:
        told = f"{known.doubt} on {since}: the newest evidence proves it."
        untrue = " Until then the evidence contradicted it: see that it was disclosed"
        return f"{told}{untrue} (15 CFR 764.5)." if FOUND_UNTRUE in known.doubt else told
    if known.doubt == FOUND_UNTRUE:
        return f"{known.doubt}: do not rely on it; correct it (15 CFR 764.2(g)(2))."
    return f"{known.doubt}: do not rely on it until evidence decides it (15 CFR 764.2(g)(2))."


def _show_rung(known: Known, console: Console) -> None:
    """Print each alarm: as one that stands, or as one that is past."""
    for one, told in zip(known.rung, sentences(known), strict=True):
        word = "UNTRUE   " if one.alarm.is_false else "UNDECIDED "
        mark = plain(word, "bold red") if one.until is None else plain("PAST     ", "yellow")
        console.print(joined(mark, plain(told)))


def verified_document(found: Verified) -> Document:
    """Give what was proved of a bundle."""
    told: Document = {"verdict": found.verdict.value, "holds": not found.faults}
    told["faults"] = list(found.faults)
    told["on_trust"] = list(found.on_trust)
    entries = () if found.bundle is None else found.bundle.manifest.entries
    told["signatures"] = [signature(one) for one in entries]
    if found.bundle is not None:
        told |= {
            "doubt": found.doubt,
            "untrue": list(found.untrue),
            "record_seen_until": found.seen,
            "known": msgspec.to_builtins(found.bundle.manifest.known.known),
        }
    return told


def show_verified(found: Verified, console: Console) -> None:
    """Say what holds, what is altered, what was found untrue, and whose word was taken."""
    for fault in found.faults:
        console.print(joined(plain("ALTERED  ", "bold red"), plain(fault)))
    if found.faults or found.bundle is None:
        console.print(plain("It does not hold: rely on nothing in it.", "bold red"))
        told = (
            "next: ask the issuer for the file again, and for its SHA-256 by another way; if it is"
        )
        console.print(plain(f"{told} the same file, it was altered where it was made."))
        return
    signed = found.bundle.manifest.entries[0].signed
    console.print(plain(f"{signed.body.letter.title} ({signed.body.letter.day})", "bold"))
    for check, _ in signed.body.statements:
        console.print(joined(plain("PROVED   ", "green"), plain(f"when signed: {check.told}")))
    for entry in found.bundle.manifest.entries:
        told = f"{entry.signed.signer} on {entry.signed.day}, in the log since {entry.recorded_at}"
        console.print(joined(plain("SIGNED   ", "green"), plain(told)))
    _show_rung(found.bundle.manifest.known.known, console)
    for key in found.on_trust:
        console.print(joined(plain("ON TRUST ", "yellow"), plain(key)))
    _show_end(found, found.bundle.manifest.known.known, console)


def _show_end(found: Verified, known: Known, console: Console) -> None:
    console.print(plain(f"SEEN     the issuer's record up to {found.seen}, when it was exported."))
    console.print(plain("         What was found later cannot be known from this file: ask for"))
    console.print(plain("         a newer one before you rely on the letter."))
    if found.on_trust:
        console.print(plain("Compare these keys with those you have from elsewhere (--key)."))
    if found.doubt:
        style = "yellow" if found.verdict is Verdict.PROVED_AGAIN else "bold red"
        told = f"Signatures and evidence hold, and the letter was {_meant(known)}"
        console.print(plain(told, style))
    elif not found.on_trust:
        console.print(plain("All of it holds.", "bold green"))
