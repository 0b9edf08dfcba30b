"""Some entries of each real list, so that what nobody thought of is in the files to change."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from tests.parties.lists.ofac import written as ofac
from tools.fuzz.readers import Files

_LINES = 20


def files(reader: str, corpus: Path | None) -> Files:
    """Give the entries that the corpus has for a reader; none without a corpus."""
    return _FILES[reader](corpus / "lists") if corpus and reader in _FILES else {}


def _content(path: Path) -> bytes:
    packed = path.read_bytes()
    return gzip.decompress(packed) if path.suffix == ".gz" else packed


def _beginning(file: str) -> Callable[[Path], Files]:
    """Give the header and some lines from the beginning, the middle and the end."""

    def lines(lists: Path) -> Files:
        whole = _content(lists / file).splitlines(keepends=True)
        starts = (1, len(whole) // 2, len(whole) - _LINES)
        return {
            f"{at}{file.removesuffix('.gz').rpartition('/')[2]}": b"".join(
                (whole[0], *whole[max(1, start) : start + _LINES])
            )
            for at, start in enumerate(starts)
        }

    return lines


def _quartet(folder: str, names: tuple[str, ...], primary: str) -> Callable[[Path], Files]:
    """Give the four files of OFAC with the entries that stand first and last."""

    def bundle(lists: Path) -> Files:
        found = {name: _rows(lists / folder / name) for name in names}
        numbers = [row.split(b",")[0] for row in found[primary] if row[:1].isdigit()]
        kept = {*numbers[:_LINES], *numbers[-_LINES:]}
        parts = {
            name.removesuffix(".gz"): b"".join(row for row in rows if row.split(b",")[0] in kept)
            for name, rows in found.items()
        }
        return {f"{folder}.zip": ofac.packed(parts)}

    return bundle


def _rows(path: Path) -> list[bytes]:
    return _content(path).splitlines(keepends=True)


def _un(lists: Path) -> Files:
    root = etree.fromstring(_content(lists / "un-consolidated-2026-02-27.xml.gz"))
    for holder in root:
        for one in list(holder)[_LINES // 4 :]:
            holder.remove(one)
    return {"un-corpus.xml": etree.tostring(root, encoding="UTF-8", xml_declaration=True)}


_FILES: Mapping[str, Callable[[Path], Files]] = {
    "csl": _beginning("csl-2022-04.csv.gz"),
    "csl_json": _beginning("csl-2026-07-31.jsonl.gz"),
    "dpl": _beginning("bis-dpl/dpl-2022-09.txt"),
    "ofac": _quartet(
        "ofac-sdn-2021-07",
        ("sdn.csv.gz", "alt.csv.gz", "add.csv.gz", "sdn_comments.csv.gz"),
        "sdn.csv.gz",
    ),
    "ofac_consolidated": _quartet(
        "ofac-consolidated-2025-12",
        ("cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv"),
        "cons_prim.csv",
    ),
    "un": _un,
}
