"""Every command of the terminal has its place in ``docs/cli.md``."""

from __future__ import annotations

from collections.abc import Iterator

import cyclopts

from navicert.entrypoints.cli.main import app
from tests.health.house import ROOT


def commands(door: cyclopts.App, prefix: str = "navicert") -> Iterator[str]:
    """Every command and subcommand as one types it."""
    for name in door:
        if name.startswith("-"):
            continue
        yield f"{prefix} {name}"
        yield from commands(door[name], f"{prefix} {name}")


def undocumented(door: cyclopts.App, page: str) -> list[str]:
    return [command for command in commands(door) if f"`{command}" not in page]


def test_every_command_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert list(commands(app))
    assert [] == undocumented(app, page)


def test_an_undocumented_command_is_seen() -> None:
    door = cyclopts.App(name="navicert")
    law = cyclopts.App(name="law")
    door.command(law)

    @law.command
    def show() -> None:
        pass

    assert ["navicert law", "navicert law show"] == list(commands(door))
    assert ["navicert law show"] == undocumented(door, "`navicert law` shows the law.")
