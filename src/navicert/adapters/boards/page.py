"""The board as one HTML file: no script, nothing fetched, and it prints."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from navicert.casework.promises.board import COLUMNS, Placed, column_of
from navicert.undertakings.commitments.wording import time_left

MARK = '<meta name="generator" content="Navicert undertakings">'


def page(placed: tuple[Placed, ...], on: date, within: int, note: str = "") -> bytes:
    """Write the page; the same commitments in the same state give the same bytes."""
    style = _text("board.css")
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    columns = [(name, _cards(placed, name, within)) for name in COLUMNS]
    told = _template().render(
        mark=MARK,
        style=style,
        style_digest=digest,
        heads=_heads(within),
        columns=columns,
        instruments=sorted({one.held.instrument.id: one.held for one in placed}.items()),
        on=on,
        note=note,
        time_left=time_left,
    )
    return told.encode()


def _cards(placed: tuple[Placed, ...], name: str, within: int) -> list[Placed]:
    return [one for one in placed if column_of(one, within) == name]


def _heads(within: int) -> Mapping[str, str]:
    heads = ("Overdue", f"Due in {within} days", "Later, or without a day", "Done or ended")
    return dict(zip(COLUMNS, heads, strict=True))


@cache
def _template() -> Template:
    surroundings = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return surroundings.from_string(_text("board.html"))


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
