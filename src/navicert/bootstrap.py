"""Where ports meet adapters, and the one place that reads the environment."""

from __future__ import annotations

import os
from pathlib import Path

from navicert.casework.certify_ports import CertifyDesk, Tools
from navicert.casework.ports import Desk
from navicert.casework.undertaking_ports import Checks, Post, Way
from navicert.errors import NotSent

HOME = "NAVICERT_HOME"
"""The variable that names the data directory."""


def data_directory(given: Path | None = None) -> Path:
    """Choose the data directory: the one given, else NAVICERT_HOME, else the user's own place.

    Nothing is made on disk.
    """
    if given is not None:
        return given.expanduser().absolute()
    if named := os.environ.get(HOME):
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("navicert", appauthor=False)


def open_desk(data_dir: Path | None = None, *, proxy: str | None = None) -> Desk:
    """Set up a desk over a data directory; nothing is made on disk before the first write.

    ``proxy`` is the address of a proxy for fetching lists; None takes the usual variables of the
    environment (HTTPS_PROXY, NO_PROXY ...). A directory that cannot be used raises StateUnusable
    when a job first needs it.
    """
    from navicert.adapters.clock import SystemClock
    from navicert.adapters.feeds.anywhere import AnyFeed
    from navicert.adapters.store.clearings import StoredClearings
    from navicert.adapters.store.database import Database
    from navicert.adapters.store.files import FileBlobs
    from navicert.adapters.store.indexes import StoredIndexes
    from navicert.adapters.store.lists import StoredSnapshots
    from navicert.adapters.store.log import StoredLog
    from navicert.adapters.store.registers import StoredRegisters
    from navicert.adapters.store.visits import StoredVisits

    home, clock = data_directory(data_dir), SystemClock()
    database, blobs = Database(home / "navicert.db"), FileBlobs(home / "blobs")
    return Desk(
        home=home,
        clock=clock,
        records=StoredLog(home, database, clock),
        snapshots=StoredSnapshots(database, blobs, clock),
        blobs=blobs,
        indexes=StoredIndexes(home / "index"),
        feed=AnyFeed(proxy),
        visits=StoredVisits(database),
        clearings=StoredClearings(database, clock),
        registers=StoredRegisters(home / "ownership", blobs),
        at_once=database.writing,
        close=database.close,
    )


SMTP = "NAVICERT_SMTP_"
"""How the variables begin that name the mail server: HOST, PORT, FROM, STARTTLS, USER, PASSWORD."""

SIGNED_WITH = "NAVICERT_WEBHOOK_SECRET"
"""The variable with the secret that signs webhooks; several with a blank between them."""

_SUBMISSION = "587"


def open_post(desk: Desk) -> Post:
    """Set up the post; what the environment lacks is NotSent when a notice first needs it."""
    from navicert.adapters.notices.post import HousePost
    from navicert.adapters.notices.webhook import Webhook, secrets

    return HousePost(desk.home, _mail, lambda: Webhook(secrets(os.environ.get(SIGNED_WITH, ""))))


def open_checks(desk: Desk) -> Checks:
    """Give the checks of evidence that commitments may name."""
    from navicert.casework.recorded_checks import RecordedChecks

    return RecordedChecks(desk.records)


def _mail() -> Way:
    from navicert.adapters.notices.mail import Mail, Server

    told = {name: os.environ.get(f"{SMTP}{name}", "") for name in ("HOST", "FROM", "PORT")}
    missing = [f"{SMTP}{name}" for name in ("HOST", "FROM") if not told[name]]
    port = told["PORT"] or _SUBMISSION
    if missing:
        raise NotSent(f"no mail server: set {' and '.join(missing)}")
    if not port.isascii() or not port.isdigit():
        raise NotSent(f"{SMTP}PORT: {port[:20]!r} is no number of a port")
    starttls = os.environ.get(f"{SMTP}STARTTLS", "yes").strip().lower()
    if starttls not in {"yes", "no"}:
        raise NotSent(f"{SMTP}STARTTLS: {starttls[:20]!r} is neither yes nor no")
    user, password = (os.environ.get(f"{SMTP}{name}", "") for name in ("USER", "PASSWORD"))
    server = Server(told["HOST"], int(port), told["FROM"], starttls == "yes", user, password)
    return Mail(server)


def certify_desk(desk: Desk) -> CertifyDesk:
    """Set up what evidence, checks and certifications need beside a desk."""
    from navicert.adapters.letters.pdf import print_letter
    from navicert.adapters.letters.signer_keys import FolderKeys
    from navicert.adapters.letters.zip_form import ZipPacker
    from navicert.adapters.store.key import LogKey
    from navicert.casework.alarms import RecordedDisclosures

    def log_key() -> str:
        return LogKey(desk.home / "keys").verifier.text()

    return CertifyDesk(
        desk=desk,
        tools=proving_tools(desk.home),
        printer=print_letter,
        packer=ZipPacker(),
        signers=FolderKeys(desk.home / "keys" / "signers"),
        disclosures=RecordedDisclosures(),
        log_key=log_key,
    )


def proving_tools(home: Path) -> Tools:
    """Set up what runs checks on the evidence that a data directory keeps."""
    from navicert.adapters.evidence_sql.runner import DuckRunner
    from navicert.adapters.evidence_sql.sheets import sheet
    from navicert.adapters.store.kept import KeptFiles

    return Tools(KeptFiles(home / "evidence"), sheet, DuckRunner())
