"""A paper from its data: the same data and day give the same bytes."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from navicert.adapters.typeset.glyphs import Glyphs
from navicert.errors import UnreadableFile


class TypstPapers:
    """Sets papers with typst; texts go in as data, never as markup."""

    def pdf(self, template: str, data: Mapping[str, Any], day: date) -> bytes:
        """Give a paper as PDF/A-2b, dated ``day``.

        Raises UnreadableFile when it cannot be set.
        """
        import typst  # noqa: PLC0415 - large, and only here

        glyphs = Glyphs()
        shown = glyphs.shown(dict(data))
        shown["words"] = glyphs.table()
        stamp = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
        try:
            return typst.compile(
                _template(template),
                sys_inputs={"data": json.dumps(shown, sort_keys=True)},
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards="a-2b",
                timestamp=stamp,
            )
        except typst.TypstError as failed:
            raise UnreadableFile(f"the paper cannot be set: {str(failed)[:500]}") from None


def _template(name: str) -> bytes:
    try:
        content = pkgutil.get_data("navicert.adapters.typeset", f"{name}.typ")
    except OSError:
        content = None
    if content is None:
        raise UnreadableFile(f"{name}.typ is missing from the installation: install navicert again")
    return content
