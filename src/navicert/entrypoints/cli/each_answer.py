"""What came of several files: each answer, and each refusal with the file that it is of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from navicert.casework.each_file import Each
from navicert.entrypoints.cli import refusals, terminal

Made = TypeVar("Made")


def write_json(found: tuple[Each[Made], ...], document: Callable[[Made], dict[str, Any]]) -> None:
    """Print one document for one file, and a list for several, refusals among them."""
    told = [
        {"file": one.file, "error": str(one.refused)} if one.made is None else document(one.made)
        for one in found
    ]
    if len(told) > 1:
        terminal.write_json(told)
    elif found[0].made is not None:
        terminal.write_json(told[0])


def refusals_of(found: tuple[Each[Made], ...]) -> int:
    """Print every refusal, each with its file, and give the worst status; 0 where there is none."""
    worst = 0
    for one in found:
        if one.refused is not None:
            worst = max(worst, refusals.refused(one.refused))
    return worst
