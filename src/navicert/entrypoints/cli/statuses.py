"""Exit statuses, the same for every command; 1 is Python's own and never an answer."""

from __future__ import annotations

from navicert.terms.outcome import Action

DONE = 0
UNREADABLE = 2
HELD = 3
BARRED = 4

OF_ACTION = {Action.RELEASE: DONE, Action.HOLD: HELD, Action.STOP: 4}
