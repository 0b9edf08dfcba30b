"""What the readers take, the published schemas take, and what they refuse is refused."""

from __future__ import annotations

import io
import json
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from navicert.adapters.letters import letter_form
from navicert.adapters.letters.zip_form import MANIFEST
from navicert.errors import UnreadableFile
from tests.casework.test_verify_certification import alarmed, packed
from tests.health.house import ROOT
from tools.paper_schemas.__main__ import written
from tools.paper_schemas.forms import schemas

LETTERS = ROOT / "examples" / "zte" / "letters"
VALID = {name: Draft202012Validator(schema) for name, schema in schemas().items()}


def toml(place: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        json.dumps(tomllib.loads(place.read_text(encoding="utf-8")), default=str)
    )
    return found


def manifest(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found: dict[str, Any] = json.loads(archive.read(MANIFEST))
    return found


def documents() -> Iterator[tuple[str, dict[str, Any]]]:
    for place in sorted(LETTERS.glob("*.toml")):
        yield "letter", toml(place)
    for place in sorted(LETTERS.glob("checks/*.toml")):
        yield "check", toml(place)
    yield "disclosure", toml(ROOT / "examples" / "disclosure" / "case.toml")
    yield "bundle", manifest(packed())
    yield "bundle", manifest(alarmed())


def test_the_published_schemas_are_those_of_the_readers() -> None:
    for place, text in written().items():
        assert text == place.read_text(encoding="utf-8"), "python -m tools.paper_schemas"


def test_each_schema_is_one_and_takes_the_examples() -> None:
    seen = set()
    for name, document in documents():
        VALID[name].check_schema(schemas()[name])
        assert [] == [error.message for error in VALID[name].iter_errors(document)]
        seen.add(name)
    assert set(VALID) == seen


def test_a_key_too_many_or_too_few_is_refused() -> None:
    for name, document in documents():
        assert not VALID[name].is_valid(document | {"strange": 1}), name
        for key in sorted(document):
            fewer = {one: told for one, told in document.items() if one != key}
            may_lack = {"parameters", "seconds"} if name == "check" else set()
            assert (key in may_lack) is VALID[name].is_valid(fewer), (name, key)


@pytest.mark.parametrize(
    "paragraph",
    [
        {},
        {"text": "x", "check": "checks/reprimand.toml"},
        {"text": "x", "values": {"by": 1}},
        {"text": 1},
        {"statement": "All were told."},
    ],
)
def test_a_paragraph_that_the_reader_refuses_is_refused(paragraph: dict[str, Any]) -> None:
    document = toml(LETTERS / "letter-2018-03-30.toml")
    document["paragraph"].append(paragraph)
    assert not VALID["letter"].is_valid(document)
    lines = [f"{key} = {json.dumps(told)}" for key, told in paragraph.items() if key != "values"]
    lines += ["values = { by = 1 }"] * ("values" in paragraph)
    text = (LETTERS / "letter-2018-03-30.toml").read_text(encoding="utf-8")
    files = {"letter.toml": "\n".join([text, "[[paragraph]]", *lines]).encode()}
    for one in LETTERS.glob("checks/*.toml"):
        files[f"checks/{one.name}"] = one.read_bytes()
    with pytest.raises(UnreadableFile):
        letter_form.read("letter.toml", files.__getitem__)


def test_a_bundle_of_another_format_is_refused() -> None:
    document = manifest(packed())
    assert not VALID["bundle"].is_valid(document | {"format": "navicert.bundle/1"})
    del document["manifest"]["known"]
    assert not VALID["bundle"].is_valid(document)
