"""What the text of a list entry requires a license for, as far as it could be read.

Source: the License Requirement column of Supplement No. 4 to part 744 (15 CFR 744.11, 744.16).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from navicert.terms.eccn import Eccn


class ScopeItems(StrEnum):
    """For which items an entry requires a license; ``UNREAD`` when its text was not understood."""

    ALL = "all"
    CCL = "ccl"
    CCL_AND_IRAN_SUPPLEMENT = "ccl_and_supp_7_to_746"
    ENTRIES = "entries"
    UNREAD = "unread"


class LeftOut(StrEnum):
    """What an entry leaves out of its own requirement, in its own words."""

    EAR99 = "ear99"
    EAR99_FOOD_OR_MEDICINE = "ear99_food_or_medicine"
    CONSUMER_ENCRYPTION_BUT_FOR_GOVERNMENTS = "consumer_encryption_but_for_governments"
    STANDARDS_ORGANIZATION = "standards_organization"
    UAV_UPKEEP_TECHNOLOGY = "uav_upkeep_technology"
    OFAC_GENERAL_LICENSE = "ofac_general_license"


@dataclass(frozen=True, slots=True)
class ListedScope:
    """The scope of one entry.

    ``entries`` are the classifications of ``ENTRIES``; ``only_when`` is the slug of the end use
    to which it is limited, empty when to none; ``footnotes`` and ``sections`` are those that
    the text points to; ``exceptions`` the license exceptions that it leaves open.
    """

    items: ScopeItems
    entries: tuple[Eccn, ...] = ()
    left_out: frozenset[LeftOut] = frozenset()
    only_when: str = ""
    footnotes: frozenset[int] = frozenset()
    sections: tuple[str, ...] = ()
    exceptions: frozenset[str] = frozenset()

    @property
    def is_read(self) -> bool:
        """Whether the text was understood to its last word."""
        return self.items is not ScopeItems.UNREAD
