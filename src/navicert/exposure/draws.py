"""Draws: every figure that is a range takes a value, uniform or triangular, one row a draw.

Chance comes in as an argument: whoever computes makes it from a seed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from navicert.exposure.inputs import Floats, Inputs
from navicert.exposure.measures import Frame, Outcome, joined, outcome, run
from navicert.exposure.ordered import distinct
from navicert.exposure.plan import Setting

Chance = Callable[[tuple[int, int]], Floats]
"""Gives numbers from nought to just below one, row by row, whatever the size of the rows asked."""

Progress = Callable[[str, int, int], None]

MOST_CELLS = 4_000_000
"""Figures, states or users in one chunk of draws."""


@dataclass(frozen=True, slots=True)
class Simulation:
    """How many draws, from which chance, and who is told how many are done."""

    draws: int
    chance: Chance
    progress: Progress = lambda _what, _done, _all: None


def likely(inputs: Inputs, rows: int = 1) -> Floats:
    """Give rows in which every figure is the likely one."""
    return inputs.settled(np.repeat(inputs.likely[None, :], rows, axis=0))


def drawn(inputs: Inputs, rows: int, chance: Chance) -> Floats:
    """Give rows of drawn figures."""
    found, at = likely(inputs, rows), inputs.open
    if not len(at):
        return found
    u = chance((rows, len(at)))
    low, high, mode = inputs.low[at], inputs.high[at], inputs.likely[at]
    width = high - low
    bend = (mode - low) / width
    rising = low + np.sqrt(u * width * (mode - low))
    falling = high - np.sqrt((1 - u) * width * (high - mode))
    triangular = np.where(u < bend, rising, falling)
    found[:, at] = np.where(inputs.peaked[at], triangular, low + u * width)
    return inputs.settled(found)


def simulated(
    settings: tuple[Setting, ...], frame: Frame, simulation: Simulation
) -> tuple[Outcome, ...]:
    """Give the outcomes of all draws under each setting; all of them see the same draws."""
    inputs = settings[0].columns.inputs
    parts: list[list[Outcome]] = [[] for _ in settings]
    done = 0
    for rows in _chunks(settings[0], simulation.draws):
        x = drawn(inputs, rows, simulation.chance)
        for setting, found in zip(settings, parts, strict=True):
            found.append(outcome(run(setting, x), frame, x))
        done += rows
        simulation.progress(settings[0].shock.remedy.name, done, simulation.draws)
    return tuple(joined(each) for each in parts)


def _chunks(setting: Setting, draws: int) -> Iterator[int]:
    size = chunk_of(setting)
    for start in range(0, draws, size):
        yield min(size, draws - start)


def chunk_of(setting: Setting) -> int:
    """Give how many rows are computed at once."""
    columns, days = setting.columns, setting.shock.window.days
    edges = sum(len(table) for table in columns.tables.values())
    widest = max(edges + columns.nodes, len(setting.states) * 4, columns.nodes + days * 8)
    made = len(distinct(setting.states.made_on)) * days * 3
    return max(1, MOST_CELLS // max(1, widest + made))
