from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from navicert.facts.listed_scope import LeftOut, ScopeItems
from navicert.parties.lists.license_requirement import OIL_PROJECTS, read
from navicert.terms import eccn

LEAST_READ = 0.99


@pytest.mark.parametrize(
    "text",
    [
        "For all items subject to the EAR",
        "All Items Subject to the EAR",
        "for all items subject to the ear.  (See §744.11 of the EAR).",
        "For all items subject to the EAR. (See§ 744.11 of the EAR)",
        "For all items subject to the EAR (See §§734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR)",
        (
            "All items subject to the EAR. The license requirements under this entry also "
            "extend to any "
            "export, reexport and transfer (in-country) to the entity wherever located worldwide."
        ),
    ],
)
def test_everything_subject_to_the_ear_is_read_however_it_is_written(text: str) -> None:
    scope = read(text)
    assert scope is not None
    assert (ScopeItems.ALL, frozenset(), "") == (scope.items, scope.left_out, scope.only_when)


@pytest.mark.parametrize(
    ("text", "footnotes"),
    [
        ("For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2", {1, 2}),
        (
            (
                "For all items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) "
                "of the EAR)"
            ),
            {3},
        ),
        ("For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4", {4}),
        ("For All Items Subject to the EAR (See §734.9(e)(2), and §744.11 of the EAR)4.", {4}),
        (
            (
                "For all items subject to the EAR (See §§734.4(a)(9), 734.9(e)(3), and 744.11 of "
                "the EAR)5"
            ),
            {5},
        ),
        ("For all items subject to the EAR. (See §744.11 of the EAR)", set()),
        (
            (
                "For all items subject to the EAR (See §§ 734.9(g), 746.8(a)(3), and 744.21(b) "
                "of the EAR)"
            ),
            set(),
        ),
    ],
)
def test_a_raised_number_is_a_footnote_and_the_number_of_a_paragraph_is_not(
    text: str, footnotes: set[int]
) -> None:
    scope = read(text)
    assert scope is not None
    assert scope.is_read
    assert frozenset(footnotes) == scope.footnotes


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("All items subject to the EAR except EAR99", {LeftOut.EAR99}),
        (
            "For all items subject to the EAR, except for items designated as EAR99.",
            {LeftOut.EAR99},
        ),
        (
            "All items subject to the EAR except for food or medicine designated as EAR99.",
            {LeftOut.EAR99_FOOD_OR_MEDICINE},
        ),
        (
            (
                "All items subject to the EAR except for food or medicine designated as "
                "EAR99, or ECCN "
                "5A992.c and 5D992.c unless for Russian “government end users” and "
                "Russian state-owned "
                "enterprises (SoEs) to Russia."
            ),
            {LeftOut.EAR99_FOOD_OR_MEDICINE, LeftOut.CONSUMER_ENCRYPTION_BUT_FOR_GOVERNMENTS},
        ),
        (
            (
                "For all items subject to the EAR, see §§ 736.2(b)(3)(vi), and 744.11 of the "
                "EAR, EXCEPT "
                "for technology subject to the EAR that is designated as EAR99, or "
                "controlled on the "
                "Commerce Control List for anti-terrorism reasons only, when released to "
                "members of a "
                "“standards organization” (see §772.1) for the purpose of contributing "
                "to the revision "
                "or development of a “standard” (see §772.1)."
            ),
            {LeftOut.STANDARDS_ORGANIZATION},
        ),
        (
            (
                "All items subject to the EAR, apart from items that are related to "
                "transactions that "
                "are authorized by the Department of the Treasury\u2019s Office of Foreign "
                "Assets Control "
                "pursuant to General License No. 1B of March 2, 2021."
            ),
            {LeftOut.OFAC_GENERAL_LICENSE},
        ),
    ],
)
def test_what_an_entry_leaves_out_is_kept(text: str, left_out: set[LeftOut]) -> None:
    scope = read(text)
    assert scope is not None
    assert (ScopeItems.ALL, frozenset(left_out)) == (scope.items, scope.left_out)


def test_an_entry_for_oil_projects_says_so() -> None:
    scope = read(
        "For all items subject to the EAR when used in projects specified in §746.5 of the EAR."
    )
    assert scope is not None
    assert OIL_PROJECTS == scope.only_when


def test_a_license_exception_that_the_entry_names_is_kept() -> None:
    scope = read(
        "All items subject to the EAR. (See § 744.11 of the EAR). This license requirement may be "
        "overcome by License Exception GOV under § 740.11(b)(2) and (e)."
    )
    assert scope is not None
    assert frozenset({"GOV"}) == scope.exceptions


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("For items on the CCL", ScopeItems.CCL),
        ("All items on the Commerce Control List.", ScopeItems.CCL),
        (
            (
                "For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 "
                "of the EAR"
            ),
            ScopeItems.CCL_AND_IRAN_SUPPLEMENT,
        ),
    ],
)
def test_items_on_the_list_are_told_from_all_items(text: str, items: ScopeItems) -> None:
    scope = read(text)
    assert scope is not None
    assert items is scope.items


def test_entries_named_one_by_one_are_kept() -> None:
    scope = read("Items in ECCNs 3B001.a.4, 3B991 and 3C992")
    assert scope is not None
    assert tuple(map(eccn.parse, ("3B001.a.4", "3B991", "3C992"))) == scope.entries


@pytest.mark.parametrize(
    "text",
    [
        "All items subject to the EAR except for crude oil",
        (
            "For all items subject to the EAR. This license requirement may be overcome by License "
            "Exception GOV under §740.11(b) when used by the U.S Geological Survey."
        ),
        "Everything",
    ],
)
def test_a_word_that_is_not_understood_leaves_the_whole_unread(text: str) -> None:
    scope = read(text)
    assert scope is not None
    assert not scope.is_read


def test_an_entry_that_states_nothing_has_no_scope() -> None:
    assert read("  ") is None


@pytest.mark.needs_corpus
def test_99_percent_of_the_entity_list_is_read(corpus: Path) -> None:
    texts = Counter(_texts(corpus))
    unread = {text: rows for text, rows in texts.items() if _unread(text)}
    assert 5421 == sum(texts.values())
    assert (1 - LEAST_READ) * sum(texts.values()) >= sum(unread.values()), unread


def _unread(text: str) -> bool:
    scope = read(text)
    return scope is None or not scope.is_read


def _texts(corpus: Path) -> list[str]:
    with gzip.open(corpus / "lists" / "csl-2026-07-31.jsonl.gz", "rt", encoding="utf-8") as lines:
        new = [row for row in map(json.loads, lines) if "Entity List" in row["source"]]
    with gzip.open(corpus / "lists" / "csl-2022-04.csv.gz", "rt", encoding="utf-8") as file:
        old = [row for row in csv.DictReader(file) if "Entity List" in row["source"]]
    return [row["license_requirement"] or "" for row in (*new, *old)]
