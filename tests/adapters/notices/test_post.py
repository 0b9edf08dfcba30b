"""From the command to a real mail server and a real receiver, as the environment names them."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler

from navicert.entrypoints.cli.main import run
from tests.casework.promises.plans import HEAD

PLAN = (
    HEAD
    + """\

[[escalation]]
on_the_day = true
tell = ["mailto:eva@b.example", "http://127.0.0.1:{port}/hook"]

[[commitment]]
id = "report"
title = "Report"
owed_by = "Atlas Foundry"
owed_to = "BIS"
citation = "plan 3"
day = 2026-03-10
"""
)


class Inbox(Handler):
    """Keeps what comes."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.came.append(message)


class Events(ThreadingHTTPServer):
    """Keeps what comes."""

    def __init__(self) -> None:
        self.came: list[bytes] = []
        super().__init__(("127.0.0.1", 0), Taking)


class Taking(BaseHTTPRequestHandler):
    server: Events

    def do_POST(self) -> None:
        self.server.came.append(self.rfile.read(int(self.headers["content-length"])))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's word
        """Say nothing."""


@pytest.fixture
def inbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Inbox]:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = int(probe.getsockname()[1])
    inbox = Inbox()
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    told = {"HOST": "127.0.0.1", "PORT": str(port), "FROM": "n@a.example", "STARTTLS": "no"}
    for name, value in told.items():
        monkeypatch.setenv(f"NAVICERT_SMTP_{name}", value)
    yield inbox
    controller.stop()


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> Iterator[Events]:
    monkeypatch.setenv("NAVICERT_WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    server = Events()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_command_reaches_both_once(
    tmp_path: Path, inbox: Inbox, events: Events, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN.format(port=events.server_port), encoding="utf-8")
    run(["undertakings", "load", str(path)])
    assert 0 == run(["undertakings", "notify", "--on", "2026-03-10"])
    capsys.readouterr()
    assert 0 == run(["undertakings", "notify", "--on", "2026-03-10", "--json"])
    assert [] == json.loads(capsys.readouterr().out)["notices"]
    assert ["Due today: Report"] == [str(one["Subject"]) for one in inbox.came]
    (event,) = [json.loads(body) for body in events.came]
    assert ("1.0", "report") == (event["specversion"], event["subject"])
    assert 0 == run(["records", "verify"])


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SMTP_PORT", "mail", "NAVICERT_SMTP_PORT: 'mail' is no number of a port"),
        ("SMTP_STARTTLS", "perhaps", "NAVICERT_SMTP_STARTTLS: 'perhaps' is neither yes nor no"),
        ("SMTP_FROM", "", "no mail server: set NAVICERT_SMTP_FROM"),
    ],
)
def test_what_is_wrong_in_the_environment_is_said_and_the_others_go_out(
    tmp_path: Path,
    inbox: Inbox,
    events: Events,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    told: str,
) -> None:
    monkeypatch.setenv(f"NAVICERT_{name}", value)
    path = tmp_path / "plan.toml"
    path.write_text(PLAN.format(port=events.server_port), encoding="utf-8")
    run(["undertakings", "load", str(path)])
    capsys.readouterr()
    assert 3 == run(["undertakings", "notify", "--on", "2026-03-10", "--json"])
    notices = json.loads(capsys.readouterr().out)["notices"]
    assert {("failed", told), ("sent", "")} == {(one["came"], one["why"]) for one in notices}
    assert ([], 1) == (inbox.came, len(events.came))
