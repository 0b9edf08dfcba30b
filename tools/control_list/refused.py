"""What the generator does with a sentence that it neither parses nor finds reviewed."""

from __future__ import annotations

from dataclasses import dataclass, field


class Refused(Exception):
    """A sentence of the official text has no structure: ``where`` it stands, and ``why``."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")


@dataclass
class Refusals:
    """Every refusal of a run, so that a reviewer sees them at once."""

    messages: list[str] = field(default_factory=list)

    def add(self, refused: Refused) -> None:
        """Keep one."""
        self.messages.append(str(refused))
