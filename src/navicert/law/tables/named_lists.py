"""Lists of a file that other lists of it name, so that the law is written there once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

MARK = "@"


def spelled_out(value: object, lists: Mapping[str, object]) -> object:
    """Put the members of a list where its name stands; a name that no list has is refused.

    >>> spelled_out({"countries": ["US", "@far"]}, {"far": ["AU", "NZ"]})
    {'countries': ['US', 'AU', 'NZ']}
    >>> spelled_out(["@near"], {})
    Traceback (most recent call last):
    ...
    KeyError: 'near'
    """
    if isinstance(value, dict):
        return {key: spelled_out(one, lists) for key, one in value.items()}
    if isinstance(value, list):
        return list(chain.from_iterable(_members(one, lists) for one in value))
    return value


def _members(one: object, lists: Mapping[str, object]) -> list[object]:
    if not isinstance(one, str) or not one.startswith(MARK):
        return [spelled_out(one, lists)]
    named = spelled_out(lists[one.removeprefix(MARK)], lists)
    return named if isinstance(named, list) else [named]
