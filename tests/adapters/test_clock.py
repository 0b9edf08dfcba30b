"""The clock of the machine."""

from datetime import UTC, timedelta

from navicert.adapters.clock import SystemClock


def test_the_moment_is_in_utc() -> None:
    assert UTC is SystemClock().now().tzinfo


def test_today_is_no_further_from_the_moment_than_time_zones_are() -> None:
    clock = SystemClock()
    assert abs(clock.today() - clock.now().date()) <= timedelta(days=1)
