from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from navicert.bootstrap import open_desk
from navicert.entrypoints.cli.main import run
from tests.health.house import ROOT

EXAMPLE = ROOT / "examples" / "supply"
ARGUMENTS = ["exposure", str(EXAMPLE), "--deny", "kestrel", "--from", "2026-03-02"]
TERMS = ["--terms", str(EXAMPLE / "orders.toml"), "--lift", "2026-04-01"]


def answered(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, object]:
    """The document of the example under its own orders, without draws."""
    assert 3 == run([*ARGUMENTS, *TERMS, "--draws", "0", "--json", *more])
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def scenarios(document: dict[str, object]) -> dict[str, dict[str, object]]:
    every = document["scenarios"]
    assert isinstance(every, list)
    return {one["name"]: one for one in every}


def test_the_commands_of_the_page_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "exposure.md").read_text(encoding="utf-8")
    commands = re.findall(r"^navicert (exposure .+)$", page, re.MULTILINE)
    assert commands
    for command in commands:
        assert 3 == run([*shlex.split(command), "--draws", "20"])
        out = " ".join(capsys.readouterr().out.split())
        for told in (
            "Phone line stops 2026-03-22: chip runs out; runs again 2026-05-31, by substitute",
            "Router line slows 2026-04-11: radio runs out",
            "suppliers: revenue at risk 109.5m USD of 136.8m",
            "frozen stock: 2 parts, worth 8m USD",
            "Danube Mobil: 3,700,000 users, 365 days",
            "Austria: 3,700,000, 42% of the population",
            "2 supplies: severed (Supp. 1 to 764, Second A",
            "contradicting: Kestrel Radio Co., Ltd., penalty: 12 to 13 million USD [books]",
            "not legal advice",
        ):
            assert told in out


def test_the_figures_of_the_example_are_those_of_hand_calculation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = scenarios(answered(capsys))
    stays = found["stays"]
    totals = stays["totals"]
    assert isinstance(totals, dict)
    # 73m and 36.5m of 136.8m a year; phone: 70 days at nothing, 275 at 40%; router: 325 at 40%.
    assert ("136800000.00", "109500000.00", "27300000.00") == tuple(
        totals["supplies"][one] for one in ("was", "lost", "remains")
    )
    lost = round(146_000_000 * (70 + 275 * 0.6) / 365 + 7_300_000 * 325 * 0.6 / 365, 2)
    assert f"{lost:.2f}" == totals["sales"]["lost"]
    # 40 of Orchard (10%), 67 of Palisade (half of 135), 4,000 of Kestrel (80% of its lines).
    assert "4107" == totals["jobs"]["lost"]
    assert "8000000.00" == totals["frozen"]["likely"]


def test_a_remedy_gives_back_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    found = scenarios(answered(capsys))
    lost = {name: one["totals"]["supplies"]["lost"] for name, one in found.items()}  # type: ignore[index]
    assert {
        "stays": "109500000.00",
        "authorized": "109500000.00",
        "as ordered": f"{109_500_000 * 121 / 365:.2f}",
        "lifted 2026-04-01": f"{109_500_000 * 30 / 365:.2f}",
    } == lost
    days = {name: one["networks"][0]["days"] for name, one in found.items()}  # type: ignore[index]
    assert {"stays": 365, "authorized": 304, "as ordered": 60, "lifted 2026-04-01": 30} == days


def test_without_authorizations_the_bar_stays_until_it_is_lifted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = scenarios(answered(capsys, "--without-authorizations"))
    assert ["stays", "lifted 2026-04-01"] == list(found)


def test_without_terms_an_order_is_supposed(capsys: pytest.CaptureFixture[str]) -> None:
    assert 3 == run([*ARGUMENTS, "--draws", "0", "--json"])
    (order,) = json.loads(capsys.readouterr().out)["orders"]
    assert order["hypothetical"]


def test_the_same_seed_gives_the_same_answer_and_another_seed_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def told(seed: str) -> object:
        run([*ARGUMENTS, "--draws", "50", "--seed", seed, "--json", "--no-record"])
        return json.loads(capsys.readouterr().out)

    assert told("1") == told("1")
    assert told("1") != told("2")


def test_an_answer_is_on_record_with_what_it_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    document = answered(capsys)
    assert document["record"]
    with open_desk() as desk:
        (kept,) = desk.records.of_kinds(("exposure",))
        content = json.loads(kept.content)
        assert "graph.toml" in " ".join(content["files"])
        assert all(desk.blobs.get(digest) for digest in content["files"].values())
    assert document["scenarios"] == content["exposure"]["scenarios"]
    assert run(["records", "verify"]) == 0
    digests = document["digests"]
    assert isinstance(digests, dict)
    assert all(re.fullmatch(r"[0-9a-f]{64}", digests[one]) for one in ("graph", "orders", "law"))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--deny", "nobody"], "no company of the graph; there are kestrel"),
        (["--until", "2026-01-01"], "--until 2026-01-01: from 2026-03-02 on"),
        (["--lift", "2025-01-01"], "--lift 2025-01-01: not from 2026-03-02 to"),
        (["--draws", "-1"], "--draws -1: a whole number from 0 to 100,000"),
        (["--terms", str(ROOT / "examples" / "zte" / "orders.toml")], "no order or listing names"),
        (["--terms", str(EXAMPLE / "nodes.csv")], "nodes.csv"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    more: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = ARGUMENTS[:2] + ARGUMENTS[4:] if "--deny" in more else ARGUMENTS
    assert 2 == run([*kept, *more])
    assert said in capsys.readouterr().err


def test_a_broken_graph_names_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for one in EXAMPLE.glob("*.*"):
        (tmp_path / one.name).write_bytes(one.read_bytes())
    edges = tmp_path / "edges.csv"
    edges.write_text(edges.read_text().replace("orchard,kestrel", "orchid,kestrel"))
    assert 2 == run(["exposure", str(tmp_path), "--deny", "kestrel", "--from", "2026-03-02"])
    told = capsys.readouterr().err
    assert "edges.csv:2: from: no node has the id 'orchid'" in told
    assert "docs/exposure.md" in told


def test_a_party_that_nothing_hangs_on_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["exposure", str(EXAMPLE), "--deny", "formosa", "--from", "2026-03-02"]
    assert 0 == run([*arguments, "--draws", "0"])
    assert "nothing is severed" in capsys.readouterr().out


def test_a_bill_alone_is_a_graph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bill = tmp_path / "bom.csv"
    bill.write_text(
        "id,parent,name,value,origin\nphone,,Phone,100,CN\nchip,phone,Chip,10,US\ncase,phone,Case,1,DE\n"
    )
    assert 3 == run(["exposure", str(bill), "--deny", "maker", "--from", "2026-03-02"])
    out = capsys.readouterr().out
    assert "1 supplies: severed" in out
    assert "1 supplies: may be severed" in out
