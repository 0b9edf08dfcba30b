"""``navicert orders``: orders on export privileges."""

from __future__ import annotations

from cyclopts import App

from navicert.entrypoints.cli.orders_read import read

app = App(name="orders", help="Read orders on export privileges, and show what they bar.")
app.command(read)
