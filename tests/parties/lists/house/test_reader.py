"""Navicert's own form: listings, and denial orders with their events."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import FileTooLarge, ListRowRefused, NavicertError, UnreadableFile
from navicert.facts.denial_order import OrderState
from navicert.facts.listing import NameKind
from navicert.parties.lists.house.reader import read
from navicert.parties.lists.read import read as read_any
from navicert.terms.activity import Activity
from navicert.terms.list_code import ListCode
from tests.parties.lists.house.written import LISTING, ORDER


def test_a_listing_keeps_its_names_days_and_reliefs() -> None:
    (listing,) = read("own.toml", LISTING).listings
    assert listing.list is ListCode.EL
    assert listing.entry == "EL:1"
    assert [(n.text, n.kind) for n in listing.names] == [
        ("Works One", NameKind.PRIMARY),
        ("W1", NameKind.WEAK),
    ]
    assert listing.countries == ("NO",)
    assert [listing.holds_on(date(2017, 3, day)) for day in (28, 29)] == [True, False]
    relief = listing.relief_on(date(2016, 4, 1))
    assert relief is not None
    assert relief.citation == "81 FR 15633"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2017, 3, 22), OrderState.NONE),
        (date(2017, 6, 1), OrderState.SUSPENDED),
        (date(2018, 4, 15), OrderState.ACTIVE),
        (date(2025, 3, 14), OrderState.EXPIRED),
    ],
)
def test_an_order_is_what_its_events_made_of_it(day: date, state: OrderState) -> None:
    (order,) = read("own.toml", ORDER).orders
    assert state is order.state_on(day)


def test_an_order_keeps_its_persons_and_what_it_lets_through() -> None:
    (order,) = read("own.toml", ORDER).orders
    assert order.persons == (("Works One", "W One"), ("Works Two",))
    assert order.related_persons == (("Works Three",),)
    (authorization,) = order.authorizations_on(date(2018, 7, 10))
    assert authorization.activities == {Activity.SERVICE, Activity.EXPORT}
    assert authorization.excluded_groups == {"E:1"}


def test_the_file_says_what_it_is_and_of_which_day() -> None:
    head = 'title = "Ours"\nsource = "Legal"\nas_of = 2018-08-02\n'
    snapshot = read_any("own.toml", (head + LISTING + ORDER).encode())
    assert (snapshot.title, snapshot.source) == ("Ours", "Legal")
    assert snapshot.as_of == date(2018, 8, 2)
    assert snapshot.counts_by_list == (("EL", 1), ("orders", 1))
    assert read_any("own.toml", LISTING.encode(), date(2020, 1, 1)).as_of == date(2020, 1, 1)


def test_a_denied_person_of_our_own_is_an_order_too() -> None:
    (order,) = read("own.toml", LISTING.replace('"EL"', '"DPL"')).orders
    assert order.state_on(date(2017, 1, 1)) is OrderState.ACTIVE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LISTING.replace("until", "untill", 1), "`untill`"),
        (LISTING.replace("until", "untill", 1), "own.toml:2: listing[0]: "),
        (LISTING + LISTING.replace('"EL"', '"XX"'), "own.toml:16: listing[1].list: "),
        (LISTING.replace('"NO"', '"UK"'), "did you mean 'GB'?"),
        (LISTING.replace("[[listing.relief]]", "[[listing.releif]]"), "`releif`"),
        (LISTING.replace('["Works One", {text = "W1", kind = "weak"}]', "[]"), "without a name"),
        (LISTING.replace("Works One", " "), "a name without a letter"),
        (LISTING.replace("names", "nemas"), "own.toml:2: listing[0]: "),
        (ORDER.replace('"repair"', '"teleport"'), "own.toml:2: denial_order[0]: 'teleport'"),
        (ORDER.replace('["Works Two"]', "[]"), "without a name"),
        (ORDER.replace("day = 2017-03-23", "day = 2017"), "denial_order[0].event[0].day: "),
        ("surprise = 1\n" + ORDER, "`surprise`"),
    ],
)
def test_what_the_form_does_not_know_is_refused_by_name_and_line(text: str, said: str) -> None:
    with pytest.raises(ListRowRefused) as refused:
        read("own.toml", text)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "text",
    ["[[listing", "x = " + "[" * 100_000, "x = " + "9" * 10_000],
    ids=["cut off", "deep", "long"],
)
def test_what_is_no_toml_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableFile, match=r"own\.toml"):
        read("own.toml", text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[listing]]\n" + "a." * 50_000 + "a = 1", "a.toml:2: a key of more than 32 steps"),
        ("[[listing]]\n[" + "'a' . " * 50_000 + "a]", "a.toml:2: a key of more than 32 steps"),
        ("[[listing]]\n" * 1_500_000, "more than 16,777,216 characters"),
    ],
    ids=["key", "table", "length"],
)
@pytest.mark.timeout(20)
def test_what_would_stall_the_parser_is_refused_first(text: str, said: str) -> None:
    with pytest.raises(FileTooLarge, match=r"^a\.toml") as refused:
        read("a.toml", text)
    assert said in str(refused.value)


def refusal(text: str) -> str:
    """What reading says against the text; its name alone when it took it."""
    try:
        read("own.toml", text)
    except NavicertError as refused:
        return str(refused)
    return "own.toml"


VALUES = st.one_of(
    *(st.just(v) for v in ('"EL"', "[]", '["a"]', '[["a"]]', "2018-01-01", "1", "true", "{}")),
    st.text(st.characters(codec="ascii"), max_size=5),
)
KEYS = ("list", "names", "since", "countries", "reference", "persons", "event", "kind", "address")


@given(st.sampled_from(["listing", "denial_order"]), st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_whatever_the_file_holds_the_reader_answers_or_refuses(
    table: str, keys: dict[str, str]
) -> None:
    text = f"[[{table}]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())
    assert "own.toml" in refusal(text)
