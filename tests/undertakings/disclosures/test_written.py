from __future__ import annotations

import tomllib
from datetime import date

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from navicert.undertakings.disclosures.case import Attachment, Case, Involved
from navicert.undertakings.disclosures.written import template
from tests.undertakings.disclosures.cases import asked, asking, whole

TEXTS = st.text(max_size=40)


def read(text: str) -> Case:
    return msgspec.convert(tomllib.loads(text)["disclosure"], Case)


def test_what_is_said_reads_back_as_it_was() -> None:
    for case in (whole(), asking(asked(date(2026, 8, 1))), Case(id="x", discovered=date.min)):
        assert case == read(template(case))


@given(TEXTS, TEXTS, st.booleans())
def test_whatever_somebody_wrote_reads_back(what: str, name: str, known: bool) -> None:
    person = (Involved(name=name, address=what),)
    case = Case(id="x", discovered=date(2026, 3, 2), what=what, known_before=known, person=person)
    assert case == read(template(case))


def test_a_key_that_is_not_said_is_there_to_be_filled_in() -> None:
    text = template(Case(id="x", discovered=date(2026, 3, 2)))
    filled = text.replace("# [disclosure.contact]", "[disclosure.contact]")
    filled = filled.replace('# telephone = "..."', 'telephone = "1"')
    assert "1" == read(filled).contact.telephone
    for key in Case.__struct_fields__:
        assert f"{key} =" in text or f"disclosure.{key}]" in text


def test_digests_of_attachments_are_left_to_the_reader() -> None:
    one = Attachment(title="t", kind="other", file="a.txt", sha256="0" * 64, size=3)
    found = read(template(Case(id="x", discovered=date(2026, 3, 2), attachment=(one,))))
    assert (Attachment(title="t", kind="other", file="a.txt"),) == found.attachment
