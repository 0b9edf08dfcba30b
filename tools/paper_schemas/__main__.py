"""Write the schemas anew: ``.venv/bin/python -m tools.paper_schemas``."""

from __future__ import annotations

import json
from pathlib import Path

from tools.paper_schemas.forms import schemas

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"


def written() -> dict[Path, str]:
    """Give each file with its text."""
    return {
        FOLDER / f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas().items()
    }


if __name__ == "__main__":
    for place, text in written().items():
        place.write_text(text, encoding="utf-8")
