from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT
from tests.undertakings.disclosures.cases import EXAMPLE

SIGNED = "2026-10-20"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    shutil.copytree(EXAMPLE.parent, folder)
    return folder / "case.toml"


@pytest.fixture
def opened(case: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert 0 == run(["disclose", "open", str(case)])
    capsys.readouterr()
    return case


def amended(case: Path, before: str, after: str) -> None:
    text = case.read_text(encoding="utf-8")
    assert before in text
    case.write_text(text.replace(before, after), encoding="utf-8")


def test_a_case_is_on_record_once_and_again_when_it_changes(
    opened: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["disclose", "open", str(opened)])
    assert "nothing changed" in capsys.readouterr().out
    amended(opened, 'gravity = "significant"', 'gravity = "minor"')
    run(["disclose", "open", str(opened), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (["gravity"], 1) == (told["changed"], told["record"])
    assert 0 == run(["records", "verify"])


def test_the_status_of_a_day_ends_with_3_while_something_is_due(
    opened: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened.is_file()
    assert 3 == run(["disclose", "status", "--on", "2026-08-01", "--json"])
    (told,) = json.loads(capsys.readouterr().out)["disclosures"]
    assert ("VSD-2026-01", "2026-09-01", True) == (
        told["id"],
        told["narrative_due"],
        told["open"],
    )


def test_the_commands_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "disclosures.md").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    lines = page.split("```")[1].strip().splitlines()
    assert [0, 3, 0] == [run(line.split()[1:]) for line in lines]
    assert (tmp_path / "vsd.zip").is_file()


def test_a_case_in_order_ends_with_0(opened: Path) -> None:
    amended(opened, "review_from = ", "received = 2026-10-25\nreview_from = ")
    run(["disclose", "open", str(opened)])
    assert 0 == run(["disclose", "status", "VSD-2026-01", "--on", "2026-11-01"])


def test_no_case_is_no_open_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["disclose", "status"])
    assert "No disclosure is on record." in capsys.readouterr().out


def test_a_package_holds_the_paper_the_data_the_files_and_their_digests(
    opened: Path, tmp_path: Path
) -> None:
    output = tmp_path / "vsd"
    arguments = ["disclose", "package", "VSD-2026-01", "--on", SIGNED, "--output", str(output)]
    assert 0 == run(arguments)
    lines = (output / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    assert {
        "disclosure.pdf",
        "disclosure.json",
        "attachments/001-shipments.csv",
        "attachments/002-memorandum.txt",
    } == set(sums)
    for name, digest in sums.items():
        assert digest == hashlib.sha256((output / name).read_bytes()).hexdigest()
    kept = (output / "attachments/001-shipments.csv").read_bytes()
    assert (opened.parent / "shipments.csv").read_bytes() == kept


def test_a_zip_of_the_same_day_has_the_same_bytes(opened: Path, tmp_path: Path) -> None:
    assert opened.is_file()
    places = [tmp_path / "a.zip", tmp_path / "b.zip"]
    for place in places:
        run(["disclose", "package", "VSD-2026-01", "--on", SIGNED, "--output", str(place)])
    one, other = (place.read_bytes() for place in places)
    assert one == other
    with zipfile.ZipFile(places[0]) as whole:
        assert "disclosure.pdf" in whole.namelist()


def test_a_package_without_a_required_content_is_refused_with_4_and_the_reason(
    opened: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    amended(opened, 'kind = "shipping"', 'kind = "other"')
    run(["disclose", "open", str(opened)])
    output = tmp_path / "vsd.zip"
    arguments = ["disclose", "package", "VSD-2026-01", "--on", SIGNED, "--output", str(output)]
    assert (4, False) == (run(arguments), output.exists())
    assert "copies of shipping documents" in capsys.readouterr().err
    assert (0, True) == (run([*arguments, "--draft"]), output.exists())


def test_before_the_certification_was_signed_the_package_is_refused(
    opened: Path, tmp_path: Path
) -> None:
    assert opened.is_file()
    output = str(tmp_path / "vsd.zip")
    arguments = ["disclose", "package", "VSD-2026-01", "--on", "2026-10-19", "--output", output]
    assert 4 == run(arguments)


def test_nothing_is_written_over(opened: Path, tmp_path: Path) -> None:
    assert opened.is_file()
    output = tmp_path / "vsd.zip"
    output.write_bytes(b"mine")
    arguments = ["disclose", "package", "VSD-2026-01", "--on", SIGNED, "--output", str(output)]
    assert (2, b"mine") == (run(arguments), output.read_bytes())


def test_an_attachment_that_was_changed_where_it_is_kept_is_found(
    opened: Path, tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digest = hashlib.sha256((opened.parent / "shipments.csv").read_bytes()).hexdigest()
    kept = home / "blobs" / digest[:2] / digest[2:]
    kept.write_bytes(b"other")
    output = str(tmp_path / "vsd.zip")
    arguments = ["disclose", "package", "VSD-2026-01", "--on", SIGNED, "--output", output]
    assert 2 == run(arguments)
    assert "damaged" in capsys.readouterr().err
    assert 2 == run(["records", "verify"])


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('id = "VSD', 'idd = "VSD', "idd"),
        ("discovered = 2026-03-02", 'discovered = "soon"', "discovered"),
        ('gravity = "significant"', 'gravity = "huge"', "gravity"),
        ('file = "shipments.csv"', 'file = "../shipments.csv"', "outside the folder"),
        ('file = "shipments.csv"', 'file = "/etc/passwd"', "outside the folder"),
        ('file = "shipments.csv"', 'file = "none.csv"', "none.csv"),
        ('kind = "shipping"', 'kind = "odd"', "'odd' is none of licensing, shipping, other"),
        ("[disclosure]", "[disclosed]", "not a disclosure"),
        ("[disclosure.contact]", "[disclosure.contact", "not a disclosure"),
        ("[[disclosure.later_act]]", "[[later_act]]", "write [disclosure.later_act]"),
    ],
)
def test_a_malformed_case_is_refused(
    case: Path, before: str, after: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    amended(case, before, after)
    assert 2 == run(["disclose", "open", str(case)])
    assert said in capsys.readouterr().err


def test_an_unknown_case_is_refused_with_those_that_there_are(
    opened: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened.is_file()
    assert 2 == run(["disclose", "status", "nobody"])
    assert "on record: VSD-2026-01" in capsys.readouterr().err


def test_before_the_rule_of_2024_it_is_held(opened: Path) -> None:
    amended(opened, "discovered = 2026-03-02", "discovered = 2024-09-01")
    amended(opened, "happened_from = 2025", "happened_from = 2023")
    run(["disclose", "open", str(opened)])
    assert 3 == run(["disclose", "status", "VSD-2026-01", "--on", "2024-09-15"])


def test_each_case_has_its_line_whatever_the_day(
    opened: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An old case, for whose day the law is not on the shelf, hides none of the others."""
    amended(opened, "discovered = 2026-03-02", "discovered = 2024-01-10")
    amended(opened, "happened_from = 2025", "happened_from = 2023")
    amended(opened, 'id = "VSD-2026-01"', 'id = "OLD"')
    run(["disclose", "open", str(opened)])
    capsys.readouterr()
    assert 3 == run(["disclose", "status", "--on", "2024-09-15"])
    told = " ".join(capsys.readouterr().out.split())
    assert "OLD: cannot be said for 2024-09-15: voluntary self-disclosure (15 CFR 764.5)" in told
    assert "VSD-2026-01: not found yet on 2024-09-15; it was found on 2026-03-02" in told
    assert "No disclosure" not in told
    assert 0 == run(["disclose", "status", "VSD-2026-01", "--on", "2024-09-15"])
    assert 3 == run(["disclose", "status", "--on", "2026-08-01", "--json"])
    text = capsys.readouterr().out
    document = json.loads(text[text.index("{") :])
    assert ["OLD", "VSD-2026-01"] == [one["id"] for one in document["disclosures"]]


def test_a_package_for_a_day_without_law_says_which_day_to_ask_for(
    opened: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened.is_file()
    output = str(tmp_path / "vsd.zip")
    arguments = ["disclose", "package", "VSD-2026-01", "--on", "2024-09-15", "--output", output]
    assert 3 == run(arguments)
    told = capsys.readouterr().err
    assert "the first value is of 2024-09-16" in told
    assert "install navicert again" not in told


def test_a_template_of_a_case_reads_back_as_the_same_case(
    opened: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened.is_file()
    place = tmp_path / "again" / "case.toml"
    assert 0 == run(["disclose", "template", "VSD-2026-01", "--output", str(place)])
    assert ["case.toml", "memorandum.txt", "shipments.csv"] == sorted(
        one.name for one in place.parent.iterdir()
    )
    capsys.readouterr()
    assert 0 == run(["disclose", "open", str(place)])
    assert "nothing changed" in capsys.readouterr().out
    assert 2 == run(["disclose", "template", "VSD-2026-01", "--output", str(place)])
    assert 2 == run(["disclose", "template", "nobody"])


def test_a_template_of_nothing_is_a_new_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["disclose", "template"])
    place = tmp_path / "new.toml"
    place.write_text(capsys.readouterr().out, encoding="utf-8")
    assert 0 == run(["disclose", "open", str(place)])
    assert 3 == run(["disclose", "status", "VSD-1"])


PERMISSION = """
[[disclosure.later_act]]
act = "deal"
items = "24 PT-40 at Desert Flow Trading LLC"
parties = "Desert Flow Trading LLC, Warehouse 7, Jebel Ali, Dubai, United Arab Emirates"
activities = "Storing the items, and servicing them, until they are returned."
end_use = "None: the items stay in the warehouse of the distributor."
copy = "memorandum.txt"
"""


def test_letters_are_written_with_what_they_attach(
    opened: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    time, leave = tmp_path / "time", tmp_path / "leave"
    asked = ["disclose", "request", "VSD-2026-01", "extension", "--on", "2026-08-20"]
    assert 0 == run([*asked, "--output", str(time)])
    assert ["SHA256SUMS", "checklist.pdf", "extension.pdf"] == sorted(
        one.name for one in time.iterdir()
    )
    opened.write_text(opened.read_text(encoding="utf-8") + PERMISSION, encoding="utf-8")
    run(["disclose", "open", str(opened)])
    asked = ["disclose", "request", "VSD-2026-01", "permission", "--on", "2026-08-20"]
    assert 0 == run([*asked, "--output", str(leave)])
    kept = (leave / "attachments" / "memorandum.txt").read_bytes()
    assert (opened.parent / "memorandum.txt").read_bytes() == kept
    assert (leave / "permission.pdf").read_bytes().startswith(b"%PDF-1.7")
    capsys.readouterr()


def test_a_letter_that_lacks_a_fact_is_refused_with_4_unless_it_is_a_draft(
    opened: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = opened.read_text(encoding="utf-8") + PERMISSION.replace("end_use", "# end_use")
    opened.write_text(text, encoding="utf-8")
    run(["disclose", "open", str(opened)])
    output = tmp_path / "leave"
    asked = ["disclose", "request", "VSD-2026-01", "permission", "--output", str(output)]
    assert (4, False) == (run([*asked, "--on", "2026-08-20"]), output.exists())
    assert "the end-use: nothing is said (15 CFR 764.5(g)(2))" in capsys.readouterr().err
    assert (3, False) == (run([*asked, "--on", "2024-09-15"]), output.exists())
    assert (0, True) == (run([*asked, "--on", "2026-08-20", "--draft"]), output.exists())


def test_what_a_changed_case_no_longer_says_is_printed(
    opened: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    amended(opened, 'what = "Two shipments', 'what = "Three shipments')
    assert 0 == run(["disclose", "open", str(opened)])
    told = " ".join(capsys.readouterr().out.split())
    assert "no longer in what: Two shipments of pressure transducers" in told
