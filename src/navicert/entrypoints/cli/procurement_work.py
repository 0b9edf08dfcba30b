"""What ``navicert procurement`` does once its words are read: inventory, owners, judgement."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from navicert.adapters.inventory.read import read_inventory
from navicert.adapters.orders.read import bytes_of
from navicert.bootstrap import open_desk
from navicert.casework.maker_stakes import stakes_above
from navicert.casework.procurement import Answer, Request, judge
from navicert.entrypoints.cli import terminal
from navicert.facts.ownership import Stake
from navicert.law.edition import standard_law
from navicert.parties.ownership.readers.read import read


def judged(inventory: Path, ownership: Path | None, day: date, data_dir: Path | None) -> Answer:
    """Judge an inventory with the owners that a file states and that loaded registers know."""
    things = read_inventory(inventory)
    stated = () if ownership is None else _stated(ownership)
    with open_desk(data_dir) as desk, terminal.steps() as step:
        above = stakes_above(things, stated, day, desk)
        return judge(Request(things, above, day), standard_law(), step)


def _stated(path: Path) -> tuple[Stake, ...]:
    data, file = bytes_of(path)
    return read(file, data).stakes
