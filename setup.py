"""Compile the modules in which a search spends its time, where it is asked for and can be done.

    NAVICERT_COMPILE=1 pip install .

The sources stay what they are: mypyc turns the same typed Python into an extension, which gives the
same answers to the last bit (docs/decisions/0020). Without the variable, without mypy or without a
C compiler the package is installed as plain Python and is only slower.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from setuptools import Extension, setup


def extensions() -> list[Extension]:
    """Give the extensions to be built; a failure to build one leaves its Python in use."""
    if os.environ.get("NAVICERT_COMPILE") != "1":
        return []
    try:
        from mypyc.build import mypycify  # noqa: PLC0415 - only here, and only where it is installed
    except ImportError:
        print("mypy is not installed: nothing is compiled")
        return []
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    paths = project["tool"]["navicert"]["compiled"]
    found: list[Extension] = mypycify(paths, opt_level="3", debug_level="0", group_name="navicert")
    for one in found:
        one.optional = True
    return found


setup(ext_modules=extensions())
