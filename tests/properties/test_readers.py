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
@settings(max_examples=100)
@given(chance=st.randoms(use_true_random=False))
def test_a_changed_file_is_read_or_refused_by_its_name(name: str, chance: Random) -> None:
    reader = READERS[name]
    file = chance.choice(sorted(reader.files))
    assert is_read(reader, file, mutated(reader.files[file], chance)) in {True, False}
