"""The report as one HTML file: no script, nothing fetched; it prints, also in black and white."""

from __future__ import annotations

import base64
import re
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from navicert.adapters.drawing.text import clean
from navicert.adapters.exposure_report.figures import figures
from navicert.adapters.exposure_report.given import Given
from navicert.adapters.exposure_report.stated import stated_tables
from navicert.adapters.exposure_report.summary import comparison, sentences
from navicert.adapters.exposure_report.tables import MOST_ROWS, tables
from navicert.adapters.exposure_report.words import UNKNOWN, claimed, listed, long_day
from navicert.exposure.result import Result

MARK = '<meta name="generator" content="Navicert exposure">'
_ID = re.compile(r"[^A-Za-z0-9._-]+")


def page(result: Result) -> bytes:
    """Write the page; the same result gives the same bytes."""
    style = _text("report.css")
    given = Given.of(result)
    told = _template().render(
        mark=MARK,
        style=style,
        style_digest=base64.b64encode(sha256(style.encode()).digest()).decode(),
        result=result,
        denied=listed((given.name(one) for one in result.denied), len(result.denied)),
        sentences=sentences(given),
        comparison=comparison(given),
        tables=(*tables(given), *stated_tables(given)),
        figures=figures(given),
        all_sources=given.all_sources(),
        known_sources={one.id for one in result.sources},
        named=given.told,
        most=MOST_ROWS,
    )
    return told.encode("utf-8", errors="replace")


@cache
def _template() -> Template:
    surroundings = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    surroundings.filters["day"] = long_day
    surroundings.filters["claimed"] = claimed
    surroundings.filters["capital"] = _capital
    surroundings.filters["anchor"] = _anchor
    surroundings.filters["told"] = _told
    surroundings.finalize = _whole
    return surroundings.from_string(_text("report.html"))


def _whole(value: object) -> object:
    """Take characters out of texts that no page can hold; what is safe is our own."""
    if hasattr(value, "__html__"):
        return value
    return clean(value) if isinstance(value, str) else value


def _anchor(id_: str) -> str:
    return f"source-{_ID.sub('-', id_)[:60]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _told(text: str) -> str:
    return text or UNKNOWN


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
