from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

LETTERS = ROOT / "examples" / "zte" / "letters"
PAGE = (ROOT / "docs" / "certifications.md").read_text(encoding="utf-8")
FIRST = str(LETTERS / "letter-2016-11-30.toml")
LAST = str(LETTERS / "letter-2018-03-30.toml")


def add(table: str, day: str, form: str = "csv") -> int:
    file = str(LETTERS / "evidence" / day / f"{table}.{form}")
    said = ["--table", table, "--system", "personnel", "--day", day, "--by", "Ana Lopes"]
    return run(["undertakings", "evidence", "add", file, *said])


def as_of_2016() -> None:
    for table in ("roster", "letters", "dismissals", "bonuses"):
        assert 0 == add(table, "2016-11-28")


def corrected() -> None:
    as_of_2016()
    assert [0, 0] == [add("letters", "2018-03-28"), add("bonuses", "2018-03-28", "xlsx")]


def certified() -> None:
    corrected()
    for name in ("Ana Lopes", "Bo Berg"):
        assert 0 == run(["certify", "key", name])
        assert 0 == run(["certify", "sign", LAST, "--by", name])


def test_the_example_of_the_page_runs_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    block = PAGE.partition("## Worked example")[2].split("```")[1].strip().splitlines()
    assert "cd examples/zte/letters" == block[0]
    monkeypatch.chdir(LETTERS)
    for line in block[1:]:
        command, _, remark = line.partition("#")
        told = re.search(r"status (\d)", remark)
        tokens = [
            str(tmp_path / token) if token in {"letter.pdf", "letter.zip"} else token
            for token in shlex.split(command)[1:]
        ]
        assert (int(told[1]) if told else 0) == run(tokens), line
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert "35 row(s) contradict it" in capsys.readouterr().out


def test_a_refusal_names_all_35(capsys: pytest.CaptureFixture[str]) -> None:
    as_of_2016()
    run(["certify", "key", "Ana Lopes"])
    capsys.readouterr()
    assert 4 == run(["certify", "sign", FIRST, "--by", "Ana Lopes", "--json"])
    told = json.loads(capsys.readouterr().out)
    (statement,) = told["statements"]
    assert (False, False, 35) == (told["signed"], told["certified"], statement["count"])
    roster = (LETTERS / "evidence" / "2016-11-28" / "roster.csv").read_text(encoding="utf-8")
    people = [line.split(",")[0] for line in roster.splitlines()[1:]]
    gone = (LETTERS / "evidence" / "2016-11-28" / "dismissals.csv").read_text(encoding="utf-8")
    assert [one for one in people if one not in gone] == [
        name.split()[0] for name in statement["named"]
    ]


def test_checks_and_drafts_end_with_3_while_a_statement_is_unproved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corrected()
    check = str(LETTERS / "checks" / "reprimand.toml")
    assert 3 == run(["certify", "check", LAST, "--on", "2017-01-01"])
    assert 3 == run(["certify", "draft", FIRST, "--pdf", str(tmp_path / "a.pdf"), "--by", "Ana"])
    assert 3 == run(["undertakings", "check", check])
    assert 0 == run(["certify", "check", LAST])
    assert 0 == run(["certify", "draft", LAST, "--by", "Ana", "--json"])
    assert 2 == run(["certify", "draft", LAST, "--pdf", str(tmp_path / "a.pdf"), "--by", "Ana"])
    assert "is there already" in capsys.readouterr().err


def test_four_eyes_sign(capsys: pytest.CaptureFixture[str]) -> None:
    corrected()
    run(["certify", "key", "Ana Lopes"])
    assert 2 == run(["certify", "sign", LAST, "--by", "Bo Berg"])
    assert 0 == run(["certify", "sign", LAST, "--by", "Ana Lopes"])
    assert 3 == run(["certify", "status"])
    assert 4 == run(["certify", "sign", LAST, "--by", "ana lopes"])
    assert "another person has to" in capsys.readouterr().err
    run(["certify", "key", "Bo Berg"])
    assert 0 == run(["certify", "sign", LAST, "--by", "Bo Berg"])
    assert "letter-2018-03-30 is certified" in capsys.readouterr().out
    assert 0 == run(["certify", "status"])
    assert 4 == run(["certify", "sign", LAST, "--by", "Bo Berg"])
    told = capsys.readouterr().err
    assert "needs no more signatures" in told
    assert "another person" not in told


def test_a_refusal_says_what_has_to_be_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["certify", "key", "Ana Lopes"])
    assert 4 == run(["certify", "sign", LAST, "--by", "Ana Lopes"])
    assert "next: add evidence of bonuses, dismissals, letters, roster with" in printed(capsys)
    as_of_2016()
    assert 4 == run(["certify", "sign", FIRST, "--by", "Ana Lopes"])
    assert "next: the statement is untrue" in printed(capsys)
    nowhere = str(tmp_path / "no.key")
    assert 2 == run(["certify", "sign", FIRST, "--by", "Ana Lopes", "--key", nowhere])
    assert "there is no such file; without --key" in capsys.readouterr().err


def test_a_bundle_is_verified_by_the_keys_one_knows(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certified()
    bundle = tmp_path / "letter.zip"
    assert 0 == run(["certify", "export", "letter-2018-03-30", "--output", str(bundle)])
    keys = [str(home / "keys" / "signers" / f"{one}.pub") for one in ("ana-lopes", "bo-berg")]
    known = [word for key in (*keys, str(home / "keys" / "log.pub")) for word in ("--key", key)]
    capsys.readouterr()
    assert 0 == run(["certify", "verify", str(bundle), *known])
    assert "All of it holds" in capsys.readouterr().out
    assert 3 == run(["certify", "verify", str(bundle), *known[:4]])
    assert "ON TRUST the log" in capsys.readouterr().out
    assert 4 == run(["certify", "verify", str(bundle), *known[:2]])
    assert "the key of Bo Berg" in capsys.readouterr().out
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 1
    bundle.write_bytes(data)
    assert 4 == run(["certify", "verify", str(bundle), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (False, 1) == (told["holds"], len(told["faults"]))
    assert 2 == run(["certify", "verify", str(bundle), "--key", FIRST])


LETTERS_OF_2018 = (LETTERS / "evidence" / "2018-03-28" / "letters.csv").read_bytes().splitlines()


def newer(folder: Path, day: str, rows: int | None = None) -> list[str]:
    """Write letters of a newer day, and give the command that adds them."""
    file = folder / f"letters-{day}.csv"
    file.write_bytes(b"\n".join(LETTERS_OF_2018[:rows]))
    said = ["--table", "letters", "--system", "personnel", "--day", day, "--by", "Kim"]
    return ["undertakings", "evidence", "add", str(file), *said]


def printed(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_newer_evidence_that_contradicts_rings_an_alarm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certified()
    assert 0 == run(["undertakings", "check", "--all"])
    capsys.readouterr()
    assert 4 == run([*newer(tmp_path, "2018-04-02", -1), "--json"])
    (one,) = json.loads(capsys.readouterr().out)["certifications"]
    (alarm,) = one["alarms"]
    assert (1, 1, "15 CFR 764.2(g)(2)") == (one["new_alarms"], alarm["count"], alarm["citation"])
    assert LETTERS_OF_2018[-1].decode().split(",")[1] == alarm["named"][0].split()[0]
    assert 4 == run(["undertakings", "check", "--all"])
    assert 4 == run(["certify", "status", "letter-2018-03-30"])
    told = printed(capsys)
    assert f"disclosure {alarm['case']}" in told
    assert "not on record yet" not in told
    assert 0 == run(["certify", "status", "another-letter"])
    assert 0 == run(["disclose", "template", alarm["case"]])
    case = capsys.readouterr().out
    assert 'who = "ZTE Corporation (synthetic example)"' in case
    assert "contradicts it in 1 row(s)" in case
    assert 3 == run(["disclose", "status", alarm["case"]])


def test_an_alarm_stays_in_sight_after_the_correction(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certified()
    assert 4 == run(newer(tmp_path, "2018-04-02", -1))
    assert 0 == run(newer(tmp_path, "2018-04-03"))
    capsys.readouterr()
    assert 3 == run(["certify", "status"])
    told = printed(capsys)
    assert "TRUE AGAIN letter-2018-03-30" in told
    assert "1 row(s) contradicted it; proved again on" in told
    assert "; disclosure letter-2018-03-30-" in told


def test_a_letter_under_an_alarm_is_exported_with_a_warning_and_verified_as_untrue(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certified()
    assert 4 == run(newer(tmp_path, "2018-04-02", -1))
    capsys.readouterr()
    bundle = str(tmp_path / "letter.zip")
    assert 3 == run(["certify", "export", "letter-2018-03-30", "--output", bundle])
    told = printed(capsys)
    assert "UNTRUE found untrue on" in told
    assert "do not rely on it; correct it" in told
    files = ("signers/ana-lopes.pub", "signers/bo-berg.pub", "log.pub")
    known = [word for one in files for word in ("--key", str(home / "keys" / one))]
    assert 4 == run(["certify", "verify", bundle, *known])
    told = printed(capsys)
    assert "UNTRUE found untrue on" in told
    assert "contradicted by 1 row(s): P-" in told
    assert "What was found later cannot be known from this file" in told
    assert "All of it holds" not in told
    assert 4 == run(["certify", "verify", bundle, *known, "--json"])
    document = json.loads(capsys.readouterr().out)
    assert (True, "untrue", "found untrue") == tuple(
        document[key] for key in ("holds", "verdict", "doubt")
    )


def test_the_log_proves_the_kept_files_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    certified()
    assert 0 == run(["records", "verify"])
    kept = sorted((home / "evidence").iterdir())
    kept[0].chmod(0o600)
    kept[0].write_bytes(b"other")
    assert 2 == run(["records", "verify"])
    assert "rests on a file that is not as it was" in capsys.readouterr().err
