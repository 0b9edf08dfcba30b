"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, overload

from cyclopts import Parameter

from navicert.errors import MalformedDate
from navicert.terms import day

DataDir = Annotated[
    Path | None,
    Parameter(
        name="--data-dir",
        show_default=False,
        help="Where lists, records and law texts are kept; else NAVICERT_HOME, else your own "
        "data directory.",
    ),
]


@overload
def day_of(option: str, text: str) -> date: ...
@overload
def day_of(option: str, text: str | None) -> date | None: ...
def day_of(option: str, text: str | None) -> date | None:
    """Read the day that an option names; MalformedDate says of which option it is."""
    if text is None:
        return None
    try:
        return day.parse(text)
    except MalformedDate as error:
        raise MalformedDate(f"{option}: {error}") from None


AsJson = Annotated[
    bool, Parameter(name="--json", negative=(), show_default=False, help="Print JSON.")
]

Proxy = Annotated[
    str | None,
    Parameter(
        name="--proxy",
        show_default=False,
        help="The address of a proxy to fetch through; else what HTTPS_PROXY and the like name.",
    ),
]

Reading = Annotated[
    str | None,
    Parameter(
        name="--affiliates-rule",
        show_default=False,
        help="in-force or stayed: what you take the Affiliates rule for, on days that the law "
        "data does not cover; with --because.",
    ),
]

Because = Annotated[
    str | None,
    Parameter(
        name="--because",
        show_default=False,
        help="Who says so of the Affiliates rule, and what was read; it stands in the answer.",
    ),
]
