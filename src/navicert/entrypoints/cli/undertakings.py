"""``navicert undertakings``: what was promised to an authority, and what proves it."""

from __future__ import annotations

from cyclopts import App

from navicert.entrypoints.cli import evidence

app = App(name="undertakings", help="Keep evidence, and run checks on it.")
app.command(evidence.app)
app.command(evidence.check)
