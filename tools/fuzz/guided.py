"""The same in a process that coverage leads: a file that reaches new code is changed further.

Asks for atheris (group ``fuzz`` in ``pyproject.toml``), which none of the scripts installs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["navicert"]):
    from tools.fuzz.child import Trial, begin
from tools.fuzz.mutations import MOST, mutated


def fuzz(trial: Trial, seeds: Path) -> None:
    """Try files without an end; the first byte of each says which of the names it has."""
    names = sorted(trial.files)
    for at, name in enumerate(names):
        (seeds / str(at)).write_bytes(bytes([at]) + trial.files[name])

    def one(data: bytes) -> None:
        if data and data[0] < len(names):
            trial.take(names[data[0]], data[1:])

    def changed(data: bytes, most: int, chosen: int) -> bytes:
        chance = Random(chosen)  # noqa: S311 - a sample, not a secret
        # Half of them begin anew, or coverage would lead ever farther from files that are read.
        if not data or data[0] >= len(names) or chance.random() < 1 / 2:
            at = chance.randrange(len(names))
            data = bytes([at]) + trial.files[names[at]]
        return (data[:1] + mutated(data[1:], chance))[:most]

    limits = ("-timeout=3600", "-rss_limit_mb=0", f"-max_len={MOST}", "-len_control=0")
    flags = [sys.argv[0], *limits, f"-seed={trial.seed}", str(seeds)]
    atheris.Setup(flags, one, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    with TemporaryDirectory(prefix="navicert-fuzz-") as room:
        fuzz(begin(sys.argv[1:]), Path(room))
