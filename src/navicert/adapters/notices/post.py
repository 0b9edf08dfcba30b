"""The post of the house: each target by its own way, and one run at a time."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from navicert.adapters.store.files import make_directory, usable
from navicert.casework.undertaking_ports import Message, Way
from navicert.errors import StateUnusable


class HousePost:
    """Mail and webhooks; each is set up when it is first needed, and NotSent if it cannot be."""

    def __init__(self, home: Path, mail: Callable[[], Way], webhook: Callable[[], Way]) -> None:
        self._home = home
        self._mail = mail
        self._webhook = webhook

    def send(self, message: Message) -> None:
        """Deliver a message; NotSent says why it cannot be."""
        by_mail = message.target.startswith("mailto:")
        way = self._mail() if by_mail else self._webhook()
        way.send(message)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the lock of the data directory; StateUnusable while another run has it."""
        path = self._home / "notify.lock"
        make_directory(self._home)
        with usable(path), path.open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                message = f"{path}: another run is sending notices: wait until it is done"
                raise StateUnusable(message) from None
            yield
