"""XML as a stream: records come one by one, and only what the form has."""

from __future__ import annotations

import pytest

from navicert.errors import FileTooLarge, ListRowRefused, UnreadableFile
from navicert.parties.lists.xml_elements import MOST_DEPTH, Form, stream

FORM = Form("list", frozenset({"parties"}), frozenset({"party"}))


def read(text: str, size: int = 7) -> list[tuple[str, int, str]]:
    """Read records of which each has a name; the file comes in pieces of some bytes."""
    content = text.encode()
    pieces = (content[at : at + size] for at in range(0, len(content), size))
    root, *records = stream("a.xml", pieces, FORM)
    root.finish()
    return [(one.tag, one.line, one.word("name")) for one in records]


def test_records_come_with_their_lines_in_whatever_pieces_the_file_comes() -> None:
    text = (
        "<list><!-- a note --><parties>\n<party><name> A &amp; B </name></party>\n"
        '<x:party xmlns:x="urn:x"><x:name>C</x:name></x:party></parties></list>'
    )
    for size in (1, 7, 10_000):
        assert [("party", 2, "A & B"), ("party", 3, "C")] == read(text, size)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<list><ghost/></list>", "a.xml:1: ghost: no reader knows this element"),
        ("<other/>", "a.xml:1: other: no reader knows this element"),
        ('<list a="1"/>', "a.xml:1: list: no reader takes a;"),
        ("<list><party><name>A</name><name>B</name></party></list>", "name: it stands here twice"),
        ("<list><party><name><b>A</b></name></party></list>", "name: no reader takes b;"),
        ("<list><party><name>A</name>stray</party></list>", "party: text between its elements"),
        (f"<list><party><name>{'A' * 131_073}</name></party></list>", "longer than 131,072"),
    ],
)
def test_what_the_form_does_not_have_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ListRowRefused) as refused:
        read(text, 50_000)
    assert said in str(refused.value)


def test_depth_has_a_limit() -> None:
    within = MOST_DEPTH - 2
    with pytest.raises(FileTooLarge, match=f"more than {MOST_DEPTH} elements within one another"):
        read(f"<list><party>{'<a>' * (within + 1)}{'</a>' * (within + 1)}</party></list>")


@pytest.mark.parametrize("text", ["", "<list>", "<list></lists>", "list", "<list>&a;</list>"])
def test_what_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.xml(:\d+)?: not whole XML: "):
        read(text)


def test_a_document_type_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="it has a document type"):
        read("<!DOCTYPE list [<!ENTITY a 'b'>]><list/>")
