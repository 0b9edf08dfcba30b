"""Whatever comes in, a transaction or one of the house's own errors comes out, and soon."""

from __future__ import annotations

import json
from datetime import timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from navicert.adapters.orders.read import Form, read_bytes
from navicert.adapters.templates.orders import template
from navicert.casework.intake import intake
from navicert.casework.order import keys
from navicert.errors import NavicertError
from navicert.facts.transaction import Transaction

FORMS = st.sampled_from([None, *Form])
KNOWN = sorted(
    {key.name for group in vars(keys).values() if isinstance(group, tuple) for key in group}
)
WORDS = st.sampled_from(
    ["US", "NO", "3A001.a.7", "export", "yes", "2026-07-30", "USD", "end_user", ""]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KNOWN) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=30,
)


def outcome(data: bytes, form: Form | None) -> Transaction | NavicertError:
    try:
        return intake(read_bytes(data, "order", form))
    except NavicertError as error:
        return error


@settings(deadline=timedelta(seconds=5), max_examples=150)
@given(
    st.binary(max_size=500)
    | st.text(max_size=500).map(lambda text: text.encode("utf-8", "ignore")),
    FORMS,
)
@example(b"PK\x05\x06" + bytes(18), Form.XLSX)
def test_any_bytes_give_an_order_or_an_error_of_the_house(data: bytes, form: Form | None) -> None:
    assert isinstance(outcome(data, form), Transaction | NavicertError)


@settings(deadline=timedelta(seconds=5), max_examples=150)
@given(st.dictionaries(st.sampled_from([key.name for key in keys.ORDER]), VALUES, max_size=12))
def test_any_json_gives_an_order_or_an_error_of_the_house(content: dict[str, object]) -> None:
    assert isinstance(outcome(json.dumps(content).encode(), Form.JSON), Transaction | NavicertError)


@settings(deadline=timedelta(seconds=5), max_examples=150)
@given(st.data())
def test_a_template_with_some_bytes_changed_gives_one_or_the_other(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(Form))
    changed = bytearray(TEMPLATES[form])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    assert isinstance(outcome(bytes(changed), form), Transaction | NavicertError)


TEMPLATES = {form: template(form) for form in Form}
