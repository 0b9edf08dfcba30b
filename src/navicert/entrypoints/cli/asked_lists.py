"""The lists that were asked, on the terminal: each with its day, its age and its digest."""

from __future__ import annotations

from datetime import date

from rich.console import Group, RenderableType

from navicert.casework import law_lists
from navicert.entrypoints.cli.terminal import plain
from navicert.facts.ownership import RegisterAsked, in_no_register
from navicert.facts.standing import ListAsked

SHORT = 12
"""Digits of a digest that people compare; --json has all."""


def load(job: str = "order") -> str:
    """Say how to have a list asked, for every job or for this one alone."""
    return f"load the lists: navicert lists load FILE   or for this {job} alone: --watch FILE"


def table(lists: tuple[ListAsked, ...], day: date) -> RenderableType:
    """Name the lists that were asked, with their day, age and digest."""
    if not lists:
        return plain("none was asked", "yellow")
    return Group(*(plain(_list(one, day)) for one in lists))


def registers(asked: tuple[RegisterAsked, ...], day: date) -> RenderableType:
    """Name the registers of owners that were asked, and what of them stands above the parties."""
    told = [plain(_register(one, day)) for one in asked]
    if unknown := in_no_register(asked):
        more = f" and {len(unknown) - _FEW:,} more" if len(unknown) > _FEW else ""
        names = ", ".join(unknown[:_FEW]) + more
        told.append(plain(f"in no register, so that nobody looked at their owners: {names}"))
    return Group(*told)


_FEW = 20


def _register(one: RegisterAsked, day: date) -> str:
    when = "of no stated day" if one.as_of is None else f"of {one.as_of}{age(one.as_of, day)}"
    found = f"{one.stakes_used:,} of its {one.stakes:,} stakes stand above the parties"
    unknown = f", {one.unknown_owners:,} of owners that it does not name"
    told = f"{one.title} {when}, digest {one.digest[:SHORT]}: {found}"
    return told + (unknown if one.unknown_owners else "")


def _list(one: ListAsked, day: date) -> str:
    if one.code in law_lists.codes():
        return _of_the_shelf(one, day)
    when = "of no stated day" if one.as_of is None else f"of {one.as_of}{age(one.as_of, day)}"
    return f"{one.title} {when}, {one.entries:,} entries, digest {one.digest[:SHORT]}"


def _of_the_shelf(one: ListAsked, day: date) -> str:
    """Name a list that the law shelf carries: when somebody looked at it is not its own day."""
    looked = f" on {one.as_of}{age(one.as_of, day)}" if one.as_of else ""
    told = f"{one.title}, as looked at{looked}, {one.entries:,} entries"
    return f"{told}, digest {one.digest[:SHORT]}; from: {one.source}"


def age(then: date, day: date) -> str:
    """Say how many days before another a day is; nothing when it is not."""
    days = (day - then).days
    return f" ({days:,} days before)" if days > 0 else ""
