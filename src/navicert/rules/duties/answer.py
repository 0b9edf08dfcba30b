"""An answer of a procedural section: the value, where it stands, and a sentence for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What a section answers; ``plain`` says it in one sentence."""

    value: T
    citation: str
    plain: str
