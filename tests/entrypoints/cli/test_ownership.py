from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

FOLDER = ROOT / "examples" / "ownership"
GROUP, BLOCKED, ORDER = (str(FOLDER / name) for name in ("group.csv", "blocked.csv", "order.toml"))
MIZAR = "Mizar Optics Ltd"
BOUND, SOLD = "2026-02-16", "2026-07-30"
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def loaded(capsys: Printed) -> None:
    assert 0 == run(["lists", "load", BLOCKED, "--as-of", SOLD])
    assert 0 == run(["ownership", "load", GROUP, "--as-of", SOLD])
    capsys.readouterr()


def _json(capsys: Printed, *words: str) -> tuple[int, Any]:
    status = run([*words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_a_register_is_loaded_listed_and_retired(capsys: Printed) -> None:
    status, told = _json(capsys, "ownership", "load", GROUP, "--as-of", SOLD)
    assert (0, 7, 8, []) == (status, told["entities"], told["stakes"], told["flags"])
    _, (found,) = _json(capsys, "ownership", "list")
    assert (told["digest"], "group", SOLD) == (found["digest"], found["title"], found["as_of"])
    assert 0 == run(["ownership", "retire", "group"])
    capsys.readouterr()
    assert [] == _json(capsys, "ownership", "list")[1]


def test_a_trial_run_loads_nothing(capsys: Printed) -> None:
    assert 0 == run(["ownership", "load", GROUP, "--dry-run"])
    assert "not loaded, as asked" in capsys.readouterr().out
    assert [] == _json(capsys, "ownership", "list")[1]


def test_what_is_wrong_with_a_register_is_told_with_its_line(
    tmp_path: Path, capsys: Printed
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("owner,owned,percent\nX,A,120\n")
    assert 2 == run(["ownership", "load", str(bad)])
    assert "bad.csv:2" in capsys.readouterr().err


@pytest.mark.usefixtures("loaded")
def test_the_proof_the_change_and_the_interest_are_shown(capsys: Printed) -> None:
    status, told = _json(capsys, "ownership", "show", MIZAR, "--on", BOUND)
    blocked = next(one for one in told["rules"] if one["rule"] == "blocked")
    assert (3, "yes", "50", "50") == (
        status,
        blocked["binds"],
        blocked["certain"],
        blocked["possible"],
    )
    chain = [(one["owner"], one["owned"], one["at_least"]) for one in blocked["proof"]["chain"]]
    assert {
        ("Rigel Volkov", "Alcor Holding Ltd", "50"),
        ("Castor Antonov", "Dubhe Trading LLC", "60"),
        ("Alcor Holding Ltd", MIZAR, "25"),
        ("Dubhe Trading LLC", MIZAR, "25"),
    } == set(chain)
    lines = {one["stakes"][0]["source"]["line"] for one in blocked["proof"]["chain"]}
    assert {2, 4, 6, 7} == lines
    assert "0.01" == blocked["smallest_change"]["percentage_points"]
    interest = {one["owner"]: one["at_least"] for one in told["economic_interest"]["owners"]}
    assert ("15", "15") == (interest["Rigel Volkov"], interest["Castor Antonov"])
    assert "not the legal test" in told["economic_interest"]["what"]


@pytest.mark.usefixtures("loaded")
def test_after_the_sale_it_is_free_and_one_hundredth_would_bind_it(capsys: Printed) -> None:
    _, told = _json(capsys, "ownership", "show", MIZAR, "--on", SOLD)
    blocked = next(one for one in told["rules"] if one["rule"] == "blocked")
    assert ("no", "25") == (blocked["binds"], blocked["certain"])
    (step,) = blocked["smallest_change"]["steps"]
    assert ("Dubhe Trading LLC", "49.99", "50.00") == (step["owned"], step["from"], step["to"])


# Made from 29 September 2025 on (90 FR 47201), stayed from 10 November 2025 to 9 November 2026
# (90 FR 50857); what holds after that nobody verified.
_DAYS = [
    ("2025-09-28", "no", "there was no such rule before 2025-09-29 (90 FR 47201)"),
    ("2025-09-29", "yes", "in force: a license is required"),
    ("2025-11-09", "yes", "in force: a license is required"),
    ("2025-11-10", "no", "not in force on this day: stayed since 2025-11-10 (90 FR 50857)"),
    ("2026-11-09", "no", "not in force on this day: stayed since 2025-11-10 (90 FR 50857)"),
    ("2026-11-10", "unknown", "if it is in force, a license is required from half or more on; if"),
]
_SAID = {
    "yes": "BIS Affiliates rule: bound; 100 percent",
    "no": "BIS Affiliates rule: would be bound; the rule is not in force on this day; 100 percent",
    "unknown": "BIS Affiliates rule: would be bound; nobody verified whether the rule is in force",
}


@pytest.fixture
def owned(tmp_path: Path, capsys: Printed) -> None:
    """Load a register in which an entity of the Entity List holds all of a company."""
    listed = tmp_path / "listed.csv"
    listed.write_text("list,entry,name,since\nEL,1,Procyon Works,2020-01-01\n")
    register = tmp_path / "all.csv"
    register.write_text("owner,owned,percent\nProcyon Works,Gomeisa Ltd,100\n")
    assert 0 == run(["lists", "load", str(listed), "--as-of", SOLD])
    assert 0 == run(["ownership", "load", str(register)])
    capsys.readouterr()


@pytest.mark.usefixtures("owned")
@pytest.mark.parametrize(("day", "in_force", "law"), _DAYS)
def test_the_affiliates_rule_is_told_as_it_is_on_the_day(
    day: str, in_force: str, law: str, tmp_path: Path, capsys: Printed
) -> None:
    asked = ("ownership", "show", "Gomeisa Ltd", "--on", day)
    _, told = _json(capsys, *asked)
    affiliates = next(one for one in told["rules"] if one["rule"] == "affiliates")
    assert ("yes", in_force) == (affiliates["binds"], affiliates["in_force"])
    assert law in affiliates["law"]
    svg = tmp_path / "owners.svg"
    run([*asked, "--svg", str(svg)])
    shown = " ".join(capsys.readouterr().out.split())
    assert _SAID[in_force] in shown
    drawn = " ".join(map(str, etree.fromstring(svg.read_bytes()).itertext()))
    assert ("it is bound" in drawn) is (in_force == "yes")
    assert ("it would be bound" in drawn) is (in_force != "yes")


@pytest.mark.usefixtures("owned")
@pytest.mark.parametrize(("day", "in_force", "law"), _DAYS)
def test_all_who_are_bound_are_told_with_the_rule_of_the_day(
    day: str, in_force: str, law: str, capsys: Printed
) -> None:
    _, told = _json(capsys, "ownership", "bound", "--on", day)
    (found,) = [one for one in told["entities"] if one["entity"] == "Gomeisa Ltd"]
    word = "bound" if in_force == "yes" else "would be bound"
    assert (word, in_force) == (found["is"], found["in_force"])
    assert law in told["affiliates_rule"]
    run(["ownership", "bound", "--on", day])
    shown = " ".join(capsys.readouterr().out.split())
    assert law[:40] in shown
    assert ("2 bound on" in shown) is (in_force == "yes")


ASSUMED = ("--affiliates-rule", "in-force", "--because", "91 FR 1, read by J. Doe")


@pytest.mark.usefixtures("loaded")
def test_what_is_assumed_of_the_rule_stands_in_the_answer(capsys: Printed) -> None:
    show = ("ownership", "show", MIZAR, "--on", "2026-11-16")
    _, told = _json(capsys, *show, *ASSUMED)
    affiliates = next(one for one in told["rules"] if one["rule"] == "affiliates")
    assert affiliates["law"].startswith("in force, as assumed and not verified: ")
    assert told["notes"][0].endswith("because: 91 FR 1, read by J. Doe")
    run([*show, *ASSUMED])
    assert "assumed by whoever asked, not verified" in capsys.readouterr().out
    _, told = _json(capsys, "ownership", "bound", "--on", "2026-11-16", *ASSUMED)
    assert told["affiliates_rule"].startswith("in force, as assumed and not verified: ")
    assert 2 == run([*show, "--affiliates-rule", "in-force"])


def test_an_assumed_rule_is_recorded_and_its_answer_given_again(
    tmp_path: Path, capsys: Printed
) -> None:
    check = ("check", ORDER, "--on", "2026-11-16")
    _, told = _json(capsys, *check, *ASSUMED)
    assert "91 FR 1, read by J. Doe" in " ".join(told["notes"])
    run(["records", "show", str(told["record"]["number"]), "--json"])
    kept = json.loads(capsys.readouterr().out)
    assert "in-force" == kept["content"]["order"]["affiliates_rule"]
    again = tmp_path / "again.json"
    again.write_text(json.dumps(kept["content"]["order"]))
    _, second = _json(capsys, "check", str(again))
    assert told["lines"] == second["lines"]
    assert told["notes"] == second["notes"]
    run([*check, *ASSUMED])
    assert "assumed by whoever asked, not verified" in capsys.readouterr().out


def test_a_circle_that_owns_itself_is_named(tmp_path: Path, capsys: Printed) -> None:
    register = tmp_path / "circle.csv"
    register.write_text("owner,owned,percent\nX,Y,100\nY,X,100\nX,C,60\nZ,C,40\n")
    run(["ownership", "load", str(register)])
    capsys.readouterr()
    run(["ownership", "show", "C", "--owner", "Z"])
    shown = capsys.readouterr().out
    assert "Z: 40 percent" in shown
    assert "cannot be computed: the circle X-Y owns itself whole" in shown
    _, told = _json(capsys, "ownership", "show", "C", "--owner", "Z")
    interest = told["economic_interest"]
    assert ["cannot be computed: the circle X-Y owns itself whole"] == interest["left_out"]


def test_what_a_company_holds_of_itself_comes_through(tmp_path: Path, capsys: Printed) -> None:
    register = tmp_path / "treasury.csv"
    register.write_text("owner,owned,percent\nA,A,60\nB One,A,30\n")
    run(["ownership", "load", str(register)])
    capsys.readouterr()
    _, told = _json(capsys, "ownership", "show", "A", "--owner", "B One")
    assert "75" == told["economic_interest"]["owners"][0]["at_least"]
    assert "30" == told["rules"][0]["certain"]


@pytest.mark.usefixtures("loaded")
def test_the_owners_are_drawn(tmp_path: Path, capsys: Printed) -> None:
    svg = tmp_path / "owners.svg"
    run(["ownership", "show", MIZAR, "--on", BOUND, "--svg", str(svg)])
    told = " ".join(map(str, etree.fromstring(svg.read_bytes()).itertext()))
    for words in ("Rigel Volkov", MIZAR, "it is bound", "Control, which does not count", "line 6"):
        assert words in told
    assert "written" in capsys.readouterr().err


@pytest.mark.usefixtures("loaded")
def test_owners_may_be_named_instead_of_lists(capsys: Printed) -> None:
    words = ("ownership", "show", MIZAR, "--on", BOUND, "--owner", "Merak Fund")
    _, told = _json(capsys, *words)
    (rule,) = told["rules"]
    assert (None, "no", "40", "45") == (
        rule["rule"],
        rule["binds"],
        rule["certain"],
        rule["possible"],
    )


@pytest.mark.usefixtures("loaded")
def test_who_stands_in_no_register_is_told(capsys: Printed) -> None:
    assert 2 == run(["ownership", "show", "Nobody at all"])
    assert "stands in no register" in capsys.readouterr().err


def test_without_a_register_it_says_what_to_do(capsys: Printed) -> None:
    assert 2 == run(["ownership", "show", MIZAR])
    assert 2 == run(["ownership", "bound"])
    assert 2 == capsys.readouterr().err.count("navicert ownership load FILE")


@pytest.mark.usefixtures("loaded")
def test_lists_that_nobody_asked_are_a_doubt(capsys: Printed) -> None:
    assert 3 == run(["ownership", "show", "Merak Fund", "--on", BOUND])
    assert "nobody knows whether an owner is listed" in " ".join(capsys.readouterr().out.split())


@pytest.mark.usefixtures("loaded")
def test_all_who_are_bound_are_listed_and_written(tmp_path: Path, capsys: Printed) -> None:
    out = tmp_path / "bound.xlsx"
    words = ("ownership", "bound", "--on", BOUND, "--xlsx", str(out))
    status, told = _json(capsys, *words)
    blocked = {one["entity"]: one["is"] for one in told["entities"] if one["rule"] == "blocked"}
    assert 3 == status
    assert {
        "Rigel Volkov": "listed",
        "Castor Antonov": "listed",
        "Alcor Holding Ltd": "bound",
        "Dubhe Trading LLC": "bound",
        MIZAR: "bound",
    } == blocked
    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    assert 1 + len(told["entities"]) == len(rows)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(("day", "bound"), [(BOUND, True), (SOLD, False)])
def test_a_named_owner_binds_by_the_day(day: str, *, bound: bool, capsys: Printed) -> None:
    words = ("--owner", "Castor Antonov", "--owner", "RIGEL VOLKOV", "--on", day)
    _, told = _json(capsys, "ownership", "bound", *words)
    assert bound is (MIZAR in {one["entity"] for one in told["entities"]})


@pytest.mark.usefixtures("loaded")
def test_a_check_asks_the_register(capsys: Printed) -> None:
    _, told = _json(capsys, "check", ORDER)
    blocked = [one for one in told["lines"][0]["findings"] if one["label"] == "SDN"]
    assert ["yes"] == [one["holds"] for one in blocked]
    assert "50 percent owned by Rigel Volkov, Castor Antonov" in blocked[0]["triggered_by"]
    (register,) = told["registers"]
    assert ("group", SOLD, 8 - 1) == (
        register["title"],
        register["as_of"],
        register["stakes_used"],
    )
    assert [(MIZAR, "S123456", True)] == [
        (one["party"], one["entity"], one["sure"]) for one in register["matched"]
    ]
    (held,) = [one for one in told["holdings"] if one["party"] == MIZAR]
    assert {"blocked": "50", "affiliates": "50"} == {
        one["rule"]: one["certain"] for one in held["held"]
    }


def test_without_a_register_a_check_is_as_it_ever_was(capsys: Printed) -> None:
    _, told = _json(capsys, "check", ORDER)
    assert "registers" not in told
    assert "holdings" not in told


@pytest.mark.usefixtures("loaded")
def test_yesterdays_answer_is_given_again_byte_for_byte(tmp_path: Path, capsys: Printed) -> None:
    _, before = _json(capsys, "check", ORDER)
    known = before["record"]["recorded_at"]
    newer = tmp_path / "group.csv"
    newer.write_text("owner,owned,percent\nMerak Fund,Mizar Optics Ltd,100\n")
    run(["ownership", "load", str(newer)])
    capsys.readouterr()
    _, now = _json(capsys, "check", ORDER)
    assert now["registers"] != before["registers"]
    _, again = _json(capsys, "check", ORDER, "--known", known)
    for key in ("lines", "registers", "holdings", "parties"):
        assert before[key] == again[key]


@pytest.mark.usefixtures("loaded")
def test_a_screening_asks_for_every_owner(capsys: Printed) -> None:
    status, told = _json(capsys, "screen", MIZAR, "--on", BOUND)
    (party,) = told["parties"]
    met = {(one["name"], one["capacity"]) for one in party["matches"]}
    assert 3 == status
    assert {("Rigel Volkov", "owned_by"), ("Castor Antonov", "owned_by")} == met
    assert "group" == told["registers"][0]["title"]
    assert "50" == told["holdings"][0]["held"][0]["certain"]


@pytest.mark.usefixtures("loaded")
def test_every_party_of_a_table_is_asked_for(tmp_path: Path, capsys: Printed) -> None:
    table = tmp_path / "parties.csv"
    table.write_text("name\nMizar Optics Ltd\nAlcor Holding Ltd\nBenetnasch GmbH\n")
    _, told = _json(capsys, "screen", "--file", str(table), "--on", BOUND, "--processes", "1")
    assert [2, 1, 0] == [len(one["matches"]) for one in told["parties"]]
    assert [2, 3] == [one["line"] for one in told["holdings"]]


@pytest.mark.usefixtures("loaded")
def test_a_register_whose_bytes_are_gone_holds_what_hangs_on_it(
    home: Path, capsys: Printed
) -> None:
    for path in (*(home / "ownership").iterdir(), *(home / "blobs").rglob("*")):
        if path.is_file():
            path.unlink()
    _, told = _json(capsys, "check", ORDER)
    assert any("registers of owners could not be asked" in doubt for doubt in told["doubts"])


@pytest.mark.usefixtures("loaded")
def test_the_proof_of_the_records_holds_the_bytes_of_a_register(
    home: Path, capsys: Printed
) -> None:
    run(["check", ORDER])
    assert 0 == run(["records", "verify"])
    digest = sha256(Path(GROUP).read_bytes()).hexdigest()
    (home / "blobs" / digest[:2] / digest[2:]).unlink()
    capsys.readouterr()
    assert 0 != run(["records", "verify"])
    assert "group, whose bytes are gone" in " ".join(capsys.readouterr().err.split())


def test_who_controls_without_a_share_is_a_red_flag_and_no_more(
    tmp_path: Path, capsys: Printed
) -> None:
    register = tmp_path / "boards.csv"
    register.write_text("owner,owned,kind\nRigel Volkov,Mizar Optics Ltd,control\n")
    run(["lists", "load", BLOCKED, "--as-of", SOLD])
    run(["ownership", "load", str(register)])
    capsys.readouterr()
    _, told = _json(capsys, "check", ORDER)
    findings = told["lines"][0]["findings"]
    assert [] == [one for one in findings if one["label"] == "SDN"]
    flags = [one["triggered_by"] for one in findings if one["kind"] == "red_flag"]
    assert any("controlled by Rigel Volkov, which counts in no sum" in one for one in flags)
    held = {one["rule"]: one for one in told["holdings"][0]["held"]}
    assert ("0", "0", ["Rigel Volkov"]) == (
        held["blocked"]["certain"],
        held["blocked"]["possible"],
        held["blocked"]["controls"],
    )


def test_an_unknown_share_of_a_listed_owner_is_asked_for(tmp_path: Path, capsys: Printed) -> None:
    register = tmp_path / "unknown.csv"
    register.write_text("owner,owned,percent\nRigel Volkov,Mizar Optics Ltd,unknown\n")
    run(["lists", "load", BLOCKED, "--as-of", SOLD])
    run(["ownership", "load", str(register)])
    capsys.readouterr()
    _, told = _json(capsys, "check", ORDER)
    (blocked,) = [one for one in told["lines"][0]["findings"] if one["label"] == "SDN"]
    assert "unknown" == blocked["holds"]
    assert "What percentage do listed parties own" in blocked["missing"][0]["question"]


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (
            "50-75",
            (
                "to be surely free: up to 25.01 percentage points Rigel Volkov in Gomeisa Ltd: "
                "75 to 49.99 percent"
            ),
        ),
        (
            "<50",
            (
                "the smallest change that could bind it, and does if its shares are at their upper "
                "ends: less than 0.01 percentage points"
            ),
        ),
    ],
)
def test_what_a_range_needs_to_be_sure_is_told_beside_what_it_may_take(
    share: str, shown: str, tmp_path: Path, capsys: Printed
) -> None:
    register = tmp_path / "range.csv"
    register.write_text(f"owner,owned,percent\nRigel Volkov,Gomeisa Ltd,{share}\n")
    run(["lists", "load", BLOCKED, "--as-of", SOLD])
    run(["ownership", "load", str(register)])
    capsys.readouterr()
    run(["ownership", "show", "Gomeisa Ltd", "--on", BOUND])
    told = " ".join(capsys.readouterr().out.split())
    assert shown in told
    assert "999" not in told
    assert "E-" not in told
    assert "could" in told
