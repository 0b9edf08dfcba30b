from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from navicert.facts.identifier import Identifier
from navicert.facts.ownership import RegisterAsked, Stake, StakeSource, key
from navicert.facts.party import Address, Party
from navicert.parties.ownership import above as module
from navicert.parties.ownership.above import Above, above
from navicert.parties.ownership.majority import Question, bound_in
from navicert.parties.ownership.register import Entity, bare, numbers
from navicert.parties.ownership.shares import graph_of
from navicert.terms.identifier_kind import IdentifierKind
from tests.parties.ownership.graphs import HALF

DAY = date(2026, 7, 30)


class _Register:
    def __init__(self, entities: Sequence[Entity], *stakes: Stake) -> None:
        self.entities = entities
        self.stakes = stakes

    def named(self, keys: Sequence[str]) -> tuple[Entity, ...]:
        return tuple(one for one in self.entities if key(one.name) in keys)

    def alike(self, bares: Sequence[str]) -> tuple[Entity, ...]:
        return tuple(one for one in self.entities if bare(one.name) in bares)

    def numbered(self, told: Sequence[str]) -> tuple[Entity, ...]:
        return tuple(
            one for one in self.entities if set(numbers((one.id, *one.identifiers))) & set(told)
        )

    def above(self, ids: Sequence[str]) -> tuple[Stake, ...]:
        return tuple(one for one in self.stakes if one.owned_id in ids)


def _stake(owner: str, owned: str, share: str, register: str = "one") -> Stake:
    """Write ends as ``Name#id``."""
    (upper, upper_id), (lower, lower_id) = owner.split("#"), owned.split("#")
    source = StakeSource(register=register)
    return Stake(upper, lower, Decimal(share), owner_id=upper_id, owned_id=lower_id, source=source)


def _asked(party: Party, *registers: _Register, own: tuple[Stake, ...] = ()) -> Above:
    told = [
        (RegisterAsked(f"register {at}", None, str(at) * 64, 1, 1), one)
        for at, one in enumerate(registers)
    ]
    return above((party,), own, told, DAY)


def _bound(found: Above, party: str, own: tuple[Stake, ...] = ()) -> tuple[bool, bool]:
    graph = graph_of((*own, *found.stakes), DAY)
    sure, maybe = Question(("X",), HALF), Question(("X",), HALF, at_most=True)
    node = key(party)
    return node in bound_in(graph, sure).bound, node in bound_in(graph, maybe).bound


MIZAR = Party("Mizar Optics Ltd", (), Address(country="SG"))
CHAIN = (_stake("X#x", "Alcor#a", "50"), _stake("Alcor#a", "MIZAR OPTICS LTD.#m", "50"))


def test_a_party_is_found_by_its_name_and_all_above_it_comes() -> None:
    found = _asked(MIZAR, _Register([Entity("m", "MIZAR OPTICS LTD.", "SG")], *CHAIN))
    assert (True, True) == _bound(found, MIZAR.name)
    assert () == found.doubts
    assert [("m", "name", True)] == [
        (one.entity, one.by, one.sure) for one in found.asked[0].matched
    ]


def test_of_two_entities_of_one_name_each_is_a_doubt_and_its_owners_are_possible_ones() -> None:
    register = _Register(
        [Entity("m", "Mizar Optics Ltd", "SG"), Entity("n", "Mizar Optics Ltd", "SG")], *CHAIN
    )
    found = _asked(MIZAR, register)
    assert (False, True) == _bound(found, MIZAR.name)
    assert "SG, m" in found.doubts[0]
    assert "SG, n" in found.doubts[0]


def test_a_number_tells_two_entities_of_one_name_apart() -> None:
    register = _Register(
        [
            Entity("m", "Mizar Optics Ltd"),
            Entity("n", "Mizar Optics Ltd", identifiers=("99-12345",)),
        ],
        *CHAIN,
    )
    number = Identifier(IdentifierKind.REGISTRATION, "9912345")
    found = _asked(Party(MIZAR.name, (), identifiers=(number,)), register)
    assert (False, False) == _bound(found, MIZAR.name)
    assert () == found.doubts
    assert ["n"] == [one.entity for one in found.asked[0].matched]


def test_an_entity_of_another_country_is_not_surely_the_party() -> None:
    found = _asked(MIZAR, _Register([Entity("m", "Mizar Optics Ltd", "GB")], *CHAIN))
    assert (False, True) == _bound(found, MIZAR.name)
    assert 1 == len(found.doubts)


@pytest.mark.parametrize(
    ("there", "asked_of", "certain"),
    [("SG", "SG", True), ("sg", "SG", True), ("MY", "SG", False), ("", "SG", False)],
)
def test_a_legal_form_more_is_surely_the_party_where_the_country_agrees_and_else_a_doubt(
    there: str, asked_of: str, *, certain: bool
) -> None:
    register = _Register(
        [Entity("p", "Pure Holding", there)], _stake("X#x", "Pure Holding#p", "50")
    )
    found = _asked(Party("Pure Holding Ltd.", (), Address(country=asked_of)), register)
    assert (certain, True) == _bound(found, "Pure Holding Ltd.")
    assert certain is (found.doubts == ())
    assert ["name but for legal forms"] == [one.by for one in found.asked[0].matched]


def test_who_goes_by_the_exact_name_is_told_from_those_of_other_legal_forms() -> None:
    register = _Register(
        [Entity("a", "Pure Holding Ltd"), Entity("b", "Pure Holding GmbH")],
        _stake("X#x", "Pure Holding GmbH#b", "50"),
    )
    found = _asked(Party("PURE HOLDING, LTD.", ()), register)
    assert ((False, False), ()) == (_bound(found, "PURE HOLDING, LTD."), found.doubts)


def test_two_entities_of_the_name_but_for_legal_forms_are_doubts_in_one_country_too() -> None:
    some = [Entity("a", "Pure Holding LLC", "SG"), Entity("b", "Pure Holding GmbH", "SG")]
    register = _Register(some, _stake("X#x", "Pure Holding GmbH#b", "50"))
    found = _asked(Party("Pure Holding", (), Address(country="SG")), register)
    assert (False, True) == _bound(found, "Pure Holding")
    assert 1 == len(found.doubts)


def test_a_number_finds_the_party_whatever_its_legal_form_is() -> None:
    entity = Entity("p", "Pure Holding", identifiers=("1027700132195",))
    register = _Register([entity], _stake("X#x", "Pure Holding#p", "50"))
    number = Identifier(IdentifierKind.REGISTRATION, "1027700132195")
    found = _asked(Party("Pure Holding Ltd.", (), identifiers=(number,)), register)
    assert ((True, True), ()) == (_bound(found, "Pure Holding Ltd."), found.doubts)


def test_owners_of_one_name_within_a_register_stay_two() -> None:
    register = _Register(
        [Entity("m", "Mizar Optics Ltd")],
        _stake("X#x", "Holding#h1", "100"),
        _stake("Holding#h1", "Mizar Optics Ltd#m", "30"),
        _stake("Holding#h2", "Mizar Optics Ltd#m", "30"),
    )
    assert (False, False) == _bound(_asked(MIZAR, register), MIZAR.name)


def test_stakes_of_an_order_and_of_a_register_count_together() -> None:
    own = (Stake("X", "Mizar Optics Ltd", Decimal(25)),)
    register = _Register(
        [Entity("m", "Mizar Optics Ltd")],
        _stake("X#x", "Alcor#a", "50"),
        _stake("Alcor#a", "Mizar Optics Ltd#m", "25"),
    )
    assert (True, True) == _bound(_asked(MIZAR, register, own=own), MIZAR.name, own)


def test_a_stake_that_the_order_and_the_register_both_state_counts_once() -> None:
    own = (Stake("X", "Mizar Optics Ltd", Decimal(30)),)
    register = _Register(
        [Entity("m", "Mizar Optics Ltd")], _stake("X#x", "Mizar Optics Ltd#m", "30")
    )
    assert (False, False) == _bound(_asked(MIZAR, register, own=own), MIZAR.name, own)


def test_an_owner_that_the_order_names_is_followed_upward_in_the_register() -> None:
    own = (Stake("Alcor", "Mizar Optics Ltd", Decimal(50)),)
    register = _Register([Entity("a", "ALCOR")], _stake("X#x", "ALCOR#a", "50"))
    assert (True, True) == _bound(_asked(MIZAR, register, own=own), MIZAR.name, own)


def test_two_registers_may_each_know_a_part_of_the_chain() -> None:
    one = _Register(
        [Entity("m", "Mizar Optics Ltd")], _stake("Alcor#a", "Mizar Optics Ltd#m", "50")
    )
    other = _Register(
        [Entity("m", "Mizar Optics Ltd")],
        _stake("X#x", "Mizar Optics Ltd#m", "20", "other"),
    )
    assert (False, False) == _bound(_asked(MIZAR, one, other), MIZAR.name)


def test_a_circle_of_owners_ends() -> None:
    register = _Register(
        [Entity("m", "Mizar Optics Ltd")],
        _stake("Alcor#a", "Mizar Optics Ltd#m", "60"),
        _stake("Mizar Optics Ltd#m", "Alcor#a", "60"),
    )
    assert 2 == len(_asked(MIZAR, register).stakes)


def test_stakes_of_another_day_are_not_asked() -> None:
    gone = Stake("X", "Mizar Optics Ltd", HALF, until=date(2026, 7, 29), owner_id="x", owned_id="m")
    assert () == _asked(MIZAR, _Register([Entity("m", "Mizar Optics Ltd")], gone)).stakes


def test_more_owners_than_anybody_can_check_are_a_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_STAKES", 1)
    found = _asked(MIZAR, _Register([Entity("m", "MIZAR OPTICS LTD.", "SG")], *CHAIN))
    assert "more than 1 stakes" in found.doubts[0]


def test_a_party_that_a_register_does_not_know_is_named_and_no_doubt() -> None:
    register = _Register([Entity("p", "Pure Holding")], _stake("X#x", "Pure Holding#p", "50"))
    own = (Stake("Somebody", "Lemon Bakery", Decimal(50)),)
    found = _asked(Party("Lemon Bakery", ()), register, own=own)
    assert (("Lemon Bakery",), ()) == (found.asked[0].unknown_parties, found.doubts)
    assert () == _asked(Party("Pure Holding", ()), register).asked[0].unknown_parties


def _holding(owner: str, owned: str, share: str = "50") -> _Register:
    """A register of one stake, whose ids are the names."""
    return _Register(
        [Entity(owner, owner), Entity(owned, owned)],
        _stake(f"{owner}#{owner}", f"{owned}#{owned}", share),
    )


@pytest.mark.parametrize("turned", [False, True])
def test_a_chain_may_run_through_several_registers(*, turned: bool) -> None:
    chain = [_holding("X", "Upper"), _holding("Upper", "Middle"), _holding("Middle", MIZAR.name)]
    found = _asked(MIZAR, *(reversed(chain) if turned else chain))
    assert ((True, True), ()) == (_bound(found, MIZAR.name), found.doubts)


def test_a_chain_that_goes_back_to_a_register_is_followed_there_again() -> None:
    one = _Register(
        [Entity(name, name) for name in ("X", "Upper", "Middle", MIZAR.name)],
        _stake("X#X", "Upper#Upper", "50"),
        _stake("Middle#Middle", f"{MIZAR.name}#{MIZAR.name}", "50"),
    )
    assert (True, True) == _bound(_asked(MIZAR, one, _holding("Upper", "Middle")), MIZAR.name)


def test_registers_that_go_in_a_circle_come_to_an_end() -> None:
    found = _asked(MIZAR, _holding("Upper", MIZAR.name), _holding(MIZAR.name, "Upper"))
    assert ((False, False), ()) == (_bound(found, MIZAR.name), found.doubts)


def test_a_chain_to_and_fro_that_is_too_long_is_a_doubt() -> None:
    names = [f"N{at}" for at in range(40)]
    ends = list(zip(names, [MIZAR.name, *names], strict=False))
    halves = [
        _Register(
            [Entity(name, name) for name in (*names, MIZAR.name)],
            *(_stake(f"{owner}#{owner}", f"{owned}#{owned}", "50") for owner, owned in some),
        )
        for some in (ends[0::2], ends[1::2])
    ]
    assert (module.TOO_LONG,) == _asked(MIZAR, *halves).doubts
