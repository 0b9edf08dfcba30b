"""An identifier: a number or mark that a list or an order gives for a party."""

from __future__ import annotations

from dataclasses import dataclass

from navicert.terms.identifier_kind import STRONG, IdentifierKind


@dataclass(frozen=True, slots=True)
class Identifier:
    """One number as it was written; ``country`` is who issued it (ISO 3166-1), where told.

    ``note`` keeps what else the source says of it: its own name for the kind, days of issue and
    expiry.
    """

    kind: IdentifierKind
    number: str
    country: str | None = None
    note: str = ""

    @property
    def is_strong(self) -> bool:
        """Whether the same number means the same party."""
        return self.kind in STRONG

    @property
    def key(self) -> str:
        """Its letters and figures alone, in capitals: what two of them are compared by."""
        return "".join(filter(str.isalnum, self.number)).upper()
