"""Data that ship with this room: what a list's source looks like, which words are legal forms.

The one place of the room that reads package data; the same bytes for as long as it is installed.
"""

from __future__ import annotations

import pkgutil
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from navicert.errors import UnreadableFile


@cache
def table(package: str, name: str) -> Mapping[str, Any]:
    """Read one TOML file that lies beside a package's modules.

    Raises ``UnreadableFile`` when the installation lost it.
    """
    content = pkgutil.get_data(package, name)
    if content is None:
        message = f"{package}/{name} is missing from the installation: install navicert again"
        raise UnreadableFile(message)
    return tomllib.loads(content.decode("utf-8"))
