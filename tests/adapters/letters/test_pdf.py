from __future__ import annotations

from dataclasses import replace

import pytest

from navicert.adapters.letters.pdf import found, print_letter
from navicert.undertakings.certifications.body import Body
from navicert.undertakings.certifications.letter import Paragraph
from navicert.undertakings.checks.result import Result, Verdict
from tests.casework.certifying import CHECK, LETTER

PASSED = Result("told", Verdict.PASSED, ("id", "name"))
FAILED = Result("told", Verdict.FAILED, ("id", "name"), (("2", "Bo"), ("3", "Cid")), 2)


def test_the_same_content_gives_the_same_bytes_and_another_one_others() -> None:
    body = Body(LETTER, (), (PASSED,))
    assert print_letter(body) == print_letter(body)
    assert print_letter(body) != print_letter(Body(LETTER, (), (FAILED,)))
    assert print_letter(body).startswith(b"%PDF-1.7")
    assert b"pdfaid" in print_letter(body)


@pytest.mark.parametrize(
    "text",
    [
        "#include",
        "$ x $ *bold* @x <y>",
        "// c",
        "\\ `raw` = head",
        '"quoted"',
        '#read("/etc/passwd")',
    ],
)
def test_what_a_letter_says_is_text_and_nothing_else(text: str) -> None:
    named = replace(CHECK, statement=text, sql=text)
    letter = replace(LETTER, title=text, paragraphs=(Paragraph(text), Paragraph(text, named)))
    assert print_letter(Body(letter, (), (FAILED,))).startswith(b"%PDF")


NAMES = (
    "\u4e2d\u5174",
    "\u674e \u4f1f",
    "\uae40\ubbfc\uc900",
    "\u0645\u062d\u0645\u062f",
    "\U0001f600",
    "\u202e\u0007",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_script_is_printed(name: str) -> None:
    letter = replace(LETTER, title=name, sender=name)
    rows = replace(FAILED, rows=(("2", name), ("3", "Cid")))
    printed = print_letter(Body(letter, (), (rows,)))
    assert printed.startswith(b"%PDF-1.7")
    other = replace(FAILED, rows=(("2", f"{name}\u5a01"), ("3", "Cid")))
    assert printed != print_letter(Body(letter, (), (other,)))


def test_it_says_in_words_what_a_check_found() -> None:
    assert "No row contradicts the statement." == found(PASSED)
    assert "2 row(s) contradict the statement:" == found(FAILED)
    assert "4000 row(s) contradict the statement, of which the first 2 are named:" == found(
        replace(FAILED, count=4000)
    )
    undecided = Result("told", Verdict.ERRORED, reasons=("no evidence", "no row"))
    assert "It could not be decided: no evidence; no row." == found(undecided)
