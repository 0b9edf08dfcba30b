"""Who stands behind a maker: names, brands, owners."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from navicert.casework.law_lists import law_lists
from navicert.facts.equipment import Maker, Relation
from navicert.facts.ownership import Stake
from navicert.parties.makers.brands import brands
from navicert.parties.makers.holdings import StatedStakes
from navicert.parties.makers.ties import Makers, Thresholds
from navicert.parties.watch import Watch
from navicert.terms.truth import Truth


@cache
def watch() -> Watch:
    return Watch.of(one for one in law_lists() if one.code in {"FCC", "S889"})


def maker(name: str | None, brand: str | None = None, *stakes: tuple[str, str, str]) -> Maker:
    holdings = StatedStakes.of(
        Stake(owner, owned, Decimal(p) if p else None) for owner, owned, p in stakes
    )
    limits = Thresholds(Decimal(50), Decimal(10))
    return Makers(watch(), date(2026, 11, 22), holdings, limits).maker(name, brand)


def told(found: Maker) -> set[tuple[str, Relation, Truth]]:
    return {(tie.listed.split()[0], tie.relation, tie.holds) for tie in found.ties}


@pytest.mark.parametrize(
    "name",
    [
        "ZTE Corp",
        "ZTE Corporation",
        "Zhongxing Telecommunications Equipment Corporation",
        "中兴通讯",
    ],
)
def test_other_writings_of_a_company_are_the_company(name: str) -> None:
    assert ("ZTE", Relation.ITSELF, Truth.YES) in told(maker(name))


def test_the_full_name_of_hikvision_meets_both_lists() -> None:
    found = maker("Hangzhou Hikvision Digital Technology Co., Ltd.")
    assert {"FCC", "S889"} == {tie.list.value for tie in found.ties}
    assert {("Hangzhou", Relation.ITSELF, Truth.YES)} == told(found)


@pytest.mark.parametrize("name", ["ZTE (USA) Inc.", "Huawei Device Co., Ltd.", "Hytera US Inc"])
def test_who_bears_a_listed_name_is_a_doubt_that_asks(name: str) -> None:
    (relation,) = {(tie.relation, tie.holds) for tie in maker(name).ties}
    assert (Relation.BEARS_ITS_NAME, Truth.UNKNOWN) == relation
    assert all(name in tie.question for tie in maker(name).ties)


@pytest.mark.parametrize("name", ["Cisco Systems, Inc.", "Nokia", "Ericsson", "Motorola Solutions"])
def test_others_are_tied_to_nobody(name: str) -> None:
    assert Maker(known=True) == maker(name)


def test_a_near_name_is_a_doubt() -> None:
    assert {("Hangzhou", Relation.ITSELF, Truth.UNKNOWN)} == told(maker("Hikvison"))


def test_more_than_half_is_a_subsidiary_and_half_is_not() -> None:
    over = maker("Kestrel Ltd", None, ("ZTE Corporation", "Kestrel Ltd", "50.01"))
    assert {("ZTE", Relation.SUBSIDIARY, Truth.YES)} == told(over)
    half = maker("Kestrel Ltd", None, ("ZTE Corporation", "Kestrel Ltd", "50"))
    assert {("ZTE", Relation.AFFILIATE, Truth.UNKNOWN)} == told(half)


def test_a_tenth_is_no_affiliate_and_more_may_be_one() -> None:
    tenth = maker("Kestrel Ltd", None, ("ZTE Corporation", "Kestrel Ltd", "10"))
    assert set() == told(tenth)
    more = maker("Kestrel Ltd", None, ("ZTE Corporation", "Kestrel Ltd", "10.01"))
    assert {("ZTE", Relation.AFFILIATE, Truth.UNKNOWN)} == told(more)


def test_a_subsidiary_of_a_subsidiary_is_one() -> None:
    chain = (("ZTE Corp", "Merlin Ltd", "51"), ("Merlin Ltd", "Kestrel Ltd", "60"))
    assert {("ZTE", Relation.SUBSIDIARY, Truth.YES)} == told(maker("Kestrel Ltd", None, *chain))


def test_a_share_that_nobody_knows_is_a_doubt() -> None:
    found = maker("Kestrel Ltd", None, ("ZTE Corporation", "Kestrel Ltd", ""))
    assert {("ZTE", Relation.AFFILIATE, Truth.UNKNOWN)} == told(found)
    assert "0% to 100%" in found.ties[0].how


def test_a_circle_of_owners_ends() -> None:
    circle = (("Kestrel Ltd", "Merlin Ltd", "60"), ("Merlin Ltd", "Kestrel Ltd", "60"))
    assert set() == told(maker("Kestrel Ltd", None, *circle))


def test_a_brand_tells_the_maker_only_where_a_source_names_it() -> None:
    assert {("Hangzhou", Relation.BRAND, Truth.YES)} == told(maker(None, "ezviz"))
    assert {("Dahua", Relation.BRAND, Truth.UNKNOWN)} == told(maker(None, "Lorex"))
    assert Maker(known=False) == maker(None, "Prairie Wave")
    assert Maker(known=False) == maker(None)


def test_a_brand_counts_beside_any_manufacturer() -> None:
    found = maker("Foxhill Assembly Ltd", "ZTE")
    assert {("ZTE", Relation.BRAND, Truth.YES)} == told(found)
    assert {("Dahua", Relation.BRAND, Truth.UNKNOWN)} == told(
        maker("Foxhill Assembly Ltd", "Lorex")
    )
    assert not maker("Foxhill Assembly Ltd", "Lorex").known


@pytest.mark.parametrize(
    ("name", "listed", "relation", "holds"),
    [
        # 84 FR 22961 names HiSilicon Technologies Co., Ltd. as an affiliate of Huawei.
        ("HiSilicon Technologies Co.", "Huawei", Relation.AFFILIATE, Truth.YES),
        ("HiSilicon Optoelectronics Co., Ltd.", "Huawei", Relation.AFFILIATE, Truth.UNKNOWN),
        # 83 FR 17644 names it beside ZTE Corporation.
        ("ZTE Kangxun Telecommunications Ltd.", "ZTE", Relation.AFFILIATE, Truth.YES),
        ("Shenzhen Zhongxing Telecom Equipment", "ZTE", Relation.BEARS_ITS_NAME, Truth.UNKNOWN),
        ("EZVIZ Inc", "Hangzhou", Relation.BRAND, Truth.YES),
        ("Hangzhou EZVIZ Network Co., Ltd.", "Hangzhou", Relation.BRAND, Truth.UNKNOWN),
        ("Ezvizz", "Hangzhou", Relation.BRAND, Truth.UNKNOWN),
        # General knowledge is a doubt, and no more, also where the name is the whole.
        ("Nubia Technology", "ZTE", Relation.AFFILIATE, Truth.UNKNOWN),
        ("Nubia Ltd", "ZTE", Relation.AFFILIATE, Truth.UNKNOWN),
        ("Hauwei", "Huawei", Relation.ITSELF, Truth.UNKNOWN),
    ],
)
def test_makers_that_anybody_knows_are_found(
    name: str, listed: str, relation: Relation, holds: Truth
) -> None:
    assert {(listed, relation, holds)} == told(maker(name))


@pytest.mark.parametrize("name", ["Hauwei", "Hauwei Device Co", "ZET Corporation", "Dauha"])
def test_a_typing_error_is_a_doubt(name: str) -> None:
    assert {Truth.UNKNOWN} == {tie.holds for tie in maker(name).ties}


@pytest.mark.parametrize(
    "name",
    [
        "Juniper Networks",
        "Axis Communications",
        "Hanwha Vision",
        "Rolex",
        "Kangxun Telecommunication Works Ltd.",
        "American Digital Technology Company",
        "Shenzhen Wave Technology Co., Ltd.",
        "Samsung Electronics",
    ],
)
def test_who_only_sounds_like_a_trade_is_no_doubt(name: str) -> None:
    assert Maker(known=True) == maker(name)


def test_what_is_general_knowledge_never_bars() -> None:
    for brand in brands():
        assert not (brand.sure and "general knowledge" in brand.source), brand.brand


def test_every_brand_leads_to_a_listed_company_and_names_its_source() -> None:
    for brand in brands():
        assert brand.source
        found = maker(None, brand.brand)
        assert {brand.maker} == {tie.listed for tie in found.ties}
