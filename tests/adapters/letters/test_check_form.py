from __future__ import annotations

from datetime import date

import pytest

from navicert.adapters.letters import check_form
from navicert.errors import InputError, UnreadableFile
from navicert.undertakings.checks.check import ColumnKind, ParameterKind

GOOD = """
id = "told"
statement = "Each was told by {by}, {share} of them twice."
key = ["id"]
sql = "SELECT id FROM roster"

[parameters]
by = { type = "day", value = 2016-11-30 }
share = { type = "percent", value = 12.5 }

[tables.roster]
rows = { least = 1, most = 39 }
unique = [["id"]]
optional = ["name"]
columns = { id = "integer", name = "text" }
"""


def read(text: str, **values: object) -> object:
    return check_form.read(text.encode(), "told.toml", values)


def test_a_check_is_read_whole() -> None:
    check = check_form.read(GOOD.encode(), "told.toml", {"by": date(2017, 1, 1)})
    (table,) = check.tables
    assert ("1 to 39", (("id",),)) == (table.rows, table.unique)
    assert [(ColumnKind.INTEGER, False), (ColumnKind.TEXT, True)] == [
        (one.kind, one.optional) for one in table.columns
    ]
    assert [("by", ParameterKind.DAY, "2017-01-01"), ("share", ParameterKind.PERCENT, "12.5")] == [
        (one.name, one.kind, one.value) for one in check.parameters
    ]
    assert "Each was told by 2017-01-01, 12.5% of them twice." == check.told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "told"', 'id = "Told it"'),
        ('id = "told"', ""),
        ('key = ["id"]', "key = []"),
        ('sql = "SELECT id FROM roster"', 'sql = " "'),
        ('sql = "SELECT id FROM roster"', ""),
        ("{by}", "{day}"),
        ("rows = { least = 1, most = 39 }", ""),
        ("rows = { least = 1, most = 39 }", "rows = -1"),
        ("rows = { least = 1, most = 39 }", "rows = { least = 2, most = 1 }"),
        ("rows = { least = 1, most = 39 }", "rows = { least = 0 }"),
        ("rows = { least = 1, most = 39 }", "rows = 100001"),
        ('unique = [["id"]]', 'unique = [["no"]]'),
        ('optional = ["name"]', 'optional = ["no"]'),
        ('"integer"', '"number"'),
        ("name =", "ID ="),
        ("[tables.roster]", "[tables.Roster]"),
        ("[tables.roster]", '[tables."a; DROP"]'),
        ("value = 2016-11-30", 'value = "2016-11-30"'),
        ("value = 12.5", "value = 101"),
        ("value = 12.5", "value = -1"),
        ("value = 12.5", "value = nan"),
        ("value = 12.5", "value = true"),
        ('id = "told"', 'id = "told"\nseconds = 61'),
        ('id = "told"', 'id = "told"\nlimit = 1'),
        ("GOOD", "x = "),
    ],
)
def test_a_check_that_says_too_little_or_too_much_is_refused(old: str, new: str) -> None:
    text = new if old == "GOOD" else GOOD.replace(old, new)
    assert text != GOOD
    with pytest.raises(InputError, match=r"told\.toml"):
        read(text)


def test_a_value_that_the_check_does_not_take_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no parameter year"):
        read(GOOD, year=2016)
    with pytest.raises(UnreadableFile, match=r"parameters\.by: '2016' is no day"):
        read(GOOD, by=2016)
