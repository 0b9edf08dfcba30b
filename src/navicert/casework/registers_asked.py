"""Asking the registers of owners that are in force, for the parties of an order or a screening."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from navicert.casework.load_register import loads
from navicert.casework.ports import Desk
from navicert.casework.register_ports import RegisterLoad
from navicert.errors import RecordAltered, StateUnusable
from navicert.facts.ownership import RegisterAsked, Stake
from navicert.facts.party import Party
from navicert.parties.ownership.above import Above, Source, above


def asked(
    parties: Iterable[Party],
    own: tuple[Stake, ...],
    day: date,
    where: tuple[Desk, datetime | None],
) -> Above:
    """Give every stake above some parties; ``where`` is the desk and what was known when.

    Registers that cannot be asked are a doubt and no error, as lists are.
    """
    desk, known = where
    try:
        registers = [(_asked(load), desk.registers.opened(load)) for load in loads(desk, known)]
        return above(parties, own, registers, day)
    except (StateUnusable, RecordAltered) as unusable:
        return Above(doubts=(f"the registers of owners could not be asked: {unusable}",))


class Asking:
    """Registers that are opened once and asked for one party after the other."""

    def __init__(self, day: date, desk: Desk, known: datetime | None) -> None:
        self._day = day
        self.doubts: tuple[str, ...] = ()
        self._registers: list[tuple[RegisterAsked, Source]] = []
        try:
            for load in loads(desk, known):
                self._registers.append((_asked(load), desk.registers.opened(load)))
        except (StateUnusable, RecordAltered) as unusable:
            self.doubts = (f"the registers of owners could not be asked: {unusable}",)
        self._of = lru_cache(maxsize=1 << 12)(self._found)

    @property
    def is_idle(self) -> bool:
        """Whether there is no register to ask."""
        return not self._registers

    def of(self, party: Party) -> Above:
        """Give every stake above a party; a register that fails meanwhile is a doubt."""
        return self._of(party)

    def _found(self, party: Party) -> Above:
        try:
            return above((party,), (), self._registers, self._day)
        except StateUnusable as unusable:
            return Above(doubts=(f"the registers of owners could not be asked: {unusable}",))


def _asked(load: RegisterLoad) -> RegisterAsked:
    return RegisterAsked(load.title, load.as_of, load.digest, load.entities, load.stakes)
