"""Keys of TOML that would stall its parser, found before it begins."""

from __future__ import annotations

import re

MOST_STEPS = 32
"""Steps of a dotted key; the parser's work and memory grow with their square."""

_KEY = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
_LONG_KEY = re.compile(rf"""(?<![A-Za-z0-9_-])(?:{_KEY}\.[ \t]*+){{{MOST_STEPS}}}""")


def line_of_long_key(text: str) -> int:
    r"""Give the line of the first key of more than ``MOST_STEPS`` steps, 0 when there is none.

    >>> line_of_long_key("a.b = 1"), line_of_long_key("x = 1\n" + "a." * 32 + "a = 1")
    (0, 2)
    """
    found = _LONG_KEY.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0
