"""Read FollowTheMoney entities as JSON lines, flat or nested.

Source: FollowTheMoney, https://followthemoney.tech, as OpenSanctions exports it.
"""

from __future__ import annotations

import re

from navicert.errors import InputError, Problem
from navicert.parties.lists import json_text, sources
from navicert.parties.lists.ftm.entities import Entities
from navicert.parties.lists.ftm.form import EntityForm
from navicert.parties.lists.ftm.party import listing
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.snapshot import Contents

_ENTITY = re.compile(r'\{(?=[^\n]*"schema"\s*:)(?=[^\n]*"properties"\s*:)')

_HEAD = 1_048_576


def tells(file: ListFile) -> bool:
    """Tell whether a file is in this form, by the keys of its first line."""
    if file.is_zip or file.root:
        return False
    try:
        return _ENTITY.match(file.text[:_HEAD].lstrip()) is not None
    except InputError:
        return False


def read_file(file: ListFile) -> Contents:
    """Read a file of this form."""
    return read(file.name, file.text)


def read(file: str, text: str) -> Contents:
    """Read the whole file.

    Raises ``UnreadableFile`` when it is no JSON or cut off, ``ListRowRefused`` at the first entity
    that is not of the form.
    """
    found, datasets = Entities(), set[str]()
    for line, form in json_text.lines(file, text, EntityForm):
        found.add(Problem(file, line, "", ""), form)
        datasets.update(form.datasets)
    listings = tuple(map(listing, found.parties()))
    left_out = tuple(sorted(found.left_out.items()))
    return Contents(listings, title=_title(file, datasets), left_out=left_out)


def _title(file: str, datasets: set[str]) -> str:
    """Name the dataset where there is one; else the file, so that two exports are two lists."""
    name = next(iter(datasets)) if len(datasets) == 1 else file.rpartition("/")[2]
    return f"{sources.of('ftm').title}: {name}"
