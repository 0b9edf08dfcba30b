"""What breaks when a party is cut off: read the terms, compute every remedy, record the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from navicert.casework import expose_terms
from navicert.casework.expose_document import Document, answered, document, recorded
from navicert.casework.ports import Desk
from navicert.errors import MalformedAmount, MalformedDate, RecordAltered, StateUnusable
from navicert.exposure.compute import Request as Asked
from navicert.exposure.compute import expose as computed
from navicert.exposure.draws import Chance, Progress
from navicert.exposure.graph import SupplyGraph
from navicert.exposure.inputs import Floats
from navicert.exposure.remedies import AS_ORDERED, AUTHORIZED, STAYS, Remedy, eases, lifted
from navicert.exposure.result import Digests, Result
from navicert.exposure.shock import Denied, Terms, Window
from navicert.law.edition import Law
from navicert.records.record import Receipt
from navicert.terms.truth import Truth

KIND = "exposure"
"""What the log calls an entry of this job."""

MOST_DAYS = 3_660
MOST_DRAWS = 100_000
MOST_SEED = 2**53 - 1


def _silent(_what: str, _done: int, _all: int) -> None:
    return


@dataclass(frozen=True, slots=True)
class Request:
    """Who is cut off in which graph, from which day, under which terms, and what may end it.

    ``graph_files`` and ``terms`` are bytes by the names of their files; without terms an order
    with the standard terms is supposed from ``since`` on. ``until`` is the last day; None takes
    the horizon of the graph. ``draws`` and ``seed`` take the place of the graph's own.
    """

    graph: SupplyGraph
    graph_files: Mapping[str, bytes]
    deny: tuple[str, ...]
    since: date
    until: date | None = None
    terms: tuple[tuple[str, bytes], ...] = ()
    lifts: tuple[date, ...] = ()
    authorizations: bool = True
    draws: int | None = None
    seed: int | None = None
    keep_record: bool = True
    progress: Progress = field(default=_silent)


@dataclass(frozen=True, slots=True)
class Answer:
    """The result, the document that tells it, and where it is recorded; ``doubts`` say why not."""

    result: Result
    document: Document
    doubts: tuple[str, ...]
    receipt: Receipt | None

    @property
    def is_settled(self) -> bool:
        """Whether it is known of every edge whether it is severed, and the answer is on record."""
        undecided = any(
            one.holds is Truth.UNKNOWN
            for scenario in self.result.scenarios
            for one in scenario.severed
        )
        return not undecided and not self.doubts


def checked(request: Request) -> Request:
    """Give the request; MalformedAmount for a number of draws or a seed that cannot be."""
    for name, value, most in (
        ("--draws", request.draws, MOST_DRAWS),
        ("--seed", request.seed, MOST_SEED),
    ):
        if value is not None and not 0 <= value <= most:
            raise MalformedAmount(f"{name} {value}: a whole number from 0 to {most:,}")
    return request


def expose(request: Request, law: Law, desk: Desk) -> Answer:
    """Compute and record one exposure.

    Raises:
        InputError: a file cannot be taken in, or nobody of that name is in the graph.
        MalformedDate: days that do not follow each other; nothing was recorded.
        LawError: the shelf is damaged.
    """
    window = _window(request)
    denied = _denied(request)
    seed = request.graph.settings.seed if request.seed is None else request.seed
    draws = request.graph.settings.draws if request.draws is None else request.draws
    digests = Digests(
        request.graph.digest,
        _digest(request.terms),
        law.digest,
    )
    result = computed(
        request.graph,
        Asked(
            terms=Terms(denied, law, window),
            remedies=tuple(_remedies(request, denied, window)),
            chance=_chance(seed),
            draws=draws,
            seed=seed,
            orders=expose_terms.told(denied, window),
            digests=digests,
            progress=request.progress,
        ),
    )
    told = document(result)
    receipt, doubts = _kept(request, told, desk)
    return Answer(result, answered(told, doubts, receipt), doubts, receipt)


def _window(request: Request) -> Window:
    if request.until is None:
        return Window(request.since, request.graph.settings.horizon_days)
    days = (request.until - request.since).days + 1
    if not 1 <= days <= MOST_DAYS:
        message = (
            f"--until {request.until}: from {request.since} on, and at most {MOST_DAYS:,} days"
        )
        raise MalformedDate(message)
    return Window(request.since, days)


def _denied(request: Request) -> tuple[Denied, ...]:
    nodes = expose_terms.nodes_of(request.graph, request.deny)
    if not request.terms:
        return expose_terms.supposed(request.graph, nodes, request.since)
    return expose_terms.denied(request.graph, nodes, expose_terms.of_files(request.terms))


def _remedies(request: Request, denied: tuple[Denied, ...], window: Window) -> Iterator[Remedy]:
    """Give that the bar stays, what the orders ease by themselves, and each day of lifting."""
    yield STAYS
    allowed, ended = eases([one.standing for one in denied], window.since, window.until)
    if allowed and request.authorizations:
        yield AUTHORIZED
    if ended and request.authorizations:
        yield AS_ORDERED
    for day in dict.fromkeys(request.lifts):
        if not window.since <= day <= window.until:
            message = f"--lift {day}: not from {window.since} to {window.until}, the days looked at"
            raise MalformedDate(message)
        yield lifted(day, authorizations=request.authorizations)


def _chance(seed: int) -> Callable[[], Chance]:
    """Give what makes the same numbers again for each scenario."""
    import numpy as np

    def fresh() -> Chance:
        generator = np.random.Generator(np.random.PCG64(seed))

        def numbers(shape: tuple[int, int]) -> Floats:
            return generator.random(shape)

        return numbers

    return fresh


def _digest(files: tuple[tuple[str, bytes], ...]) -> str:
    """Give one SHA-256 of all files of terms, in the order in which they were named."""
    if not files:
        return ""
    each = "".join(f"{sha256(content).hexdigest()}\n" for _, content in files)
    return sha256(each.encode()).hexdigest()


def _kept(request: Request, told: Document, desk: Desk) -> tuple[Receipt | None, tuple[str, ...]]:
    """Record the answer, and keep the files that it rests on."""
    if not request.keep_record:
        return None, ()
    files = {**request.graph_files, **dict(request.terms)}
    try:
        content = recorded(told, {name: sha256(data).hexdigest() for name, data in files.items()})
        for data in files.values():
            desk.blobs.put(data)
        return desk.records.append(content, KIND, request.graph.title or request.deny[0]), ()
    except (StateUnusable, RecordAltered, ValueError) as refused:
        return None, (f"the answer could not be recorded: {refused}",)
