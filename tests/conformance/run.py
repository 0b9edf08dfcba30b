"""Hold the engine against a file of worked cases.

    python tests/conformance/run.py CASES.jsonl [--json]

Prints every failure with what was expected, what came and the citation; then a table of the
areas. With --json the last line is {"areas": {AREA: {"passed": n, "failed": n,
"unsupported": n}}}. The case id and the expected answer decide nothing.
"""

from __future__ import annotations

import argparse
import json
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parents[2]))

import tests.conformance.areas as package
from navicert.errors import NavicertError
from tests.conformance import vocabulary
from tests.conformance.vocabulary import Case


@dataclass(frozen=True, slots=True)
class Verdict:
    """One case: passed, failed or unsupported, and on what it differs."""

    case: Case
    status: str
    differences: tuple[str, ...] = ()


@cache
def areas() -> dict[str, ModuleType]:
    """Find the modules that put cases to the engine, by the name of their area."""
    found = pkgutil.iter_modules(package.__path__)
    return {one.name: import_module(f"{package.__name__}.{one.name}") for one in found}


def judge(case: Case) -> Verdict:
    """Hold one case against the engine."""
    if case.area not in areas():
        return Verdict(case, "unsupported")
    try:
        found = areas()[case.area].differences(case)
    except (NavicertError, LookupError, ValueError, TypeError) as error:
        found = [f"the case could not be put to the engine: {error!r}"]
    return Verdict(case, "failed" if found else "passed", tuple(found))


def cases_of(lines: Iterable[str]) -> Iterator[Case]:
    """Read a file of cases, one JSON object a line."""
    return (vocabulary.case_of(json.loads(line)) for line in lines if line.strip())


def tally(verdicts: Iterable[Verdict]) -> dict[str, dict[str, int]]:
    """Count by area."""
    counted: dict[str, dict[str, int]] = defaultdict(
        lambda: {"passed": 0, "failed": 0, "unsupported": 0}
    )
    for verdict in verdicts:
        counted[verdict.case.area][verdict.status] += 1
    return dict(sorted(counted.items()))


def main(arguments: list[str]) -> int:
    """Run a file; the exit status is 1 when a supported case failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, help="a file of cases, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
    options = parser.parse_args(arguments)
    with options.cases.open(encoding="utf-8") as file:
        verdicts = [judge(case) for case in cases_of(file)]
    for verdict in verdicts:
        if verdict.status == "failed":
            print(f"{verdict.case.id} ({verdict.case.area}; {verdict.case.citation})")
            print("\n".join(f"    {one}" for one in verdict.differences))
    counted = tally(verdicts)
    print(f"\n{'area':<16}{'passed':>8}{'failed':>8}{'not supported':>15}{'share':>8}")
    for area, counts in counted.items():
        asked = counts["passed"] + counts["failed"]
        share = f"{100 * counts['passed'] / asked:.1f}%" if asked else "-"
        print(
            f"{area:<16}{counts['passed']:>8}{counts['failed']:>8}"
            f"{counts['unsupported']:>15}{share:>8}"
        )
    if options.json:
        print(json.dumps({"areas": counted}))
    return int(any(counts["failed"] for counts in counted.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
