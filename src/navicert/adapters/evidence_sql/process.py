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
        return {"error": _ended(done)}
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return {"error": "its process gave no answer that can be read"}
    return found


def _ended(done: subprocess.CompletedProcess[bytes]) -> str:
    last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
    told = f": {last[0][:200]}" if last else ""
    return f"its process was ended with status {done.returncode}, as when memory runs out{told}"
