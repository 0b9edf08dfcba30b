"""A bundle as one ZIP file, written so that one content has one form: a changed byte is seen."""

from __future__ import annotations

import io
import json
import re
import zipfile

import msgspec

from navicert.adapters.orders import limits
from navicert.errors import FileTooLarge, UnreadableFile
from navicert.records.canonical import canonical
from navicert.undertakings.certifications.bundle import Bundle, Manifest

FORMAT = "navicert.bundle/2"
MOST_BYTES = 512 * 1024 * 1024
MANIFEST = "certification.json"
PDF = "letter.pdf"
_EVIDENCE = re.compile(r"evidence/([0-9a-f]{64})")
_MOST_PARTS = 1_000
_DAY = (1980, 1, 1, 0, 0, 0)
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


class ZipPacker:
    """Packs and unpacks; parts are stored, in one order, without days of their own."""

    def pack(self, bundle: Bundle) -> bytes:
        """Give the file; the same bundle gives the same bytes."""
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
            for name, content in _parts(bundle).items():
                archive.writestr(zipfile.ZipInfo(name, _DAY), content)
        return whole.getvalue()

    def unpack(self, data: bytes, file: str) -> Bundle:
        """Read the file; UnreadableFile names the part that is not what ``pack`` would write."""
        if len(data) > MOST_BYTES:
            raise FileTooLarge(f"{file}: more than {limits.megabytes(MOST_BYTES)}")
        parts = _read(data, file)
        bundle = _bundle(parts, file)
        again = self.pack(bundle)
        if again != data:
            at = next(
                (n for n, (a, b) in enumerate(zip(again, data, strict=False)) if a != b),
                min(len(again), len(data)),
            )
            message = f"byte {at:,} is altered, in what holds {_part_at(again, at)} together"
            raise UnreadableFile(f"{file}: {message}")
        return bundle


def _parts(bundle: Bundle) -> dict[str, bytes]:
    parts = {
        MANIFEST: canonical({"format": FORMAT, "manifest": bundle.manifest}),
        PDF: bundle.pdf,
    }
    return parts | {f"evidence/{one}": bundle.evidence[one] for one in sorted(bundle.evidence)}


def _read(data: bytes, file: str) -> dict[str, bytes]:
    name = "its directory"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_PARTS or sum(one.file_size for one in entries) > len(data):
                raise FileTooLarge(f"{file}: it would unpack to more than it is")
            parts = {}
            for one in entries:
                name = one.filename
                parts[name] = archive.read(one)
    except _BROKEN as error:
        raise UnreadableFile(f"{file}: {name} is altered or not whole: {error}") from None
    return parts


def _bundle(parts: dict[str, bytes], file: str) -> Bundle:
    evidence: dict[str, bytes] = {}
    for name, content in parts.items():
        found = _EVIDENCE.fullmatch(name)
        if found:
            evidence[found[1]] = content
        elif name not in {MANIFEST, PDF}:
            raise UnreadableFile(f"{file}: {name[:80]!r} belongs to no bundle")
    if MANIFEST not in parts or PDF not in parts:
        raise UnreadableFile(f"{file}: not a bundle: it has no {MANIFEST} or no {PDF}")
    return Bundle(_manifest(parts[MANIFEST], file), parts[PDF], evidence)


def _manifest(content: bytes, file: str) -> Manifest:
    try:
        told = json.loads(content)
        manifest = msgspec.convert(told["manifest"], Manifest)
        same = canonical({"format": FORMAT, "manifest": manifest}) == content
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableFile(f"{file}: {MANIFEST} is altered: {str(error)[:200]}") from None
    if not same:
        raise UnreadableFile(f"{file}: {MANIFEST} is altered: it is not written in its one form")
    return manifest


def _part_at(data: bytes, at: int) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = [one.filename for one in archive.infolist() if one.header_offset <= at]
    return found[-1] if found else "it"
