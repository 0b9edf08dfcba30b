"""A bundle as one ZIP file, written so that one content has one form: a changed byte is seen."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter

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
            raise UnreadableFile(f"{file}: {_otherwise(again, data)}")
        return bundle


def _otherwise(again: bytes, data: bytes) -> str:
    """Say where a file is not what ``pack`` would write of the same parts."""
    if data.startswith(again):
        return f"{len(data) - len(again):,} bytes follow its end, which no bundle has"
    at = next(
        (n for n, (a, b) in enumerate(zip(again, data, strict=False)) if a != b),
        min(len(again), len(data)),
    )
    return f"byte {at:,} is altered, in what holds {_part_at(again, at)} together"


def _parts(bundle: Bundle) -> dict[str, bytes]:
    parts = {
        MANIFEST: canonical({"format": FORMAT, "manifest": bundle.manifest}),
        PDF: bundle.pdf,
    }
    return parts | {f"evidence/{one}": bundle.evidence[one] for one in sorted(bundle.evidence)}


def _read(data: bytes, file: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if why := _why_no_bundle(entries, len(data)):
                raise UnreadableFile(f"{file}: {why}")
            return {one.filename: _part(archive, one, file) for one in entries}
    except _BROKEN:
        pass
    size = f"{len(data):,} bytes"
    if data.startswith(b"PK"):
        raise UnreadableFile(
            f"{file}: cut short or damaged: its {size} have no directory at the end"
        )
    raise UnreadableFile(f"{file}: no bundle: its {size} are no ZIP file")


def _why_no_bundle(entries: list[zipfile.ZipInfo], size: int) -> str:
    """Say what a bundle never has, by the directory alone: nothing is unpacked for it."""
    names = Counter(one.filename for one in entries)
    strange = [
        name for name in names if name not in {MANIFEST, PDF} and not _EVIDENCE.fullmatch(name)
    ]
    twice = [name for name, count in names.items() if count > 1]
    absent = [name for name in (MANIFEST, PDF) if name not in names]
    if strange:
        return f"{strange[0][:80]!r} belongs to no bundle"
    if twice:
        return f"{twice[0]} is in it {names[twice[0]]} times"
    if absent:
        return f"{' and '.join(absent)} is missing, which every bundle has"
    unpacked = sum(one.file_size for one in entries)
    if len(entries) > _MOST_PARTS or unpacked > size:
        return f"it would unpack to {unpacked:,} bytes in {len(entries):,} parts: more than it is"
    packed = next((one.filename for one in entries if one.compress_type), "")
    return f"{packed} is compressed, and a bundle holds its parts as they are" if packed else ""


def _part(archive: zipfile.ZipFile, one: zipfile.ZipInfo, file: str) -> bytes:
    try:
        return archive.read(one)
    except _BROKEN:
        message = f"{one.filename} is damaged: its bytes do not fit what the directory says of them"
        raise UnreadableFile(f"{file}: {message}") from None


def _bundle(parts: dict[str, bytes], file: str) -> Bundle:
    found = ((_EVIDENCE.fullmatch(name), content) for name, content in parts.items())
    evidence = {name[1]: content for name, content in found if name}
    return Bundle(_manifest(parts[MANIFEST], file), parts[PDF], evidence)


def _manifest(content: bytes, file: str) -> Manifest:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        message = f"{MANIFEST} is cut short or damaged: its {len(content):,} bytes are no JSON"
        raise UnreadableFile(f"{file}: {message}") from None
    form = told.get("format") if isinstance(told, dict) else None
    if form != FORMAT:
        message = f"{MANIFEST} has the format {str(form)[:60]!r}, and this reads {FORMAT!r}"
        older = "; it was exported by another version: ask for a new export" * (form is not None)
        raise UnreadableFile(f"{file}: {message}{older}")
    try:
        manifest = msgspec.convert(told["manifest"], Manifest)
        same = canonical({"format": FORMAT, "manifest": manifest}) == content
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        message = f"{MANIFEST} is altered: a key is missing or of another kind: {str(error)[:200]}"
        raise UnreadableFile(f"{file}: {message}") from None
    if not same:
        raise UnreadableFile(f"{file}: {MANIFEST} is altered: it is not written in its one form")
    return manifest


def _part_at(data: bytes, at: int) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = [one.filename for one in archive.infolist() if one.header_offset <= at]
    return found[-1] if found else "it"
