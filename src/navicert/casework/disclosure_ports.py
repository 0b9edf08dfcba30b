"""What disclosures need from outside beside the desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol


class Papers(Protocol):
    """Sets papers."""

    def pdf(self, template: str, data: Mapping[str, Any], day: date) -> bytes:
        """Give a paper as PDF, the same bytes for the same data and day."""
        ...


class Kept(Protocol):
    """Bytes that are kept by their SHA-256 and held against it when they are read."""

    def put(self, content: bytes) -> str:
        """Keep bytes and give their digest."""
        ...

    def get(self, digest: str) -> bytes:
        """Give the bytes; KeyError when they were never kept."""
        ...
