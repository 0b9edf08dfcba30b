"""One module an area: how its cases are put to the engine, and what is compared.

A module of this package is found by its name, which is the area's. It has one function,
``differences(case) -> list[str]``: everything on which the case and the engine differ, nothing
when they agree. It may look at ``case.facts`` and ``case.day`` to ask, and at ``case.expected``
only to compare; never at ``case.id``.
"""
