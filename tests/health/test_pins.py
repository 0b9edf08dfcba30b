"""Every package is pinned with its hashes, and both constraint files agree."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.health.house import ROOT

PIN = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<rest>.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL
)
NAME = re.compile(r"^[A-Za-z0-9-]+")


def pins(text: str) -> dict[str, str]:
    """Each pin of a constraints file, with its marker where it has one, and its hashes."""
    return {
        f"{pin['name']}=={pin['version']}{pin['rest'].partition(chr(92))[0].rstrip()}": pin["rest"]
        for pin in PIN.finditer(text)
    }


def read(name: str) -> dict[str, str]:
    return pins((ROOT / name).read_text(encoding="utf-8"))


def wanted(*groups: str) -> set[str]:
    """The names that pyproject.toml asks for, of the package itself and of these groups."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"]]
    for group in groups:
        asked += project["dependency-groups"][group]
    return {match.group().lower() for line in asked if (match := NAME.match(line))}


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-dev.txt"])
def test_every_pin_has_a_hash(name: str) -> None:
    assert read(name)
    assert [] == [pin for pin, rest in read(name).items() if "--hash=sha256:" not in rest]


def test_the_tests_run_on_the_same_versions_as_the_user() -> None:
    assert set() == set(read("constraints.txt")) - set(read("constraints-dev.txt"))


@pytest.mark.parametrize(
    ("name", "groups"),
    [("constraints.txt", ("build",)), ("constraints-dev.txt", ("build", "dev"))],
)
def test_what_the_project_asks_for_is_pinned(name: str, groups: tuple[str, ...]) -> None:
    pinned = {pin.partition("==")[0] for pin in read(name)}
    assert set() == wanted(*groups) - pinned


def test_a_pin_is_read_with_its_marker_and_hashes() -> None:
    text = (
        "# made by script/pin\n"
        "attrs==26.1.0 \\\n    --hash=sha256:aa\n    # via cyclopts\n"
        "cffi==2.1 ; os_name != 'nt' \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
        "bare==1\n"
    )
    assert ["attrs==26.1.0", "cffi==2.1 ; os_name != 'nt'", "bare==1"] == list(pins(text))
    assert "sha256" not in pins(text)["bare==1"]
