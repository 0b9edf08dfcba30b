"""The sentences that an officer reads first."""

from __future__ import annotations

from navicert.adapters.exposure_report.given import Given
from navicert.adapters.exposure_report.summary import comparison, sentences
from tests.adapters.exposure_report.sample import result, without_losses


def test_the_sentences_name_what_is_cut_who_loses_and_when_it_stops() -> None:
    told = dict(sentences(Given.of(result())))
    assert told["What is cut"].startswith(
        "From 15 April 2018 the order bars 4 of 11 links; 1 more may be. "
        "The largest: Qualcomm supplies ZTE Corporation: Modem"
    )
    assert "USD 2.3bn (2.07bn to 2.53bn) of USD 2.3bn" in told["Who loses what"]
    assert "Hardest hit: Acacia, 29.9% of its revenue." in told["Who loses what"]
    assert "The line stops on 9 May 2018 (9 May 2018 to 20 May 2018)" in told["When it stops"]
    assert "Handset line waits for Modem." in told["When it stops"]
    assert "may not be used from 15 April 2018" in told["When it stops"]
    assert told["Whom it reaches"].startswith(
        "133m users lose support (1 network and 1 product without updates): India 100m"
    )
    assert "Austria 3m (33.3% of the population)" in told["Whom it reaches"]
    assert told["What is not known"].startswith("1 figure that nobody states and 1 thing")


def test_a_remedy_gives_back_what_it_saves() -> None:
    told = dict(sentences(Given.of(result())))["What helps"]
    # 2.3bn and 17bn lost when the order stays, 133m users for 365 days; 80% and 25% remain.
    assert "USD 460m of supplies, USD 3.4bn of sales and 9.71bn user-days of support" in told
    assert "Lifted on 13 July: USD 1.72bn of supplies, USD 12.8bn of sales" in told


def test_the_comparison_has_a_column_for_every_remedy() -> None:
    table = comparison(Given.of(result()))
    assert [one.name for one in result().scenarios] == list(table.heads[1:])
    cells = {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
    assert ["USD 17bn", "USD 13.6bn", "USD 4.25bn"] == cells["Sales lost"]
    assert ["133m", "106m", "33.2m"] == cells["Users without support, at most"]
    assert ["9 May 2018"] * 3 == cells["First line stops"]


def test_what_is_not_lost_is_not_spoken_of() -> None:
    told = dict(sentences(Given.of(without_losses())))
    assert "Who loses what" not in told
    assert "What helps" not in told
    assert "No line of 1 stops" in told["When it stops"]
