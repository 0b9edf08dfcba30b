"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

DataDir = Annotated[
    Path | None,
    Parameter(
        name="--data-dir",
        show_default=False,
        help="Where lists, records and law texts are kept; else NAVICERT_HOME, else your own "
        "data directory.",
    ),
]

AsJson = Annotated[
    bool, Parameter(name="--json", negative=(), show_default=False, help="Print JSON.")
]
