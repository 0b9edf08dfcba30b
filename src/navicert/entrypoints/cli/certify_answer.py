"""Evidence, results and certifications at the terminal, and as plain documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from navicert.casework.continuing_truth import Truth
from navicert.casework.sign_letter import Signing
from navicert.entrypoints.cli.terminal import joined, plain
from navicert.undertakings.certifications.body import Body, unproved
from navicert.undertakings.certifications.bundle import Entry
from navicert.undertakings.certifications.truth import Alarm, Rung
from navicert.undertakings.checks.check import Check
from navicert.undertakings.checks.evidence import Added
from navicert.undertakings.checks.result import Result, Verdict, named

SHOWN = 12
"""Figures of a digest that are printed."""

_WORDS = {Verdict.PASSED: "PROVED", Verdict.FAILED: "CONTRADICTED", Verdict.ERRORED: "UNDECIDED"}
_STYLES = {Verdict.PASSED: "green", Verdict.FAILED: "bold red", Verdict.ERRORED: "yellow"}

Document = dict[str, Any]


def added_document(added: Added, truths: tuple[Truth, ...], *, in_force: bool) -> Document:
    """Give what was kept, whether it is in force, and what became of the certifications."""
    told = {"added": msgspec.to_builtins(added), "in_force": in_force}
    return told | truths_document(truths)


def evidence_document(found: tuple[Added, ...], in_force: tuple[Added, ...]) -> Document:
    """Give files of evidence, each with whether it is in force."""
    places = {one.index for one in in_force}
    return {
        "evidence": [
            msgspec.to_builtins(one.evidence)
            | {"record": one.index, "added_at": one.added_at, "in_force": one.index in places}
            for one in found
        ]
    }


def result_document(check: Check, result: Result) -> Document:
    """Give a result with its statement and the names of the rows."""
    return {
        **msgspec.to_builtins(result),
        "statement": check.told,
        "named": list(named(check, result)),
    }


def body_document(body: Body) -> Document:
    """Give a letter with what its checks found."""
    return {
        "letter": body.letter.id,
        "day": body.letter.day.isoformat(),
        "content": body.digest,
        "proved": not unproved(body),
        "statements": [result_document(*one) for one in body.statements],
        "evidence": msgspec.to_builtins(body.evidence),
    }


def signing_document(signing: Signing) -> Document:
    """Give what became of a signature."""
    told = {"signed": signing.signed is not None, "certified": signing.complete}
    return body_document(signing.body) | told | {"record": signing.receipt.index}


def truths_document(truths: tuple[Truth, ...]) -> Document:
    """Give every certification with what is no longer true of it."""
    return {
        "certifications": [
            {
                "letter": one.body.letter.id,
                "content": one.body.digest,
                "true": not one.alarms,
                "alarms": msgspec.to_builtins(one.alarms),
                "new_alarms": len(one.fresh),
                "past": msgspec.to_builtins(one.past),
            }
            for one in truths
        ]
    }


def status_document(entries: tuple[Entry, ...], truths: tuple[Truth, ...]) -> Document:
    """Give signatures and certifications."""
    return {"signatures": [signature(one) for one in entries], **truths_document(truths)}


def signature(entry: Entry) -> Document:
    """Give who signed what, and where it lies."""
    signed = entry.signed
    return {
        "letter": signed.body.letter.id,
        "content": signed.body.digest,
        "signer": signed.signer,
        "key": signed.key,
        "day": signed.day.isoformat(),
        "record": entry.index,
    }


def show_added(
    added: Added, truths: tuple[Truth, ...], console: Console, *, in_force: bool
) -> None:
    """Say what was kept, and ring the alarms."""
    one = added.evidence
    console.print(plain(f"{one.table}: {one.file} of {one.day}, {one.size:,} bytes", "bold"))
    console.print(plain(f"sha-256 {one.digest}, record {added.index}", "dim"))
    if not in_force:
        console.print(plain("not in force: evidence of a later day is here already", "yellow"))
    if truths:
        show_truths(truths, console)


def show_evidence(found: tuple[Added, ...], in_force: tuple[Added, ...], console: Console) -> None:
    """Lay files of evidence out."""
    if not found:
        console.print(
            plain("there is no evidence here: 'navicert undertakings evidence add' keeps it")
        )
        return
    places = {one.index for one in in_force}
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for head in ("table", "day", "file", "system", "by", "sha-256", ""):
        table.add_column(head, overflow="fold")
    for one in found:
        said = one.evidence
        holds = one.index in places
        cells = (said.table, said.day, said.file, said.system, said.added_by, said.digest[:SHOWN])
        style = "" if holds else "dim"
        table.add_row(*(plain(cell, style) for cell in cells), plain("in force" * holds, "green"))
    console.print(table)


def show_results(found: tuple[tuple[Check, Result], ...], console: Console) -> None:
    """Print what checks found, each with every row that contradicts it."""
    for check, result in found:
        head = plain(f"{_WORDS[result.verdict]:<13}", _STYLES[result.verdict])
        console.print(joined(head, plain(check.told), plain(f"  ({check.id})", "dim")))
        for reason in result.reasons:
            console.print(plain(f"  {reason}", "yellow"))
        if result.rows:
            console.print(_rows(check, result))


def show_body(body: Body, console: Console, *, with_text: bool = False) -> None:
    """Print a letter as its statements, with its free text marked where that is wanted."""
    console.print(plain(f"{body.letter.title} ({body.letter.day})", "bold"))
    results = iter(body.statements)
    for one in body.letter.paragraphs:
        if one.check is not None:
            show_results((next(results),), console)
        elif with_text:
            console.print(joined(plain(f"{'free text':<13}", "dim"), plain(one.text, "dim")))
    gaps = len(unproved(body))
    if gaps:
        console.print(
            plain(f"NOT PROVED: {gaps} gap(s); this letter cannot be signed.", "bold red")
        )
    else:
        console.print(plain("Every statement is proved.", "bold green"))


def show_signing(signing: Signing, console: Console) -> None:
    """Say whether it was signed, and by how many."""
    if signing.signed is None:
        console.print(plain("REFUSED: the letter is not signed.", "bold red"))
        show_body(signing.body, console)
        for step in _steps(signing.body):
            console.print(plain(f"next: {step}"))
        console.print(plain(f"the refusal is on record: {signing.receipt.index}", "dim"))
        return
    told = f"signed by {signing.signed.signer}, record {signing.receipt.index}"
    console.print(plain(told, "bold green"))
    if signing.complete:
        letter = signing.body.letter.id
        console.print(plain(f"Two people signed: {letter} is certified. Pack it for others with"))
        console.print(plain(f"  navicert certify export {letter} --output {letter}.zip"))
    else:
        console.print(plain("It is certified once another person signs, with a key of their own."))


def _steps(body: Body) -> Iterator[str]:
    """Say what has to be done before anybody can sign."""
    held = {one.table for one in body.evidence}
    wanted = {table.name for check in body.letter.checks for table in check.tables}
    if lacks := sorted(wanted - held):
        yield f"add evidence of {', '.join(lacks)} with 'navicert undertakings evidence add'"
    verdicts = {one.verdict for one in body.results}
    if Verdict.FAILED in verdicts:
        yield "the statement is untrue: do what it says and add the evidence of it, or take it out"
    if Verdict.ERRORED in verdicts and not lacks:
        yield "mend what the reasons above name, in the evidence or in the check"


def show_truths(truths: tuple[Truth, ...], console: Console) -> None:
    """Say of each certification whether it is still true, and what contradicts it now."""
    if not truths:
        console.print(plain("no letter was certified here"))
    for one in truths:
        name = f"{one.body.letter.id} ({one.body.digest[:SHOWN]})"
        if one.alarms:
            console.print(joined(plain("ALARM        ", "bold red"), plain(name, "bold")))
        else:
            word = "TRUE AGAIN   " if one.past else "STILL TRUE   "
            console.print(joined(plain(word, "green"), plain(name)))
        for alarm in one.alarms:
            on_record = any(rung.alarm == alarm for rung in one.rung)
            _show_alarm(alarm, console, on_record=on_record)
        for past in one.past:
            _show_past(past, console)


def show_status(entries: tuple[Entry, ...], truths: tuple[Truth, ...], console: Console) -> None:
    """Print who signed what, and what stands."""
    for entry in entries:
        signed = entry.signed
        told = f"{signed.body.letter.id} ({signed.body.digest[:SHOWN]})"
        who = f"  {signed.signer} on {signed.day}, record {entry.index}"
        console.print(joined(plain("SIGNED       "), plain(told), plain(who, "dim")))
    show_truths(truths, console)


def _show_alarm(alarm: Alarm, console: Console, *, on_record: bool) -> None:
    word = "no longer true" if alarm.is_false else "can no longer be decided"
    console.print(plain(f"  {word}: {alarm.statement} ({alarm.citation})"))
    for reason in alarm.reasons:
        console.print(plain(f"    {reason}", "yellow"))
    for name in alarm.named:
        console.print(plain(f"    {name}"))
    for one in alarm.changes:
        told = f"{one.table}: {one.signed_digest[:SHOWN]} of {one.signed_day} when signed, now "
        console.print(plain(f"    {told}{one.digest[:SHOWN]} of {one.day}", "dim"))
    if alarm.case:
        told = f"    disclosure {alarm.case} (15 CFR 764.5); go on from what it says with"
        console.print(plain(told, "bold"))
        console.print(plain(f"      navicert disclose template {alarm.case} --output case.toml"))
    elif alarm.is_false and not on_record:
        told = "    not on record yet: 'navicert undertakings check --all' opens its disclosure"
        console.print(plain(told, "bold"))


def _show_past(past: Rung, console: Console) -> None:
    alarm = past.alarm
    found = f"{alarm.count} row(s) contradicted it" if alarm.is_false else "could not be decided"
    became = "proved again" if past.proved_again else "found otherwise"
    case = f"; disclosure {alarm.case}" if alarm.case else ""
    told = f"  earlier alarm of {alarm.day}: {found}; {became} on {past.until}{case}"
    console.print(plain(told, "yellow"))


def _rows(check: Check, result: Result) -> Table:
    more = result.count - len(result.rows)
    told = f"{result.count} row(s) contradict it" + f", {more} not shown" * (more > 0)
    table = Table(
        box=None, padding=(0, 2, 0, 2), header_style="dim", title=told, title_justify="left"
    )
    for name in result.columns:
        table.add_column(Text(name), overflow="fold")
    at = {name: place for place, name in enumerate(result.columns)}
    keys = {at[name] for name in check.key if name in at}
    for row in result.rows:
        cells = (plain(cell or "", "bold" * (n in keys)) for n, cell in enumerate(row))
        table.add_row(*cells)
    return table
