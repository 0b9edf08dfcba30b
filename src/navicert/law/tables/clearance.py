"""Export clearance and recordkeeping: filing, invoice, license codes, years (758, 762)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from navicert.errors import LawNotCovered
from navicert.law.shelf import Shelf, day_of
from navicert.terms.eccn import Eccn
from navicert.terms.eccn import parse as eccn_of


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """One paragraph of 758.1(b): every condition it states must hold; an empty one asks nothing.

    ``items`` is military (600 series and 9x515 .a to .x), listed, or goods (commodities and
    mass-market software). ``authorizations`` hold LICENSE or symbols of part 740. ``figure`` with
    ``below`` asks a number of the item, ``above_usd`` the value of its Schedule B number.
    """

    paragraph: str
    since: date
    items: str
    entries: tuple[Eccn, ...]
    except_entries: tuple[Eccn, ...]
    groups: frozenset[str]
    countries: frozenset[str]
    not_to: frozenset[str]
    authorizations: frozenset[str]
    not_authorizations: frozenset[str]
    unless_exempt: str
    unverified_party: bool
    figure: str
    below: Decimal | None
    above_usd: Decimal | None


@dataclass(frozen=True, slots=True)
class LicenseCode:
    """The license code that a filing reports; ``items`` is empty for all, or series_y."""

    authorization: str
    items: str
    code: str
    reports: str
    since: date
    source: str


@dataclass(frozen=True, slots=True)
class RejectedCode:
    """Entries that the Automated Export System does not take under a code."""

    code: str
    entries: frozenset[str]
    since: date
    citation: str


@dataclass(frozen=True, slots=True)
class InvoiceEntries:
    """Whose ECCN stands on the invoice: 600 series and 9x515, or entries."""

    since: date
    series: bool
    entries: tuple[Eccn, ...]


@dataclass(frozen=True, slots=True)
class Clearance:
    """What parts 758 and 762 state, with the days from which it is verified."""

    triggers: tuple[Trigger, ...]
    filing_from: date
    transshipped_through: frozenset[str]
    not_on_invoice_under: frozenset[str]
    invoice_entries: tuple[InvoiceEntries, ...]
    invoice_from: date
    codes: tuple[LicenseCode, ...]
    rejected: tuple[RejectedCode, ...]
    codes_from: date
    retention_years: int

    def triggers_on(self, day: date) -> tuple[Trigger, ...]:
        """Give the paragraphs that require a filing on a day."""
        _verified(day, self.filing_from, "15 CFR 758.1(b)")
        return tuple(one for one in self.triggers if one.since <= day)

    def invoice_on(self, day: date) -> tuple[InvoiceEntries, ...]:
        """Give whose ECCN stands on the invoice on a day."""
        _verified(day, self.invoice_from, "15 CFR 758.6")
        return tuple(one for one in self.invoice_entries if one.since <= day)

    def codes_on(self, day: date) -> tuple[LicenseCode, ...]:
        """Give the license codes of a day."""
        _verified(day, self.codes_from, "license codes (15 CFR 758.1(g))")
        return tuple(one for one in self.codes if one.since <= day)

    def rejecting(self, code: str, symbol: str, day: date) -> str:
        """Say by which source a code is rejected for an entry; empty when it is not."""
        found = (
            one.citation
            for one in self.rejected
            if one.code == code and symbol in one.entries and one.since <= day
        )
        return next(found, "")


def read(shelf: Shelf) -> Clearance:
    """Read both parts from the shelf."""
    filing = shelf.document("758/filing.toml")
    invoice = shelf.document("758/invoice.toml")
    codes = shelf.document("758/license_codes.toml")
    return Clearance(
        triggers=tuple(_trigger(row) for row in filing["trigger"]),
        filing_from=filing["verified_from"],
        transshipped_through=frozenset(filing["transshipment"]["through"]),
        not_on_invoice_under=frozenset(invoice["not_under"]),
        invoice_entries=tuple(
            InvoiceEntries(row["since"], row["series"], _eccns(row["entries"]))
            for row in invoice["eccn"]
        ),
        invoice_from=invoice["verified_from"],
        codes=tuple(_code(row) for row in shelf.rows("758/license_codes.csv")),
        rejected=tuple(
            RejectedCode(row["code"], frozenset(row["entries"]), row["since"], row["citation"])
            for row in codes["rejected"]
        ),
        codes_from=codes["verified_from"],
        retention_years=shelf.document("762/recordkeeping.toml")["retention_years"],
    )


def _verified(day: date, since: date, name: str) -> None:
    if day < since:
        message = f"{name}: nobody verified it for {day}; the first value is of {since}"
        raise LawNotCovered(message)


def _trigger(row: dict[str, Any]) -> Trigger:
    return Trigger(
        paragraph=row["paragraph"],
        since=row["since"],
        items=row.get("items", ""),
        entries=_eccns(row.get("entries", ())),
        except_entries=_eccns(row.get("except_entries", ())),
        groups=frozenset(row.get("groups", ())),
        countries=frozenset(row.get("countries", ())),
        not_to=frozenset(row.get("not_to", ())),
        authorizations=frozenset(row.get("authorizations", ())),
        not_authorizations=frozenset(row.get("not_authorizations", ())),
        unless_exempt=row.get("unless_exempt", ""),
        unverified_party=row.get("unverified_party", False),
        figure=row.get("figure", ""),
        below=_decimal(row.get("below")),
        above_usd=_decimal(row.get("above_usd")),
    )


def _code(row: dict[str, str]) -> LicenseCode:
    return LicenseCode(
        row["authorization"],
        row["items"],
        row["code"],
        row["reports"],
        day_of(row["since"]),
        row["source"],
    )


def _eccns(symbols: Iterable[str]) -> tuple[Eccn, ...]:
    return tuple(eccn_of(one) for one in symbols)


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
