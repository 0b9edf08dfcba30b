"""What every test may rely on: no network, a home of its own, and the corpus where there is one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import hypothesis
import pytest

CORPUS = "NAVICERT_CORPUS"
WITHOUT_CORPUS = f"needs the corpus: set {CORPUS} to its folder"
LOOPBACK = ("127.", "::1", "localhost")

hypothesis.settings.register_profile(
    "house",
    database=None,  # the same tree gives the same result, whoever ran what before
    deadline=None,  # a busy machine is no failure
    derandomize=True,
)
hypothesis.settings.load_profile("house")


def refuse_network(event: str, args: tuple[object, ...]) -> None:
    """Refuse every connection that would leave this machine."""
    if event != "socket.connect":
        return
    address = args[1]
    if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
        message = f"a test may not use the network; this one reached for {address!r}"
        raise RuntimeError(message)


sys.addaudithook(refuse_network)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the corpus where nobody says where it is; pytest lists them by name."""
    if os.environ.get(CORPUS):
        return
    for item in items:
        asks = "corpus" in getattr(item, "fixturenames", ())
        if asks or item.get_closest_marker("needs_corpus"):
            item.add_marker(pytest.mark.skip(reason=WITHOUT_CORPUS))


@pytest.fixture(scope="session")
def corpus(pytestconfig: pytest.Config) -> Path:
    """The corpus folder. Where the variable is set, what is missing fails; it never skips."""
    path = pytestconfig.invocation_params.dir / os.environ[CORPUS]
    if not path.is_dir():
        pytest.fail(f"{CORPUS} is {os.environ[CORPUS]!r}, and {path} is not a folder")
    return path


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory for this test alone, not made yet; NAVICERT_HOME points to it."""
    path = tmp_path_factory.getbasetemp() / "homes" / os.urandom(8).hex()
    monkeypatch.setenv("NAVICERT_HOME", str(path))
    return path
