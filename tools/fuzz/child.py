"""One reader in a process of its own: file after file, until its parent ends it."""

from __future__ import annotations

import argparse
import mmap
import os
import resource
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tools.fuzz import corpus
from tools.fuzz.mutations import mutated
from tools.fuzz.page import PAGE, show
from tools.fuzz.readers import READERS
from tools.fuzz.verdict import is_read


@dataclass(slots=True)
class Trial:
    """A reader and the files to change, the page that the parent looks at, and what was found."""

    name: str
    files: Mapping[str, bytes]
    page: mmap.mmap
    folder: Path
    seed: int
    parent: int = field(default_factory=os.getppid)
    tried: int = 0
    read: int = 0
    seen: set[str] = field(default_factory=set)

    def take(self, name: str, content: bytes) -> None:
        """Try one file; what breaks the reader is written down, once for each place."""
        if os.getppid() != self.parent:
            sys.exit("the process that watches is gone")
        self.tried += 1
        show(self.page, (self.tried, self.read, len(self.seen)), name, content)
        try:
            self.read += is_read(READERS[self.name], name, content)
        except Exception as error:  # noqa: BLE001 - whatever else it raises is a finding
            self._keep(error, name, content)

    def _keep(self, error: Exception, name: str, content: bytes) -> None:
        place = where(error)
        if place in self.seen:
            return
        self.seen.add(place)
        kept = self.folder / f"{self.name}-{os.getpid()}-{len(self.seen)}-{Path(name).name}"
        kept.write_bytes(content)
        told = "".join(traceback.format_exception(error, limit=-12))[-20_000:]
        text = f"{place}\n{told}"
        kept.with_name(f"{kept.name}.txt").write_text(text, "utf-8", "backslashreplace")


def where(error: Exception) -> str:
    """Name an error by its type and by the last line of the house that it came through."""
    frames = traceback.extract_tb(error.__traceback__)
    last = [frame for frame in frames if "/navicert/" in frame.filename or frame is frames[-1]][-1]
    return f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"


def begin(arguments: list[str]) -> Trial:
    """Set the limits, and try the files as they are."""
    options = _options(arguments)
    limit = options.megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with options.page.open("r+b") as file:
        page = mmap.mmap(file.fileno(), PAGE)
    files = {**READERS[options.reader].files, **corpus.files(options.reader, options.corpus)}
    trial = Trial(options.reader, files, page, options.folder, options.seed)
    for name, content in files.items():
        trial.take(name, content)
    return trial


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz.child", description=__doc__)
    parser.add_argument("reader", choices=sorted(READERS))
    parser.add_argument("page", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--seed", type=int, default=738)
    parser.add_argument("--megabytes", type=int, default=2048)
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> None:
    """Change files of one reader without an end."""
    trial = begin(arguments)
    chance = Random(trial.seed)  # noqa: S311 - a sample, not a secret
    names = sorted(trial.files)
    while True:
        name = chance.choice(names)
        trial.take(name, mutated(trial.files[name], chance))


if __name__ == "__main__":
    main(sys.argv[1:])
