"""The Consolidated Screening List as JSON, whole and line by line."""

from __future__ import annotations

import json
from typing import Any

from tests.parties.lists.written import DENIED

LINE = {
    "name": "JANE Q SAMPLE",
    "alt_names": [],
    "source": DENIED,
    "type": None,
    "countries": ["DK", "TURKIYE", "REGION: KASHMIR"],
    "entity_number": None,
    "license_requirement": None,
    "license_policy": None,
    "programs": None,
    "federal_register_notice": "67 FR 10033",
    "source_list_url": "https://example.org/dpl",
}


def whole(*entries: dict[str, Any], **more: object) -> str:
    return json.dumps({**more, "results": list(entries)})


def lines(*entries: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(entry)}\n" for entry in entries)
