from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from navicert.adapters.evidence_sql.runner import DuckRunner
from navicert.adapters.evidence_sql.sheets import sheet
from navicert.adapters.feeds.disk import DiskFeed
from navicert.adapters.letters import letter_form
from navicert.adapters.store.kept import KeptFiles
from navicert.casework.certify_ports import Tools
from navicert.casework.replay_letters import Attempt, replay_letters
from navicert.entrypoints.cli import case_files, case_letters
from navicert.undertakings.checks.evidence import Evidence
from tests.health.house import ROOT

ZTE = ROOT / "examples" / "zte"
FILES = ZTE / "letters" / "evidence"
FIRST, SECOND, CORRECTED = date(2016, 11, 30), date(2017, 7, 20), date(2018, 3, 30)


def rows(file: str) -> list[dict[str, str]]:
    with (FILES / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def undisciplined() -> set[str]:
    """Everybody on the roster who was not dismissed, from the files themselves."""
    gone = {row["person_id"] for row in rows("2016-11-28/dismissals.csv")}
    roster = rows("2016-11-28/roster.csv")
    return {f"{row['person_id']} {row['name']}" for row in roster if row["person_id"] not in gone}


def attempts() -> dict[date, Attempt]:
    feed = DiskFeed()
    return {one.day: one for one in case_letters.tried(ZTE, case_files.letters(ZTE, feed), feed)}


def test_both_letters_are_refused_with_exactly_the_35_and_pass_for_those_corrected() -> None:
    found = attempts()
    assert [FIRST, SECOND, CORRECTED] == list(found)
    thirty_five = undisciplined()
    assert (39, 35) == (len(rows("2016-11-28/roster.csv")), len(thirty_five))
    for day in (FIRST, SECOND):
        assert found[day].refusal.startswith("the letter cannot be signed: reprimand: failed")
        assert thirty_five == set(found[day].named)
        assert [35] * len(found[day].body.results) == [one.count for one in found[day].body.results]
    assert "" == found[CORRECTED].refusal
    assert () == found[CORRECTED].named
    assert thirty_five == set(found[CORRECTED].corrected)


def test_the_same_statement_passes_for_those_who_were_corrected_and_names_the_others(
    tmp_path: Path,
) -> None:
    tools = Tools(KeptFiles(tmp_path), sheet, DuckRunner())
    whole = (FILES / "2018-03-28" / "letters.csv").read_bytes().splitlines(keepends=True)
    files = {
        "roster": (FILES / "2016-11-28" / "roster.csv").read_bytes(),
        "dismissals": (FILES / "2016-11-28" / "dismissals.csv").read_bytes(),
        "letters": b"".join(whole[:-3]),
        "bonuses": (FILES / "2017-07-18" / "bonuses.csv").read_bytes(),
    }
    evidence = tuple(
        Evidence(name, "HR", date(2018, 3, 28), "x", tools.kept.put(data), f"{name}.csv", 1)
        for name, data in files.items()
    )
    place = str(ZTE / "letters" / "letter-2018-03-30.toml")
    letter = letter_form.read(place, lambda name: Path(name).read_bytes())
    (found,) = replay_letters((letter,), evidence, tools)
    reprimand, bonus = found.body.results
    uncorrected = {line.decode().split(",")[1] for line in whole[-3:]}
    assert uncorrected == {row[0] for row in reprimand.rows}
    assert (3, 35) == (reprimand.count, bonus.count)
