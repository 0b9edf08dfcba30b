"""What readers made of a list, in a form that loads fast: MessagePack, compact and typed."""

from __future__ import annotations

from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from navicert.facts.denial_order import DenialOrder
from navicert.facts.listing import Listing
from navicert.parties.lists.snapshot import Contents, Snapshot
from navicert.terms.list_code import ListCode

_ROOMS = ("facts", "terms", "parties")
_Form = tuple[tuple[Listing, ...], tuple[DenialOrder, ...], tuple[ListCode, ...], date | None]


@cache
def version() -> str:
    """Name the readers by the digest of their code, so that nobody can forget to count it up."""
    house = Path(__file__).parents[2]
    files = (path for room in _ROOMS for path in (house / room).rglob("*") if path.is_file())
    named = sha256()
    for path in sorted(path for path in files if path.suffix in {".py", ".toml"}):
        named.update(f"{path.relative_to(house)}\n".encode() + path.read_bytes())
    return named.hexdigest()[:16]


def encode(snapshot: Snapshot) -> bytes:
    """Write the listings and the orders; the same snapshot gives the same bytes."""
    form: _Form = (snapshot.listings, snapshot.orders, snapshot.covers, snapshot.history_from)
    return msgspec.msgpack.encode(form, order="deterministic")


def decode(content: bytes) -> Contents | None:
    """Read them back; None when the bytes are of another form, and must be read anew."""
    try:
        listings, orders, covers, history_from = msgspec.msgpack.decode(content, type=_Form)
    except msgspec.MsgspecError:
        return None
    return Contents(listings, orders, covers=covers, history_from=history_from)
