from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.names import Case, Judged, figures, grouped, judge, main, read_cases
from benchmarks.names import read_cross_script as across
from benchmarks.screening.queries import NotReadable

HEADER = "case_group,schema,name1,name2,is_match,quality\n"


def judged(told: str) -> list[Judged]:
    """``TP`` and ``FN`` match, ``FP`` and ``TN`` do not; a letter before a colon is the group."""
    return [
        Judged(Case(one[0], "Person", "a", "b", is_match=one[2:] in {"TP", "FN"}), 0.5,
               says_match=one[2:] in {"TP", "FP"})
        for one in told.split()
    ]  # fmt: skip


def test_precision_recall_and_f1_are_counted() -> None:
    found = figures(judged("a:TP a:TP a:TP a:FP a:FN a:FN a:TN"))
    assert (0.75, 0.6, 0.6667) == (found["precision"], found["recall"], found["f1"])
    assert (7, 5) == (found["pairs"], found["matches"])


def test_where_nothing_can_be_wrong_nothing_is() -> None:
    found = figures(judged("a:TN a:TN"))
    assert [1.0, 1.0, 1.0] == [found[name] for name in ("precision", "recall", "f1")]


def test_groups_are_counted_apart() -> None:
    by_group = grouped(judged("a:TP b:FN b:TP"))["by_group"]
    assert {"a": 1.0, "b": 0.5} == {name: one["recall"] for name, one in by_group.items()}


def test_a_pair_is_judged_by_the_shipped_card() -> None:
    same = Case("a", "Company", "Kangxun Telecom Ltd", "KANGXUN TELECOM LIMITED", is_match=True)
    other = Case("a", "Company", "Kangxun Telecom Ltd", "Nordwind Shipping", is_match=False)
    assert [True, False] == [one.says_match for one in judge((same, other))]


def test_cases_are_read(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(f"{HEADER}nk,Person,Olaf Schulze,Olaf Scholz,true,MEDIUM\n", encoding="utf-8")
    assert (Case("nk", "Person", "Olaf Schulze", "Olaf Scholz", is_match=True),) == read_cases(file)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{HEADER}nk,Person,A,B,yes,MEDIUM\n", ":2: is_match is 'yes'"),
        ("name1,name2,is_match\n", ":1: has no column case_group, schema"),
    ],
)
def test_malformed_cases_are_refused(tmp_path: Path, text: str, wanted: str) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NotReadable) as refused:
        read_cases(file)
    assert wanted in str(refused.value)


def test_pairs_in_two_scripts_are_read_without_the_comments(tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text("# Query,Match\n\n\u674e\u660e,Li Ming,0.60,A name\n", encoding="utf-8")
    assert (Case("cross-script", "Person", "\u674e\u660e", "Li Ming", is_match=True),) == across(
        file
    )


def test_the_last_line_is_json_alone_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(f"{HEADER}nk,Person,Ivan Petrov,Ivan PETROV,true,\n", encoding="utf-8")
    assert 0 == main([str(file), "--json"])
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith('{"precision": 1.0, "recall": 1.0, "f1": 1.0,')
