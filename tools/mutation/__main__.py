"""Change the rules one mutant at a time and count how many the tests notice.

    script/mutate [--sample N] [--seed N] [--keep FOLDER] [MODULE ...]

MODULE is a module of navicert.rules such as ``controls.embargo``; without one, all. ``--sample``
takes at most so many mutants of each module (default 10), drawn with ``--seed`` (default 738) from
the mutants in order of name, so that the same tree gives the same figure; 0 takes every one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from tools.mutation.prepare import prepare

ROOT = Path(__file__).parents[2]
RULES = "navicert.rules."
NOTICED = frozenset({1, 3, 24, 36, -24, 152, 255, -9, -11})
"""Exit codes of mutmut for a mutant that a test noticed, or that ran out of time or memory."""
TESTS = (
    "tests/golden",
    "tests/rules",
    "tests/determination",
    "tests/snapshots",
    "tests/properties/test_exceptions.py",
)
SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = [{modules}]
also_copy = ["tests", "tools", "docs", "examples", "templates", "src/navicert/law/ear",
  "src/navicert/law/fcc", "src/navicert/law/ndaa"]
pytest_add_cli_args_test_selection = [{tests}]
pytest_add_cli_args = [
    "-p", "no:cacheprovider", "-p", "no:xdist", "-x", "-q",
    "-k", "not test_every_rule_has_a_golden and not test_no_two_goldens",
]
timeout_multiplier = 20.0
process_isolation = "forkserver"
use_git_change_detection = false
"""


def main(arguments: list[str]) -> int:
    """Run the mutants and print the share noticed, module by module."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as room:
        copy = Path(options.keep or room)
        modules = ", ".join(f'"src/navicert/rules/{_path(one)}"' for one in options.modules or "*")
        tests = ", ".join(f'"{test}"' for test in TESTS if (ROOT / test).exists())
        prepare(ROOT, copy, SETTINGS.format(modules=modules, tests=tests))
        _mutmut(copy, "nothing yet", quiet=True)  # makes the mutants and learns who tests what
        names = sampled(_known(copy), options.sample, options.seed)
        _mutmut(copy, *names)
        return _report(names, _known(copy), listing=options.survivors)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/mutate", description=__doc__.split("\n")[0])
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("--sample", type=int, default=10)
    parser.add_argument("--seed", type=int, default=738)
    parser.add_argument("--keep", default="")
    parser.add_argument("--survivors", action="store_true")
    return parser.parse_args(arguments)


def _path(module: str) -> str:
    return "*" if module == "*" else f"{module.replace('.', '/')}.py"


def _mutmut(copy: Path, *names: str, quiet: bool = False) -> None:
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", "2", *names]
    log = copy / "mutmut.log"
    with log.open("ab") as out:
        environment = os.environ | {"NAVICERT_CORPUS": ""}
        done = subprocess.run(
            command, cwd=copy, check=False, stdout=out, stderr=out, env=environment
        )
    if done.returncode and not quiet:
        sys.exit(f"mutmut gave {done.returncode}; see {log}")


def _known(copy: Path) -> dict[str, int | None]:
    found: dict[str, int | None] = {}
    for path in (copy / "mutants").rglob("*.meta"):
        found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    if not found:
        sys.exit(f"mutmut made no mutant; see {copy / 'mutmut.log'}")
    return found


def _module_of(name: str) -> str:
    return (
        name.split(".x_", maxsplit=1)[0]
        .split(".xǁ", maxsplit=1)[0]
        .removeprefix("src.")
        .removeprefix(RULES)
    )


def sampled(known: dict[str, int | None], most: int, seed: int) -> list[str]:
    """Draw at most so many mutants of each module; 0 takes every one."""
    by_module: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known):
        by_module[_module_of(name)].append(name)
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    return [
        name
        for _, names in sorted(by_module.items())
        for name in (sorted(chance.sample(names, most)) if 0 < most < len(names) else names)
    ]


def _report(names: list[str], known: dict[str, int | None], *, listing: bool) -> int:
    tried = Counter(_module_of(name) for name in names)
    survivors = [name for name in names if known[name] not in NOTICED]
    lost = Counter(_module_of(name) for name in survivors)
    for module, count in sorted(tried.items()):
        print(f"{module:40} {count - lost[module]:5} of {count:5}  {1 - lost[module] / count:6.1%}")
    total, killed = len(names), len(names) - len(survivors)
    print(f"{'all':40} {killed:5} of {total:5}  {killed / total:6.1%}")
    if listing:
        print(*survivors, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
