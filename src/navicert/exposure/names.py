"""Names for ids of a graph, in texts that are an id, an edge, or one with a figure behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from navicert.exposure.graph import EdgeKey, Node, SupplyGraph


@dataclass(frozen=True, slots=True)
class Names:
    """The nodes and edges of a graph by what is said of them."""

    nodes: Mapping[str, Node] = field(repr=False)
    spoken: Mapping[str, EdgeKey] = field(repr=False)

    @classmethod
    def of(cls, graph: SupplyGraph) -> Names:
        """Put the ids of a graph in order."""
        return cls(
            nodes={one.id: one for one in graph.nodes},
            spoken={str(one.key): one.key for one in graph.edges},
        )

    def name(self, id_: str) -> str:
        """Give the name of a node, else its id."""
        node = self.nodes.get(id_)
        return node.name if node and node.name else id_

    def edge(self, key: EdgeKey) -> str:
        """Write an edge as a sentence of names."""
        item = f": {self.name(key.item)}" if key.item else ""
        kind = key.kind.value.replace("_", " ")
        return f"{self.name(key.tail)} {kind} {self.name(key.head)}{item}"

    def told(self, text: str) -> str:
        """Put names for ids into a text.

        >>> from navicert.exposure.graph import NodeKind
        >>> names = Names({"q": Node("q", NodeKind.SUPPLIER, "Quill")}, {})
        >>> names.told("q: revenue"), names.told("q"), names.told("somebody")
        ('Quill: revenue', 'Quill', 'somebody')
        """
        head, _, figure = text.rpartition(": ")
        if text in self.nodes:
            return self.name(text)
        if text in self.spoken:
            return self.edge(self.spoken[text])
        if head in self.spoken:
            return f"{self.edge(self.spoken[head])}: {figure}"
        return f"{self.name(head)}: {figure}" if head in self.nodes else text
