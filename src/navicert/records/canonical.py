"""Canonical bytes (RFC 8785): the same content always gives the same bytes, so it can be hashed.

JSON numbers are doubles there. Decimals are therefore written as strings, with the digits they
came with, and whole numbers that a double cannot hold are refused.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import rfc8785


def canonical(value: object) -> bytes:
    """Write any tree of dataclasses, mappings, sequences, sets and terms as canonical JSON.

    Dates and times are ISO 8601, enumerations their values, sets sorted, bytes base64. Raises
    ValueError for what has no canonical form: infinite or undefined floats, integers beyond
    2**53 - 1, lone surrogates; TypeError for objects that are not data.

    >>> from datetime import date
    >>> from decimal import Decimal
    >>> canonical({"day": date(2018, 4, 16), "b": Decimal("2.50"), "a": (1, None, True)})
    b'{"a":[1,null,true],"b":"2.50","day":"2018-04-16"}'
    >>> canonical(float("inf"))
    Traceback (most recent call last):
    ...
    ValueError: it has no canonical form: inf is not representable in JCS
    """
    try:
        return rfc8785.dumps(
            msgspec.to_builtins(value, str_keys=True, order="deterministic", enc_hook=_mapping)
        )
    except rfc8785.CanonicalizationError as refused:
        message = f"it has no canonical form: {refused}"
        raise ValueError(message) from refused


def _mapping(value: object) -> object:
    """Open the mappings that msgspec does not know, such as the read-only one."""
    if isinstance(value, Mapping):
        return dict(value)
    message = f"{type(value).__name__} is not data, so it cannot be recorded"
    raise TypeError(message)
