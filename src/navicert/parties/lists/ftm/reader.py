"""Read FollowTheMoney entities as JSON lines, flat or nested.

Source: FollowTheMoney, https://followthemoney.tech, as OpenSanctions exports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from navicert.errors import InputError, Problem
from navicert.parties.lists import json_text, sources
from navicert.parties.lists.ftm.entities import Entities
from navicert.parties.lists.ftm.form import EntityForm
from navicert.parties.lists.ftm.party import listing
from navicert.parties.lists.list_file import LARGEST, ListFile
from navicert.parties.lists.snapshot import Contents
from navicert.parties.lists.unpack import lines_of

_ENTITY = re.compile(r'\{(?=[^\n]*"schema"\s*:)(?=[^\n]*"properties"\s*:)')


def tells(file: ListFile) -> bool:
    """Tell whether a file is in this form, by the keys of its first line."""
    if file.is_zip or file.root:
        return False
    try:
        return _ENTITY.match(next(_lines(file), "").lstrip()) is not None
    except InputError:
        return False


def read_file(file: ListFile) -> Contents:
    """Read the whole file, line by line.

    Raises ``UnreadableFile`` when it is no JSON or cut off, ``ListRowRefused`` at the first entity
    that is not of the form.
    """
    found, datasets = Entities(), set[str]()
    for line, form in json_text.lines(file.name, _lines(file), EntityForm):
        found.add(Problem(file.name, line, "", ""), form)
        datasets.update(form.datasets)
    listings = tuple(map(listing, found.parties()))
    left_out = tuple(sorted(found.left_out.items()))
    return Contents(listings, title=_title(file.name, datasets), left_out=left_out)


def _lines(file: ListFile) -> Iterator[str]:
    return lines_of(file.name, file.pieces(LARGEST), json_text.MOST_LINE)


def _title(file: str, datasets: set[str]) -> str:
    """Name the dataset where there is one; else the file, so that two exports are two lists."""
    name = next(iter(datasets)) if len(datasets) == 1 else file.rpartition("/")[2]
    return f"{sources.of('ftm').title}: {name}"
