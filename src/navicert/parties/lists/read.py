"""Read any list: tell its form, unpack it, and keep the digest of its bytes as they came."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

from navicert.errors import UnknownListFormat
from navicert.parties.lists import sources
from navicert.parties.lists.csl import reader as csl
from navicert.parties.lists.dpl import reader as dpl
from navicert.parties.lists.house import reader as house
from navicert.parties.lists.rows import header_of
from navicert.parties.lists.snapshot import Contents, Snapshot
from navicert.parties.lists.unpack import text_of

_Reader = Callable[[str, str], Contents]


def read(name: str, content: bytes, as_of: date | None = None) -> Snapshot:
    """Read a list from the bytes of its file; ``name`` is what messages call it.

    ``as_of`` is the day the list was current; None takes what the file itself says.
    Raises ``UnreadableFile``, ``FileTooLarge``, ``UnknownListFormat`` or ``ListRowRefused``; a
    file is read whole or not at all.
    """
    text = text_of(name, content)
    folder, reader = _form_of(name, text)
    source = sources.of(folder)
    contents = reader(name, text)
    counts = contents.counts_by_list()
    return Snapshot(
        code=source.code,
        title=contents.title or source.title,
        source=contents.source or source.url,
        as_of=as_of or contents.as_of,
        digest=hashlib.sha256(content).hexdigest(),
        listings=contents.listings,
        orders=contents.orders,
        counts_by_list=counts,
        covers=contents.covers or sources.covered(source, counts),
        history_from=contents.history_from,
    )


def _form_of(name: str, text: str) -> tuple[str, _Reader]:
    if header_of(text, ",") >= csl.TELLING:
        return "csl", csl.read
    if header_of(text, "\t") >= dpl.TELLING:
        return "dpl", dpl.read
    if name.lower().removesuffix(".gz").endswith(".toml") or house.TELLING.search(text):
        return "house", house.read
    known = "; ".join(f"{sources.of(f).title} ({sources.of(f).form})" for f in sources.FOLDERS)
    message = f"{name}: in none of the forms of a list that we read. They are: {known}"
    raise UnknownListFormat(message)
