"""Where each list comes from, and how many entries it must have to be believed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from navicert.parties import shipped
from navicert.terms.list_code import ListCode

FOLDERS = (
    *("csl", "csl_json", "dpl", "ofac", "ofac_advanced"),
    *("ofac_consolidated", "ofac_advanced_consolidated", "un", "eu", "uk", "ftm", "house", "own"),
)
"""The folder of every source; of several forms of one list the one to fetch stands first."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source: its official address, its form, and the assertions on its size.

    ``most_loss_share`` is the share of one list (0 to 1) that a load may lose against the last
    one; ``free_loss`` is the number of entries that even a short list may lose. ``most_days`` is
    how many days older than an order the list may be. ``covers`` gives for each list of an
    authority that the file should have whole the least number of its entries. ``files`` are the
    names or addresses of several files that make up the list, relative to ``url``.
    """

    code: str
    title: str
    url: str
    form: str
    least_entries: int
    most_loss_share: float
    free_loss: int
    most_days: int
    covers: Mapping[str, int]
    files: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The official addresses of its files; none for a list that nobody publishes."""
        if not self.url:
            return ()
        return tuple(_beside(self.url, file) for file in self.files) or (self.url,)


def _beside(url: str, file: str) -> str:
    """Give the address of a file that lies where another one does.

    >>> _beside("https://example.gov/lists/sdn.csv", "add.csv")
    'https://example.gov/lists/add.csv'
    """
    return file if "://" in file else f"{url.rpartition('/')[0]}/{file}"


def of(folder: str) -> Source:
    """Give the source that a list's folder describes.

    >>> of("dpl").title
    'Denied Persons List'
    """
    told = _table(folder)
    files = tuple(told.get("files", ()))
    return Source(
        **{field: told[field] for field in Source.__slots__ if field != "files"}, files=files
    )


def by_code(code: str) -> Source:
    """Give the source of a snapshot by its code; an unknown one is treated as one's own list."""
    found = [source for source in map(of, FOLDERS) if source.code == code]
    return found[0] if found else of("house")


def covered(source: Source, counts: Iterable[tuple[str, int]]) -> tuple[ListCode, ...]:
    """Give the lists of authorities that a file of so many entries a list has whole.

    >>> covered(of("dpl"), [("DPL", 500)]), covered(of("dpl"), [("DPL", 5)])
    ((<ListCode.DPL: 'DPL'>,), ())
    """
    found = dict(counts)
    return tuple(
        ListCode(code) for code, least in source.covers.items() if found.get(code, 0) >= least
    )


def words(folder: str, key: str) -> Mapping[str, str]:
    """Give what a list writes for a word of ours, as its folder tells.

    >>> words("dpl", "countries")["PRC"]
    'CN'
    """
    told: Mapping[str, str] = _table(folder)[key]
    return told


def _table(folder: str) -> Mapping[str, Any]:
    return shipped.table(f"navicert.parties.lists.{folder}", "source.toml")
