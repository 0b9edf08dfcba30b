"""Trades, legal forms, places and companies of other scripts are read by what they mean."""

from __future__ import annotations

import pytest

from navicert.parties import shipped
from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.reading import read, readings
from navicert.parties.screening.navicert_1.words import PACKAGE
from navicert.parties.screening.segments import Segments

LISTED = (
    "Huawei Technologies Co., Ltd.",
    "Hangzhou Hikvision Digital Technology Co., Ltd.",
    "Yangtze Memory Technologies Co., Ltd.",
    "Semiconductor Manufacturing International Corporation (SMIC)",
    "Harbin Institute of Technology",
    "Inspur Group",
    "Korea Mining Development Trading Corporation",
    "HIZBALLAH",
    "Mahan Air",
    "CHANG SHA TIAN YI KONG JIAN KE JI YAN JIU YUAN YOU XIAN GONG SI",
    "JOSON PAEKHO MUYOK HOESA",
    "KHAN, Hizb Ullah Astam",
    "Uralvagonzavod",
    "Wagner Group",
    "Fujian Jinhua Integrated Circuit Company, Ltd.",
    "ZTE Corporation",
    "MOHAMMED, Ali",
)
SEGMENTS = Segments((NameIndex(build(LISTED)),), bytes([*[0] * 16, 1]))


def first(asked: str) -> str:
    hits = SEGMENTS.search_all(readings(asked), 0.5)
    return LISTED[hits[0].position] if hits else ""


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("华为技术有限公司", "Huawei Technologies Co., Ltd."),
        ("華為技術有限公司", "Huawei Technologies Co., Ltd."),
        (
            "杭州海康威视数字技术股份有限公司",
            "Hangzhou Hikvision Digital Technology Co., Ltd.",
        ),
        ("长江存储科技有限责任公司", "Yangtze Memory Technologies Co., Ltd."),
        ("中芯国际", "Semiconductor Manufacturing International Corporation (SMIC)"),
        ("哈尔滨工业大学", "Harbin Institute of Technology"),
        ("浪潮集团", "Inspur Group"),
        ("조선광업개발무역회사", "Korea Mining Development Trading Corporation"),
        ("حزب الله", "HIZBALLAH"),
        ("هواپیمایی ماهان", "Mahan Air"),
        ("محمد علي", "MOHAMMED, Ali"),
        ("Hezbollah", "HIZBALLAH"),
        ("УралВагонЗавод", "Uralvagonzavod"),
        ("UralVagonZavod", "Uralvagonzavod"),
        ("Huaweitechnologies", "Huawei Technologies Co., Ltd."),
        ("huaweitechnologiescoltd", "Huawei Technologies Co., Ltd."),
        ("Wagnergroup", "Wagner Group"),
        ("Fujian Jinhua IC", "Fujian Jinhua Integrated Circuit Company, Ltd."),
        ("Zhongxing Telecommunications Equipment Corp", "ZTE Corporation"),
    ],
)
def test_a_party_is_found_by_the_name_that_it_has_in_its_own_country(
    asked: str, listed: str
) -> None:
    assert listed == first(asked)


@pytest.mark.parametrize(
    "clean",
    ["广州白云山医药集团", "珠海格力电器", "上海汽车集团", "北京小米", "한국무역회사"],
)
def test_a_legal_form_or_a_trade_is_nobodys_name(clean: str) -> None:
    assert not first(clean)


def test_what_is_left_of_a_company_is_read_by_its_sound_joined_and_apart() -> None:
    told = [one.words for one in readings("白云山医药集团")]
    assert ("baiyunshan", "pharm", "grp") in told
    assert ("bai", "yun", "shan", "pharm", "grp") in told


def test_a_company_that_has_another_name_in_english_is_also_read_by_sound() -> None:
    told = [one.words for one in readings("中兴通讯")]
    assert ("zte",) == told[0]
    assert ("zhongxing", "telecom") in told


@pytest.mark.parametrize("name", ["王小明", "李电子", "张云南", "欧阳建设", "김기술", "刘国际"])
def test_a_short_name_in_which_a_word_of_a_trade_stands_is_a_persons(name: str) -> None:
    assert all(read(name).marks)


def test_a_word_in_two_ways_of_reading_stands_once_in_the_table() -> None:
    tables = shipped.table(PACKAGE, "meanings.toml")
    for script in ("chinese", "korean", "arabic"):
        told = [
            written
            for section, all_ in tables.items()
            if section.startswith(script)
            for some in all_.values()
            for written in some
        ]
        assert len(told) == len(set(told))


def test_arabic_names_are_spelled_out_only_where_nothing_else_is_left() -> None:
    assert ("muhammad", "ali") == read("محمد علی").words
    assert ("\x02", "\x02") == read("محمد قحطاني").marks


def test_a_name_spelled_out_is_also_read_by_its_consonants() -> None:
    assert [("", ""), ("\x02", "\x02")] == [one.marks for one in readings("محمد علي")]


@pytest.mark.parametrize("name", ["Marco Polo", "Vojtech Novak", "Zinc", "Rothschild"])
def test_an_ending_that_leaves_hardly_a_word_is_not_cut(name: str) -> None:
    assert (read(name),) == readings(name)
