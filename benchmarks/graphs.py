"""Speed of the graph questions: python benchmarks/graphs.py [PART ...].

Each part is a module in ``benchmarks/graphs`` with a ``run()`` that gives its figures. The last
line is JSON with the figures of every part. Ends with status 1 when one misses its targets.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

PARTS = Path(__file__).with_suffix("")


def main(named: list[str]) -> None:
    """Run the parts that are named, else all."""
    sys.path.insert(0, str(PARTS))
    found = {}
    for part in named or sorted(path.stem for path in PARTS.glob("*.py")):
        figures = importlib.import_module(part).run()
        found[part] = figures
        for name, value in figures.items():
            told = f"{value:,}" if isinstance(value, int | float) else value
            print(f"{part}  {name:<22}{told}")
    print(json.dumps(found))
    if not all(figures.get("meets_targets", True) for figures in found.values()):
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
