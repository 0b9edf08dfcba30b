"""What the index knows of a section."""

from __future__ import annotations

from navicert.casework.law_index import every_rule, law_index, rules_citing
from navicert.law.shelf import standard_shelf


def test_every_rule_is_known_without_anybody_importing_it() -> None:
    names = [rule.name for rule in every_rule()]
    assert sorted(names) == names
    assert {"controls.embargo.embargo", "denial.denial"} <= set(names)


def test_a_rule_that_cites_a_part_is_found_at_its_sections() -> None:
    assert "controls.embargo.embargo" in {rule.name for rule in rules_citing("746.4")}
    assert "controls.embargo.embargo" not in {rule.name for rule in rules_citing("744.11")}


def test_a_section_has_its_tables() -> None:
    found = {one.section.number: one for one in law_index(standard_shelf())}
    assert "738/footnotes" in found["Supp. 1 to 738"].tables
    assert () == found["760.2"].rules
