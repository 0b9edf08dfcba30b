"""Notices to programs: Standard Webhooks headers around a CloudEvent in JSON.

Only https, or http to this machine; no redirect is followed, and nothing goes out unsigned.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx
import tenacity

from navicert.casework.undertaking_ports import Message
from navicert.errors import NotSent

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_PREFIX = "whsec_"


@dataclass(frozen=True, slots=True)
class Patience:
    """How often to try, how long to wait for an answer, and before the second try, in seconds."""

    tries: int = 3
    answer: float = 10.0
    first: float = 1.0


@dataclass(frozen=True, slots=True)
class Secrets:
    """The keys that sign; several while one replaces another. They are never shown."""

    keys: tuple[bytes, ...] = field(default=(), repr=False)


def secrets(text: str) -> Secrets:
    """Read secrets, with a blank between several: ``whsec_`` and base64.

    Raises:
        NotSent: when one is no base64; the message does not quote it.
    """
    try:
        keys = (base64.b64decode(one.removeprefix(_PREFIX), validate=True) for one in text.split())
        return Secrets(tuple(keys))
    except (binascii.Error, ValueError):
        raise NotSent("NAVICERT_WEBHOOK_SECRET: not whsec_ followed by base64") from None


def signature(key: bytes, message_id: str, timestamp: int, body: bytes) -> str:
    """Sign a body as Standard Webhooks does: HMAC-SHA256 over id, timestamp and body.

    >>> key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    >>> signature(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
    """
    signed = f"{message_id}.{timestamp}.".encode() + body
    return f"v1,{base64.b64encode(hmac.digest(key, signed, 'sha256')).decode()}"


class Webhook:
    """Send notices as signed events."""

    def __init__(self, given: Secrets, patience: Patience = Patience()) -> None:
        self._secrets = given
        self._patience = patience

    def send(self, message: Message) -> None:
        """Post an event; NotSent says what the receiver answered, or why it was not asked."""
        address = urlsplit(message.target)
        if address.scheme != "https" and address.hostname not in _HERE:
            raise NotSent(f"{address.scheme}://{address.hostname}: only https leaves this machine")
        if not self._secrets.keys:
            raise NotSent("NAVICERT_WEBHOOK_SECRET is not set, and nothing is sent unsigned")
        body = json.dumps(message.event, ensure_ascii=False).encode()
        try:
            self._again()(self._once, message, body)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            told = " ".join(str(error).split())[:200] or type(error).__name__
            raise NotSent(f"{address.hostname}: {told}") from None

    def _once(self, message: Message, body: bytes) -> None:
        timestamp = int(message.moment.timestamp())
        signatures = (signature(key, message.id, timestamp, body) for key in self._secrets.keys)
        headers = {
            "content-type": "application/cloudevents+json; charset=utf-8",
            "webhook-id": message.id,
            "webhook-timestamp": str(timestamp),
            "webhook-signature": " ".join(signatures),
        }
        with httpx.Client(timeout=self._patience.answer, follow_redirects=False) as client:
            answer = client.post(message.target, content=body, headers=headers)
        if not answer.is_success:
            told = f"answered {answer.status_code} {answer.reason_phrase}".rstrip()
            raise httpx.HTTPStatusError(told, request=answer.request, response=answer)

    def _again(self) -> tenacity.Retrying:
        return tenacity.Retrying(
            retry=tenacity.retry_if_exception(_may_pass),
            stop=tenacity.stop_after_attempt(self._patience.tries),
            wait=tenacity.wait_exponential(multiplier=self._patience.first, max=30),
            reraise=True,
        )


def _may_pass(error: BaseException) -> bool:
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code in _PASSING
    return isinstance(error, httpx.TransportError)
