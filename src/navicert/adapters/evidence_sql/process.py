"""Start the process of a check, and end it when its time is over, whatever it is doing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_CHILD = "navicert.adapters.evidence_sql.child"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a process may use: memory of the engine, of the process in bytes, and seconds."""

    memory: str = "256MB"
    address_space: int = 2 * 1024**3
    seconds: float = 10


def answer(job: Mapping[str, object], bounds: Bounds) -> dict[str, Any]:
    """Run a job and give its answer; ``error`` in it says why there is none."""
    whole = {
        **job,
        "memory": bounds.memory,
        "address_space": bounds.address_space,
        "seconds": int(bounds.seconds) + 1,
    }
    command = [sys.executable, "-I", "-m", _CHILD]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, by this Python, in no environment
            command,
            input=json.dumps(whole).encode(),
            capture_output=True,
            timeout=bounds.seconds,
            env={},
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        return {"error": f"it did not end within {bounds.seconds:g} seconds and was stopped"}
    if done.returncode != 0:
        return {"error": _ended(done, bounds)}
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return {"error": "its process gave no answer that can be read"}
    return found


def _ended(done: subprocess.CompletedProcess[bytes], bounds: Bounds) -> str:
    """Say what ended a process; by far the most often it met the limit of its memory or time."""
    said = done.stderr.decode(errors="replace")
    last = said.strip().splitlines()[-1:]
    if "bad_alloc" in said or "MemoryError" in said or "memory" in "".join(last).casefold():
        size = bounds.address_space // 1024**2
        return (
            f"it needs more than the {size:,} MB that its process may use: check fewer rows at once"
        )
    told = f": {last[0][:200]}" if last else ""
    ended = f"its process was ended by the system (status {done.returncode})"
    why = "as when it meets the limit of its memory or time: let the query pair fewer rows"
    return f"{ended}, {why}{told}"
