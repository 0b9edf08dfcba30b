"""Compile the modules in which a search spends its time, where it is asked for and can be done.

    NAVICERT_COMPILE=1 pip install .

The sources stay what they are: mypyc turns the same typed Python into an extension, which gives the
same answers to the last bit (docs/decisions/0020). Without the variable, without mypy or without a
C compiler the package is installed as plain Python and is only slower.
"""

from __future__ import annotations

import os
from pathlib import Path

from setuptools import Extension, setup

MATCHER = Path("src/navicert/parties/screening/navicert_1")
COMPILED = (
    *("align", "asked", "card", "features", "likeness", "marks", "match", "native", "reading"),
    *("scripts", "skeleton", "spellings", "weights", "words"),
    *("index/arrays", "index/keys", "index/listed_words", "index/search"),
)


def extensions() -> list[Extension]:
    """Give the extensions to be built; a failure to build one leaves its Python in use."""
    if os.environ.get("NAVICERT_COMPILE") != "1":
        return []
    try:
        from mypyc.build import mypycify  # noqa: PLC0415 - only here, and only where it is installed
    except ImportError:
        print("mypy is not installed: nothing is compiled")
        return []
    paths = [str(MATCHER / f"{name}.py") for name in COMPILED]
    found: list[Extension] = mypycify(paths, opt_level="3", debug_level="0", group_name="navicert")
    for one in found:
        one.optional = True
    return found


setup(ext_modules=extensions())
