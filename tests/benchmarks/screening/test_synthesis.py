from __future__ import annotations

from benchmarks.screening.queries import Listed
from benchmarks.screening.synthesis import grown

REAL = (
    Listed("1", "person", ("Ivan Petrov", "Petrov")),
    Listed("2", "entity", ("Atlas Trading Co",)),
)


def names(parties: object) -> list[str]:
    assert isinstance(parties, list | tuple)
    return [name for party in parties for name in party.names]


def test_a_list_grows_to_the_number_of_names_and_keeps_the_real_ones() -> None:
    many = names(grown(REAL, 50))
    assert (50, names(REAL)) == (len(many), many[:3])


def test_made_up_names_have_the_words_of_real_ones_of_their_type() -> None:
    made = grown(REAL, 50)[2:]
    persons = {word for one in made if one.is_person for word in one.names[0].split()}
    others = {word for one in made if not one.is_person for word in one.names[0].split()}
    assert ({"Ivan", "Petrov"}, {"Atlas", "Trading", "Co"}) == (persons, others)


def test_the_same_list_grows_in_the_same_way() -> None:
    assert grown(REAL, 40) == grown(REAL, 40)


def test_a_list_can_be_cut_and_left_alone() -> None:
    assert ["Ivan Petrov", "Petrov"] == names(grown(REAL, 2))
    assert REAL == grown(REAL, 0)
