"""``navicert records``: the proof of what was answered."""

from __future__ import annotations

from cyclopts import App

from navicert.entrypoints.cli.options import AsJson, DataDir

app = App(name="records", help="Prove that the log of answers is whole, and show what it holds.")


@app.command
def verify(*kept: str, json: AsJson = False, data_dir: DataDir = None) -> None:
    """Prove the records whole, and the files they rest on; name the first altered one (status 2).

    Example: navicert records verify

    Parameters
    ----------
    kept
        Files with signed checkpoints that were kept elsewhere: the log must agree with them.
    """
    from navicert.bootstrap import open_desk, proving_tools
    from navicert.casework.verify_kept import verify_kept
    from navicert.casework.verify_records import verify_records
    from navicert.entrypoints.cli import terminal

    with terminal.busy("verifying ..."), open_desk(data_dir) as desk:
        signed = tuple(desk.feed.fetch(place).content.decode(errors="replace") for place in kept)
        found = verify_records(desk, signed)
        verify_kept(desk.records, proving_tools(desk.home).kept)
    if json:
        terminal.write_json({"whole": True, "size": found.size, "root": found.root.hex()})
        return
    console = terminal.console()
    console.print(terminal.plain(f"The log is whole: {found.size:,} record(s).", "bold green"))
    console.print(terminal.plain(f"root {found.root.hex()}"))


@app.command
def show(number: int, /, *, json: AsJson = False, data_dir: DataDir = None) -> None:
    """Show one record: the order as it was read, and what was answered.

    Example: navicert records show 0 --json

    Parameters
    ----------
    number
        The record's number, counted from 0, as 'navicert check' printed it.
    """
    from navicert.bootstrap import open_desk
    from navicert.entrypoints.cli import record_answer, terminal

    with open_desk(data_dir) as desk:
        record = record_answer.read(desk.records, number)
    if json:
        terminal.write_json(record_answer.document(record))
    else:
        record_answer.show(record, terminal.console())
