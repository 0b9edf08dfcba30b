"""Graphs of a million edges: each part of ``benchmarks/graph`` by itself, against networkx.

    .venv/bin/python benchmarks/graphs.py [PART ...]

Ends with status 1 when a part misses its target. The last line is JSON with the figures of each.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import benchmarks.graph as parts


def main(names: list[str]) -> int:
    """Run the parts that are named, or all; the last line is JSON."""
    found: dict[str, dict[str, object]] = {}
    for one in sorted(module.name for module in pkgutil.iter_modules(parts.__path__)):
        module = importlib.import_module(f"benchmarks.graph.{one}")
        if hasattr(module, "run") and (not names or one in names):
            found[one] = module.run()
            for name, value in found[one].items():
                told = f"{value:,}" if isinstance(value, int | float) else value
                print(f"{one:<10} {name:<22} {told}")
    print(json.dumps(found))
    return int(not all(one["met"] for one in found.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
