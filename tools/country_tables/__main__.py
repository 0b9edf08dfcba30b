"""Write the country tables: ``python -m tools.country_tables CORPUS_LAW_DIR [SHELF_DIR]``."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.country_tables.tables import TABLES, build, read

HISTORY = Path(__file__).with_name("history.csv")
SHELF = Path(__file__).parents[2] / "src" / "navicert" / "law" / "ear"


def main(corpus_law: Path, shelf: Path = SHELF) -> None:
    """Write each table to the shelf."""
    history = read(HISTORY)
    for table in TABLES:
        path = shelf / table.shelf
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(build(table, read(corpus_law / f"{table.name}.csv"), history))
        print(path)


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3}:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
