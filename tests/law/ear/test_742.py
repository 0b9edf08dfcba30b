"""The anti-terrorism rows, held against the sections they come from."""

from __future__ import annotations

import gzip
import re
import tomllib
from pathlib import Path
from typing import Any

from tests.health.house import LAW
from tools.country_tables.tables import read


def about() -> dict[str, Any]:
    return tomllib.loads((LAW / "742/anti_terrorism.toml").read_text(encoding="utf-8"))


def regulation(corpus: Path) -> str:
    text = gzip.decompress((corpus / "law" / "ecfr-part742-2026-02-10.txt.gz").read_bytes())
    return text.decode()


def test_named_anti_terrorism_entries_agree_with_the_regulation(corpus: Path) -> None:
    text = regulation(corpus)
    for code, lead in (("IR", "any item described in ECCNs "), ("KP", "of an ECCN; and ECCNs ")):
        found = re.search(rf"{lead}(.*?\d[A-E]\d{{3}})\.\s", text)
        assert found
        named = re.findall(r"\d[A-E]\d{3}(?:\.[a-z])?", found[1])
        assert named == about()["named_entries"][code]["entries"]


def test_sudan_left_the_anti_terrorism_controls_on_14_january_2021() -> None:
    sudan = [row for row in read(LAW / "742/anti_terrorism.csv") if row["country"] == "SD"]
    assert [("2016-01-01", "AT1;AT2"), ("2021-01-14", "")] == [
        (row["since"], row["columns"]) for row in sudan
    ]
