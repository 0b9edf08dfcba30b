"""List files from the web: whole, within a size and a time, asked again when a server stumbles.

Only http and https are followed, a few redirects deep and never from https down to http. What a
server hands out in parts that do not add up to its stated length is refused by the HTTP library.
"""

from __future__ import annotations

import random
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import httpx
import tenacity

from navicert import __version__
from navicert.adapters.feeds.disk import LARGEST
from navicert.casework.ports import FeedFile, Seen
from navicert.errors import FileTooLarge, UnreadableFile

MOST_REDIRECTS = 5
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""What a server says of itself for now; any other refusal will not change by asking again."""

_NAMELESS = (
    "no server of this name is known here: see whether there is a network, name a proxy with "
    "--proxy, or take the files of a folder with 'navicert lists update --from FOLDER'"
)
_LASTING = (httpx.UnsupportedProtocol, httpx.DecodingError)
_SECONDS = re.compile(r"[0-9]{1,5}")
_NEW: Seen = Seen("")
_CHUNK = 256 * 1024
_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, and how often to ask.

    ``silence`` is the longest wait for a next piece, ``whole`` the longest for one file. Between
    two tries of ``tries`` it waits ``first`` seconds and then twice as long each time, up to
    ``longest``, and a part more by chance, so that many desks do not all come back at once.
    """

    silence: float = 30.0
    whole: float = 600.0
    tries: int = 4
    first: float = 1.0
    longest: float = 60.0


class WebFeed:
    """Read list files from http and https addresses; ``largest`` is in bytes."""

    def __init__(
        self,
        proxy: str | None = None,
        largest: int = LARGEST,
        patience: Patience = Patience(),
    ) -> None:
        self._proxy = proxy
        self._largest = largest
        self._patience = patience

    def fetch(self, place: str) -> FeedFile:
        """Fetch a whole file; UnreadableFile or FileTooLarge says why it cannot be."""
        file = self.fetch_unless(place, _NEW)
        if file is None:
            raise UnreadableFile(f"{place}: answered that nothing changed, though nothing was seen")
        return file

    def fetch_unless(self, place: str, seen: Seen) -> FeedFile | None:
        """Fetch a whole file; None when the server says that it is still what was seen."""
        with _plainly(place, self._patience.tries), self._client() as client:
            return self._again()(self._once, client, place, seen)

    def fetch_beside(self, document: str, name: str) -> FeedFile:
        """Refuse: of the web only what somebody named is fetched."""
        message = f"{document}: names the file {name[:80]!r}; save both into one folder first"
        raise UnreadableFile(message)

    def files_in(self, folder: str) -> tuple[str, ...]:
        """Refuse: an address is no folder."""
        raise UnreadableFile(f"{folder}: a folder of the web cannot be listed; name its files")

    def _again(self) -> tenacity.Retrying:
        return tenacity.Retrying(
            retry=tenacity.retry_if_exception(_may_pass),
            stop=tenacity.stop_after_attempt(self._patience.tries),
            wait=self._wait,
            reraise=True,
        )

    def _wait(self, state: tenacity.RetryCallState) -> float:
        patience = self._patience
        grown = patience.first * 2.0 ** (state.attempt_number - 1)
        jitter = random.uniform(0, patience.first)  # noqa: S311 - no secret
        told = state.outcome.exception() if state.outcome else None
        asked = _asked_to_wait(told) if isinstance(told, httpx.HTTPStatusError) else 0.0
        return min(patience.longest, max(grown + jitter, asked))

    def _once(self, client: httpx.Client, place: str, seen: Seen) -> FeedFile | None:
        headers = {"If-None-Match": seen.etag, "If-Modified-Since": seen.last_modified}
        wanted = {name: value for name, value in headers.items() if value}
        with _answer(client, place, wanted) as answer:
            if answer.status_code == httpx.codes.NOT_MODIFIED and wanted:
                return None
            if answer.status_code != httpx.codes.OK:
                told = f"the server answered {answer.status_code} {answer.reason_phrase}".rstrip()
                raise httpx.HTTPStatusError(told, request=answer.request, response=answer)
            return FeedFile(
                name=_name_of(place),
                content=self._content(place, answer),
                etag=answer.headers.get("ETag", ""),
                last_modified=answer.headers.get("Last-Modified", ""),
            )

    def _content(self, place: str, answer: httpx.Response) -> bytes:
        end = time.monotonic() + self._patience.whole
        parts, length = [], 0
        for part in answer.iter_bytes(_CHUNK):
            parts.append(part)
            length += len(part)
            if length > self._largest:
                message = (
                    f"{place}: larger than {self._largest:,} bytes, the most that is read; give "
                    "one list at a time, as its authority publishes it"
                )
                raise FileTooLarge(message)
            if time.monotonic() > end:
                seconds = f"{self._patience.whole:,.0f}"
                message = f"{place}: not whole after {seconds} seconds; try again later"
                raise UnreadableFile(message)
        return b"".join(parts)

    def _client(self) -> httpx.Client:
        return httpx.Client(
            proxy=self._proxy,
            timeout=self._patience.silence,
            headers={"User-Agent": f"navicert/{__version__}", "Accept-Encoding": "identity"},
        )


def _may_pass(refused: BaseException) -> bool:
    if isinstance(refused, httpx.HTTPStatusError):
        return refused.response.status_code in _PASSING
    passing = isinstance(refused, httpx.TransportError) and not isinstance(refused, _LASTING)
    return passing and not _is_nameless(refused)


def _is_nameless(refused: BaseException | None) -> bool:
    """Tell whether no server has the name: without a network none has, however often one asks."""
    while refused is not None:
        if isinstance(refused, socket.gaierror):
            return True
        refused = refused.__cause__ or refused.__context__
    return False


@contextmanager
def _plainly(place: str, tries: int) -> Iterator[None]:
    """Turn the library's refusals into ours, and say whether to come back."""
    shown = place[:_MOST_SHOWN]
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, ImportError, OSError) as refused:
        reason = str(refused) or type(refused).__name__
        if _is_nameless(refused):
            message = f"{shown}: {_NAMELESS}"
        elif _may_pass(refused):
            message = f"{shown}: {reason}, asked {tries} times; try again later"
        else:
            message = f"{shown}: {reason}; see whether the address, and a proxy, are right"
        raise UnreadableFile(message) from refused


@contextmanager
def _answer(client: httpx.Client, place: str, headers: dict[str, str]) -> Iterator[httpx.Response]:
    """Ask, and follow redirects without reading what else they say."""
    url = httpx.URL(place)
    for _ in range(MOST_REDIRECTS + 1):
        with client.stream("GET", url, headers=headers) as answer:
            if not answer.has_redirect_location:
                yield answer
                return
            url = following(url, answer.headers["Location"])
    message = (
        f"{place[:_MOST_SHOWN]}: more than {MOST_REDIRECTS} redirects; give the file's address"
    )
    raise UnreadableFile(message)


def following(url: httpx.URL, location: str) -> httpx.URL:
    """Give the address that a redirect leads to; UnreadableFile where nobody should follow.

    >>> following(httpx.URL("https://example.gov/a.csv"), "/b.csv")
    URL('https://example.gov/b.csv')
    """
    led = url.join(location)
    if led.scheme not in {"http", "https"} or (url.scheme, led.scheme) == ("https", "http"):
        message = f"{url}: leads to {location[:_MOST_SHOWN]!r}, which anybody could have altered"
        raise UnreadableFile(message)
    return led


def _asked_to_wait(refused: httpx.HTTPStatusError) -> float:
    told = refused.response.headers.get("Retry-After", "")
    return float(told) if _SECONDS.fullmatch(told) else 0.0


def _name_of(place: str) -> str:
    """Give the name of the file at an address, by which a reader tells its form.

    >>> _name_of("https://example.gov/lists/SDN.CSV?version=1")
    'SDN.CSV'
    """
    parts = urlsplit(place)
    return PurePosixPath(unquote(parts.path)).name or parts.netloc
