"""What was worked out once for lines that are alike is what asking each line anew gives."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navicert.determination.overcome import Common, case_of
from navicert.determination.steps import findings_for, inquiry_into
from navicert.facts.item import Line
from navicert.facts.transaction import Transaction
from navicert.law.edition import standard_law
from navicert.parties.standing import standing_of
from navicert.parties.watch import Watch
from navicert.rules.finding import FindingKind
from navicert.rules.license_exceptions.case import ExceptionCase
from navicert.rules.license_exceptions.recall import try_every
from navicert.rules.license_exceptions.register import EXCEPTIONS
from navicert.terms.truth import Truth
from tests.properties.strategies import transactions, truths

LAW = standard_law()
TABLE = LAW.tables.license_exceptions
QUESTIONS = [bar.question for bar in TABLE.gate] + [
    question for terms in TABLE.terms.values() for question in terms.asked
]
SLUGS = sorted({one.slug for one in QUESTIONS})
COMPARED = {one.above_figure for question in QUESTIONS for one in question.reaches} - {""}
FIGURES = sorted({one.figure for one in QUESTIONS if one.figure} | {"lvs_limit_usd"} | COMPARED)
answered = st.dictionaries(st.sampled_from(SLUGS), truths, max_size=8).map(MappingProxyType)
measured = st.dictionaries(
    st.sampled_from(FIGURES), st.integers(0, 200).map(Decimal), max_size=4
).map(MappingProxyType)


def cases(order: Transaction) -> list[ExceptionCase]:
    """Every line of an order, with all that it requires."""
    edition = LAW.open_at(order.day)
    standings = tuple(standing_of(one, Watch.of(()), order.day) for one in order.parties)
    inquiry = inquiry_into(order, standings, edition)
    found = [findings_for(inquiry, line) for line in order.lines]
    kind = FindingKind.REQUIREMENT
    return [
        case_of(
            one,
            tuple(f for f in one.findings if f.kind is kind and f.holds is not Truth.NO),
            Common(inquiry),
        )
        for one in found
    ]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=200)
@given(transactions, answered, measured)
def test_an_answer_recalled_is_the_answer_asked_for(
    order: Transaction, answers: dict[str, Truth], figures: dict[str, Decimal]
) -> None:
    lines = tuple(Line(one.number, replace(one.item, figures=figures)) for one in order.lines)
    edition = LAW.open_at(order.day)
    for case in cases(replace(order, answers=answers, lines=lines)):
        assert tuple(rule(case, edition) for rule in EXCEPTIONS) == try_every(case, edition)
