"""A voluntary self-disclosure to the Office of Export Enforcement, as far as known (764.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navicert.terms.truth import Truth


class Gravity(StrEnum):
    """Whether an aggravating factor may be present (Supplement No. 1 to part 766, III.A)."""

    MINOR = "minor"
    SIGNIFICANT = "significant"


class LaterAct(StrEnum):
    """What somebody wants to do with the item of a violation."""

    DEAL = "deal"
    """Any act of 764.2(e): service, use, sale, storage, financing, forwarding ..."""
    RETURN_TO_US = "return_to_us"
    REEXPORT_OR_TRANSFER = "reexport_or_transfer"
    AFTER_FILING_ERROR = "after_filing_error"
    """Any act after a mere error in an AES filing, disclosed and without another violation."""
    AFTER_RETURN = "after_return"
    """Any act with an item that came back to the United States."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What is known of one disclosure; what nobody said is None or UNKNOWN.

    ``gravity`` is None when the discloser is unsure. ``notified`` is the day on which OEE
    received the initial notification, ``extended_until`` the deadline that its Director granted.
    ``known_before`` says whether an agency had learned the same from another source and begun an
    inquiry; ``boycott`` whether it concerns part 760.
    """

    gravity: Gravity | None = None
    within_one_quarter: Truth = Truth.UNKNOWN
    known_before: Truth = Truth.UNKNOWN
    authorized_by_management: Truth = Truth.UNKNOWN
    boycott: Truth = Truth.NO
    notified: date | None = None
    extended_until: date | None = None
    extension_requested: date | None = None
    narrative_received: date | None = None
    decided_not_to_disclose: Truth = Truth.UNKNOWN
