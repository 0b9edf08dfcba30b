"""The job behind ``navicert certify verify``: it needs no data directory, only the file."""

from __future__ import annotations

from pathlib import Path

from navicert.adapters.feeds.disk import DiskFeed
from navicert.adapters.letters.signer_keys import public
from navicert.adapters.letters.zip_form import ZipPacker
from navicert.bootstrap import proving_tools
from navicert.casework.verify_certification import Verified, verify_certification
from navicert.errors import RecordError, UnreadableFile
from navicert.records.checkpoint import parse_key


def verified(file: str, keys: tuple[Path, ...]) -> Verified:
    """Prove a bundle by the keys that the verifier has."""
    feed = DiskFeed()
    trusted = frozenset(_key(place, feed.fetch(str(place)).content) for place in keys)
    by = (ZipPacker(), proving_tools(Path()))
    return verify_certification(feed.fetch(file).content, file, trusted, by)


def _key(place: Path, content: bytes) -> str:
    if not content.startswith(b"navicert/"):
        return public(content, str(place))
    try:
        return parse_key(content.decode(errors="replace")).text()
    except RecordError as refused:
        raise UnreadableFile(f"{place}: {refused}") from None
