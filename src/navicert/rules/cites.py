"""Every rule says which law it reads: ``@cites`` keeps the register of rules.

The first sentence of a rule's docstring is what an officer reads beside the finding.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec

from navicert.rules.bearing import EVERYTHING, Bearing
from navicert.rules.finding import Finding

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Registered:
    """A rule as the register knows it."""

    name: str
    citations: tuple[str, ...]
    sentence: str


REGISTRY: dict[str, Registered] = {}
"""Every rule by its name; filled while the modules of ``rules`` are imported, never after."""


Rules = frozenset[Callable[..., tuple[Finding, ...]]]

BEARINGS: dict[Callable[..., tuple[Finding, ...]], Bearing] = {}
"""Which orders and items a rule can say anything of, for rules that say it; filled as above."""


def cites(
    *citations: str,
    bears: Bearing = EVERYTHING,
) -> Callable[[Callable[P, tuple[Finding, ...]]], Callable[P, tuple[Finding, ...]]]:
    """Enter a rule in the register, and put its name and sentence on what it finds.

    ``bears`` tells of which orders and items the rule can find anything at all.
    """

    def enter(rule: Callable[P, tuple[Finding, ...]]) -> Callable[P, tuple[Finding, ...]]:
        name = f"{rule.__module__.removeprefix('navicert.rules.')}.{rule.__name__}"
        sentence = (rule.__doc__ or "").strip().split("\n")[0]
        REGISTRY[name] = Registered(name, citations, sentence)

        @wraps(rule)
        def found(*args: P.args, **kwargs: P.kwargs) -> tuple[Finding, ...]:
            raw = rule(*args, **kwargs)
            return tuple([one.signed(name, sentence) for one in raw]) if raw else ()

        if bears is not EVERYTHING:
            BEARINGS[found] = bears
        return found

    return enter
