"""Who is called exactly as a list writes it is met, however little its words say."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from navicert.facts.listing import ListedName, Listing, PartyType
from navicert.facts.party import Party
from navicert.facts.standing import Capacity, Standing, Strength
from navicert.parties.lists.snapshot import Snapshot
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.terms.list_code import ListCode

DAY = date(2025, 10, 10)
WORDS = (
    *("e", "y", "de", "al", "a", "one", "two", "seven", "2", "7", "and", "the", "kim", "li", "ali"),
    *("wang", "sun", "bank", "shipping", "trade", "trading", "general", "company", "group", "new"),
)
FORMS = ("", " Ltd", " LLC", " Co., Ltd.", " GmbH")
BARE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
NAMES = st.lists(st.builds(str.__add__, BARE, st.sampled_from(FORMS)), min_size=1, max_size=8)
TYPES = st.sampled_from([PartyType.PERSON, PartyType.ENTITY, PartyType.UNKNOWN])
OTHER_WAYS = (str, str.upper, str.title, lambda name: f"  {name.replace(' ', ' - ')}. ")


def listed(names: list[str], kind: PartyType) -> Watch:
    entries = tuple(
        Listing(ListCode.EL, str(place), (ListedName(name),), kind, since=date(2020, 1, 1))
        for place, name in enumerate(names)
    )
    return Watch.of([Snapshot("OWN", "Ours", "", None, "", entries, (), ())])


def same(standing: Standing, capacity: Capacity) -> set[str]:
    return {
        match.listed_name
        for match in standing.matches
        if match.strength is Strength.SAME and match.capacity is capacity
    }


@settings(deadline=None)
@given(NAMES, TYPES, st.data())
def test_a_listed_name_is_met_by_itself_at_the_threshold_of_a_check(
    names: list[str], kind: PartyType, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(names))
    asked = data.draw(st.sampled_from(OTHER_WAYS))(name)
    watch = listed(names, kind)
    assert name in same(standing_of(Party(asked, ()), watch, DAY), Capacity.ITSELF)
    owned = Party("Quillfeather Optics", (), owned_by=(asked,))
    assert name in same(standing_of(owned, watch, DAY), Capacity.OWNED_BY)


@settings(deadline=None)
@given(NAMES, st.sampled_from(FORMS), st.data())
def test_a_listed_name_with_another_legal_form_is_met(
    names: list[str], form: str, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(names))
    found = standing_of(Party(name + form, ()), listed(names, PartyType.ENTITY), DAY)
    met = {other.listed_name for one in found.matches for other in one.names}
    assert name in met or found.nameless == (name + form,)
