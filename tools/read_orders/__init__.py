"""How much of the orders of the Federal Register is read, and how often as a person read it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from navicert.adapters.feeds.disk import DiskFeed
from navicert.casework.read_orders import FileRead, read_orders
from navicert.errors import InputError
from navicert.undertakings.federal_register.notice import OrderNotice, Respondent, Verdict

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "tests" / "undertakings" / "federal_register" / "labels.toml"


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one labelled document."""

    document: str
    field: str
    label: object
    found: object

    @property
    def agrees(self) -> bool:
        """Tell whether the reader read what the person read."""
        return self.label == self.found


def labels() -> dict[str, Any]:
    """Give what was labelled by hand."""
    return tomllib.loads(LABELS.read_text(encoding="utf-8"))


def readings(folder: Path) -> dict[str, FileRead]:
    """Read every text of a folder, by its name; one that cannot be read has no notices."""
    found: dict[str, FileRead] = {}
    for path in sorted(folder.glob("*.txt")):
        try:
            (found[path.stem],) = read_orders((str(path),), DiskFeed())
        except InputError:
            found[path.stem] = FileRead(str(path), ())
    return found


def agreement(found: Mapping[str, FileRead], told: Mapping[str, Any]) -> list[Compared]:
    """Hold each labelled field against what was read; one that was not read does not agree."""
    fields = [one for label in told["order"] for one in _order(label, found.get(label["doc"]))]
    refused = [_refused(label, found.get(label["doc"])) for label in told["refused"]]
    return [*fields, *refused]


def _order(label: dict[str, Any], found: FileRead | None) -> Iterator[Compared]:
    order = found.orders[0] if found is not None and found.orders else None
    read = {} if order is None else _fields(order)
    for field, value in _labelled(label).items():
        yield Compared(label["doc"], field, value, read.get(field))


def _labelled(label: dict[str, Any]) -> dict[str, object]:
    people = label["respondents"]
    return {
        "doc": label["doc"],
        "filed": label["filed"],
        "pages": label["pages"],
        "kind": label["kind"],
        "convicted": label["convicted"],
        "statutes": label["statutes"],
        "end": label["end"],
        "names": [one["name"] for one in people],
        "aliases": [one.get("aliases", []) for one in people],
        "addresses": [one["addresses"] for one in people],
        "inmate": [one.get("inmate", []) for one in people],
        "clauses": label["clauses"],
    }


def _fields(order: OrderNotice) -> dict[str, object]:
    convicted = order.convictions[0] if order.convictions else None
    people: tuple[Respondent, ...] = order.respondents
    clauses = {one.id: one.verdict for one in order.clauses}
    return {
        "doc": order.document,
        "filed": order.filed,
        "pages": list(order.pages),
        "kind": order.kind,
        "convicted": convicted and convicted.day,
        "statutes": list(convicted.statutes) if convicted else None,
        "end": order.end and order.end.day,
        "names": [one.name for one in people],
        "aliases": [list(one.aliases) for one in people],
        "addresses": [list(one.addresses) for one in people],
        "inmate": [list(one.inmate_numbers) for one in people],
        "clauses": {name: said for name, said in clauses.items() if said is not Verdict.ABSENT},
    }


def _refused(label: dict[str, Any], found: FileRead | None) -> Compared:
    is_other = found is not None and len(found.others) == 1
    return Compared(
        label["doc"], "is", label["is"], found.others[0].what if is_other and found else None
    )
