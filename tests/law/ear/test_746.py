"""The countries under UN arms embargoes, held against the sentence that names them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from tests.health.house import LAW
from tools.country_tables.tables import read

UN_NAMES = {
    "Central African Republic": "CF",
    "Democratic Republic of the Congo": "CD",
    "Eritrea": "ER",
    "Iran": "IR",
    "Iraq": "IQ",
    "Lebanon": "LB",
    "Libya": "LY",
    "North Korea": "KP",
    "Somalia": "SO",
    "Sudan": "SD",
}


def regulation(corpus: Path) -> str:
    text = gzip.decompress((corpus / "law" / "ecfr-part746-2026-02-10.txt.gz").read_bytes())
    return text.decode()


def test_the_un_list_is_the_sentence_of_the_regulation(corpus: Path) -> None:
    found = re.search(r"arms embargoes are: (.*?)\.\s", regulation(corpus))
    assert found
    names = re.split(r",\s+(?:and )?", found[1])
    assert sorted(UN_NAMES[name] for name in names) == [
        row["country"] for row in read(LAW / "746/un_arms_embargo.csv")
    ]
