from __future__ import annotations

import pytest

from navicert.errors import TermError
from navicert.terms import citation


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("744.11(a)(2)", "15 CFR 744.11(a)(2)"),
        ("15 CFR  744.11", "15 CFR 744.11"),
        ("31 CFR 560.204", "31 CFR 560.204"),
        ("supp. 3 to 732", "15 CFR Supp. 3 to 732"),
        ("Supplement No. 1 to Part 738", "15 CFR Supp. 1 to 738"),
        ("90 FR 50857", "90 FR 50857"),
        ("82 FR 15458-15461", "82 FR 15458-15461"),
    ],
)
def test_a_citation_has_one_normal_form(written: str, normal: str) -> None:
    assert normal == citation.parse(written)
    assert normal == citation.parse(normal)


@pytest.mark.parametrize("text", ["", "somewhere", "FR 17644", "7444.11.1", "744.11(a", "15 CFR"])
def test_what_is_no_address_is_refused(text: str) -> None:
    assert not citation.is_valid(text)
    with pytest.raises(TermError, match="is not a citation"):
        citation.parse(text)


def test_the_title_that_every_reader_knows_is_left_out() -> None:
    assert "744.11(a)" == citation.format("15 CFR 744.11(a)")
    assert "31 CFR 560.204" == citation.format("31 CFR 560.204")
