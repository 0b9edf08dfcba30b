"""Long files come line by line, bounded, and what is no text is refused where it stands."""

from __future__ import annotations

import gzip

import pytest

from navicert.errors import FileTooLarge, UnreadableFile
from navicert.parties.lists.unpack import lines_of, parts_of

LONGEST = 100


def lines(*pieces: bytes) -> list[str]:
    return list(lines_of("a.json", pieces, LONGEST))


@pytest.mark.parametrize("cut", range(15))
def test_where_the_pieces_are_cut_does_not_matter(cut: int) -> None:
    content = b"\xef\xbb\xbfa\xc3\xa4\r\n\nlast\n"
    assert ["a\u00e4", "", "last"] == lines(content[:cut], content[cut:])


def test_an_archive_is_read_piece_by_piece() -> None:
    content = b"\n".join(b"%d" % number for number in range(500_000))
    found = list(lines_of("a.json.gz", parts_of("a.json.gz", gzip.compress(content)), LONGEST))
    assert [str(number) for number in range(500_000)] == found


@pytest.mark.parametrize("pieces", [(b"a\n", b"b" * 101), (b"a\n" + b"b" * 101 + b"\n",)])
def test_a_line_without_end_is_refused_by_its_number(pieces: tuple[bytes, ...]) -> None:
    with pytest.raises(FileTooLarge, match=r"a\.json:2: a line of more than 100 bytes"):
        lines(*pieces)


def test_a_nul_is_refused_by_its_line() -> None:
    with pytest.raises(UnreadableFile, match=r"a\.json:3: a NUL"):
        lines(b"a\nb\nc\0\n")


def test_another_encoding_is_refused_by_its_line() -> None:
    with pytest.raises(UnreadableFile, match=r"a\.json:2: not UTF-8"):
        lines(b"a\n\xe4\n")
