"""``navicert certify``: letters whose every statement is proved before anybody signs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from navicert.entrypoints.cli.options import AsJson, DataDir, day_of
from navicert.entrypoints.cli.statuses import DONE, HELD

app = App(name="certify", help="Draft, check, sign and verify letters whose statements are proved.")

REFUSED = 4
_OF_VERDICT = {
    "altered": REFUSED,
    "untrue": REFUSED,
    "undecidable": HELD,
    "proved_again": HELD,
    "on_trust": HELD,
    "holds": DONE,
}
_Text = Annotated[str | None, Parameter(show_default=False)]
_File = Annotated[Path | None, Parameter(show_default=False)]


@app.command
def key(name: str, /, *, json: AsJson = False, data_dir: DataDir = None) -> None:
    """Make the key that a person signs with, and say where its public half lies.

    Example: navicert certify key "Ana Lopes"

    Parameters
    ----------
    name
        The person, as the signatures will say it.
    """
    from navicert.entrypoints.cli import certify_work, terminal

    place = certify_work.made_key(name, data_dir)
    if json:
        terminal.write_json({"name": name, "public": str(place)})
        return
    terminal.console().print(terminal.plain(f"{place}: give this to whoever will verify"))


@app.command
def draft(
    letter: str,
    /,
    *,
    by: _Text = None,
    pdf: _File = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """Show a letter with each statement proved or not, and put the draft on record.

    Example: navicert certify draft examples/zte/letters/letter-2016-11-30.toml --by "Ana Lopes"

    Ends with 0 when every statement is proved, else 3.

    Parameters
    ----------
    letter
        A letter in TOML; docs/certifications.md says how it is written.
    by
        Who drafts it; else the name of the user of this machine.
    pdf
        Also print it, with its annex, to this file, never over one that is there.
    """
    from navicert.entrypoints.cli import certify_answer, certify_work, clear_work, terminal
    from navicert.undertakings.certifications.body import unproved

    who = clear_work.Where(data_dir, by, None).officer
    body, receipt = certify_work.drafted(letter, who, data_dir)
    if pdf is not None:
        certify_work.write_new(pdf, certify_work.printed(body))
    if json:
        terminal.write_json(certify_answer.body_document(body) | {"record": receipt.index})
    else:
        certify_answer.show_body(body, terminal.console(), with_text=True)
        terminal.console().print(terminal.plain(f"draft on record: {receipt.index}", "dim"))
    return HELD if unproved(body) else DONE


@app.command
def check(
    letter: str,
    /,
    *,
    on: _Text = None,
    known: _Text = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """Run all checks of a letter and name every row that contradicts it; nothing is recorded.

    Example: navicert certify check examples/zte/letters/letter-2016-11-30.toml --on 2016-11-30

    Ends with 0 when every statement is proved, else 3.

    Parameters
    ----------
    letter
        A letter in TOML.
    on
        Use evidence of this day or of an earlier one.
    known
        Use evidence that had been added here by the end of this day.
    """
    from navicert.entrypoints.cli import certify_answer, certify_work, terminal
    from navicert.undertakings.certifications.body import unproved

    days = (day_of("--on", on), day_of("--known", known))
    body = certify_work.proved(letter, days, data_dir)
    if json:
        terminal.write_json(certify_answer.body_document(body))
    else:
        certify_answer.show_body(body, terminal.console())
    return HELD if unproved(body) else DONE


@app.command
def sign(
    letter: str,
    /,
    *,
    by: str,
    key: _File = None,
    json: AsJson = False,
    data_dir: DataDir = None,
) -> int:
    """Run all checks again, on the evidence of this moment, and sign if every one passes.

    Example: navicert certify sign examples/zte/letters/letter-2018-03-30.toml --by "Ana Lopes"

    Two different people sign with two different keys; only then is the letter certified. A refusal
    goes on record too, with every row that contradicts the letter. Ends with 0 when signed, 4
    when refused.

    Parameters
    ----------
    letter
        A letter in TOML.
    by
        The person who signs.
    key
        The private key; else the one that 'navicert certify key' made for this person.
    """
    from navicert.entrypoints.cli import certify_answer, certify_work, refusals, terminal
    from navicert.errors import SigningRefused

    try:
        signing = certify_work.signed(letter, by, key, data_dir)
    except SigningRefused as refused:
        refusals.refused(refused)
        return REFUSED
    if json:
        terminal.write_json(certify_answer.signing_document(signing))
    else:
        certify_answer.show_signing(signing, terminal.console())
    return DONE if signing.signed is not None else REFUSED


@app.command
def export(letter: str, /, *, output: Path, json: AsJson = False, data_dir: DataDir = None) -> int:
    """Write everything that proves a certification to one file, for 'certify verify' elsewhere.

    Example: navicert certify export letter-2018-03-30 --output letter.zip

    The file says too what is known of the letter on this day: its checks run again, and every
    alarm on record goes with it. Ends with 0, with 3 when an alarm rang of the letter, also one
    that is past.

    Parameters
    ----------
    letter
        The id of a letter that two people signed.
    output
        The file to write, never over one that is there.
    """
    from navicert.entrypoints.cli import certify_work, certify_written, terminal

    found = certify_work.exported(letter, data_dir)
    certify_work.write_new(output, found.content)
    if json:
        terminal.write_json(certify_written.exported_document(found, output))
    else:
        certify_written.show_exported(found, output, terminal.console())
    return HELD if found.known.doubt else DONE


@app.command
def verify(
    file: str,
    /,
    *,
    key: Annotated[tuple[Path, ...], Parameter(negative=(), show_default=False)] = (),
    json: AsJson = False,
) -> int:
    """Prove a certification from one file: digests, signatures, four eyes, log, checks run again.

    Example: navicert certify verify letter.zip --key ana-lopes.pub --key bo-berg.pub

    Ends with 0 when all holds; 3 when it does but keys had to be taken on trust, or a statement
    cannot be decided, or was found untrue and is proved again; 4 when the issuer knew at the export
    that a statement is untrue, or something is altered, which is named. --json says which in one
    word, the verdict.

    Parameters
    ----------
    file
        What 'navicert certify export' wrote.
    key
        A public key that you have from elsewhere: of a signer (PEM), or of the log (log.pub). May
        be given again; then no other signer, and no other log, is accepted.
    """
    from navicert.entrypoints.cli import certify_verified, certify_written, terminal

    with terminal.busy("verifying ..."):
        found = certify_verified.verified(file, key)
    if json:
        terminal.write_json(certify_written.verified_document(found))
    else:
        certify_written.show_verified(found, terminal.console())
    return _OF_VERDICT[found.verdict.value]


@app.command
def status(letter: str | None = None, /, *, json: AsJson = False, data_dir: DataDir = None) -> int:
    """Show who signed which letter, and whether each statement is still true today.

    Example: navicert certify status

    Ends with 0 when every certification holds, 3 when a second signature is missing or an alarm is
    on record that ended, 4 when a certified statement is no longer true.

    Parameters
    ----------
    letter
        Only the letter of this id.
    """
    from navicert.entrypoints.cli import certify_answer, certify_work, terminal

    entries, truths = certify_work.standing(data_dir)
    entries = tuple(one for one in entries if letter in {None, one.signed.body.letter.id})
    truths = tuple(one for one in truths if letter in {None, one.body.letter.id})
    if json:
        terminal.write_json(certify_answer.status_document(entries, truths))
    else:
        certify_answer.show_status(entries, truths, terminal.console())
    if any(one.alarms for one in truths):
        return REFUSED
    done = {one.body.digest for one in truths}
    waits = any(one.signed.body.digest not in done for one in entries)
    return HELD if waits or any(one.past for one in truths) else DONE
