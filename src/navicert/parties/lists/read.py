"""Read any list: tell its form, unpack it, and keep the digest of its bytes as they came."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from navicert.errors import UnknownListFormat
from navicert.parties.lists import sources
from navicert.parties.lists.csl import reader as csl
from navicert.parties.lists.csl_json import reader as csl_json
from navicert.parties.lists.dpl import reader as dpl
from navicert.parties.lists.eu import reader as eu
from navicert.parties.lists.ftm import reader as ftm
from navicert.parties.lists.house import reader as house
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.ofac import reader as ofac
from navicert.parties.lists.ofac_advanced import reader as ofac_advanced
from navicert.parties.lists.own import reader as own
from navicert.parties.lists.snapshot import Contents, Snapshot
from navicert.parties.lists.uk import reader as uk
from navicert.parties.lists.un import reader as un


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a list: the folder that describes it, how it is told, and what reads it."""

    folder: str
    tells: Callable[[ListFile], bool]
    read: Callable[[ListFile], Contents]


_FORMS = (
    _Form("csl", csl.tells, csl.read_file),
    _Form("ftm", ftm.tells, ftm.read_file),
    _Form("csl_json", csl_json.tells, csl_json.read_file),
    _Form("dpl", dpl.tells, dpl.read_file),
    _Form("ofac", ofac.tells_sdn, ofac.read_sdn),
    _Form("ofac_consolidated", ofac.tells_consolidated, ofac.read_consolidated),
    _Form("ofac_advanced", ofac_advanced.tells, ofac_advanced.read_file),
    _Form("un", un.tells, un.read_file),
    _Form("eu", eu.tells, eu.read_file),
    _Form("uk", uk.tells, uk.read_file),
    _Form("house", house.tells, house.read_file),
    _Form("own", own.tells, own.read_file),
)
"""Asked in this order; the first that knows a file by its look reads it."""


def read(name: str, content: bytes, as_of: date | None = None) -> Snapshot:
    """Read a list from the bytes of its file; ``name`` is what messages call it.

    ``as_of`` is the day the list was current; None takes what the file itself says.
    Raises ``UnreadableFile``, ``FileTooLarge``, ``UnknownListFormat`` or ``ListRowRefused``; a
    file is read whole or not at all.
    """
    file = ListFile(name, content)
    form = _form_of(file)
    contents = form.read(file)
    source = sources.of(contents.folder or form.folder)
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
        left_out=contents.left_out,
    )


def _form_of(file: ListFile) -> _Form:
    for form in _FORMS:
        if form.tells(file):
            if form.folder == "own":
                _refuse_changed(file)
            return form
    _refuse_unreadable(file)
    known = "; ".join(dict.fromkeys(sources.of(folder).title for folder in sources.FOLDERS))
    message = f"{file.name}: in none of the forms of a list that we read. The lists are: {known}"
    raise UnknownListFormat(message)


_TABLES = (("csl", ",", frozenset(csl.COLUMNS)), ("dpl", "\t", frozenset(dpl.COLUMNS)))
_MOST_OF_THEM = 0.7


def _refuse_changed(file: ListFile) -> None:
    """Refuse a list of an authority that got other columns, and would pass for one's own."""
    for folder, delimiter, columns in _TABLES:
        header = file.header(delimiter)
        if len(header & columns) < _MOST_OF_THEM * len(columns):
            continue
        lost, new = sorted(columns - header), sorted(header - columns)
        told = f"without {', '.join(lost) or 'none'}, and with {', '.join(new) or 'none'} instead"
        message = (
            f"{file.name}: it looks like the {sources.of(folder).title}, whose columns have "
            f"changed: {told[:400]}. Get it as its authority publishes it; where that is how it "
            "does now, a newer Navicert is needed"
        )
        raise UnknownListFormat(message)


def _refuse_unreadable(file: ListFile) -> None:
    """Say first what keeps anybody from reading it, where something does."""
    if not file.is_zip:
        _ = file.text
