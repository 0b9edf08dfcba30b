"""Files made to crash, hang or fill a machine: each is refused within a gigabyte and at once."""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

import pytest

from navicert.errors import InputError, ListError
from navicert.parties.lists.read import read
from tests.health.house import ROOT
from tests.parties.lists.csl_json import written as csl_json
from tests.parties.lists.eu import written as eu
from tests.parties.lists.ftm import written as ftm
from tests.parties.lists.house import written as house
from tests.parties.lists.ofac import written as ofac
from tests.parties.lists.ofac_advanced import written as ofac_advanced
from tests.parties.lists.own import written as own
from tests.parties.lists.uk import written as uk
from tests.parties.lists.un import written as un
from tests.parties.lists.written import DENIED_PERSON, ENTITY, csl, dpl

MEMORY = 1024 * 1024 * 1024
"""Bytes for the interpreter, the house, the file and the reading of it."""
MOST_SECONDS = 10.0
LAUGHS = "<!DOCTYPE a [<!ENTITY a 'ha'>{}]>".format(
    "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(20))
)
OUTSIDE = "<!DOCTYPE a [<!ENTITY u SYSTEM 'file:///etc/passwd'>]>"
NAMED = {
    "csl": ("a.csv", csl({**ENTITY, "name": "NAME"})),
    "csl_json": ("a.json", csl_json.whole(csl_json.LINE | {"id": "1", "name": "NAME"})),
    "csl_json lines": ("a.jsonl", csl_json.lines(csl_json.LINE | {"name": "NAME"})),
    "dpl": ("a.txt", dpl({**DENIED_PERSON, "Name": "NAME"})),
    "house": ("a.toml", house.LISTING.replace("Works One", "NAME")),
    "ofac_advanced": ("a.xml", ofac_advanced.written().decode().replace("Tehran", "NAME")),
    "un": ("a.xml", un.written().decode().replace("OLD WORKS", "NAME")),
    "eu": ("a.xml", eu.eu(eu.PERSON.replace("The Sampler", "NAME"))),
    "uk": ("a.csv", uk.table({**uk.SHIP_ROW, "Name 6": "NAME"})),
    "uk elements": ("a.xml", uk.elements(uk.PERSON.replace("QUEBEC", "NAME"))),
    "ftm": ("a.json", ftm.lines(ftm.VESSEL).replace("SAMPLE STAR", "NAME")),
    "own": ("a.csv", "name,country\nNAME,NO\n"),
}
"""A file of each form, and where a name stands in it."""


def with_name(form: str, name: str) -> bytes:
    return NAMED[form][1].replace("NAME", name).encode()


def bundled(name: str) -> bytes:
    return ofac.one(name=name)


def workbook(name: str) -> bytes:
    """A workbook of which one part is a shared text of any length, which no writer would write."""
    shared = f"<sst><si><t>name</t></si><si><t>{name}</t></si></sst>"
    book = own.workbook([["name"], ["x"]])
    return own.repacked(book, "xl/sharedStrings.xml", shared.encode())


def entities(form: str, kind: str, entity: str) -> bytes:
    head, body = NAMED[form][1].replace("NAME", entity).split("?>", 1)
    return f"{head}?>{kind}{body}".encode()


def zeros(megabytes: int) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"):
            with archive.open(name, "w", force_zip64=True) as part:
                for _ in range(megabytes):
                    part.write(b"0" * 1024 * 1024)
    return whole.getvalue()


def deep(before: str, inner: str, depth: int = 100_000) -> bytes:
    return f"{before}{inner * depth}".encode()


XML = [form for form, (_, text) in NAMED.items() if text.lstrip().startswith("<?xml")]
LONG = "N" * 10_000_000
FILES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    **{f"{f}, a name of 10 MB": (NAMED[f][0], partial(with_name, f, LONG)) for f in NAMED},
    **{f"{f}, a NUL": (NAMED[f][0], partial(with_name, f, "N\0N")) for f in NAMED},
    **{f"{f}, a billion laughs": ("a.xml", partial(entities, f, LAUGHS, "&u;")) for f in XML},
    **{f"{f}, a file outside": ("a.xml", partial(entities, f, OUTSIDE, "&u;")) for f in XML},
    "ofac, a name of 10 MB": ("a.zip", lambda: bundled(LONG)),
    "ofac, a NUL": ("a.zip", lambda: bundled("N\0N")),
    "ofac, a bomb": ("a.zip", lambda: zeros(100)),
    "own, a name of 10 MB in a workbook": ("a.xlsx", lambda: workbook(LONG)),
    "own, laughs in a workbook": (
        "a.xlsx",
        lambda: own.repacked(
            own.workbook([["name"], ["x"]]),
            "xl/sharedStrings.xml",
            f"{LAUGHS}<sst><si><t>&u;</t></si></sst>".encode(),
        ),
    ),
    "own, a cell of 60 MB": ("a.csv", lambda: b'name\n"' + b"x" * 60_000_000 + b'"\n'),
    "csl, a cell of 60 MB": ("a.csv", lambda: csl(ENTITY).encode() + b'"' + b"x," * 30_000_000),
    "csl_json, deep": ("a.json", lambda: deep('{"results":[{"ids":', "[")),
    "csl_json, deep in objects": ("a.json", lambda: deep('{"results":[', '{"ids":[')),
    "ftm, deep": ("a.json", lambda: deep('{"id":"a","schema":"x","properties":{"a":', "[")),
    "ftm, deep and whole": (
        "a.json",
        lambda: json.dumps(ftm.VESSEL).replace("[]", "[" * 100_000 + "]" * 100_000).encode(),
    ),
    "ftm, a line of 65 MB": ("a.json", lambda: with_name("ftm", "N" * 65_000_000)),
    "house, deep": ("a.toml", lambda: deep("[[listing]]\nnames = ", "[")),
    "house, deep in tables": ("a.toml", lambda: deep("[[listing]]\nnames = ", "{a = ")),
}


def judged(name: str) -> str:
    """Give what the reader says of a file; nothing when it takes it or takes too long."""
    file, make = FILES[name]
    content = make()
    start = time.monotonic()
    try:
        read(file, content)
    except (InputError, ListError) as refused:
        taken = time.monotonic() - start
        return str(refused) if taken < MOST_SECONDS else f"took {taken:.1f} seconds"
    return ""


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    """What the readers say, asked in a process that may have so much memory and no more."""
    command = [sys.executable, "-m", "tests.parties.lists.test_read_hostile_files"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert not done.returncode, done.stderr[-2_000:]
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_by_its_name_in_time_and_within_its_memory(
    name: str, said: dict[str, str]
) -> None:
    assert said[name].startswith(FILES[name][0]), said[name]


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.write(json.dumps({name: judged(name) for name in FILES}))
