"""A letter in TOML, with the checks of its statements in files beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import msgspec

from navicert.adapters.feeds.beside import inside
from navicert.adapters.letters import check_form
from navicert.adapters.orders import toml_form
from navicert.errors import UnreadableFile
from navicert.undertakings.certifications.letter import Letter, Paragraph
from navicert.undertakings.checks.check import Check

Fetch = Callable[[str], bytes]
"""Gives the bytes of a file by its path."""

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")


class ParagraphForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One paragraph: ``text``, or ``check`` with the values that this letter gives to it."""

    text: str | None = None
    check: str | None = None
    values: dict[str, object] = {}


class LetterForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a letter; ``from`` is a word of Python's own."""

    id: str
    title: str
    day: date
    sender: str = msgspec.field(name="from")
    recipient: str = msgspec.field(name="to")
    paragraphs: tuple[ParagraphForm, ...] = msgspec.field(name="paragraph")


def read(place: str, fetch: Fetch) -> Letter:
    """Read a letter and the checks that it names, which lie in its folder or below.

    Raises:
        UnreadableFile: something is malformed, missing, or a statement has no check.
        FileTooLarge: with the limit.
    """
    content = toml_form.parse(fetch(place), place).content
    form = check_form.converted(content, LetterForm, place)
    if not _ID.fullmatch(form.id):
        raise UnreadableFile(f"{place}: id: {form.id[:80]!r}: use small letters, figures, hyphens")
    made = tuple(_paragraph(one, place, fetch) for one in form.paragraphs)
    letter = Letter(form.id, form.title, form.day, form.sender, form.recipient, made)
    if not letter.checks:
        raise UnreadableFile(f"{place}: no paragraph has a check: a letter certifies statements")
    _refuse_confusion(letter.checks, place)
    return letter


def _refuse_confusion(checks: tuple[Check, ...], place: str) -> None:
    """Let a check prove several statements by other values; one id is never two queries."""
    for at, one in enumerate(checks):
        for before in checks[:at]:
            if one == before:
                message = "stands twice with the same values: say it once, or give it other values"
                raise UnreadableFile(f"{place}: the statement of {one.id} {message}")
            same = replace(one, parameters=()) == replace(before, parameters=())
            if one.id == before.id and not same:
                message = f"two checks are called {one.id!r} and differ: give each its own id"
                raise UnreadableFile(f"{place}: {message}")


def read_check(place: str, fetch: Fetch) -> Check:
    """Read one check by itself, with the values that it has."""
    return check_form.read(fetch(place), place)


def _paragraph(form: ParagraphForm, place: str, fetch: Fetch) -> Paragraph:
    if (form.text is None) == (form.check is None):
        message = "a paragraph has either a text, which proves nothing, or a check"
        raise UnreadableFile(f"{place}: paragraph: {message}")
    if form.check is None:
        if form.values:
            raise UnreadableFile(f"{place}: paragraph: values belong to a check")
        return Paragraph((form.text or "").strip())
    file = str(inside(place, form.check))
    check = check_form.read(fetch(file), file, form.values)
    return Paragraph(check.told, check)
