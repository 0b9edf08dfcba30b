"""A result written by hand: three remedies, ranges, contradictions, hostile names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from navicert.exposure.graph import (
    Assumption,
    Claim,
    Edge,
    EdgeKey,
    EdgeKind,
    Node,
    NodeKind,
    Numbers,
    Source,
    SupplyGraph,
)
from navicert.exposure.losses import (
    CountryLoss,
    DayEstimate,
    Estimate,
    FrozenStock,
    Ground,
    JobLoss,
    LineStop,
    NetworkLoss,
    ProductLoss,
    SeveredEdge,
    SupplierLoss,
)
from navicert.exposure.range import Range, exactly
from navicert.exposure.result import (
    Balance,
    Contradiction,
    Digests,
    OrderPeriod,
    OrderTold,
    Point,
    Result,
    Scenario,
    Swing,
    Told,
    Totals,
    Unknown,
)
from navicert.terms.truth import Truth

M = Decimal(1_000_000)
EVIL = '<script>alert("x")</script>'
FORMULA = "=HYPERLINK(1)"
SINCE, UNTIL = date(2018, 4, 15), date(2019, 4, 14)
CUT = Ground(Truth.YES, "Second.A", "15 CFR Supp. 1 to 764, Second A; 83 FR 17644", "barred")
OPEN = Ground(
    Truth.UNKNOWN,
    "Second.E",
    "15 CFR Supp. 1 to 764, Second E",
    "may be barred",
    ("Does the service use any item exported from the United States?",),
)
SUPPLIERS = (
    ("q", "Qualcomm", "500", "22300"),
    ("a", "Acacia", "115", "385"),
    ("i", "Intel", "100", "62800"),
    ("x", EVIL, "40", ""),
)
COUNTRIES = (("IN", "India", 100, 1339), ("ID", "Indonesia", 30, 264), ("AT", "Austria", 3, 9))


def million(value: str | int | Decimal) -> Decimal:
    return Decimal(value) * M


def around(value: Decimal, worst: Decimal | None = None) -> Estimate:
    """The likely value with a tenth to each side."""
    low, high = value * Decimal("0.9"), value * Decimal("1.1")
    return Estimate(value, worst or value, low, value, high)


def days(day: date | None, late: date | None = None) -> DayEstimate:
    return DayEstimate(day, day, day, day, late or day)


def nodes() -> tuple[Node, ...]:
    known = [
        Node(
            id_,
            NodeKind.SUPPLIER,
            name,
            "US",
            exactly(million(revenue)) if revenue else None,
            source="S0",
        )
        for id_, name, _, revenue in SUPPLIERS
    ]
    lands = [
        Node(f"c{code}", NodeKind.COUNTRY, name, code, population=exactly(million(people)))
        for code, name, _, people in COUNTRIES
    ]
    return (
        Node("zte", NodeKind.COMPANY, "ZTE Corporation", "CN", exactly(million(17000))),
        *known,
        Node("modem", NodeKind.PART, "Modem"),
        Node("optic", NodeKind.PART, "Optical engine"),
        Node("phone", NodeKind.PRODUCT, "Phone"),
        Node("line", NodeKind.LINE, "Handset line"),
        Node("net", NodeKind.NETWORK, "Network & partners", "IN"),
        *lands,
    )


def edge(
    ends: tuple[str, str], kind: EdgeKind, item: str = "", value: str = "", source: str = "S0"
) -> Edge:
    numbers = Numbers(value=exactly(million(value)) if value else None)
    return Edge(EdgeKey(*ends, kind, item), numbers, (Claim(numbers, source),))


def edges() -> tuple[Edge, ...]:
    return (
        *(
            edge((id_, "zte"), EdgeKind.SUPPLIES, "optic" if id_ == "a" else "modem", value)
            for id_, _, value, _ in SUPPLIERS
        ),
        edge(("modem", "phone"), EdgeKind.COMPONENT),
        edge(("phone", "line"), EdgeKind.MADE_ON),
        edge(("zte", "line"), EdgeKind.RUNS),
        edge(("zte", "net"), EdgeKind.MAINTAINS, source="S1"),
        *(edge(("net", f"c{code}"), EdgeKind.USES, source="S0; S1") for code, *_ in COUNTRIES),
    )


def severed(until: date, gap: tuple[date, date] | None = None) -> tuple[SeveredEdge, ...]:
    ends = [(SINCE, until)] if gap is None else [(SINCE, gap[0]), (gap[1], until)]
    supplies = tuple(
        SeveredEdge(one.key, SINCE, until, CUT, one.numbers.value)
        for one in edges()
        if one.key.kind is EdgeKind.SUPPLIES
    )
    network = EdgeKey("zte", "net", EdgeKind.MAINTAINS)
    return (*supplies, *(SeveredEdge(network, *span, OPEN) for span in ends))


def totals(share: Decimal) -> Totals:
    def balance(was: Decimal) -> Balance:
        lost = was * share
        return Balance(was, lost, was - lost, was, around(lost))

    stop = days(date(2018, 5, 9), date(2018, 5, 20)) if share else days(None)
    return Totals(
        supplies=balance(million(2300)),
        sales=balance(million(17000)),
        users=balance(million(133)),
        user_days=around(million(133) * 365 * share),
        jobs=balance(Decimal(72500)),
        frozen=around(million(340) * share),
        lines=1,
        lines_stopped=Estimate(Decimal(1 if share else 0), Decimal(1)),
        first_stop=stop,
        last_stop=stop,
    )


def timeline(back: date | None) -> tuple[Point, ...]:
    def point(day: date, lines: int, revenue: int, users: int) -> Point:
        return Point(day, 5, 1, Decimal(lines), M, million(revenue), million(users))

    points = [point(SINCE, 1, 46, 133), point(date(2018, 5, 9), 0, 5, 0)]
    if back:
        points.append(point(back, 1, 46, 133))
    return tuple(points)


def scenario(name: str, share: str, until: date, remedy: str = "the bar stays") -> Scenario:
    part = Decimal(share)
    lost = [(id_, n, million(v) * part, r) for id_, n, v, r in SUPPLIERS]
    country_rows = [(code, n, million(u) * part, million(p)) for code, n, u, p in COUNTRIES]
    stop = days(date(2018, 5, 9), date(2018, 5, 20))
    return Scenario(
        name=name,
        remedy=remedy,
        lifted_on=None if until == UNTIL else until,
        authorizations=False,
        severed=severed(until, None if until == UNTIL else (date(2018, 7, 1), date(2018, 7, 9))),
        suppliers=tuple(
            SupplierLoss(
                id_,
                n,
                "US",
                around(value),
                around(value / million(r) * 100) if r else Estimate(None, None),
                exactly(million(r)) if r else None,
                SINCE,
            )
            for id_, n, value, r in lost
        ),
        frozen=(
            FrozenStock(
                "zte",
                "modem",
                "Modem",
                Range(Decimal(20), Decimal(25), Decimal(30)),
                "days",
                around(million(340) * part),
                SINCE,
                until,
                CUT,
            ),
        ),
        lines=(
            LineStop(
                "line",
                "Handset line",
                "zte",
                stop,
                stop,
                days(None if until == UNTIL else until),
                around(Decimal(340) * part),
                "modem",
                "",
                SINCE,
                ("optic",),
            ),
        ),
        products=(
            ProductLoss(
                "phone", "Phone", stop, days(None), million(6000), around(million(5500) * part),
                SINCE,
            ),
        ),
        networks=(
            NetworkLoss(
                "net", "Network & partners", "IN", SINCE, until, around(million(133) * part), OPEN
            ),
        ),
        countries=tuple(
            CountryLoss(f"c{code}", n, around(u), exactly(p), around(u / p * 100))
            for code, n, u, p in country_rows
        ),
        jobs=(
            JobLoss(
                "zte",
                "ZTE Corporation",
                Range(Decimal(70000), Decimal(72500), Decimal(75000)),
                around(Decimal(72500) * part),
            ),
        ),
        timeline=timeline(None if until == UNTIL else until),
        totals=totals(part),
        tornado=(
            Swing(
                "stock of Modem, days",
                "S1",
                Range(Decimal(20), Decimal(25), Decimal(30)),
                "Sales lost, USD",
                million(9000),
                million(12000),
                million(10500),
            ),
            Swing(
                f"share of {EVIL}",
                "S0",
                Range(Decimal(30), Decimal(40), Decimal(50)),
                "Sales lost, USD",
                million(10000),
                million(10800),
                million(10500),
            ),
        ),
    )  # fmt: skip


def result() -> Result:
    return Result(
        title="ZTE after 15 April 2018",
        denied=("ZTE Corporation",),
        since=SINCE,
        until=UNTIL,
        currency="USD",
        orders=(
            OrderTold(
                "83 FR 17644",
                ("ZTE Corporation", "ZTE Kangxun"),
                (
                    OrderPeriod(SINCE, date(2018, 7, 12), "active", "83 FR 17644"),
                    OrderPeriod(date(2018, 7, 13), UNTIL, "terminated", "83 FR 34825"),
                ),
            ),
        ),
        scenarios=(
            scenario("The order stays", "1", UNTIL),
            scenario("Carve-out of 2 July", "0.8", date(2018, 8, 1), "authorization of 2 July"),
            scenario("Lifted on 13 July", "0.25", date(2018, 7, 13), "terminated on 13 July"),
        ),
        contradictions=(
            Contradiction(
                "ZTE Corporation",
                "employees",
                "people",
                (Told("70000", "S0"), Told("75000", "S9", note="another report")),
                "70000..75000",
            ),
        ),
        unknowns=(Unknown(EVIL, "revenue of a year", "Its share cannot be told.", "nodes.csv:5"),),
        assumptions=(Assumption("A1", "Lines share what is left of a part.", "S1"),),
        sources=(
            Source("S0", "Figures of the case", "TechRadar", date(2018, 5, 15)),
            Source("S1", FORMULA, "IET", date(2018, 5, 14), "https://example.org/?a=1&b=2"),
        ),
        draws=1000,
        seed=1,
        graph=SupplyGraph("ZTE", nodes(), edges()),
        digests=Digests("ab" * 32, "cd" * 32, "ef" * 32),
    )


def without_losses() -> Result:
    """Nothing is severed and nothing lost: every table is empty."""
    still = scenario("The order stays", "0", UNTIL)
    empty: tuple[()] = ()
    still = replace(
        still, severed=empty, suppliers=empty, frozen=empty, lines=empty, products=empty,
        networks=empty, countries=empty, jobs=empty, timeline=empty, tornado=empty,
    )  # fmt: skip
    return replace(
        result(), scenarios=(still,), contradictions=empty, unknowns=empty, assumptions=empty,
        sources=empty, draws=0,
    )  # fmt: skip
