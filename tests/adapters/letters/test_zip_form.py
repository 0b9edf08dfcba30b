"""Every member of a bundle cut, swapped, doubled or left out is named with the file."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.adapters.letters.zip_form import MANIFEST, PDF
from tests.casework.test_verify_certification import packed, verified

Part = tuple[str, bytes]


def parts() -> list[Part]:
    with zipfile.ZipFile(io.BytesIO(packed())) as archive:
        return [(one.filename, archive.read(one)) for one in archive.infolist()]


NAMES = [name for name, _ in parts()]


def zipped(members: list[Part], way: int = zipfile.ZIP_STORED) -> bytes:
    whole = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(whole, "w", way) as archive:
        warnings.simplefilter("ignore", UserWarning)
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, way)
    return whole.getvalue()


def faults(data: bytes) -> tuple[str, ...]:
    return verified(data).faults


def test_the_members_written_as_they_are_make_the_bundle() -> None:
    assert packed() == zipped(parts())


@pytest.mark.parametrize("name", NAMES)
def test_a_member_that_is_missing_cut_or_doubled_is_named(name: str) -> None:
    others = [one for one in parts() if one[0] != name]
    assert all(name in one for one in faults(zipped(others)))
    for kept in (0, 1, -1):
        cut = [(one, told[:kept] if one == name else told) for one, told in parts()]
        assert all(name in one for one in faults(zipped(cut)))
        assert faults(zipped(cut))
    content = dict(parts())[name]
    for again in (content, content + b"x"):
        (fault,) = faults(zipped([*parts(), (name, again)]))
        assert f"letter.zip: {name} is in it 2 times" == fault


def test_members_that_are_swapped_are_named() -> None:
    first, second = [name for name in NAMES if name.startswith("evidence/")]
    told = dict(parts()) | {first: dict(parts())[second], second: dict(parts())[first]}
    assert {first, second} == {one.split(":")[0] for one in faults(zipped([*told.items()]))}
    (fault,) = faults(zipped(parts()[::-1]))
    assert "is altered, in what holds" in fault


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "evidence/../x", "evidence/" + "0" * 63, "x\\y"]
)
def test_a_member_of_another_place_is_refused_by_name(name: str) -> None:
    (fault,) = faults(zipped([*parts(), (name, b"x")]))
    assert "belongs to no bundle" in fault
    assert fault.startswith("letter.zip: ")


def test_what_would_unpack_to_more_is_not_unpacked() -> None:
    huge = ("evidence/" + "0" * 64, bytes(64_000_000))
    (fault,) = faults(zipped([*parts(), huge], zipfile.ZIP_DEFLATED))
    assert "it would unpack to 64," in fault
    (fault,) = faults(zipped([(PDF, b""), (MANIFEST, b"{" * 3)], zipfile.ZIP_DEFLATED))
    assert "is compressed" in fault


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "are no JSON"),
        (b"null", "has the format"),
        (b"[]", "has the format"),
        (b"[" * 100_000, "are no JSON"),
        (b'{"format":"navicert.bundle/1"}', "ask for a new export"),
        (b'{"format":"navicert.bundle/2"}', "a key is missing or of another kind"),
        (b'{"format":"navicert.bundle/2","manifest":[]}', "a key is missing or of another kind"),
        (b"\xff", "are no JSON"),
    ],
)
def test_a_manifest_that_cannot_be_read_says_why(content: bytes, says: str) -> None:
    (fault,) = faults(zipped([(MANIFEST, content), *parts()[1:]]))
    assert fault.startswith("letter.zip: certification.json ")
    assert says in fault


def test_a_file_that_was_cut_or_is_another_one_is_told_as_such() -> None:
    assert "cut short or damaged" in faults(packed()[: len(packed()) // 2])[0]
    assert "are no ZIP file" in faults(b"hello")[0]
    assert "1 bytes follow its end" in faults(packed() + b"x")[0]


@given(st.data())
def test_a_changed_byte_is_always_found_and_the_file_named(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(packed()) - 1))
    changed = bytearray(packed())
    changed[at] ^= data.draw(st.integers(1, 255))
    found = faults(bytes(changed))
    assert found
    for one in found:
        assert one.startswith(("letter.zip: ", "letter.pdf: ", "evidence/"))


@given(st.data())
def test_a_file_that_was_cut_anywhere_is_found(data: st.DataObject) -> None:
    (fault,) = faults(packed()[: data.draw(st.integers(0, len(packed()) - 1))])
    assert fault.startswith("letter.zip: ")
