"""The matcher says the same, to the last bit, whether its modules are compiled or not."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice
from random import Random

from navicert.parties.screening.navicert_1 import match
from navicert.parties.screening.navicert_1.index.build import build
from navicert.parties.screening.navicert_1.index.likenesses import with_likenesses
from navicert.parties.screening.navicert_1.index.search import NameIndex
from navicert.parties.screening.navicert_1.pair import compare
from navicert.parties.screening.navicert_1.reading import readings
from navicert.parties.screening.navicert_1.weights import table
from tests.health.house import ROOT

FROM_SOURCE = """\
import sys
from importlib.machinery import FileFinder, SourceFileLoader

def sources(path):
    if not path.startswith(sys.argv[1]):
        raise ImportError
    return FileFinder(path, (SourceFileLoader, [".py"]))

sys.path_hooks.insert(0, sources)
sys.path_importer_cache.clear()
from tests.properties.test_compiled import match, said
assert match.__file__.endswith(".py"), match.__file__
print(said())
"""
LISTED, ASKED = 1500, 400
OF_OTHER_SCRIPTS = (
    *("\u4e2d\u5174\u901a\u8baf", "\u4e60\u8fd1\u5e73", "\uae40\uc815\uc740"),
    *("\u0645\u062d\u0645\u062f \u0639\u0644\u064a", "\u05de\u05e9\u05d4 \u05db\u05d4\u05df"),
    *(
        "\u0418\u0432\u0430\u043d\u043e\u0432 \u041f\u0451\u0442\u0440",
        "\u0391\u03b8\u03ae\u03bd\u03b1",
    ),
)


def names(chance: Random, count: int) -> list[str]:
    """Names of two to five words, each known or made up."""
    known = sorted(table())
    made = ["".join(chance.choices("abdeiklmnoprstuvyz", k=chance.randint(3, 9))) for _ in known]
    words = list(islice(known + made, 0, None, 7))
    return [" ".join(chance.choices(words, k=chance.randint(2, 5))) for _ in range(count)]


def slipped(chance: Random, name: str) -> str:
    """The name with a letter lost, words turned, a word cut short, or as it is."""
    words, place = name.split(), chance.randrange(len(name))
    return chance.choice(
        [
            name,
            name[:place] + name[place + 1 :],
            " ".join(reversed(words)),
            " ".join([*words[:-1], words[-1][:3]]),
            " ".join([words[0][0], *words[1:]]),
            "".join(words[:2]) + " ".join(words[2:]),
        ]
    )


def said() -> str:
    """Everything that the matcher answers to the questions of one seed."""
    chance = Random(20)  # noqa: S311 - it draws names, and nothing secret
    listed = [*names(chance, LISTED), *OF_OTHER_SCRIPTS]
    index, persons = NameIndex(with_likenesses(build(listed))), [False, True] * len(listed)
    asked = [slipped(chance, chance.choice(listed)) for _ in range(ASKED)]
    answers = [
        [tuple(one) for one in match.matches(reading, index, persons)]
        for text in (*asked, *OF_OTHER_SCRIPTS, "Mohammed Ali", "Kim Jong Un", "Xi Jinping")
        for reading in readings(text)
    ]
    pairs = [compare(text, listed[place], of_person=False) for place, text in enumerate(asked)]
    assert any(score > 0.5 for answer in answers for _, score in answer)
    return repr((answers, pairs))


def test_the_answers_of_compiled_modules_are_those_of_their_sources() -> None:
    command = [sys.executable, "-c", FROM_SOURCE, str(ROOT / "src")]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "" == told.stderr
    assert said() == told.stdout.removesuffix("\n")
