"""The copy that mutants are made in has the same rules, without their decorators."""

from __future__ import annotations

import ast

from tests.health.house import ROOT
from tools.mutation.__main__ import sampled
from tools.mutation.prepare import undecorated

RULES = ROOT / "src" / "navicert" / "rules"


def test_every_rule_is_entered_below_instead_of_above() -> None:
    for module in sorted(RULES.rglob("*.py")):
        source = module.read_text(encoding="utf-8")
        body = ast.parse(undecorated(source)).body
        functions = [one for one in body if isinstance(one, ast.FunctionDef)]
        assert not any("cites" in ast.unparse(d) for f in functions for d in f.decorator_list)
        entered = sum(ast.unparse(one).count(" = cites(") for one in body)
        assert source.count("\n@cites(") == entered, module


def test_a_module_without_rules_stays_as_it_is() -> None:
    assert "X = 1\n" == undecorated("X = 1\n")


def test_the_sample_is_the_same_each_time_and_takes_every_module() -> None:
    known: dict[str, int | None] = {
        f"navicert.rules.{module}.x_rule__mutmut_{n}": None
        for module in ("denial", "controls.embargo")
        for n in range(9)
    }
    first = sampled(known, 3, 738)
    assert first == sampled(known, 3, 738)
    assert 6 == len(first)
    assert 18 == len(sampled(known, 0, 738))
