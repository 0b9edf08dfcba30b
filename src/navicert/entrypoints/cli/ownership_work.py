"""What ``navicert ownership`` asks for: a party from the options, and the picture of the answer."""

from __future__ import annotations

import sys
from pathlib import Path

from navicert.casework.show_owners import OwnersShown
from navicert.entrypoints.cli import owners_picture
from navicert.errors import StateUnusable, TermError, UnreadableFile
from navicert.facts import identifier
from navicert.facts.party import Address, Party
from navicert.law.edition import Law
from navicert.terms import country as countries

LONGEST_NAME = 1_000


def party(name: str, country: str | None, identifiers: tuple[str, ...]) -> Party:
    """Give a party as the options name it; UnreadableFile says what is wrong with one."""
    if not name.strip() or len(name) > LONGEST_NAME:
        raise UnreadableFile("navicert ownership show: give the name of a party")
    try:
        code = None if country is None else countries.parse(country)
        told = tuple(map(identifier.parse, identifiers))
    except TermError as error:
        raise UnreadableFile(f"navicert ownership show: {error}") from None
    return Party(name.strip(), (), Address(country=code), identifiers=told)


def write_picture(found: OwnersShown, law: Law, path: Path) -> None:
    """Write the picture; StateUnusable when the file cannot be written."""
    majority = str(law.open_at(found.day).part_744().majority)
    try:
        path.write_text(owners_picture.picture(found, majority), encoding="utf-8")
    except OSError as error:
        raise StateUnusable(f"{path}: cannot be written: {error.strerror}") from None
    print(f"written: {path}", file=sys.stderr)  # noqa: T201 - what was written goes to stderr
