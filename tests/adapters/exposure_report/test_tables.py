"""The tables of the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from navicert.adapters.exposure_report.given import Given
from navicert.adapters.exposure_report.tables import MOST_ROWS, tables
from navicert.exposure.losses import DayEstimate
from tests.adapters.exposure_report.sample import result, without_losses

TABLES = {one.id: one for one in tables(Given.of(result()))}


def test_every_measure_has_its_table() -> None:
    told = "suppliers lines products networks countries jobs frozen severed"
    assert told == " ".join(TABLES)


def test_the_largest_loss_comes_first() -> None:
    names = [row[0].text for row in TABLES["suppliers"].rows]
    assert ["Qualcomm", "Acacia", "Intel"] == names[:3]


def test_what_is_not_lost_under_a_remedy_says_so() -> None:
    one = result()
    free = replace(one.scenarios[2], networks=(), severed=())
    found = {t.id: t for t in tables(Given.of(replace(one, scenarios=(*one.scenarios[:2], free))))}
    assert "nothing" == found["networks"].rows[0][3].text
    assert "stays" == found["severed"].rows[0][4].text


def test_an_edge_that_is_severed_twice_has_both_spans() -> None:
    (row,) = [r for r in TABLES["severed"].rows if "maintains" in r[0].text]
    assert ("2018-04-15 to 2018-07-01", "2018-07-09 to 2018-08-01") == row[3].small
    assert "may be barred" == row[3].text


def test_the_clause_and_the_open_question_stand_below_the_act() -> None:
    (row,) = [r for r in TABLES["severed"].rows if "maintains" in r[0].text]
    assert "Second.E (15 CFR Supp. 1 to 764, Second E)" == row[0].small[0]
    assert row[0].small[1].startswith("Does the service use")


def test_a_line_says_what_runs_out_and_what_may_stop_it_earlier() -> None:
    (row,) = TABLES["lines"].rows
    assert "Modem" == row[1].text
    assert ("stock of Optical engine not stated: may stop earlier",) == row[1].small
    assert "2018-05-09" == row[2].text
    assert "in full again 2018-07-13" in row[4].small


def test_only_the_largest_rows_are_shown_and_the_others_counted() -> None:
    one = result()
    first = one.scenarios[0]
    many = tuple(replace(first.suppliers[0], node=f"n{n}") for n in range(MOST_ROWS + 7))
    more = replace(one, scenarios=(replace(first, suppliers=many),))
    found = {table.id: table for table in tables(Given.of(more))}
    assert (MOST_ROWS, 7) == (len(found["suppliers"].rows), found["suppliers"].left_out)


def test_there_is_no_table_of_nothing() -> None:
    assert () == tables(Given.of(without_losses()))


def test_sources_of_a_row_are_those_of_its_node_and_its_edges() -> None:
    (row, *_) = TABLES["countries"].rows
    assert ("S0", "S1") == row[-1].sources


def test_a_line_on_stock_that_nobody_states_stops_nobody_knows_when() -> None:
    one = result()
    first = one.scenarios[0]
    never = DayEstimate(None, date(2018, 4, 15))
    line = replace(first.lines[0], stops_on=never, slows_on=never, not_known=("optic",))
    made = replace(one, scenarios=(replace(first, lines=(line,)),))
    found = {table.id: table for table in tables(Given.of(made))}["lines"].rows[0]
    assert ("not known", "not known") == (found[1].text, found[2].text)
    assert "when it stops is not known" in found[1].small[0]
    assert "at worst 2018-04-15" == found[2].small[0]
