"""TOML and JSON: the same document, and the line of each problem."""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navicert.adapters.orders import json_form, positions, toml_form
from navicert.adapters.orders.read import read
from navicert.casework.intake import intake
from navicert.casework.order.document import KeyPath
from navicert.errors import FileTooLarge, OrderRefused, UnreadableFile

EXAMPLES = sorted(Path("examples/orders").glob("*.toml"))

REFUSED = """reference = "R"
day = 2026-07-30
activity = "export"
route = [
  "JP", # a comment with "quotes" and [brackets]
  "QQ",
]
destination.country = "XX"

[[parties]]
name = '''
[[lines]]'''
roles = ["end_user", "boss"]
[parties.address]
"count\\u0072y" = "ZZ"

[[lines]]
item = "a"

[[lines]]
item = "b"
bill_of_materials = [
  { name = "x", parts = [
     { name = "y" },
     { name = "z", origin = "ZZ" },
  ] },
]
eccn = "?"
  [lines.characteristics]
  space.qualified = 7
"""


def places(document_file: str, data: bytes) -> list[tuple[int, str]]:
    parse = toml_form.parse if document_file.endswith("toml") else json_form.parse
    with pytest.raises(OrderRefused) as error:
        intake(parse(data, document_file))
    return [(problem.line, problem.key) for problem in error.value.problems]


def test_each_problem_of_a_toml_order_has_its_line() -> None:
    expected = [
        (6, "route[2]"),
        (8, "destination.country"),
        (11, "parties[1].name"),
        (13, "parties[1].roles[2]"),
        (15, "parties[1].address.country"),
        (25, "lines[2].bill_of_materials[1].parts[2].origin"),
        (28, "lines[2].eccn"),
        (30, "lines[2].characteristics.space.qualified"),
    ]
    text = REFUSED.replace("'''\n[[lines]]'''", "'''a\n[[lines]]'''")
    assert expected == places("order.toml", text.encode())
    assert expected == places("order.toml", text.replace("\n", "\r\n").encode())


def test_each_problem_of_a_json_order_has_its_line() -> None:
    text = """{
      "day": "2026-07-30", "activity": "ex\\"port]}",
      "destination": {
        "country": "NO"
      },
      "lines": [
        {"item": "a"},
        {
          "item": "b",
          "\\u0065ccn": "?"
        }
      ]
    }"""
    expected = [(2, "activity"), (10, "lines[2].eccn")]
    assert expected == places("order.json", text.encode())
    assert expected == places("order.json", b"\xef\xbb\xbf" + text.encode())


def test_a_missing_key_has_the_line_of_its_table() -> None:
    text = '{"day": "2026-07-30", "activity": "export",\n"destination": {},\n"lines": [\n{}]}'
    expected = [(2, "destination.country"), (4, "lines[1].item")]
    assert expected == places("order.json", text.encode())


NAMES = st.text("ab.-'\"\\# é\n", max_size=4)
PLAIN = st.recursive(
    st.one_of(st.booleans(), st.integers(-9, 9), st.text('a"\\\n[]{},:=#', max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)


def paths(value: object, at: KeyPath = ()) -> list[KeyPath]:
    below: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        below = list(value.items())
    elif isinstance(value, list):
        below = list(enumerate(value))
    found = [path for step, inner in below for path in paths(inner, (*at, step))]
    return [at, *found] if at else found


@given(st.dictionaries(NAMES, PLAIN, max_size=4))
def test_every_path_of_any_json_is_found_on_its_line(content: dict[str, object]) -> None:
    """Printed with an indent, each value begins on a line of its own, in the order of the paths."""
    text = json.dumps(content, indent=1)
    begun = [at for at, line in enumerate(text.split("\n"), start=1) if line.strip(" ]},")]
    assert begun[1:] == [place.line for place in positions.in_json(text)(paths(content))]


@pytest.mark.timeout(20)
def test_a_key_that_stands_twice_among_very_many_is_found_at_once() -> None:
    keys = ",".join(f'"{n}":1' for n in (*range(300_000), 299_999))
    with pytest.raises(UnreadableFile, match="the key '299999' stands twice"):
        json_form.parse(f"{{{keys}}}".encode(), "o.json")


def test_tables_without_number_are_refused() -> None:
    with pytest.raises(FileTooLarge, match=r"^o.json: more than 1,500,000 tables and lists"):
        json_form.parse(b'{"lines":[' + b"{}," * 1_500_000 + b"{}]}", "o.json")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_path_of_an_example_is_found_on_the_line_that_names_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    wanted = [found for found in paths(tomllib.loads(text)) if isinstance(found[-1], str)]
    for found, place in zip(wanted, positions.in_toml(text)(wanted), strict=True):
        assert str(found[-1]) in lines[place.line - 1]


def test_numbers_are_decimals_in_both_forms() -> None:
    for document in (
        toml_form.parse(b"a = 0.1", "o.toml"),
        json_form.parse(b'{"a": 0.1}', "o.json"),
    ):
        assert {"a": Decimal("0.1")} == document.content


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"day = 2026-07-30\nday = 2026-07-31\n", "o.toml:2: not TOML"),
        (b"day = \n", "o.toml:1: not TOML"),
        (b"a = " + b"9" * 5_000, "not TOML"),
        (b"a = 1e" + b"9" * 30, "not TOML"),
        (b'a = "', "o.toml: not TOML|o.toml:1: not TOML"),
    ],
)
def test_what_is_not_toml_is_refused_with_its_line(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        toml_form.parse(data, "o.toml")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{\n"day": }', "o.json:2: not JSON"),
        (b"[]", "one JSON object"),
        (b'{"a": NaN}', "NaN is not a number"),
        (b'{"a": 1e99999999999999999999}', "is not a number"),
        (b'{"a": 1, "a": 2}', "'a' stands twice"),
    ],
)
def test_what_is_not_json_is_refused_with_its_line(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        json_form.parse(data, "o.json")


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_nesting_without_an_end_is_refused(depth: int) -> None:
    with pytest.raises(FileTooLarge, match="deeper than 420"):
        json_form.parse(b'{"a":' + b"[" * depth + b"]" * depth + b"}", "o.json")
    with pytest.raises(FileTooLarge, match="deeper than 420"):
        toml_form.parse(b"a = " + b"[" * depth + b"]" * depth, "o.toml")


def test_tables_nested_by_their_headers_are_refused_too() -> None:
    with pytest.raises(FileTooLarge, match=r"o.toml:2: a key of more than 32 steps"):
        toml_form.parse(b"b = 1\n[" + b"a." * 200_000 + b"a]", "o.toml")
    with pytest.raises(FileTooLarge, match=r"a key of more than 32 steps"):
        toml_form.parse(b'"a" . ' * 40 + b"a = 1", "o.toml")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_can_be_taken_in(path: Path) -> None:
    assert intake(read(path)).lines
