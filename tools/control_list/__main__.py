"""Write the control list: ``python -m tools.control_list CORPUS_LAW_DIR [SHELF_DIR]``.

Refuses, and writes nothing, while a sentence is neither parsed nor reviewed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.control_list.build import build
from tools.control_list.official import read

OFFICIAL = "ccl-supp1-to-774-2026-06-24.xml.gz"
SHELF = Path(__file__).parents[2] / "src" / "navicert" / "law" / "ear" / "774"


def main(corpus_law: Path, shelf: Path = SHELF) -> int:
    """Write each table to the shelf; give the exit status."""
    tables, refusals = build(read(corpus_law / OFFICIAL))
    if refusals:
        print(*refusals, sep="\n", file=sys.stderr)
        print(
            f"{len(refusals)} refused: review them in tools/control_list/reviewed", file=sys.stderr
        )
        return 1
    for name, content in tables.items():
        path = shelf / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(path)
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3}:
        sys.exit(__doc__)
    sys.exit(main(*map(Path, sys.argv[1:])))
