"""List files from the web: from a real server, with everything that can go wrong on the way."""

from __future__ import annotations

import gzip
import socket
import time

import httpx
import pytest

from navicert.adapters.feeds.web import Patience, WebFeed, following
from navicert.casework.ports import FeedFile, Seen
from navicert.errors import FileTooLarge, UnreadableFile
from tests.adapters.feeds.server import Reply, serving

HASTY = Patience(silence=0.3, whole=1.0, tries=3, first=0.01, longest=0.05)
FILE = Reply(200, b"name\r\n", {"ETag": '"v1"', "Last-Modified": "Thu, 30 Jul 2026 10:00:00 GMT"})
LIMIT = 1000


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def feed(proxy: str | None = None) -> WebFeed:
    return WebFeed(proxy, LIMIT, HASTY)


def test_a_file_comes_with_its_name_its_bytes_and_what_its_server_calls_them() -> None:
    with serving(FILE) as told:
        found = feed().fetch(f"{told.url}/lists/dpl.txt?v=1")
    assert FeedFile("dpl.txt", b"name\r\n", '"v1"', "Thu, 30 Jul 2026 10:00:00 GMT") == found


def test_what_was_seen_is_asked_for_only_if_it_changed() -> None:
    with serving(Reply(304)) as told:
        seen = Seen("", '"v1"', "Thu, 30 Jul 2026 10:00:00 GMT")
        assert feed().fetch_unless(f"{told.url}/dpl.txt", seen) is None
    ((_, headers),) = told.asked
    assert ('"v1"', "Thu, 30 Jul 2026 10:00:00 GMT") == (
        headers["If-None-Match"],
        headers["If-Modified-Since"],
    )


def test_a_server_that_says_unchanged_of_what_was_never_seen_is_refused() -> None:
    with serving(Reply(304)) as told, pytest.raises(UnreadableFile, match="answered 304"):
        feed().fetch(f"{told.url}/dpl.txt")


def test_a_server_that_stumbles_twice_is_asked_a_third_time() -> None:
    with serving(Reply(500), Reply(503), FILE) as told:
        assert b"name\r\n" == feed().fetch(f"{told.url}/dpl.txt").content
    assert 3 == len(told.asked)


def test_a_server_that_stumbles_on_is_given_up() -> None:
    with (
        serving(Reply(500)) as told,
        pytest.raises(UnreadableFile, match=r"dpl\.txt: .* 500 Internal.*, asked 3 times"),
    ):
        feed().fetch(f"{told.url}/dpl.txt")
    assert 3 == len(told.asked)


def test_a_refusal_that_will_last_is_taken_at_once() -> None:
    with serving(Reply(404)) as told, pytest.raises(UnreadableFile, match="answered 404 Not Found"):
        feed().fetch(f"{told.url}/dpl.txt")
    assert 1 == len(told.asked)


def test_a_server_that_asks_us_to_wait_is_given_that_time_but_never_more_than_the_longest() -> None:
    with serving(Reply(429, headers={"Retry-After": "9999"}), FILE) as told:
        begun = time.monotonic()
        feed().fetch(f"{told.url}/dpl.txt")
    assert 0.05 <= time.monotonic() - begun < 5


def test_a_server_that_falls_silent_is_given_up() -> None:
    silent = Reply(200, b"late", pause=lambda: time.sleep(0.6))
    with serving(silent) as told, pytest.raises(UnreadableFile, match="timed out, asked 3 times"):
        feed().fetch(f"{told.url}/dpl.txt")


def test_a_file_that_drips_on_and_on_is_given_up() -> None:
    hasty = Patience(silence=5, whole=0.0, tries=1)
    with serving(FILE) as told, pytest.raises(UnreadableFile, match="not whole after 0 seconds"):
        WebFeed(None, LIMIT, hasty).fetch(f"{told.url}/dpl.txt")


def test_a_body_that_is_cut_off_is_asked_for_again_and_then_refused() -> None:
    short = Reply(200, b"half", {"Content-Length": "8"})
    with serving(short, FILE) as told:
        assert b"name\r\n" == feed().fetch(f"{told.url}/dpl.txt").content
    with serving(short) as told, pytest.raises(UnreadableFile, match="asked 3 times"):
        feed().fetch(f"{told.url}/dpl.txt")


@pytest.mark.parametrize("length", ["", "1001"])
def test_a_file_larger_than_the_limit_is_refused_stated_or_not(length: str) -> None:
    large = Reply(200, b"x" * 1001, {"Content-Length": length})
    with serving(large) as told, pytest.raises(FileTooLarge, match="larger than 1,000 bytes"):
        feed().fetch(f"{told.url}/dpl.txt")


def test_a_file_that_grows_when_it_is_unpacked_is_held_to_the_limit_too() -> None:
    bomb = Reply(200, gzip.compress(b"x" * 1_000_000), {"Content-Encoding": "gzip"})
    with serving(bomb) as told, pytest.raises(FileTooLarge):
        feed().fetch(f"{told.url}/dpl.txt")


def test_a_redirect_is_followed_and_a_loop_of_them_is_refused() -> None:
    with serving(Reply(302, headers={"Location": "/new/dpl.txt"}), FILE) as told:
        assert "dpl.txt" == feed().fetch(f"{told.url}/dpl.txt").name
    assert ["/dpl.txt", "/new/dpl.txt"] == [path for path, _ in told.asked]
    loop = Reply(302, headers={"Location": "/dpl.txt"})
    with serving(loop) as told, pytest.raises(UnreadableFile, match="more than 5 redirects"):
        feed().fetch(f"{told.url}/dpl.txt")
    assert 6 == len(told.asked)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://example.gov/dpl.txt"])
def test_a_redirect_to_anything_but_the_web_is_refused(location: str) -> None:
    away = Reply(302, headers={"Location": location})
    with serving(away) as told, pytest.raises(UnreadableFile, match="leads to"):
        feed().fetch(f"{told.url}/dpl.txt")


def test_a_redirect_from_https_down_to_http_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="leads to 'http://"):
        following(httpx.URL("https://example.gov/dpl.txt"), "http://example.gov/dpl.txt")


def test_a_proxy_is_asked_in_place_of_the_server() -> None:
    with serving(FILE) as told:
        feed(told.url).fetch("http://lists.example/dpl.txt")
    assert ["http://lists.example/dpl.txt"] == [path for path, _ in told.asked]


def test_the_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(FILE) as told:
        monkeypatch.setenv("HTTP_PROXY", told.url)
        feed().fetch("http://lists.example/dpl.txt")
    assert 1 == len(told.asked)


@pytest.mark.parametrize(
    ("place", "proxy"),
    [
        ("http://", None),
        ("http://127.0.0.1:1/dpl.txt", None),
        ("http://[::bad/dpl.txt", None),
        ("http://a.example/dpl.txt", "nonsense"),
        ("http://a.example/\x00", None),
    ],
)
def test_an_address_that_is_none_is_named(place: str, proxy: str | None) -> None:
    with pytest.raises(UnreadableFile, match="http"):
        feed(proxy).fetch(place)


def test_without_a_network_nobody_is_asked_twice_and_the_ways_out_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []

    def nameless(*host: object, **_: object) -> None:
        asked.append(host)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nameless)
    with pytest.raises(UnreadableFile, match=r"no server of this name .* --from FOLDER") as told:
        WebFeed().fetch("https://lists.invalid/dpl.txt")
    assert 1 == len(asked)
    assert "Errno" not in str(told.value)
