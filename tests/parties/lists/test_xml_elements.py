"""XML read by name: what the form does not have, and what nobody takes, is refused."""

from __future__ import annotations

import pytest

from navicert.errors import ListRowRefused
from navicert.parties.lists.xml_elements import stream
from navicert.parties.lists.xml_stream import Form

FORM = Form("list", frozenset({"parties"}), frozenset({"party"}))


def read(text: str) -> list[tuple[str, int, str]]:
    """Read records of which each has a name."""
    root, *records = stream("a.xml", (text.encode(),), FORM)
    root.finish()
    return [(one.tag, one.line, one.word("name")) for one in records]


def test_records_have_their_lines_and_their_names_whatever_the_namespace() -> None:
    text = (
        "<list><!-- a note --><parties>\n<party><name> A &amp; B </name></party>\n"
        '<x:party xmlns:x="urn:x"><x:name>C</x:name></x:party></parties></list>'
    )
    assert [("party", 2, "A & B"), ("party", 3, "C")] == read(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<list a="1"/>', "a.xml:1: list: no reader takes a;"),
        ("<list><party><name>A</name><name>B</name></party></list>", "name: it stands here twice"),
        ("<list><party><name><b>A</b></name></party></list>", "name: no reader takes b;"),
        ("<list><party><name>A</name>stray</party></list>", "party: text between its elements"),
    ],
)
def test_what_nobody_takes_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ListRowRefused) as refused:
        read(text)
    assert said in str(refused.value)
