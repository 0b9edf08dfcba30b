"""Webhooks against a real HTTP server of this process."""

from __future__ import annotations

import base64
import hmac
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from navicert.adapters.notices.webhook import Patience, Webhook, secrets
from navicert.casework.undertaking_ports import Message
from navicert.errors import NotSent

KEY = b"a key of twenty-four byt"
SECRET = f"whsec_{base64.b64encode(KEY).decode()}"
MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)
EVENT = {"specversion": "1.0", "id": "msg_1", "data": {"title": "Ünïcode"}}


class Receiver(ThreadingHTTPServer):
    """Keeps what comes, and answers with the given statuses in turn."""

    def __init__(self) -> None:
        self.answers: list[int] = []
        self.came: list[tuple[dict[str, str], bytes]] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"


class Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.came.append(({k.lower(): v for k, v in self.headers.items()}, body))
        status = self.server.answers.pop(0) if self.server.answers else 204
        self.send_response(status)
        self.send_header("location", "/elsewhere")
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's word
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def message(target: str) -> Message:
    return Message("msg_1", target, "Due", "text", EVENT, MOMENT)


def webhook(secret: str = SECRET) -> Webhook:
    return Webhook(secrets(secret), Patience(tries=3, answer=5, first=0))


def test_a_receiver_can_verify_what_came(receiver: Receiver) -> None:
    webhook().send(message(receiver.address))
    ((headers, body),) = receiver.came
    told = f"msg_1.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(KEY, told, "sha256").digest()).decode()
    assert f"v1,{expected}" == headers["webhook-signature"]
    assert ("msg_1", str(int(MOMENT.timestamp()))) == (
        headers["webhook-id"],
        headers["webhook-timestamp"],
    )
    assert "application/cloudevents+json; charset=utf-8" == headers["content-type"]
    assert EVENT == json.loads(body)


def test_while_one_secret_replaces_another_both_sign(receiver: Receiver) -> None:
    other = f"whsec_{base64.b64encode(b'another').decode()}"
    webhook(f"{SECRET} {other}").send(message(receiver.address))
    assert 2 == len(receiver.came[0][0]["webhook-signature"].split())


def test_a_server_that_stumbles_is_asked_again(receiver: Receiver) -> None:
    receiver.answers = [503, 429, 200]
    webhook().send(message(receiver.address))
    assert 3 == len(receiver.came)
    assert 1 == len({headers["webhook-id"] for headers, _ in receiver.came})


@pytest.mark.parametrize(("status", "tries"), [(503, 3), (404, 1), (301, 1), (410, 1)])
def test_what_is_not_taken_is_not_sent(receiver: Receiver, status: int, tries: int) -> None:
    receiver.answers = [status] * 5
    with pytest.raises(NotSent, match=f"answered {status}"):
        webhook().send(message(receiver.address))
    assert tries == len(receiver.came)


def test_nothing_goes_out_unsigned_or_in_the_clear(receiver: Receiver) -> None:
    with pytest.raises(NotSent, match="nothing is sent unsigned"):
        webhook("").send(message(receiver.address))
    with pytest.raises(NotSent, match="only https leaves this machine"):
        webhook().send(message("http://example.com/hook"))
    assert [] == receiver.came


def test_a_malformed_secret_is_not_quoted() -> None:
    with pytest.raises(NotSent) as refused:
        secrets("whsec_not base64!")
    assert "not base64" not in str(refused.value)
    assert KEY.decode() not in repr(secrets(SECRET))


def test_nobody_listening_is_not_sent(receiver: Receiver) -> None:
    address = receiver.address
    receiver.server_close()
    with pytest.raises(NotSent, match=r"127\.0\.0\.1"):
        webhook().send(message(address))
