"""Kill a process at every point of a job, one child a point; each leaves its directory behind.

``python killed.py JOB TEMPLATE FOLDER STEP`` copies TEMPLATE to FOLDER/0, FOLDER/STEP, ... and
runs JOB (``append``, ``load``, ``take_in``) in each, killed with SIGKILL at that point: before and
after a statement, before a commit, before and after a file is written out or put in its place. It
ends when a child gets through alive, and prints where.
"""

import importlib
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from navicert.bootstrap import open_desk
from navicert.casework.load_list import Loading, load_list
from navicert.casework.ports import Desk, FeedFile
from navicert.parties.lists.read import read


def append(desk: Desk) -> None:
    desk.records.append(b'{"new":true}', "note", "new")


def load(desk: Desk) -> None:
    content = (desk.home / "new.toml").read_bytes()
    desk.snapshots.keep(read("new.toml", content), FeedFile("new.toml", content))


def take_in(desk: Desk) -> None:
    load_list(Loading(str(desk.home / "new.toml")), desk)


def die_at(point: int) -> None:
    """Arm the process: after ``point`` more events it dies."""
    left = point

    def tick(*_: object, **__: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, name, tick)
    os.fsync = ticking(os.fsync, tick)
    for name in ("replace", "hardlink_to", "unlink"):
        setattr(Path, name, ticking(getattr(Path, name), tick))


def ticking(act: Callable[..., Any], tick: Callable[[], None]) -> Callable[..., Any]:
    def before_and_after(*given: object, **named: object) -> object:
        tick()
        done = act(*given, **named)
        tick()
        return done

    return before_and_after


def survives(job: Callable[[Desk], None], home: Path, point: int) -> bool:
    child = os.fork()
    if child == 0:
        die_at(point)
        with open_desk(home) as desk:
            job(desk)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status and not os.WIFSIGNALED(status):
        sys.exit(f"the job failed at point {point} by itself: {status}")
    return status == 0


def main(job: str, template: str, folder: str, step: str) -> None:
    importlib.import_module("alembic.command")  # once, and not in each child
    point = 0
    while True:
        home = Path(folder) / str(point)
        shutil.copytree(template, home)
        if survives({"append": append, "load": load, "take_in": take_in}[job], home, point):
            break
        point += int(step)
    sys.stdout.write(f"{point}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
