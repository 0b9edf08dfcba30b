"""The command ``navicert``: what it is called with, and with which status it ends.

Nothing heavy is imported here or by the modules of the commands, so that help comes at once;
a command imports what it needs when it runs.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError

from navicert import __version__
from navicert.entrypoints.cli import (
    certify,
    disclose,
    law,
    lists,
    orders,
    ownership,
    records,
    undertakings,
)
from navicert.entrypoints.cli.check import check
from navicert.entrypoints.cli.clear import clear
from navicert.entrypoints.cli.deminimis import deminimis
from navicert.entrypoints.cli.exposure import exposure
from navicert.entrypoints.cli.procurement import procurement
from navicert.entrypoints.cli.refusals import refused
from navicert.entrypoints.cli.replay import replay
from navicert.entrypoints.cli.screen import screen
from navicert.entrypoints.cli.statuses import UNREADABLE
from navicert.entrypoints.cli.template import template
from navicert.errors import NavicertError

HELP = """May this item go to this place, to these parties, for this use, on this day?

Navicert checks orders against the US Export Administration Regulations and records each answer.
It is not legal advice.

Ends with 0 for release, 3 for hold, 4 for stop, 2 when something could not be read."""

EPILOGUE = "Start with: navicert template --output order.toml, then: navicert check order.toml"

STANDARD_INPUT = "-"

app = App(
    name="navicert",
    help=HELP,
    help_epilogue=EPILOGUE,
    help_format="plaintext",
    version=f"navicert {__version__}",
    version_format="plaintext",
    result_action="return_value",
    exit_on_error=False,
)
app.command(check)
app.command(screen, help_epilogue="")
app.command(clear, help_epilogue="")
app.command(deminimis, help_epilogue="")
app.command(exposure, help_epilogue="")
app.command(procurement, help_epilogue="")
app.command(replay, help_epilogue="")
app.command(template)
for _room in (lists, records, law, orders, undertakings, certify, disclose, ownership):
    _room.app.help_epilogue = ""
    app.command(_room.app)
app.register_install_completion_command()


ALLOCATIONS_BETWEEN_COLLECTIONS = 100_000


def main() -> None:
    """Run the command that the terminal gave, and end with its status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # The law is read once and kept to the end: looking through it for garbage finds none.
    gc.set_threshold(ALLOCATIONS_BETWEEN_COLLECTIONS)
    sys.exit(run(sys.argv[1:]))


def run(tokens: Sequence[str]) -> int:
    """Run one command and give its exit status."""
    words = ["./-" if token == STANDARD_INPUT else token for token in tokens]
    try:
        status = app(words)
        sys.stdout.flush()
    except CycloptsError:
        return UNREADABLE
    except NavicertError as error:
        return refused(error)
    except BrokenPipeError:
        # Whoever read our output has gone; without this, Python would complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREADABLE
    return status if isinstance(status, int) else 0
