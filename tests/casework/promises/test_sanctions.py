from __future__ import annotations

from datetime import date
from pathlib import Path

from navicert.casework.promises.sanctions import sanctions
from navicert.undertakings.instruments.reader import read

ZTE = Path(__file__).resolve().parents[3] / "examples" / "zte"
DAYS = [date(2016, 3, 10), date(2017, 6, 1), date(2018, 5, 14), date(2018, 7, 10), date(2018, 8, 2)]


def test_each_sanction_has_a_state_on_each_day_of_a_replay() -> None:
    paths = (ZTE / "settlement-2017.toml", ZTE / "settlement-2018.toml")
    found = sanctions([read(path.name, path.read_bytes()) for path in paths], DAYS)
    assert [
        ("none", "suspended", "active", "active", "terminated"),
        ("none", "not_known", "not_known", "paid", "paid"),
        ("none", "suspended", "due", "not_known", "not_known"),
        ("none", "none", "none", "suspended", "suspended"),
        ("none", "none", "none", "due", "paid"),
        ("none", "none", "none", "suspended", "in_escrow"),
    ] == [one.states for one in found]
    assert (False, False, False, True, False) == found[0].carved_out
    assert "Civil penalty, the part suspended, 300,000,000 USD" == found[2].name
