"""Notices by e-mail, through one SMTP server."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime

from navicert.casework.undertaking_ports import Message
from navicert.errors import NotSent

SECONDS = 30.0
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Server:
    """An SMTP server, and as whom to send; the password is never shown."""

    host: str
    port: int
    sender: str
    starttls: bool = True
    user: str = ""
    password: str = field(default="", repr=False)


class Mail:
    """Send notices as plain text; ``trust`` may name who vouches for the server's certificate."""

    def __init__(self, server: Server, trust: ssl.SSLContext | None = None) -> None:
        self._server = server
        self._trust = trust

    def send(self, message: Message) -> None:
        """Hand a message over; NotSent says why the server did not take it."""
        server = self._server
        if server.password and not server.starttls and server.host not in _HERE:
            raise NotSent(f"{server.host}: a password is not sent without STARTTLS")
        try:
            with smtplib.SMTP(server.host, server.port, timeout=SECONDS) as smtp:
                if server.starttls:
                    smtp.starttls(context=self._trust or ssl.create_default_context())
                if server.user:
                    smtp.login(server.user, server.password)
                smtp.send_message(self._letter(message))
        except (smtplib.SMTPException, OSError, ValueError) as error:
            raise NotSent(f"{server.host}:{server.port}: {self._told(error)}") from None

    def _letter(self, message: Message) -> EmailMessage:
        letter = EmailMessage()
        letter["From"] = self._server.sender
        letter["To"] = message.target.removeprefix("mailto:")
        letter["Subject"] = message.subject
        letter["Date"] = format_datetime(message.moment)
        domain = self._server.sender.rpartition("@")[2].strip("> ") or "navicert"
        letter["Message-ID"] = f"<{message.id}@{domain}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(message.text)
        return letter

    def _told(self, error: Exception) -> str:
        """Say what went wrong, on one line, whatever the server echoed."""
        told = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        password = self._server.password
        return told.replace(password, "***") if password else told
