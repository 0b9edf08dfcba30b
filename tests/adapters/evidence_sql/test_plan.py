from __future__ import annotations

import pytest

from tests.adapters.evidence_sql.test_hiding import ran


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT person_id FROM t WHERE name = NULL",
        "SELECT person_id FROM t WHERE amount > 5 AND amount < 2",
        "SELECT person_id FROM t WHERE amount BETWEEN 5 AND 2",
        "SELECT person_id, 1 = 0 AS nope FROM t WHERE nope",
        "SELECT person_id FROM (SELECT *, 5 AS k FROM t) WHERE k > 9",
        "SELECT person_id FROM t WHERE CASE WHEN 1 = 0 THEN amount = 5 ELSE FALSE END",
        "SELECT person_id FROM t JOIN (SELECT 1 AS one) x ON x.one = 2",
    ],
)
def test_conditions_that_contradict_each_other_are_refused(sql: str) -> None:
    assert "gives no row whatever the evidence says" in ran(sql).error


def test_what_only_this_evidence_makes_empty_is_an_answer() -> None:
    found = ran("SELECT person_id FROM t WHERE amount > 1000")
    assert ("", 0) == (found.error, found.count)
