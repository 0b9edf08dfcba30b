"""A record's leaf holds every field of the record."""

from dataclasses import replace

from navicert.records.record import Record

RECORD = Record(3, "determination", "A-1", "2026-11-01T12:00:00Z", b"{}")


def test_every_field_is_under_the_proof() -> None:
    others = (
        replace(RECORD, index=4),
        replace(RECORD, kind="note"),
        replace(RECORD, subject="A-2"),
        replace(RECORD, recorded_at="2026-11-01T12:00:01Z"),
        replace(RECORD, content=b"[]"),
    )
    assert 6 == len({RECORD.leaf(), *(other.leaf() for other in others)})


def test_the_leaf_does_not_show_the_content() -> None:
    assert b"secret" not in replace(RECORD, content=b"secret").leaf()
