"""The import contracts know every room that stands below casework."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from tests.health.house import ROOT, pure_rooms

PURITY = "Below casework there is no store, no terminal, no network, no clock and no chance"


def forgotten(contract: Mapping[str, list[str]], rooms: frozenset[str]) -> set[str]:
    return {f"navicert.{room}" for room in rooms} ^ set(contract["source_modules"])


def test_the_purity_contract_names_every_room_below_casework() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (purity,) = (contract for contract in contracts if contract["name"] == PURITY)
    assert set() == forgotten(purity, pure_rooms())


def test_a_forgotten_room_is_seen() -> None:
    contract = {"source_modules": ["navicert.terms"]}
    assert {"navicert.exposure"} == forgotten(contract, frozenset({"terms", "exposure"}))
