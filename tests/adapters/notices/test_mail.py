"""E-mail against a real SMTP server of this process."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from navicert.adapters.notices.mail import Mail, Server
from navicert.casework.undertaking_ports import Message
from navicert.errors import NotSent

MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)
MESSAGE = Message("msg_1", "mailto:eva@b.example", "Due in 7 days: Ünïcode", "Hällo\n", {}, MOMENT)
PASSWORD = "correct horse battery"  # noqa: S105 - of this test's own server


class Inbox(Handler):
    """Keeps what comes."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[Any] = []

    def handle_message(self, message: Any) -> None:  # noqa: ANN401 - the library's own type
        self.came.append(message)


def authenticate(
    _server: object, _session: object, _envelope: object, _how: str, data: object
) -> AuthResult:
    good = isinstance(data, LoginPassword) and data.password == PASSWORD.encode()
    return AuthResult(success=good, handled=good)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate with its key, for 127.0.0.1, that nobody else vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    pem = serialization.Encoding.PEM
    form, hidden = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(built.public_bytes(pem) + key.private_bytes(pem, form, hidden))
    return path


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def plain(inbox: Inbox) -> Iterator[Server]:
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield Server("127.0.0.1", controller.port, "navicert@a.example", starttls=False)
    controller.stop()


@pytest.fixture
def secure(inbox: Inbox, certificate: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    controller = Controller(
        inbox,
        hostname="127.0.0.1",
        port=free_port(),
        tls_context=context,
        require_starttls=True,
        authenticator=authenticate,
        auth_required=True,
    )
    controller.start()
    told = Server("127.0.0.1", controller.port, "navicert@a.example", user="eva")
    yield replace(told, password=PASSWORD)
    controller.stop()


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


def test_a_letter_arrives_as_it_was_written(plain: Server, inbox: Inbox) -> None:
    Mail(plain).send(MESSAGE)
    (letter,) = inbox.came
    assert "eva@b.example" == letter["To"]
    assert "<msg_1@a.example>" == letter["Message-ID"]
    assert "auto-generated" == letter["Auto-Submitted"]
    assert "Hällo" == letter.get_payload(decode=True).decode().strip()


def test_a_password_goes_through_tls_to_a_server_that_is_vouched_for(
    secure: Server, inbox: Inbox, certificate: Path
) -> None:
    Mail(secure, ssl.create_default_context(cafile=str(certificate))).send(MESSAGE)
    assert 1 == len(inbox.came)


def test_a_server_that_nobody_vouches_for_gets_nothing(secure: Server, inbox: Inbox) -> None:
    with pytest.raises(NotSent, match="CERTIFICATE_VERIFY_FAILED"):
        Mail(secure).send(MESSAGE)
    assert [] == inbox.came


def test_a_wrong_password_is_not_sent_and_not_shown(
    secure: Server, inbox: Inbox, certificate: Path
) -> None:
    wrong = replace(secure, password="hunter2")  # noqa: S106 - of this test's own server
    trust = ssl.create_default_context(cafile=str(certificate))
    with pytest.raises(NotSent, match="SMTPAuthenticationError") as refused:
        Mail(wrong, trust).send(MESSAGE)
    assert "hunter2" not in f"{refused.value} {wrong!r}"
    assert [] == inbox.came


def test_a_password_never_goes_out_in_the_clear() -> None:
    server = Server("mail.example.com", 25, "a@b.example", starttls=False, user="eva")
    with pytest.raises(NotSent, match="without STARTTLS"):
        Mail(replace(server, password=PASSWORD)).send(MESSAGE)


def test_no_line_can_be_slipped_into_the_headers(plain: Server, inbox: Inbox) -> None:
    with pytest.raises(NotSent):
        Mail(plain).send(replace(MESSAGE, subject="Due\r\nBcc: all@b.example"))
    assert [] == inbox.came


def test_nobody_listening_is_not_sent(plain: Server) -> None:
    with pytest.raises(NotSent):
        Mail(replace(plain, port=1)).send(MESSAGE)
