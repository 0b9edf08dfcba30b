"""Feed readers with changed files for some minutes, and keep each file that breaks one.

    .venv/bin/python -m tools.fuzz READER|all [--minutes N] [--seed S] [--guided] [--keep FOLDER]

Each reader runs in a process of its own under a limit of memory, and no file may take longer than
``--seconds``. ``--guided`` leads the changes by coverage and asks for atheris. Entries of the real
lists are changed too where NAVICERT_CORPUS says where they are. The last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import mmap
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from tools.fuzz.page import HEAD, PAGE, shown
from tools.fuzz.readers import READERS

CORPUS = "NAVICERT_CORPUS"
_STEP = 0.25
_TELL_EVERY = 60.0
_TO_LOAD = 60.0


@dataclass(slots=True)
class Tally:
    """What came of one reader: files tried, files that it read, and files that broke it."""

    reader: str
    runs: int = 0
    read: int = 0
    seconds: float = 0.0
    findings: int = 0


def main(arguments: list[str]) -> int:
    """Run one reader or all of them in turn; 1 when something was found."""
    options = _options(arguments)
    options.keep.mkdir(parents=True, exist_ok=True)
    names = list(READERS) if options.reader == "all" else [options.reader]
    tallies = [_fuzzed(name, options) for name in names]
    total = Tally("all" if len(names) > 1 else names[0])
    for tally in tallies:
        total.runs += tally.runs
        total.read += tally.read
        total.seconds = round(total.seconds + tally.seconds, 1)
        total.findings += tally.findings
    told = {**asdict(total), "seed": options.seed, "guided": options.guided}
    print(json.dumps(told | {"by_reader": [asdict(tally) for tally in tallies]}))
    return int(total.findings > 0)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("reader", choices=["all", *READERS])
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=738)
    parser.add_argument("--seconds", type=float, default=10.0, help="the most for one file")
    parser.add_argument("--megabytes", type=int, default=2048, help="the most memory")
    parser.add_argument("--guided", action="store_true")
    room = Path(tempfile.gettempdir()) / "navicert-fuzz"
    parser.add_argument("--keep", type=Path, default=room, metavar="FOLDER")
    return parser.parse_args(arguments)


def _fuzzed(name: str, options: argparse.Namespace) -> Tally:
    """Run one reader; a process that died is started again with the next seed."""
    tally, seed = Tally(name), options.seed
    start = time.monotonic()
    while (left := options.minutes * 60 - (time.monotonic() - start)) > 0:
        ended = _one_process(tally, options, seed, left)
        if ended:
            print(f"{name}: {ended}", flush=True)
        seed += 1
    tally.seconds = round(time.monotonic() - start, 1)
    _tell(tally, tally.seconds)
    return tally


def _one_process(tally: Tally, options: argparse.Namespace, seed: int, left: float) -> str:
    """Run one process until its time is over; say how it ended if it ended by itself."""
    with tempfile.NamedTemporaryFile() as file:
        file.truncate(PAGE)
        with mmap.mmap(file.fileno(), PAGE) as page, (options.keep / "log").open("ab") as log:
            command = _command(tally.reader, Path(file.name), options, seed)
            child = subprocess.Popen(command, stdout=log, stderr=log)
            try:
                ended = _watched(child, page, tally, (options.seconds, left))
            finally:
                child.kill()
                child.wait()
            tried, read, broken, _ = HEAD.unpack_from(page)
            tally.runs, tally.read = tally.runs + tried, tally.read + read
            tally.findings += broken + bool(ended)
            if ended:
                _keep(page, options.keep, f"{tally.reader}-{seed}", ended)
            return ended


def _command(name: str, page: Path, options: argparse.Namespace, seed: int) -> list[str]:
    corpus = os.environ.get(CORPUS)
    module = "guided" if options.guided else "child"
    return [
        *(sys.executable, "-m", f"tools.fuzz.{module}", name, str(page), str(options.keep)),
        *("--seed", str(seed), "--megabytes", str(options.megabytes)),
        *(("--corpus", corpus) if corpus else ()),
    ]


def _watched(
    child: subprocess.Popen[bytes], page: mmap.mmap, before: Tally, limits: tuple[float, float]
) -> str:
    """Look at the page until the time is over; ``limits`` are the seconds of a file and of all.

    The time begins with the first file: a busy machine needs some of it to load the reader.
    """
    start = told = changed = time.monotonic()
    last = -1
    while (now := time.monotonic()) - start < limits[1]:
        time.sleep(_STEP)
        tried, read, broken, _ = HEAD.unpack_from(page)
        if not tried and now - changed < _TO_LOAD:
            start = now
        if child.poll() is not None:
            return f"the process ended with {child.returncode} at file {tried:,}"
        if tried and tried != last:
            last, changed = tried, now
        elif tried and now - changed > limits[0]:
            return f"file {tried:,} took more than {limits[0]:g} seconds"
        if now - told > _TELL_EVERY:
            told = now
            found = before.findings + broken
            _tell(
                Tally(before.reader, before.runs + tried, before.read + read, 0, found), now - start
            )
    return ""


def _tell(tally: Tally, seconds: float) -> None:
    share = f"{tally.read / tally.runs:.1%} read" if tally.runs else "none"
    print(
        f"{tally.reader}: {tally.runs:,} files in {seconds:.0f} s, {share}, "
        f"{tally.findings} findings",
        flush=True,
    )


def _keep(page: mmap.mmap, folder: Path, stem: str, ended: str) -> None:
    name, content = shown(page)
    name = Path(name).name
    (folder / f"{stem}-{name}").write_bytes(content)
    (folder / f"{stem}-{name}.txt").write_text(f"{ended}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
