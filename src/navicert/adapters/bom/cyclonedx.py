"""A bill of materials in CycloneDX JSON: nested components, or components with dependencies.

What the format has no place for stands in properties named ``navicert:`` and the column, such as
``navicert:eccn``. Of the rest only names, types and references are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from navicert.adapters.bom.rows import PRODUCT, Bill, Row, Says
from navicert.adapters.orders import json_form, nesting, positions
from navicert.adapters.orders.text import decode
from navicert.casework.order.document import KeyPath
from navicert.errors import FileTooLarge, UnreadableFile

FORMAT = "CycloneDX"
PREFIX = "navicert:"
MOST_USES = 1_000_000
"""Uses of parts in assemblies; every one is an edge of the bill."""
SOFTWARE = frozenset(
    {"application", "framework", "library", "container", "operating-system", "firmware", "file",
     "device-driver", "platform", "machine-learning-model"}
)  # fmt: skip

Table = Mapping[str, object]


def parse(data: bytes, file: str) -> Bill:
    """Read a CycloneDX bill; ``metadata.component`` is the foreign-made item.

    Raises:
        UnreadableFile: when it is no JSON, no CycloneDX, or names no product.
        FileTooLarge: with the limit on depth or uses.
    """
    text = decode(data, file)
    content = json_form.load(text, file)
    if not isinstance(content, dict) or content.get("bomFormat") != FORMAT:
        raise UnreadableFile(f"{file}: JSON, but not a CycloneDX bill (bomFormat)")
    nesting.check(content, file)
    metadata = content.get("metadata")
    product = metadata.get("component") if isinstance(metadata, dict) else None
    if not isinstance(product, dict):
        raise UnreadableFile(f"{file}: metadata.component is missing: it names the product")
    reading = _Reading(file)
    reading.take(product, ("metadata", "component"), PRODUCT)
    reading.walk(content)
    reading.depend(content.get("dependencies"))
    return reading.bill(text)


@dataclass(slots=True)
class _Reading:
    """The rows while the document is walked; ``said`` are facts by reference."""

    file: str
    rows: list[tuple[str, str]] = field(default_factory=list)
    paths: list[KeyPath] = field(default_factory=list)
    said: dict[str, Says] = field(default_factory=dict)
    top: list[str] = field(default_factory=list)

    def take(self, component: Table, path: KeyPath, parent: str) -> str:
        """Take one component in under its assembly, and give its reference."""
        ref = str(component.get("bom-ref") or "/".join(map(str, path)))
        if ref in self.said:
            raise UnreadableFile(f"{self.file}: the bom-ref {ref[:80]!r} stands twice")
        self.said[ref] = _says(component)
        self._use(ref, parent, path)
        return ref

    def walk(self, content: Table) -> None:
        """Walk components within components, level by level."""
        product = next(iter(self.said))
        level = [(one, path, product) for one, path in _inside(content, ())]
        self.top = [self.take(*one) for one in level]
        refs = self.top
        while level:
            below = [
                (one, path, ref)
                for (component, at, _), ref in zip(level, refs, strict=True)
                for one, path in _inside(component, at)
            ]
            refs = [self.take(*one) for one in below]
            level = below

    def depend(self, dependencies: object) -> None:
        """Take uses from the dependencies; a part used by another no longer hangs on the top."""
        uses = list(_uses(dependencies))
        moved = {part for whole, part, _ in uses if whole != part}.intersection(self.top)
        kept = [
            at
            for at, (ref, parent) in enumerate(self.rows)
            if ref not in moved or parent == PRODUCT
        ]
        self.rows = [self.rows[at] for at in kept]
        self.paths = [self.paths[at] for at in kept]
        for whole, part, path in uses:
            unknown = next((ref for ref in (whole, part) if ref not in self.said), None)
            if unknown is not None:
                message = f"dependencies name {unknown[:80]!r}, which is no component"
                raise UnreadableFile(f"{self.file}: {message}")
            self._use(part, whole, path)

    def bill(self, text: str) -> Bill:
        """Give the rows; lines are looked for only when something is refused."""
        paths, locate = self.paths, positions.in_json(text)

        def lines(wanted: Sequence[int]) -> list[int]:
            return [place.line for place in locate([paths[at] for at in wanted])]

        rows = (Row(at, ref, parent, self.said[ref]) for at, (ref, parent) in enumerate(self.rows))
        return Bill(self.file, tuple(rows), lines)

    def _use(self, ref: str, parent: str, path: KeyPath) -> None:
        if len(self.rows) >= MOST_USES:
            raise FileTooLarge(f"{self.file}: more than {MOST_USES:,} uses of parts")
        self.rows.append((ref, parent))
        self.paths.append(path)


def _inside(table: Table, path: KeyPath) -> Iterator[tuple[Table, KeyPath]]:
    components = table.get("components")
    for at, one in enumerate(components if isinstance(components, list) else ()):
        if isinstance(one, dict):
            yield one, (*path, "components", at)


def _uses(dependencies: object) -> Iterator[tuple[str, str, KeyPath]]:
    for at, one in enumerate(dependencies if isinstance(dependencies, list) else ()):
        parts = one.get("dependsOn") if isinstance(one, dict) else None
        for part in parts if isinstance(parts, list) else ():
            yield str(one.get("ref")), str(part), ("dependencies", at)


def _says(component: Table) -> Says:
    says: dict[str, object] = {"name": component.get("name") or component.get("bom-ref") or ""}
    if str(component.get("type")) in SOFTWARE:
        says["kind"] = "software"
    properties = component.get("properties")
    for one in properties if isinstance(properties, list) else ():
        name = one.get("name") if isinstance(one, dict) else None
        if isinstance(name, str) and name.startswith(PREFIX):
            says[name.removeprefix(PREFIX)] = one.get("value")
    return says
