from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from navicert.bootstrap import open_desk
from navicert.casework.ports import FeedFile
from navicert.casework.promises.instrument_lists import instrument_lists
from navicert.casework.promises.load import load
from navicert.casework.promises.unload import unload
from navicert.casework.watch_lists import watch_lists
from navicert.records.canonical import canonical
from tests.casework.promises.plans import HEAD
from tests.health.house import ROOT

OLD = ROOT / "examples" / "zte" / "settlement-2017.toml"
ORDERS = ROOT / "examples" / "zte" / "orders.toml"


def test_an_instrument_with_a_denial_is_a_list_with_its_digest_and_the_day_of_its_load(
    home: Path,
) -> None:
    with open_desk(home) as desk:
        load(str(OLD), desk)
        ((one,), ()) = instrument_lists(desk)
        assert desk.clock.now().date() == one.as_of
    assert "Settlement with BIS of March 2017 (instrument zte-2017)" == one.title
    assert sha256(OLD.read_bytes()).hexdigest() == one.digest
    assert (1, ["BIS order of 23 March 2017"]) == (
        one.entries,
        [order.reference for order in one.orders],
    )


def test_one_without_a_denial_is_no_list(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(HEAD, encoding="utf-8")
    with open_desk(home) as desk:
        load(str(file), desk)
        assert ((), ()) == instrument_lists(desk)


def test_what_was_known_before_the_load_has_nothing_of_it(home: Path) -> None:
    with open_desk(home) as desk:
        load(str(OLD), desk)
        assert ((), ()) == instrument_lists(desk, datetime(2020, 1, 1, tzinfo=UTC))


def test_the_same_order_of_an_instrument_and_of_a_list_is_one_entry(home: Path) -> None:
    file = FeedFile("orders.toml", ORDERS.read_bytes())
    with open_desk(home) as desk:
        alone = {one.entry for one in watch_lists(desk, (file,)).watch.subjects}
        load(str(OLD), desk)
        found = watch_lists(desk, (file,)).watch
    assert alone == {one.entry for one in found.subjects}
    assert "Settlement with BIS of March 2017 (instrument zte-2017)" == found.asked[-1].title


def test_an_instrument_that_cannot_be_read_any_more_is_a_doubt_and_no_silence(home: Path) -> None:
    text = 'title = "x"\ndenial_order = 3\n'
    told = {"digest": sha256(text.encode()).hexdigest(), "text": text, "file": "old.toml"}
    with open_desk(home) as desk:
        desk.records.append(canonical(told), "instrument", "old")
        load(str(OLD), desk)
        found = watch_lists(desk, ())
    (doubt,) = found.doubts
    assert "the instrument 'old' that was loaded could not be asked: record 0 (old.toml):2" in doubt
    assert "Settlement with BIS of March 2017 (instrument zte-2017)" == found.watch.asked[-1].title


def test_an_unloaded_instrument_is_asked_no_more_and_was_asked_before(home: Path) -> None:
    with open_desk(home) as desk:
        load(str(OLD), desk)
        before = desk.clock.now()
        unload("zte-2017", "loaded by mistake", "Eva Lind", desk)
        assert ((), ()) == instrument_lists(desk)
        assert 1 == len(instrument_lists(desk, before)[0])
        load(str(OLD), desk)
        assert 1 == len(instrument_lists(desk)[0])
