"""One record: what was decided, of what kind, about which subject, and when it was put down.

The leaf names the content by its digest. So an entry can be proved to be in the log without
showing anybody what it says, and every field of the record is under the proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from navicert.records.canonical import canonical


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of the log.

    ``index`` counts from 0; ``kind`` is what sort of content it is (``determination``),
    ``subject`` what it is about (the order's reference); ``recorded_at`` is ISO 8601 in UTC.
    """

    index: int
    kind: str
    subject: str
    recorded_at: str
    content: bytes

    def leaf(self) -> bytes:
        """Give the bytes that the log holds of it.

        >>> Record(0, "note", "A-1", "2026-11-01T00:00:00Z", b"{}").leaf()[:50]
        b'{"content":"44136fa355b3678a1146ad16f7e8649e94fb4f'
        """
        return canonical(
            {
                "content": sha256(self.content).hexdigest(),
                "index": self.index,
                "kind": self.kind,
                "recorded_at": self.recorded_at,
                "subject": self.subject,
            }
        )


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the log gives back for an entry.

    ``size`` and ``root`` are those of the log right after the entry; ``leaf_hash`` and ``root``
    are 32 bytes; ``checkpoint`` is the signed text of both, to be kept elsewhere.
    """

    index: int
    leaf_hash: bytes
    size: int
    root: bytes
    recorded_at: str
    checkpoint: str
