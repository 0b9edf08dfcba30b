"""The de minimis answer as a bar chart in SVG: one bar a destination, its level a mark on it.

The same answer gives the same bytes. Color is not the only sign: each bar says its share and word.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from xml.sax.saxutils import escape

from navicert.casework.deminimis import ELSEWHERE, Answer, shares, threshold
from navicert.determination.content import DeMinimis
from navicert.terms import country
from navicert.terms.truth import Truth

ROW, TOP, LEFT, WIDTH, RIGHT = 16, 56, 230, 520, 190
FULL = Decimal(100)
COLOR = {Truth.YES: "#b3261e", Truth.NO: "#2e7d32", Truth.UNKNOWN: "#b58900"}
WORD = {Truth.YES: "subject", Truth.NO: "not subject", Truth.UNKNOWN: "open"}
ORDER = {Truth.YES: 0, Truth.UNKNOWN: 1, Truth.NO: 2}
_TENTH = Decimal("0.1")
INVISIBLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "?")
"""Characters that XML does not hold."""


def draw(answer: Answer) -> str:
    """Draw an answer, the destinations with the most content first."""
    rows = sorted(answer.answers, key=_rank)
    height = TOP + ROW * len(rows) + ROW
    width = LEFT + WIDTH + RIGHT
    title = f"{answer.product.item.name}: controlled US content by destination, {answer.day}"
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11">'
        ),
        f"<title>{_safe(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="8" y="20" font-size="14">{_safe(title)}</text>',
        (
            '<text x="8" y="38" fill="#555555">Bar: content in percent of the value, light '
            "where it is open. Black mark: the de minimis level (15 CFR 734.4).</text>"
        ),
        *(_bar(one, TOP + ROW * at) for at, one in enumerate(rows)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _rank(one: DeMinimis) -> tuple[int, Decimal, str]:
    most = shares(one)[1]
    return ORDER[one.subject], -(FULL if most is None else most), str(one.destination)


def _bar(one: DeMinimis, top: int) -> str:
    least, most = (FULL if share is None else share for share in shares(one))
    level, color = threshold(one), COLOR[one.subject]
    base = top + ROW - 4
    return "\n".join(
        (
            f'<text x="{LEFT - 8}" y="{base}" text-anchor="end">{_safe(_name(one))}</text>',
            (
                f'<rect x="{LEFT}" y="{top + 2}" width="{_x(most)}" height="{ROW - 5}" '
                f'fill="{color}" fill-opacity="0.35"/>'
            ),
            (
                f'<rect x="{LEFT}" y="{top + 2}" width="{_x(least)}" height="{ROW - 5}" '
                f'fill="{color}"/>'
            ),
            *(_mark(level, top) if level is not None else ()),
            f'<text x="{LEFT + WIDTH + 8}" y="{base}">{_said(one)}</text>',
        )
    )


def _mark(level: Decimal, top: int) -> tuple[str]:
    at = LEFT + _x(level)
    return (
        (
            f'<line x1="{at}" y1="{top}" x2="{at}" y2="{top + ROW - 1}" stroke="#000000" '
            'stroke-width="1.5"/>'
        ),
    )


def _x(share: Decimal) -> Decimal:
    return (min(share, FULL) * WIDTH / FULL).quantize(_TENTH, ROUND_HALF_UP)


def _name(one: DeMinimis) -> str:
    destination = one.destination
    name = country.names().get(destination.country, destination.country)
    region = destination.region
    return f"{name} {region}" if region and region != ELSEWHERE else name


def _said(one: DeMinimis) -> str:
    texts = ["?" if share is None else f"{_short(share)}" for share in shares(one)]
    span = texts[0] if texts[0] == texts[1] else f"{texts[0]} to {texts[1]}"
    return f"{span}% {WORD[one.subject]}"


def _short(share: Decimal) -> str:
    return f"{share.quantize(_TENTH, ROUND_HALF_UP).normalize():f}"


def _safe(text: str) -> str:
    return escape(text.translate(INVISIBLE))
