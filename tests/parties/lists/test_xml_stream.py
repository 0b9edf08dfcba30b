"""XML as a stream: records come one by one, within bounds, and only what the form has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from navicert.errors import FileTooLarge, ListRowRefused, UnreadableFile
from navicert.parties.lists.unpack import LONGEST_TEXT
from navicert.parties.lists.xml_stream import MOST_DEPTH, MOST_ELEMENTS, Form, records

MANY = "".join(f" b{n}=''" for n in range(201))
FORM = Form("list", frozenset({"parties"}), frozenset({"party"}))


def read(text: str, size: int = 50_000) -> list[tuple[int, int]]:
    """Give line and number of children of the root and each record; the file comes in pieces."""
    content = text.encode()
    pieces = (content[at : at + size] for at in range(0, len(content), size))
    return [(one.sourceline or 0, len(one)) for one in records("a.xml", pieces, FORM)]


def test_records_come_whole_in_whatever_pieces_the_file_comes() -> None:
    text = "<list><parties>\n<party><a/><b/></party>\n<party><c><d/></c></party></parties></list>"
    for size in (1, 7, 10_000):
        assert [(2, 2), (3, 1)] == read(text, size)[1:]


def test_a_record_is_let_go_when_the_next_is_asked_for() -> None:
    pieces = (b"<list>", *[b"<party><a/></party>"] * 9, b"</list>")
    found = records("a.xml", pieces, FORM)
    root = next(found)
    assert max(len(root) for _ in found) <= 2


@pytest.mark.parametrize("text", ["<list><ghost/></list>", "<ghost/>", "<party/>"])
def test_what_the_form_does_not_have_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(ListRowRefused, match=r"^a\.xml:1: (ghost|party): no reader knows"):
        read(text)


@pytest.mark.parametrize(
    ("within", "said"),
    [
        ("<a>" * (MOST_DEPTH - 1), f"more than {MOST_DEPTH} elements within one another"),
        ("<a/>" * (MOST_ELEMENTS + 1), "a record of more than 50,000 elements"),
        (f"<a>{'A' * (LONGEST_TEXT + 1)}</a>", "a text of 131,073 characters"),
        (
            f"<a{MANY}/>",
            "an element of more than 200 attributes",
        ),
        (f"<a b='{'A' * (LONGEST_TEXT + 1)}'/>", "a text of 131,073 characters"),
        (f"<a/>{'A' * (LONGEST_TEXT + 1)}", "a text of 131,073 characters"),
        ("A" * (LONGEST_TEXT + 1), "a text of 131,073 characters"),
    ],
    ids=["depth", "elements", "attributes", "text", "attribute", "tail", "own text"],
)
def test_everything_has_a_limit(within: str, said: str) -> None:
    with pytest.raises(FileTooLarge) as refused:
        read(f"<list><party>{within}</party></list>")
    assert said in str(refused.value)


def test_elements_outside_of_records_are_few() -> None:
    assert 1 == len(read(f"<list>{'<parties/>' * 999}</list>"))
    with pytest.raises(FileTooLarge, match="more than 1,000 elements outside records"):
        read(f"<list>{'<parties/>' * 1_000}</list>")


ENDLESS = {
    "nested tags": (b"<list>", b"<parties>" * 100_000),
    "nested tags of a record": (b"<list><party>", b"<a>" * 300_000),
    "empty elements": (b"<list>", b"<parties/>" * 100_000),
    "elements of a record": (b"<list><party>", b"<a/>" * 250_000),
    "one tag": (b"<list ", b"a" * 1_000_000),
    "attributes": (b"<list ", b" ".join(b'a%d=""' % n for n in range(90_000))),
    "a text": (b"<list><party>", b"a>" * 500_000),
    "blanks": (b"<list>", b" " * 1_000_000),
    "a comment": (b"<list><!--", b"a" * 1_000_000),
    "an instruction": (b"<list><?x ", b"a" * 1_000_000),
    "a section": (b"<list><party><![CDATA[", b"a>" * 500_000),
}
GIGABYTE = 1_000
"""Pieces of a million bytes."""


@pytest.mark.parametrize(("start", "piece"), ENDLESS.values(), ids=ENDLESS)
def test_of_a_gigabyte_that_never_ends_only_the_beginning_is_read(
    start: bytes, piece: bytes
) -> None:
    asked = 0

    def pieces() -> Iterator[bytes]:
        nonlocal asked
        yield start
        for asked in range(1, GIGABYTE + 1):  # noqa: B007 - counted for the assertion below
            yield piece

    with pytest.raises((FileTooLarge, UnreadableFile), match=r"^a\.xml"):
        list(records("a.xml", pieces(), FORM))
    assert asked <= 12


def test_what_is_just_within_the_limits_is_read() -> None:
    deep = MOST_DEPTH - 2
    within = f"{'<a>' * deep}{'A' * LONGEST_TEXT}{'</a>' * deep}{'<b/>' * (MOST_ELEMENTS - deep)}"
    assert [(1, 1 + MOST_ELEMENTS - deep)] == read(f"<list><party>{within}</party></list>")[1:]


@pytest.mark.parametrize("text", ["", "<list>", "<list></lists>", "list", "<list>&a;</list>"])
def test_what_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile, match=r"^a\.xml(:\d+)?: not whole XML: "):
        read(text)


def test_a_document_type_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="it has a document type"):
        read("<!DOCTYPE list [<!ENTITY a 'b'>]><list/>")
