"""Whatever a file has become on its way, its reader gives what it holds, or refuses it by name.

The short form of ``tools/fuzz``, with the same changes of the same files.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.fuzz.mutations import mutated
from tools.fuzz.readers import READERS
from tools.fuzz.verdict import is_read


@pytest.mark.parametrize("name", READERS)
def test_every_file_to_change_is_one_that_its_reader_takes(name: str) -> None:
    reader = READERS[name]
    assert all(is_read(reader, file, content) for file, content in reader.files.items())


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=200)
@given(seed=st.integers(min_value=0, max_value=2**32 - 1))
def test_a_changed_file_is_read_or_refused_by_its_name(name: str, seed: int) -> None:
    # A seed and not Hypothesis's own chance, which draws the first choice far too often.
    reader, chance = READERS[name], Random(seed)  # noqa: S311 - a sample, not a secret
    file = chance.choice(sorted(reader.files))
    assert is_read(reader, file, mutated(reader.files[file], chance)) in {True, False}
