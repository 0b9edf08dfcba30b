"""Precision, recall and F1 of the verdict of navicert-1 on pairs of names.

    .venv/bin/python benchmarks/names.py CASES.csv [--cross-script PAIRS.csv] [--misses] [--json]

CASES.csv has the columns case_group, schema, name1 (asked for), name2 (listed) and is_match (true
or false); others are left alone. A pair is said to match when its score reaches the threshold that
ships with the card. PAIRS.csv (Query, Expected Match, ...; lines with # are comments) has pairs in
two scripts, all of which match. The last line is JSON; with --json it is the only one.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.screening.progress import shown
from benchmarks.screening.queries import NotReadable
from navicert.parties.screening.navicert_1.card import VERSION, verdict
from navicert.parties.screening.navicert_1.pair import compare

COLUMNS = ("case_group", "schema", "name1", "name2", "is_match")
LABELS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Case:
    """Two names, and whether they are one."""

    group: str
    schema: str
    asked: str
    listed: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with the score of its names."""

    case: Case
    score: float
    says_match: bool


def read_cases(path: Path) -> tuple[Case, ...]:
    """Read labeled pairs of names."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if missing := set(COLUMNS) - set(rows.fieldnames or ()):
                wanted = ", ".join(sorted(missing))
                raise NotReadable(f"{path}:1: has no column {wanted}; wants {', '.join(COLUMNS)}")
            return tuple(_case(row, f"{path}:{rows.line_num}") for row in rows)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NotReadable(f"{path}: {error}; wants a CSV file in UTF-8") from error


def _case(row: dict[str, str | None], place: str) -> Case:
    group, schema, asked, listed, told = (row[column] or "" for column in COLUMNS)
    label = LABELS.get(told.strip().lower())
    if label is None:
        raise NotReadable(f"{place}: is_match is {told!r:.60}; wants true or false")
    return Case(group, schema, asked, listed, label)


def read_cross_script(path: Path) -> tuple[Case, ...]:
    """Read pairs in two scripts; every one of them is a person's name that matches."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NotReadable(f"{path}: {error}; wants a CSV file in UTF-8") from error
    rows = csv.reader(line for line in lines if line.strip() and not line.startswith("#"))
    return tuple(_across(row, path) for row in rows)


def _across(row: list[str], path: Path) -> Case:
    if len(row) < len(("query", "match")):
        raise NotReadable(f"{path}: the row {row!r:.60} has one column; wants two names")
    return Case("cross-script", "Person", row[0], row[1], is_match=True)


def judge(cases: Sequence[Case]) -> tuple[Judged, ...]:
    """Score each pair by the verdict card."""
    least, judged = verdict().threshold, list[Judged]()
    for case in shown(cases, "comparing"):
        score = compare(case.asked, case.listed, of_person=case.schema == "Person")
        judged.append(Judged(case, score, score >= least))
    return tuple(judged)


def figures(judged: Iterable[Judged]) -> dict[str, float]:
    """Give precision, recall and F1, to four places; 1 where there is nothing to get wrong."""
    counts = defaultdict[tuple[bool, bool], int](int)
    for one in judged:
        counts[one.case.is_match, one.says_match] += 1
    hit, missed, wrong = counts[True, True], counts[True, False], counts[False, True]
    return {
        "precision": round(hit / (hit + wrong), 4) if hit + wrong else 1.0,
        "recall": round(hit / (hit + missed), 4) if hit + missed else 1.0,
        "f1": round(2 * hit / (2 * hit + wrong + missed), 4) if hit + wrong + missed else 1.0,
        "pairs": sum(counts.values()),
        "matches": hit + missed,
    }


def grouped(judged: Sequence[Judged]) -> dict[str, dict[str, dict[str, float]]]:
    """Give the figures by schema and by group."""
    return {
        "by_schema": _by((one.case.schema, one) for one in judged),
        "by_group": _by((one.case.group, one) for one in judged),
    }


def _by(keyed: Iterable[tuple[str, Judged]]) -> dict[str, dict[str, float]]:
    kept = defaultdict[str, list[Judged]](list)
    for key, one in keyed:
        kept[key].append(one)
    return {key: figures(some) for key, some in sorted(kept.items())}


def table(found: dict[str, Any]) -> None:
    """Print the figures for a reader."""
    print(f"{'':<24}{'pairs':>7}{'matches':>9}{'precision':>11}{'recall':>9}{'F1':>9}")
    rows = {"all": found, **found["by_schema"], **found["by_group"]}
    for name, row in rows.items():
        print(
            f"{name:<24}{row['pairs']:>7,}{row['matches']:>9,}"
            f"{row['precision']:>11.4f}{row['recall']:>9.4f}{row['f1']:>9.4f}"
        )


def errors(judged: Iterable[Judged]) -> None:
    """Print each pair that is judged wrongly."""
    for one in judged:
        if one.says_match != one.case.is_match:
            what = "missed" if one.case.is_match else "wrong "
            print(f"{what} {one.score:.4f}  {one.case.asked!r} and {one.case.listed!r}")


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", type=Path, help="labeled pairs of names, CSV")
    parser.add_argument("--cross-script", type=Path, metavar="PAIRS.csv")
    parser.add_argument("--misses", action="store_true", help="print what is judged wrongly")
    parser.add_argument("--json", action="store_true", help="print the JSON line alone")
    options = parser.parse_args(arguments)
    try:
        cases = read_cases(options.cases)
        across = read_cross_script(options.cross_script) if options.cross_script else ()
    except NotReadable as error:
        parser.error(str(error))
    start = time.perf_counter()
    judged, crossed = judge(cases), judge(across)
    found = results(judged, crossed)
    found["seconds"] = round(time.perf_counter() - start, 2)
    report(found, (*judged, *crossed), options)
    print(json.dumps(found))
    return 0


def results(judged: Sequence[Judged], crossed: Sequence[Judged]) -> dict[str, Any]:
    """Give the JSON line."""
    found: dict[str, Any] = {**figures(judged), **grouped(judged)}
    found |= {"matcher": VERSION, "threshold": verdict().threshold}
    if crossed:
        recognized = sum(one.says_match for one in crossed)
        found["cross_script"] = {"pairs": len(crossed), "recognized": recognized}
    return found


def report(found: dict[str, Any], judged: Sequence[Judged], options: argparse.Namespace) -> None:
    """Print what a reader asked for, before the JSON line."""
    if options.json:
        return
    table(found)
    if "cross_script" in found:
        told = found["cross_script"]
        print(f"\nin two scripts: {told['recognized']} of {told['pairs']} recognized")
    if options.misses:
        print()
        errors(judged)
    print()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
