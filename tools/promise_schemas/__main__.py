"""Write both schemas anew: ``.venv/bin/python -m tools.promise_schemas``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tools.promise_schemas import forms

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"


def pages() -> Mapping[str, str]:
    """Give the text of each page by its name."""
    schemas = {"instrument": forms.instrument(), "orders-read": forms.orders_read()}
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
