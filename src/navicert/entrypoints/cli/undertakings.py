"""``navicert undertakings``: what was promised to an authority, and by when."""

from __future__ import annotations

from cyclopts import App

app = App(
    name="undertakings", help="Keep what was promised to an authority: what is due, to whom, when."
)
