"""On what a statement rests: a text that was read, memory, or a deduction."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Basis(StrEnum):
    """How far a day or a figure may be relied on."""

    RECORD = "record"
    LAW = "law"
    FROM_MEMORY = "from_memory"
    DEDUCED = "deduced"

    @property
    def words(self) -> str:
        """What it rests on, in words.

        >>> Basis.RECORD.words, Basis.LAW.words, Basis.FROM_MEMORY.words
        ('stated in the instrument', 'from the law', 'from memory')
        """
        return _WORDS.get(self, self.value.replace("_", " "))

    @property
    def remark(self) -> str:
        """What a reader must be told; nothing of what the record says.

        >>> Basis.DEDUCED.remark, Basis.RECORD.remark
        ('deduced', '')
        """
        return "" if self is Basis.RECORD else self.words


_WORDS: Mapping[Basis, str] = {Basis.RECORD: "stated in the instrument", Basis.LAW: "from the law"}
