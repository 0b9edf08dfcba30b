from __future__ import annotations

from datetime import date

import pytest

from navicert.adapters.letters import letter_form
from navicert.errors import UnreadableFile
from navicert.undertakings.certifications.letter import Letter
from tests.adapters.letters.test_check_form import GOOD

LETTER = """
id = "letter-1"
title = "What was done"
day = 2016-11-30
from = "Acme"
to = "The Bureau"

[[paragraph]]
text = "Good day."

[[paragraph]]
check = "checks/told.toml"
values = { by = 2016-12-24 }
"""


def read(text: str) -> Letter:
    files = {"l/letter.toml": text.encode(), "l/checks/told.toml": GOOD.encode()}
    files["l/checks/other.toml"] = GOOD.replace("SELECT", "SELECT ").encode()
    return letter_form.read("l/letter.toml", files.__getitem__)


def test_a_statement_says_what_its_check_says() -> None:
    letter = read(LETTER)
    free, statement = letter.paragraphs
    assert ("Good day.", None) == (free.text, free.check)
    assert "Each was told by 2016-12-24, 12.5% of them twice." == statement.text
    assert ("letter-1", date(2016, 11, 30), "Acme") == (letter.id, letter.day, letter.sender)


def test_a_check_proves_several_statements_by_other_values() -> None:
    again = 'check = "checks/told.toml"\nvalues = { by = 2016-12-31 }'
    first, second = read(LETTER.replace('text = "Good day."', again)).checks
    assert first.id == second.id
    assert ("2016-12-31" in first.told, "2016-12-24" in second.told) == (True, True)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('check = "checks/told.toml"', 'check = "checks/told.toml"\ntext = "x"', "either a text"),
        ('text = "Good day."', "", "either a text"),
        ('text = "Good day."', 'text = "x"\nvalues = { by = 1 }', "values belong to a check"),
        ('text = "Good day."', 'statement = "All were told."', "statement"),
        ('"checks/told.toml"', '"../told.toml"', "outside the folder"),
        ('"checks/told.toml"', '"/etc/told.toml"', "outside the folder"),
        (
            'text = "Good day."',
            'check = "checks/told.toml"\nvalues = { by = 2016-12-24 }',
            "stands twice with the same values",
        ),
        (
            'text = "Good day."',
            'check = "checks/other.toml"',
            "two checks are called .* and differ",
        ),
        ('id = "letter-1"', 'id = "Letter 1"', "small letters"),
        ("day = 2016-11-30", 'day = "soon"', "day"),
        ('to = "The Bureau"', "", "to"),
    ],
)
def test_a_letter_that_could_say_more_than_is_proved_is_refused(
    old: str, new: str, says: str
) -> None:
    with pytest.raises(UnreadableFile, match=says):
        read(LETTER.replace(old, new))


def test_a_letter_without_a_statement_certifies_nothing() -> None:
    with pytest.raises(UnreadableFile, match="no paragraph has a check"):
        read(LETTER.partition("[[paragraph]]\ncheck")[0])
