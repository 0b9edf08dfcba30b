"""The log on disk: appended to, read, proved whole, and every alteration of it named."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

from navicert.bootstrap import open_desk
from navicert.casework.ports import Desk
from navicert.errors import RecordAltered, RecordError, StateUnusable
from navicert.records import checkpoint, merkle

ENTRIES = 6


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    with open_desk(home) as desk:
        yield desk


@pytest.fixture
def filled(desk: Desk) -> Desk:
    for number in range(ENTRIES):
        desk.records.append(f'{{"number":{number}}}'.encode(), "determination", f"A-{number}")
    return desk


def tamper(desk: Desk, *statements: str) -> None:
    desk.close()
    with closing(sqlite3.connect(desk.home / "navicert.db")) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def first_altered(desk: Desk, *kept: str) -> int:
    with pytest.raises(RecordAltered) as caught:
        desk.records.verify(kept)
    assert str(caught.value.index) in str(caught.value)
    return caught.value.index


def test_a_log_that_was_never_written_is_whole_and_leaves_nothing_on_disk(desk: Desk) -> None:
    assert (0, merkle.EMPTY_ROOT) == (desk.records.verify().size, desk.records.verify().root)
    assert [] == list(desk.records.entries())
    with pytest.raises(IndexError, match="no entry 0"):
        desk.records.read(0)
    assert not desk.home.exists()


def test_a_receipt_says_where_the_entry_went_and_what_was_signed(filled: Desk) -> None:
    receipt = filled.records.append(b"{}", "note", "A-7")
    key = checkpoint.parse_key((filled.home / "keys" / "log.pub").read_text())
    signed = checkpoint.parse(receipt.checkpoint, key)
    assert (ENTRIES, ENTRIES + 1) == (receipt.index, receipt.size)
    assert (receipt.size, receipt.root) == (signed.size, signed.root)
    leaf = filled.records.read(ENTRIES).leaf()
    assert merkle.leaf_hash(leaf) == receipt.leaf_hash
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z", receipt.recorded_at)


def test_what_was_appended_comes_back_in_order(filled: Desk) -> None:
    entries = list(filled.records.entries())
    assert [f"A-{number}" for number in range(ENTRIES)] == [entry.subject for entry in entries]
    assert [filled.records.read(index) for index in range(ENTRIES)] == entries
    assert b'{"number":3}' == entries[3].content


def test_a_log_opened_again_goes_on_where_it_was(filled: Desk) -> None:
    before = filled.records.verify()
    filled.close()
    with open_desk(filled.home) as again:
        assert before == again.records.verify()
        assert before.size == again.records.append(b"{}", "note", "more").index
        assert before.size + 1 == again.records.verify().size


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE record_entry SET content = x'7b7d' WHERE position = 2",
        "UPDATE record_entry SET subject = 'A-9' WHERE position = 2",
        "UPDATE record_entry SET kind = 'note' WHERE position = 2",
        "UPDATE record_entry SET recorded_at = '2020-01-01T00:00:00Z' WHERE position = 2",
        "UPDATE record_entry SET leaf_hash = zeroblob(32) WHERE position = 2",
        "UPDATE record_checkpoint SET signed = replace(signed, 'navi', 'navy') WHERE size = 3",
        "DELETE FROM record_checkpoint WHERE size = 3",
        "DELETE FROM record_entry WHERE position = 2",
        "DELETE FROM record_entry WHERE position >= 2",
    ],
)
def test_what_is_altered_in_the_database_is_named(filled: Desk, change: str) -> None:
    tamper(filled, change)
    assert 2 == first_altered(filled)


def test_entries_that_changed_places_are_named(filled: Desk) -> None:
    swap = "UPDATE record_entry SET position = CASE position WHEN -1 THEN 4 ELSE 1 END"
    tamper(
        filled,
        "UPDATE record_entry SET position = -1 WHERE position = 1",
        f"{swap} WHERE position = 4",
        f"{swap} WHERE position = -1",
    )
    assert 1 == first_altered(filled)


def test_a_tail_cut_with_its_checkpoints_is_missed_by_the_file_beside_the_database(
    filled: Desk,
) -> None:
    tamper(
        filled,
        "DELETE FROM record_entry WHERE position >= 4",
        "DELETE FROM record_checkpoint WHERE size > 4",
    )
    assert 4 == first_altered(filled)


def test_a_database_that_is_gone_is_missed_by_the_file_beside_it(filled: Desk) -> None:
    filled.close()
    for file in filled.home.glob("navicert.db*"):
        file.unlink()
    assert 0 == first_altered(filled)
    with pytest.raises(RecordAltered):
        filled.records.append(b"{}", "note", "as if nothing had been")


def test_a_cut_log_is_not_appended_to(filled: Desk) -> None:
    tamper(filled, "DELETE FROM record_entry WHERE position = 5")
    with pytest.raises(RecordAltered) as caught:
        filled.records.append(b"{}", "note", "over the gap")
    assert 5 == caught.value.index


def test_an_altered_entry_is_not_given_out(filled: Desk) -> None:
    tamper(filled, "UPDATE record_entry SET content = x'7b7d' WHERE position = 2")
    with pytest.raises(RecordAltered, match="entry 2 is altered"):
        filled.records.read(2)


def test_a_damaged_frontier_is_made_again_from_the_entries(filled: Desk) -> None:
    tamper(filled, "UPDATE record_frontier SET peaks = zeroblob(64)")
    filled.records.append(b"{}", "note", "A-7")
    tamper(filled, "DELETE FROM record_frontier")
    filled.records.append(b"{}", "note", "A-8")
    assert ENTRIES + 2 == filled.records.verify().size


def test_a_file_that_lags_by_a_crash_is_no_alteration(filled: Desk) -> None:
    newest = filled.home / "records.checkpoint"
    before = newest.read_bytes()
    filled.records.append(b"{}", "note", "A-7")
    newest.write_bytes(before)
    assert ENTRIES + 1 == filled.records.verify().size
    filled.records.append(b"{}", "note", "A-8")
    newest.unlink()
    filled.records.append(b"{}", "note", "A-9")
    assert ENTRIES + 3 == filled.records.verify().size


def test_a_checkpoint_kept_elsewhere_is_held_against_the_log(filled: Desk) -> None:
    kept = filled.records.append(b"{}", "note", "A-7").checkpoint
    assert ENTRIES + 1 == filled.records.verify((kept,)).size
    with pytest.raises(RecordError, match="not a signed checkpoint"):
        filled.records.verify(("something else",))


def test_the_private_key_is_for_its_owner_alone(filled: Desk) -> None:
    assert 0o600 == (filled.home / "keys" / "log.key").stat().st_mode & 0o777
    assert 0o700 == (filled.home / "keys").stat().st_mode & 0o777
    assert 0o600 == (filled.home / "navicert.db").stat().st_mode & 0o777


def test_a_copy_without_the_private_key_verifies_and_does_not_append(filled: Desk) -> None:
    filled.close()
    (filled.home / "keys" / "log.key").unlink()
    with open_desk(filled.home) as again:
        assert ENTRIES == again.records.verify().size
        with pytest.raises(StateUnusable, match=r"log\.key: missing"):
            again.records.append(b"{}", "note", "A-7")


def test_a_key_that_does_not_fit_the_log_is_refused(filled: Desk) -> None:
    with open_desk(filled.home.with_name(f"{filled.home.name}-other")) as other:
        other.records.append(b"{}", "note", "A-1")
        foreign = (other.home / "keys" / "log.key").read_bytes()
    filled.close()
    (filled.home / "keys" / "log.key").write_bytes(foreign)
    with open_desk(filled.home) as again, pytest.raises(StateUnusable, match="not the key"):
        again.records.append(b"{}", "note", "A-7")


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("keys/log.pub", r"log\.pub: not the key"),
        ("records.checkpoint", r"records\.checkpoint: damaged"),
    ],
)
def test_a_damaged_file_is_named(filled: Desk, file: str, message: str) -> None:
    filled.close()
    (filled.home / file).write_bytes(b"\xff garbage")
    with open_desk(filled.home) as again, pytest.raises(StateUnusable, match=message):
        again.records.verify()


OTHER_KIND = ec.generate_private_key(ec.SECP256R1()).private_bytes(
    Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
)


@pytest.mark.parametrize("content", [b"garbage", OTHER_KIND], ids=["garbage", "another kind"])
def test_a_damaged_private_key_is_named(filled: Desk, content: bytes) -> None:
    filled.close()
    (filled.home / "keys" / "log.key").write_bytes(content)
    with open_desk(filled.home) as again, pytest.raises(StateUnusable, match=r"log\.key: not"):
        again.records.append(b"{}", "note", "A-7")


@given(st.data())
def test_any_flipped_byte_of_any_entry_is_named(
    altered: Callable[[int, str, int], int], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, ENTRIES - 1))
    column = data.draw(st.sampled_from(["content", "leaf_hash"]))
    place = data.draw(st.integers(0, 11))
    assert index == altered(index, column, place)


@pytest.fixture(scope="module")
def altered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int, str, int], int]:
    """Flip a byte, ask which entry is altered, and flip it back."""
    home = tmp_path_factory.mktemp("state")
    with open_desk(home) as desk:
        for number in range(ENTRIES):
            desk.records.append(f'{{"number":{number}}}'.encode(), "note", str(number))

    def flip(index: int, column: str, place: int) -> None:
        with closing(sqlite3.connect(home / "navicert.db")) as raw:
            found = f"SELECT {column} FROM record_entry WHERE position = ?"  # noqa: S608 - ours
            value = bytearray(raw.execute(found, (index,)).fetchone()[0])
            value[place] ^= 1
            change = f"UPDATE record_entry SET {column} = ? WHERE position = ?"  # noqa: S608 - ours
            raw.execute(change, (bytes(value), index))
            raw.commit()

    def ask(index: int, column: str, place: int) -> int:
        flip(index, column, place)
        with open_desk(home) as desk:
            named = first_altered(desk)
        flip(index, column, place)
        return named

    return ask


APPENDING = """
import sys, time
from pathlib import Path
from navicert.bootstrap import open_desk
home, name, start = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
sys.stdout.write("ready\\n"); sys.stdout.flush()
while not start.exists():
    time.sleep(0.001)
with open_desk(home) as desk:
    for number in range(25):
        desk.records.append(str(number).encode(), "note", name)
"""


def test_processes_that_append_at_once_to_a_new_log_take_turns(home: Path, tmp_path: Path) -> None:
    start = tmp_path / "start"
    command = [sys.executable, "-c", APPENDING, str(home)]
    writers = [
        subprocess.Popen([*command, f"writer {n}", str(start)], stdout=subprocess.PIPE)
        for n in range(4)
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert b"ready\n" == writer.stdout.readline()
    start.touch()
    assert [0, 0, 0, 0] == [writer.wait() for writer in writers]
    for writer in writers:
        assert writer.stdout is not None
        writer.stdout.close()
    with open_desk(home) as desk:
        assert 100 == desk.records.verify().size
        entries = list(desk.records.entries())
    numbers = [int(entry.content) for entry in entries if entry.subject == "writer 2"]
    assert list(range(25)) == numbers
    assert 100 == len({sha256(entry.leaf()).digest() for entry in entries})


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE record_entry SET content = replace(content, '2', '3') WHERE position = 2",
        "UPDATE record_entry SET content = 7 WHERE position = 2",
        "UPDATE record_entry SET leaf_hash = 'text' WHERE position = 2",
        "UPDATE record_entry SET kind = x'00' WHERE position = 2",
        "UPDATE record_checkpoint SET signed = x'00' WHERE size = 3",
    ],
)
def test_a_value_of_another_type_is_an_altered_entry(filled: Desk, change: str) -> None:
    tamper(filled, change)
    assert 2 == first_altered(filled)
    with open_desk(filled.home) as again, pytest.raises(RecordAltered) as caught:
        again.records.append(b"{}", "note", "on top of it")
    assert 2 == caught.value.index


def test_an_entry_that_became_text_is_not_given_out(filled: Desk) -> None:
    tamper(filled, "UPDATE record_entry SET content = replace(content, '2', '3')")
    with pytest.raises(RecordAltered, match="entry 2 is altered: content of another type"):
        filled.records.read(2)
    with pytest.raises(RecordAltered, match="entry 0 is altered"):
        list(filled.records.of_kinds(("determination",)))


def test_an_altered_entry_is_not_appended_to(filled: Desk) -> None:
    tamper(filled, "UPDATE record_entry SET content = x'7b7d' WHERE position = 1")
    with (
        open_desk(filled.home) as again,
        pytest.raises(RecordAltered, match="entry 1 is altered"),
    ):
        again.records.append(b"{}", "note", "on top of it")
    assert ENTRIES == len(list(filled.records.entries()))


def test_a_frontier_of_another_type_is_built_anew(filled: Desk) -> None:
    tamper(filled, "UPDATE record_frontier SET peaks = 'text'")
    assert ENTRIES == filled.records.append(b"{}", "note", "more").index
    assert ENTRIES + 1 == filled.records.verify().size


def test_a_key_without_a_log_says_that_the_log_is_gone(filled: Desk) -> None:
    filled.close()
    for file in (*filled.home.glob("navicert.db*"), filled.home / "records.checkpoint"):
        file.unlink()
    with pytest.raises(RecordAltered, match=r"there is a key .* but no log"):
        filled.records.verify()
    with pytest.raises(RecordAltered, match="but no log"):
        filled.records.append(b"{}", "note", "as if nothing had been")


def test_a_key_that_never_signed_is_no_log_that_is_gone(desk: Desk) -> None:
    desk.records.append(b"{}", "note", "one")
    desk.close()
    for file in (*desk.home.glob("navicert.db*"), desk.home / "records.checkpoint"):
        file.unlink()
    (desk.home / "keys" / "log.unused").touch()
    assert 0 == desk.records.verify().size
    assert 0 == desk.records.append(b"{}", "note", "again").index
    assert not (desk.home / "keys" / "log.unused").exists()
