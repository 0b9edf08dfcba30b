"""What was, what is lost and what remains, each added up by itself, in whole numbers."""

from __future__ import annotations

import operator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np

from navicert.exposure.estimates import CENT, WHOLE_ONE, Estimates
from navicert.exposure.inputs import Floats
from navicert.exposure.measures import Frame, Run, all_jobs
from navicert.exposure.plan import WHOLE
from navicert.exposure.result import Balance
from navicert.exposure.trade import CENTS, YEAR

Sums = tuple[int, int, int]
"""What was, what is lost, what remains."""


def of_supplies(one: Run) -> Sums:
    """Give cents times days of the first draw."""
    days = one.setting.shock.window.days
    cents, barred = _whole(one.sold.cents), one.sold.barred.tolist()
    lost = sum(map(operator.mul, cents, barred))
    remains = sum(map(operator.mul, cents, [days - one for one in barred]))
    return sum(cents) * days, lost, remains


def of_sales(one: Run) -> Sums:
    """Give cents times millionths of days of the first draw."""
    days = one.setting.shock.window.days * WHOLE
    cents, left = _whole(one.sales.cents), one.sales.left[0].tolist()
    lost = sum(map(operator.mul, cents, [days - one for one in left]))
    return sum(cents) * days, lost, sum(map(operator.mul, cents, left))


def supplies(one: Run, estimates: Estimates) -> Balance:
    """Balance what suppliers sell within the window."""
    return _balance(of_supplies(one), CENTS * YEAR, estimates, "supplies_total")


def sales(one: Run, estimates: Estimates) -> Balance:
    """Balance what products bring in within the window."""
    return _balance(of_sales(one), CENTS * YEAR * WHOLE, estimates, "sales_total")


def users(one: Run, x: Floats, estimates: Estimates) -> Balance:
    """Balance all users against those whose network or product is at some time without support."""
    was = _whole(np.nan_to_num(x[:, one.users.stated]))
    return _counted(sum(was), estimates, "users_total")


def jobs(one: Run, frame: Frame, x: Floats, estimates: Estimates) -> Balance:
    """Balance all jobs against those that hang on what is cut."""
    was = _whole(np.nan_to_num(all_jobs(one.setting.columns, frame.employers, x)))
    return _counted(sum(was), estimates, "jobs_total")


def _balance(sums: Sums, unit: int, estimates: Estimates, name: str) -> Balance:
    was, lost = (_money(Fraction(one, unit)) for one in sums[:2])
    draws = estimates.number(name)
    return Balance(was, lost, was - lost, draws.worst or Decimal(0), draws)


def _counted(was: int, estimates: Estimates, name: str) -> Balance:
    draws = estimates.number(name, places=WHOLE_ONE)
    whole, lost = Decimal(was), draws.likely or Decimal(0)
    return Balance(whole, lost, whole - lost, draws.worst or Decimal(0), draws)


def _money(amount: Fraction) -> Decimal:
    return Decimal(round(amount * CENTS)).scaleb(-2).quantize(CENT, ROUND_HALF_UP)


def _whole(values: Floats) -> list[int]:
    return [int(one) for one in np.rint(values[0]).tolist()]
