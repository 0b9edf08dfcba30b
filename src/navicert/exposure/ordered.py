"""Sets of whole numbers as sorted vectors: looked up by halving, never by hashing.

Keys of states lie in clusters, on which a hash of numbers collides badly.
"""

from __future__ import annotations

import numpy as np

from navicert.exposure.inputs import Flags, Integers


def distinct(values: Integers) -> Integers:
    """Give each value once, sorted.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    found = np.sort(values)
    return found[np.flatnonzero(fresh(found))]


def fresh(values: Integers) -> Flags:
    """Tell where in a sorted vector a value stands for the first time."""
    found = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found


def place_in(keys: Integers, wanted: Integers) -> Integers:
    """Give where each stands among sorted keys, or anywhere for what does not."""
    return np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))


def among(wanted: Integers, keys: Integers) -> Flags:
    """Tell which of some values are among sorted keys.

    >>> among(np.array([2, 5]), np.array([1, 5])).tolist()
    [False, True]
    """
    if not len(keys):
        return np.zeros(len(wanted), dtype=bool)
    found: Flags = keys[place_in(keys, wanted)] == wanted
    return found


def both(first: Integers, second: Integers) -> Integers:
    """Give what is in either, sorted."""
    return distinct(np.concatenate([first, second]))
