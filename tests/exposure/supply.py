"""Supply graphs of a few lines, and what comes of cutting somebody off in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from navicert.adapters.supply.read import read_folder
from navicert.casework import expose_terms
from navicert.casework.expose_terms import Said
from navicert.exposure.compute import Request, expose
from navicert.exposure.draws import Chance
from navicert.exposure.graph import SupplyGraph
from navicert.exposure.remedies import STAYS, Remedy
from navicert.exposure.result import Result
from navicert.exposure.shock import Terms, Window
from navicert.law.edition import standard_law

SINCE = date(2026, 3, 2)
NODES = "id,kind,name,country,revenue,employees,population,users"
EDGES = (
    "from,to,kind,item,value,share,quantity,stock,use_per_day,lead_days,users,subject,"
    "exported_from_us,purpose,source"
)
SUBSTITUTES = "item,substitute,supplier,qualification_days,covers,subject,exported_from_us"
HEADER = b"""title = "t"
horizon_days = 100
draws = 0
[[sources]]
id = "a"
title = "a"
[[sources]]
id = "b"
title = "b"
"""

MAKER = """z,company,Zed Ltd.,CN,,,,
q,supplier,Quo Inc.,US,365000,,,
r,supplier,Roe GmbH,DE,,,,
chip,part,,,,,,
case,part,,,,,,
box,product,,,,,,
line,line,,,,,,
shop,customer,,US,,,,"""
"""A maker, two suppliers, a product of two parts on one line, and who buys it."""

MADE = """z,line,runs
box,line,made_on
chip,box,component
case,box,component"""


def graph(nodes: str, *edges: str, substitutes: str = "") -> SupplyGraph:
    """Read a graph of rows; an edge may leave out its last columns."""
    width = EDGES.count(",")
    rows = [row for text in edges for row in text.splitlines()]
    padded = [row + "," * (width - row.count(",")) for row in rows]
    files = {
        "graph.toml": HEADER,
        "nodes.csv": f"{NODES}\n{nodes}\n".encode(),
        "edges.csv": "\n".join([EDGES, *padded]).encode(),
    }
    if substitutes:
        files["substitutes.csv"] = f"{SUBSTITUTES}\n{substitutes}\n".encode()
    return read_folder(files, "g").graph


def edge(ends: str, **figures: object) -> str:
    """Write an edge's row: ``"q z supplies chip"`` and its figures by column."""
    words = [*ends.split(), "", ""][:4]
    names = EDGES.split(",")[4:]
    return ",".join([*words, *(str(figures.get(name, "")) for name in names)])


def supply(ends: str, **figures: object) -> str:
    """Write a supply of something subject to the EAR and exported from the United States."""
    return edge(ends, **{"subject": "yes", "exported_from_us": "yes", **figures})


def chance() -> Chance:
    return np.random.Generator(np.random.PCG64(1)).random


def cut(
    graph: SupplyGraph,
    *deny: str,
    remedies: Sequence[Remedy] = (STAYS,),
    said: Said | None = None,
    draws: int = 0,
) -> Result:
    """Cut somebody off for 100 days, by an order that is supposed or by what is said."""
    window = Window(SINCE, 100)
    nodes = expose_terms.nodes_of(graph, deny or ("z",))
    if said is None:
        denied = expose_terms.supposed(graph, nodes, window.since)
    else:
        denied = expose_terms.denied(graph, nodes, said)
    terms = Terms(denied, standard_law(), window)
    return expose(graph, Request(terms, tuple(remedies), chance, draws, seed=1))
