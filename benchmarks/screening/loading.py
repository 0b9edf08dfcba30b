"""How long a kept index takes to be ready in a new process.

    python benchmarks/screening/loading.py INDEX

Started by benchmarks/peers.py. Prints seconds from the file to an index that answers, with the
tables of words that the first process would also read; Python's own start is left out.
"""

from __future__ import annotations

import mmap
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from navicert.parties.screening.navicert_1.card import alert
from navicert.parties.screening.navicert_1.index.build import Content
from navicert.parties.screening.navicert_1.index.packed import pack, unpack
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.reading import read

RUNS = 3


def load_s(content: Content) -> float:
    """Keep an index in a file, load it in new processes, and give the median."""
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "index"
        kept.write_bytes(pack(content))
        command = [sys.executable, __file__, str(kept)]
        told = [
            subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
            for _ in range(RUNS)
        ]
    return round(median(map(float, told)), 3)


def main(kept: Path) -> None:
    """Load an index and print how long it took."""
    start = time.perf_counter()
    with kept.open("rb") as file:
        content = unpack(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    if content is None:
        sys.exit(f"{kept} is no index of this version")
    NameIndex(content).candidates(read("Wilhelmina Oldenbarnevelt Shipping"))
    alert()
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
