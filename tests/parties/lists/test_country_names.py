"""Names of countries: told where they are known, and never guessed."""

import pytest

from navicert.parties.lists.country_names import code_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Korea, North", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Democratic People\u2019s Republic of Korea", "KP"),
        ("Congo, Democratic Republic of the", "CD"),
        ("congo", "CG"),
        ("West Bank", "PS"),
        ("Namibia", "NA"),
        ("Norway", "NO"),
        ("na", None),
        ("NO", None),
        ("undetermined", None),
        ("former Soviet Union", None),
        ("", None),
    ],
)
def test_a_name_has_its_code_or_none(name: str, code: str | None) -> None:
    assert code == code_of(name)
