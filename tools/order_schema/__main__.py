"""Write the terms of the order schema anew: ``.venv/bin/python -m tools.order_schema``."""

from __future__ import annotations

import json
from pathlib import Path

from tools.order_schema.terms import definitions

PAGE = Path(__file__).parents[2] / "docs" / "schemas" / "order.schema.json"


def written(page: Path = PAGE) -> str:
    """Give the schema with the definitions of terms as the readers have them."""
    schema = json.loads(page.read_text(encoding="utf-8"))
    schema["$defs"] |= definitions()
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
