"""Do a job with each of several files by itself: one that is refused does not stop the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from navicert.errors import InputError

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Each(Generic[Made]):
    """What came of one file: what was made of it, or why it was refused."""

    file: str
    made: Made | None
    refused: InputError | None = None


def each(files: tuple[str, ...], job: Callable[[str], Made]) -> tuple[Each[Made], ...]:
    """Do the job with each file, in their order; what is no fault of a file is raised."""
    return tuple(_one(file, job) for file in files)


def _one(file: str, job: Callable[[str], Made]) -> Each[Made]:
    try:
        return Each(file, job(file))
    except InputError as error:
        return Each(file, None, error)
