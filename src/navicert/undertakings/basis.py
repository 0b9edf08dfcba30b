"""On what a statement rests: a text that was read, memory, or a deduction."""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """How far a day or a figure may be relied on."""

    RECORD = "record"
    FROM_MEMORY = "from_memory"
    DEDUCED = "deduced"

    @property
    def remark(self) -> str:
        """What a reader must be told; nothing of what the record says.

        >>> Basis.DEDUCED.remark, Basis.RECORD.remark
        ('deduced', '')
        """
        return "" if self is Basis.RECORD else self.value.replace("_", " ")
