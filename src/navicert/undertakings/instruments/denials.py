"""The denial orders that an instrument holds, read without its commitments.

Every check of an order asks them, so nothing is read here that they do not need.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from navicert.errors import TermError
from navicert.facts.denial_order import DenialOrder
from navicert.parties.lists.house.form import OrderForm
from navicert.parties.lists.house.reader import denial_order
from navicert.undertakings.instruments import toml_document


class _Form(msgspec.Struct, frozen=True):
    """What of a file counts here; its other keys are held against their form when it is loaded."""

    title: str
    source: str = ""
    denial_order: list[OrderForm] = []


@dataclass(frozen=True, slots=True)
class Denials:
    """What an instrument is called, which text was read for it, and its denial orders."""

    title: str
    source: str
    orders: tuple[DenialOrder, ...]


def read(file: str, content: bytes) -> Denials:
    """Read them from the bytes of a file; raises as the reader of the whole instrument does."""
    document = toml_document.decoded(file, content)
    try:
        form = msgspec.convert(document.content(), _Form)
        orders = tuple(map(denial_order, form.denial_order))
    except (msgspec.ValidationError, TermError) as error:
        raise document.refused(str(error)) from None
    return Denials(form.title, form.source, orders)
