from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.errors import UnknownActivity
from navicert.terms import activity
from navicert.terms.activity import DEEMED, SENDING, Activity


@given(st.sampled_from(list(Activity)))
def test_every_activity_is_read_as_people_write_it(one: Activity) -> None:
    assert one is activity.parse(activity.format(one))
    assert one is activity.parse(one.value.upper().replace("_", "-"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("in-country transfer", Activity.TRANSFER_IN_COUNTRY),
        ("repair", Activity.SERVICE),
        ("test", Activity.SERVICE),
        ("purchase", Activity.BUY),
        ("release", Activity.DEEMED_EXPORT),
        ("apply for licence", Activity.APPLY_FOR_LICENSE),
    ],
)
def test_everyday_words_have_a_meaning(written: str, meant: Activity) -> None:
    assert meant is activity.parse(written)


@pytest.mark.parametrize("text", ["", "exports", "import", "teleport"])
def test_another_word_is_refused(text: str) -> None:
    assert not activity.is_valid(text)
    with pytest.raises(UnknownActivity, match="is not an activity"):
        activity.parse(text)


def test_releases_are_among_what_is_sent_and_services_are_not() -> None:
    assert DEEMED <= SENDING
    assert Activity.SERVICE not in SENDING
