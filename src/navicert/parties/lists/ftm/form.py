"""The shape of an entity; a key beside its properties that stands in no class is refused."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

from navicert.parties.lists.json_text import Text

Id = Annotated[Text, Meta(pattern=r"\S")]
"""By which other entities name this one, so that none may be without."""


class EntityForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entity; in nested exports a property may hold other entities."""

    id: Id
    schema: Text
    properties: dict[Text, list[Any]]
    caption: Text | None = None
    target: bool | None = None
    datasets: list[Text] = []
    referents: list[Text] = []
    origin: list[Text] = []
    first_seen: Text | None = None
    last_seen: Text | None = None
    last_change: Text | None = None
