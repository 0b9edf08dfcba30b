"""The jobs behind ``navicert certify`` and ``undertakings check``, over one data directory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from navicert.adapters.letters import letter_form
from navicert.bootstrap import certify_desk, open_desk
from navicert.casework import continuing_truth, export_certification, sign_letter
from navicert.casework.continuing_truth import Truth
from navicert.casework.each_file import Each, each
from navicert.casework.export_certification import Exported
from navicert.casework.ports import Desk, FeedFile
from navicert.casework.recorded_checks import record_checks
from navicert.casework.run_checks import run_check, run_letter
from navicert.casework.sign_letter import Signing, held
from navicert.entrypoints.cli import terminal
from navicert.errors import UnreadableFile
from navicert.records.record import Receipt
from navicert.undertakings.certifications.body import Body
from navicert.undertakings.certifications.bundle import Entry
from navicert.undertakings.certifications.letter import Letter
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.result import Result

Days = tuple[date | None, date | None]
"""The days of --on and --known."""


def checked(
    files: tuple[str, ...], days: Days, home: Path | None
) -> tuple[Each[tuple[Check, Result]], ...]:
    """Run checks on the evidence of some day; what they find of the newest goes on record."""
    with terminal.busy("checking ..."), open_desk(home) as desk:
        tools, now = certify_desk(desk).tools, held(desk.records, *days)

        def run(file: str) -> tuple[Check, Result]:
            check = letter_form.read_check(file, _fetch(desk))
            return check, run_check(check, now, tools)

        found = each(files, run)
        if days == (None, None):
            record_checks((one.made for one in found if one.made is not None), now, desk)
        return found


def rechecked(home: Path | None) -> tuple[Truth, ...]:
    """Hold every certification against the newest evidence, and record what is new."""
    with terminal.busy("checking ..."), open_desk(home) as desk:
        return continuing_truth.recheck(certify_desk(desk))


def proved(file: str, days: Days, home: Path | None) -> Body:
    """Run the checks of a letter, and record nothing."""
    with terminal.busy("checking ..."), open_desk(home) as desk:
        now = held(desk.records, *days)
        return run_letter(_letter(file, desk), now, certify_desk(desk).tools)


def drafted(file: str, by: str, home: Path | None) -> tuple[Body, Receipt]:
    """Run the checks of a letter, and put the draft on record."""
    with terminal.busy("checking ..."), open_desk(home) as desk:
        return sign_letter.draft_letter(_letter(file, desk), by, certify_desk(desk))


def signed(file: str, by: str, key: Path | None, home: Path | None) -> Signing:
    """Sign a letter, or record why it cannot be signed."""
    with terminal.busy("checking ..."), open_desk(home) as desk:
        return sign_letter.sign_letter(_letter(file, desk), by, key, certify_desk(desk))


def exported(letter: str, home: Path | None) -> Exported:
    """Pack everything that proves a certification."""
    with terminal.busy("checking ..."), open_desk(home) as desk:
        return export_certification.export_certification(letter, certify_desk(desk))


def standing(home: Path | None) -> tuple[tuple[Entry, ...], tuple[Truth, ...]]:
    """Give every signature, and every certification as it stands now; nothing is recorded."""
    with terminal.busy("checking ..."), open_desk(home) as desk:
        found = tuple(sign_letter.entries(desk.records))
        return found, continuing_truth.standing(certify_desk(desk))


def made_key(name: str, home: Path | None) -> Path:
    """Make a key for a person and give the place of its public half."""
    with open_desk(home) as desk:
        return certify_desk(desk).signers.make(name)


def printed(body: Body) -> bytes:
    """Print a letter."""
    from navicert.adapters.letters.pdf import print_letter

    return print_letter(body)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet."""
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise UnreadableFile(f"{path}: is there already; name another file") from None
    except OSError as error:
        raise UnreadableFile(f"{path}: cannot be written: {error.strerror}") from None


def _letter(file: str, desk: Desk) -> Letter:
    return letter_form.read(file, _fetch(desk))


def _fetch(desk: Desk) -> letter_form.Fetch:
    def fetch(place: str) -> bytes:
        found: FeedFile = desk.feed.fetch(place)
        return found.content

    return fetch
