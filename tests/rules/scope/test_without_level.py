from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from navicert.facts.item import Item, ItemKind, Part
from navicert.law.edition import standard_law
from navicert.law.tables.de_minimis import NoLevel, Trigger
from navicert.rules.scope.bill import Group, Piece, Product
from navicert.rules.scope.content import Judged
from navicert.rules.scope.without_level import applies, authorized, may_be_without_level
from navicert.terms.eccn import parse
from navicert.terms.truth import Truth
from tests.rules.matters import DAY, NO, UNKNOWN, YES, item, matter

EDITION = standard_law().open_at(DAY)
LAW = EDITION.de_minimis()
ENCRYPTION = LAW.encryption
NAMES_NOTHING = Trigger(
    eccns=(),
    categories=frozenset(),
    family=False,
    paragraph="",
    not_paragraph="",
    kinds=frozenset(),
    when="",
    sure_when=(),
    not_when="",
    controlled=False,
)


def judged(
    eccn: str | None, incorporated: Truth = YES, counts: Truth = YES, **more: object
) -> Judged:
    facts: dict[str, Any] = {"name": "part", "origin": "US", "value": None, **more}
    part = Part(eccn=None if eccn is None else parse(eccn), **facts)
    group = Group(part, (Piece(part, Decimal(1), None),), Decimal(0), all_valued=False)
    return Judged(group, incorporated, counts, "")


def row(trigger: Trigger, **facts: object) -> NoLevel:
    plain: dict[str, Any] = {
        "product": (),
        "product_prefixes": (),
        "except_product": (),
        "ask": "",
        "unless": "",
        "exempt_from": {},
        **facts,
    }
    return replace(LAW.without_level[0], trigger=trigger, **plain)


def product(one: Item) -> Product:
    return Product(one, ItemKind.COMMODITY, Decimal(100), ())


def held(one: NoLevel, *content: Judged, thing: Item | None = None, leaves: str = "DE") -> Truth:
    foreign = thing or item("EAR99", origin="DE")
    deal = matter(foreign, "CN", exported_from=leaves).transaction
    return applies(one, product(foreign), content, deal)[0]


SURE = {"enc_740_17_b_1": YES}
BY_B_2 = dict.fromkeys(("enc_740_17_b_1", "enc_740_17_b_3", "public_encryption_source_code"), NO)


@pytest.mark.parametrize(
    ("one", "to", "expected"),
    [
        (judged("EAR99"), "BR", YES),
        (judged("5A991"), "BR", YES),
        (judged(None), "BR", YES),
        (judged("5A002.a", characteristics=SURE), "IR", YES),
        (judged("5A002.a"), "BR", UNKNOWN),
        (judged("5A002.a", characteristics={**BY_B_2, "enc_740_17_b_2": YES}), "BR", YES),
        (judged("5A002.a", characteristics={**BY_B_2, "enc_740_17_b_2": YES}), "IR", NO),
        (judged("5A002.a", characteristics={**BY_B_2, "enc_740_17_b_2": NO}), "BR", NO),
        (
            judged("5A002.a", UNKNOWN, characteristics={**BY_B_2, "enc_740_17_b_2": NO}),
            "BR",
            UNKNOWN,
        ),
        (
            judged("5A002.a", origin=None, characteristics={**BY_B_2, "enc_740_17_b_2": NO}),
            "BR",
            UNKNOWN,
        ),
    ],
)
def test_encryption_content_must_be_authorized_for_the_destination(
    one: Judged, to: str, expected: Truth
) -> None:
    deal = matter(item(origin="DE"), to, exported_from="DE").transaction
    assert expected is authorized(ENCRYPTION, one, deal, EDITION)


def test_parts_that_nobody_classified_may_be_anything() -> None:
    content = (judged(None), judged("EAR99"))
    assert (content[0].group,) == may_be_without_level(product(item()), content)
    sworn = item(characteristics={"no_part_without_de_minimis_level": YES})
    assert () == may_be_without_level(product(sworn), content)
    doubtful = item(characteristics={"no_part_without_de_minimis_level": UNKNOWN})
    assert (content[0].group,) == may_be_without_level(product(doubtful), content)


CAMERAS = row(replace(NAMES_NOTHING, eccns=(parse("6A003.b.4"),)))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (judged("6A003.b.4.b"), YES),
        (judged("6A003.b"), UNKNOWN),
        (judged("6A002.a.1"), NO),
        (judged("EAR99"), NO),
        (judged(None), NO),
        (judged("6A003.b.4.b", UNKNOWN), UNKNOWN),
        (judged("6A003.b.4.b", origin=None), UNKNOWN),
    ],
)
def test_content_is_named_by_its_entry(one: Judged, expected: Truth) -> None:
    assert expected is held(CAMERAS, one)


def test_the_parts_that_count_are_told_and_one_is_enough() -> None:
    foreign = item("EAR99", origin="DE")
    deal = matter(foreign, "CN", exported_from="DE").transaction
    content = (judged("EAR99"), judged("6A003.b.4.b"), judged("6A003"))
    found = applies(CAMERAS, product(foreign), content, deal)
    assert (YES, (content[1].group, content[2].group)) == found
    assert (NO, ()) == applies(CAMERAS, product(foreign), content[:1], deal)


@pytest.mark.parametrize(
    ("eccn", "y", "rest"),
    [
        ("9A610.y", YES, NO),
        ("9A610.x", NO, YES),
        ("9A515.y.1", YES, NO),
        ("9A610", UNKNOWN, UNKNOWN),
        ("9A991", NO, NO),
    ],
)
def test_the_military_and_space_family_by_its_paragraph(eccn: str, y: Truth, rest: Truth) -> None:
    family = replace(NAMES_NOTHING, family=True)
    assert y is held(row(replace(family, paragraph="y")), judged(eccn))
    assert rest is held(row(replace(family, not_paragraph="y")), judged(eccn))


CIRCUITS = replace(
    NAMES_NOTHING,
    categories=frozenset("345"),
    when="integrated_circuit",
    sure_when=(parse("3A001.a"),),
)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (judged("3A001.a.1"), YES),
        (judged("3A991.b"), UNKNOWN),
        (judged("3A991.b", characteristics={"integrated_circuit": YES}), YES),
        (judged("3A991.b", characteristics={"integrated_circuit": NO}), NO),
        (judged("3B991.b", characteristics={"integrated_circuit": YES}), NO),
        (judged("6A003.b", characteristics={"integrated_circuit": YES}), NO),
        (
            judged(
                "3A001.a.1", kind=ItemKind.SOFTWARE, characteristics={"integrated_circuit": YES}
            ),
            NO,
        ),
    ],
)
def test_a_circuit_of_some_categories(one: Judged, expected: Truth) -> None:
    assert expected is held(row(CIRCUITS), one)


@pytest.mark.parametrize(("said", "expected"), [(YES, NO), (NO, YES), (UNKNOWN, YES)])
def test_what_lifts_a_paragraph_must_be_said(said: Truth, expected: Truth) -> None:
    one = row(replace(NAMES_NOTHING, eccns=(parse("3A001"),), not_when="memory_circuit"))
    assert expected is held(one, judged("3A001.a.7", characteristics={"memory_circuit": said}))


def test_a_paragraph_may_name_one_kind_of_content() -> None:
    one = row(replace(NAMES_NOTHING, eccns=(parse("5E002"),), kinds=frozenset({"technology"})))
    assert YES is held(one, judged("5E002", kind=ItemKind.TECHNOLOGY))
    assert NO is held(one, judged("5E002", kind=ItemKind.COMMODITY))


@pytest.mark.parametrize(
    ("incorporated", "counts", "expected"),
    [(YES, YES, YES), (YES, NO, NO), (UNKNOWN, YES, UNKNOWN), (NO, YES, NO)],
)
def test_any_controlled_content_can_count(
    incorporated: Truth, counts: Truth, expected: Truth
) -> None:
    one = row(replace(NAMES_NOTHING, controlled=True))
    assert expected is held(one, judged("3A002.a", incorporated, counts))


@pytest.mark.parametrize(
    ("eccn", "expected"),
    [
        ("4A003.b", YES),
        ("4A003", YES),
        ("3B001.a.1", YES),
        ("3B001.a.4", NO),
        ("3B001.a", UNKNOWN),
        ("4A994", NO),
        (None, UNKNOWN),
    ],
)
def test_the_foreign_item_must_be_one_that_the_paragraph_names(
    eccn: str | None, expected: Truth
) -> None:
    one = row(
        replace(NAMES_NOTHING, controlled=True),
        product=(parse("4A003"),),
        product_prefixes=("3B",),
        except_product=(parse("3B001.a.4"),),
    )
    assert expected is held(one, judged("3A002.a"), thing=item(eccn, origin="DE"))


@pytest.mark.parametrize(
    ("ask", "unless", "expected"),
    [(YES, NO, YES), (NO, NO, NO), (YES, YES, NO), (UNKNOWN, NO, UNKNOWN), (YES, UNKNOWN, UNKNOWN)],
)
def test_what_is_asked_of_the_item_must_hold_and_what_lifts_it_must_not(
    ask: Truth, unless: Truth, expected: Truth
) -> None:
    one = row(replace(NAMES_NOTHING, controlled=True), ask="fast", unless="free")
    thing = item("EAR99", origin="DE", characteristics={"fast": ask, "free": unless})
    assert expected is held(one, judged("3A002.a"), thing=thing)


@pytest.mark.parametrize(
    ("leaves", "since", "expected"),
    [
        ("JP", DAY, NO),
        ("JP", date(2026, 7, 31), YES),
        ("NL", DAY, YES),
        ("JP", date(2026, 7, 29), NO),
    ],
)
def test_a_country_of_first_export_lifts_a_paragraph_from_its_day(
    leaves: str, since: date, expected: Truth
) -> None:
    one = row(replace(NAMES_NOTHING, controlled=True), exempt_from={"JP": since})
    assert expected is held(one, judged("3A002.a"), leaves=leaves)


def test_where_nobody_said_from_where_it_leaves_its_origin_counts() -> None:
    one = row(replace(NAMES_NOTHING, controlled=True), exempt_from={"JP": DAY})
    thing = item("EAR99", origin="JP")
    deal = matter(thing, "CN", exported_from=None).transaction
    assert NO is applies(one, product(thing), (judged("3A002.a"),), deal)[0]
