"""The four files that make one list of OFAC; none of them is the list by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from navicert.errors import UnreadableFile
from navicert.parties.lists import archive
from navicert.parties.lists.list_file import ListFile
from navicert.parties.lists.unpack import text_of


@dataclass(frozen=True, slots=True)
class Bundle:
    """One list: the names of its files, without ``.gz`` and in lower case."""

    title: str
    primary: str
    aliases: str
    addresses: str
    comments: str

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all four."""
        return (self.primary, self.aliases, self.addresses, self.comments)


SDN = Bundle("ofac-sdn", "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")
CONSOLIDATED = Bundle(
    "ofac-consolidated",
    *("cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv"),
)
BUNDLES = (SDN, CONSOLIDATED)


def plain_name(name: str) -> str:
    """Give a file's name as the bundles write it.

    >>> plain_name("lists/SDN.CSV.gz")
    'sdn.csv'
    """
    return name.replace("\\", "/").rpartition("/")[2].lower().removesuffix(".gz")


def of_names(names: Iterable[str]) -> tuple[Bundle, ...]:
    """Give each list of which a file is among these names.

    >>> [one.title for one in of_names(["ALT.CSV", "notes.txt"])]
    ['ofac-sdn']
    """
    plain = set(map(plain_name, names))
    return tuple(bundle for bundle in BUNDLES if plain & set(bundle.files))


def tells(file: ListFile, bundle: Bundle) -> bool:
    """Tell whether a ZIP archive holds files of this list."""
    return file.is_zip and bundle in of_names(archive.member_names(file.content))


def texts(file: ListFile, bundle: Bundle) -> Mapping[str, str]:
    """Give the text of each of the four files by its name.

    Raises ``UnreadableFile`` when one is missing or stands there twice, or another file stands
    beside them; and as ``archive.members`` and ``unpack.text_of`` do.
    """
    found: dict[str, str] = {}
    for name, content in archive.members(file.name, file.content).items():
        plain = plain_name(name)
        if plain not in bundle.files:
            message = f"{file.name}: {name[:80]!r} is none of {', '.join(bundle.files)}"
            raise UnreadableFile(f"{message}; give one list alone")
        if plain in found:
            raise UnreadableFile(f"{file.name}: {plain} stands in it twice")
        found[plain] = text_of(f"{file.name}/{name[:80]}", content)
    if missing := [name for name in bundle.files if name not in found]:
        raise UnreadableFile(f"{file.name}: {missing_message(missing, bundle)}")
    return found


def missing_message(missing: Iterable[str], bundle: Bundle) -> str:
    """Say which files of a list are not there, and why they must be."""
    return (
        f"without {', '.join(missing)}; the list is its four files together "
        f"({', '.join(bundle.files)}): get all of them"
    )
