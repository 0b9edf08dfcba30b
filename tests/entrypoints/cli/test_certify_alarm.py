"""From an alarm to what is sent: the case that a false statement opens is completed."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from navicert.entrypoints.cli.main import run
from tests.entrypoints.cli.test_certify import certified, newer, printed

SAID = {
    "gravity": '"significant"',
    "happened_from": "2018-03-30",
    "no_items": '"A false statement in a letter (764.2(g)): no item was exported."',
    "known_before": "false",
    "authorized_by_management": "true",
}
TABLES = {
    "contact": {"name": "D", "address": "1 Way", "email": "d@a.example", "telephone": "1"},
    "narrative": dict.fromkeys(
        (
            "kind_of_violation",
            "when_and_how",
            "license_numbers",
            "mitigating",
            "review",
            "measures",
        ),
        "said",
    ),
    "no_documents": dict.fromkeys(("licensing", "shipping", "other"), "no item is involved"),
}


def completed(template: str, today: str) -> str:
    """Take the # from what is said, as the head of the template asks."""
    head, _, rest = template.partition("\n\n# [disclosure.contact]")
    for key, value in SAID.items():
        head = re.sub(f"(?m)^# {key} = .*$", f"{key} = {value}", head)
    assert "# [disclosure.no_documents]" in rest
    tables = [
        "\n".join((f"[disclosure.{name}]", *(f'{key} = "{said}"' for key, said in keys.items())))
        for name, keys in TABLES.items()
    ]
    tables[1] += "\nreview_from = 2012-01-01"
    signed = f'[disclosure.certification]\nby = "D"\nsigned = {today}\nhas_authority = true'
    told = f"[disclosure.notification]\nreceived = {today}"
    person = '[[disclosure.person]]\nname = "ZTE"\naddress = "Shenzhen"'
    return "\n\n".join((head, *tables, told, signed, person)) + "\n"


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    certified()
    assert 4 == run(newer(tmp_path, "2018-04-02", -1))
    capsys.readouterr()
    assert 4 == run(["undertakings", "check", "--all", "--json"])
    (one,) = json.loads(capsys.readouterr().out)["certifications"]
    return str(one["alarms"][0]["case"])


def test_the_case_of_an_alarm_is_completed_without_items_and_packed(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["disclose", "template", case])
    template = capsys.readouterr().out
    place, output = tmp_path / "case.toml", tmp_path / "vsd"
    place.write_text(completed(template, date.today().isoformat()), encoding="utf-8")  # noqa: DTZ011
    assert 0 == run(["disclose", "open", str(place)])
    assert 0 == run(["disclose", "package", case, "--output", str(output)])
    assert (output / "disclosure.pdf").read_bytes().startswith(b"%PDF-1.7")
    told = json.loads((output / "disclosure.json").read_text(encoding="utf-8"))
    assert told["no_items"].startswith("A false statement in a letter")


def test_without_a_reason_the_same_case_is_refused_for_its_items(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["disclose", "template", case])
    text = completed(capsys.readouterr().out, date.today().isoformat())  # noqa: DTZ011
    place = tmp_path / "case.toml"
    place.write_text(text.replace("\nno_items", "\n# no_items"), encoding="utf-8")
    assert 0 == run(["disclose", "open", str(place)])
    assert 4 == run(["disclose", "package", case, "--output", str(tmp_path / "vsd")])
    told = capsys.readouterr().err
    assert "no item is named, and no_items does not say why (15 CFR 764.5(d)(3)(v))" in told
    assert 1 == told.count("(15 CFR")


def test_a_letter_that_is_proved_again_is_exported_and_verified_with_both_truths(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certified()
    assert 4 == run(newer(tmp_path, "2018-04-02", -1))
    assert 0 == run(newer(tmp_path, "2018-04-03"))
    capsys.readouterr()
    bundle = str(tmp_path / "letter.zip")
    assert 3 == run(["certify", "export", "letter-2018-03-30", "--output", bundle])
    files = ("signers/ana-lopes.pub", "signers/bo-berg.pub", "log.pub")
    keys = [word for one in files for word in ("--key", str(home / "keys" / one))]
    exported = printed(capsys)
    assert 3 == run(["certify", "verify", bundle, *keys])
    for told in (exported, printed(capsys)):
        assert "PAST found untrue on" in told
        assert "found untrue and proved again on" in told
        assert "the newest evidence proves it" in told
        for lie in ("do not rely", "correct it", "UNTRUE", "All of it holds"):
            assert lie not in told
    assert 3 == run(["certify", "verify", bundle, *keys, "--json"])
    assert "proved_again" == json.loads(capsys.readouterr().out)["verdict"]


def test_keys_that_are_not_given_and_a_letter_that_is_untrue_end_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certified()
    places = [str(tmp_path / name) for name in ("true.zip", "untrue.zip")]
    assert 0 == run(["certify", "export", "letter-2018-03-30", "--output", places[0]])
    assert 4 == run(newer(tmp_path, "2018-04-02", -1))
    assert 3 == run(["certify", "export", "letter-2018-03-30", "--output", places[1]])
    found = []
    for place in places:
        capsys.readouterr()
        status = run(["certify", "verify", place, "--json"])
        found.append((status, json.loads(capsys.readouterr().out)["verdict"]))
    assert [(3, "on_trust"), (4, "untrue")] == found
