"""``navicert orders``: orders denying export privileges, and the instruments that hold them."""

from __future__ import annotations

from cyclopts import App

app = App(name="orders", help="See what an order bars on a day, for whom, and what is carved out.")
