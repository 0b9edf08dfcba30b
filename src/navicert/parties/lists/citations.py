"""Federal Register citations as the lists print them, brought to one form."""

from __future__ import annotations

import re

_REGISTER = re.compile(r"(\d{1,3})\.?\s*F\.?\s*R\.?\s*(\d{1,6})", re.IGNORECASE)


def parse(cell: str) -> tuple[str, ...]:
    """Read every citation of a cell; a cell without one of the usual form is kept as it is.

    >>> parse("66 F.R. 40971 8/6/01, 81.F.R. 40658 6/22/2016")
    ('66 FR 40971', '81 FR 40658')
    >>> parse("Vol. 72, No. 243, 12/19/07")
    ('Vol. 72, No. 243, 12/19/07',)
    """
    found = [f"{volume} FR {page}" for volume, page in _REGISTER.findall(cell)]
    return tuple(dict.fromkeys(found)) or ((cell,) if cell else ())
