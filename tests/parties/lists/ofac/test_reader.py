"""OFAC's four files: one list together, every cell kept, and none of them by itself."""

from __future__ import annotations

import csv
import gzip
import io
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navicert.adapters.feeds.disk import DiskFeed
from navicert.errors import FileTooLarge, ListRowRefused, NavicertError, UnreadableFile
from navicert.facts.identifier import Identifier
from navicert.facts.listing import ListedName, Listing, NameKind, PartyType
from navicert.facts.party import Address
from navicert.parties.lists.ofac import remarks
from navicert.parties.lists.read import read
from navicert.parties.lists.snapshot import Snapshot
from navicert.terms.identifier_kind import IdentifierKind
from navicert.terms.list_code import ListCode
from navicert.terms.partial_date import PartialDate
from tests.parties.lists.ofac.written import (
    ADDRESSES,
    ALIASES,
    PRIMARY,
    address,
    consolidated,
    files,
    one,
    packed,
    primary,
)

SDN_2021 = "ofac-sdn-2021-07"
CONSOLIDATED_2025 = "ofac-consolidated-2025-12"


def listed(content: bytes) -> tuple[Listing, ...]:
    return read("ofac.zip", content).listings


def test_the_four_files_are_one_list() -> None:
    snapshot = read("ofac.zip", packed(files()))
    assert "SDN" == snapshot.code
    airline, vessel = snapshot.listings
    assert (ListCode.SDN, "36", PartyType.ENTITY) == (airline.list, airline.entry, airline.type)
    assert airline.names == (
        ListedName("AEROCARIBBEAN AIRLINES"),
        ListedName("AERO-CARIBBEAN", NameKind.ALIAS),
    )
    assert (Address("Havana, Cuba", city="Havana", country="CU"),) == airline.addresses
    assert (("CUBA",), ("CU",), "") == (airline.programs, airline.countries, airline.remarks)
    assert (PartyType.VESSEL, "PA", ("PA",)) == (vessel.type, vessel.flag, vessel.countries)
    assert ("IRAN", "IFSR") == vessel.programs
    assert ListedName("HASNA", NameKind.FORMER) in vessel.names
    assert () == vessel.addresses
    assert {
        (IdentifierKind.CALL_SIGN, "T2EQ4"),
        (IdentifierKind.IMO, "9212929"),
        (IdentifierKind.MMSI, "572465210"),
    } == {(one.kind, one.number) for one in vessel.identifiers}
    assert {
        ("Vess_type", "Crude Oil Tanker"),
        ("Tonnage", "299,242"),
        ("GRT", "160,930"),
        ("Former Vessel Flag", "Malta"),
        ("Linked To", "NATIONAL IRANIAN TANKER COMPANY"),
    } == set(vessel.details)


def test_files_may_be_packed_and_stand_in_a_folder_of_the_archive() -> None:
    contents = files()
    contents["lists/SDN.CSV.gz"] = gzip.compress(contents.pop("sdn.csv"))
    assert listed(packed(files())) == listed(packed(contents))


def test_the_overflow_goes_on_where_the_remarks_were_cut() -> None:
    cut, over = f"DOB 1970; {'x' * 972}; Passport A12345 ", "(Iran); a.k.a. 'FOO'."
    assert 1000 == len(cut)
    row, comment = primary(remarks=cut), f'36,"{over}"\r\n'
    (listing,) = listed(packed(files(row, "", address(), comment)))
    assert cut + over == listing.remarks
    assert ListedName("FOO", NameKind.WEAK) in listing.names
    passport = Identifier(IdentifierKind.PASSPORT, "A12345", "IR", "Passport")
    assert (passport,) == listing.identifiers


@pytest.mark.parametrize("missing", ["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"])
def test_a_list_without_one_of_its_files_is_refused(missing: str) -> None:
    contents = files()
    del contents[missing]
    with pytest.raises(UnreadableFile, match=rf"ofac\.zip: without {re.escape(missing)};"):
        listed(packed(contents))


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (files(aliases=ALIASES + '99,1,"aka","NOBODY",-0- \r\n'), "1 entries (99) that sdn.csv"),
        (files(comments='99,"more"\r\n'), "1 entries (99) that sdn.csv"),
        (files(addresses=address()), "1 of 2 entries have no row in add.csv"),
        (files(primary=PRIMARY + PRIMARY), "sdn.csv:3: ent_num: '36' stands in the file twice"),
        (files(primary=PRIMARY[:-30]), "sdn.csv:2: unexpected end of data"),
        (files(primary=PRIMARY + "77,too,few\r\n"), "sdn.csv:3: 3 cells where the form has 12"),
        (files(aliases='36,1,"xka","X",-0- \r\n'), "alt.csv:1: alt_type: 'xka' is none of aka"),
        (files(aliases='36,1,"aka",-0- ,-0- \r\n'), "alt.csv:1: alt_name: an alias without"),
        (files(primary=primary(kind="ghost")), "SDN_Type: 'ghost' is none of individual"),
        (files(primary=primary(name="")), "an entry without a name"),
        (files(primary=primary(remarks="x" * 1000)), "Remarks: the remarks are cut"),
        (files(primary=primary(name="x" * 10_000_000)), "larger than field limit"),
        (files(primary=primary(name="a\0b")), "a NUL character"),
        (files() | {"cons_prim.csv": b""}, "'cons_prim.csv' is none of sdn.csv"),
        (files() | {"x/SDN.csv": b""}, "sdn.csv stands in it twice"),
    ],
)
def test_a_list_that_does_not_hold_together_is_refused(
    contents: dict[str, bytes], said: str
) -> None:
    with pytest.raises(NavicertError, match=r"^ofac\.zip") as refused:
        listed(packed(contents))
    assert said in str(refused.value)


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    contents = files() | {"add.csv.gz": gzip.compress(b" " * 70_000_000)}
    del contents["add.csv"]
    with pytest.raises(FileTooLarge):
        listed(packed(contents))


@pytest.mark.parametrize(
    ("program", "codes"),
    [
        ("NS-PLC", ["PLC"]),
        ("SDGT] [NS-PLC", ["PLC"]),
        ("CMIC-EO13959", ["CMIC"]),
        ("UKRAINE-EO13662] [VENEZUELA-EO13850", ["SSI"]),
        ("561-Related", ["CAP"]),
    ],
)
def test_a_program_tells_the_list(program: str, codes: list[str]) -> None:
    assert codes == [one.list.value for one in listed(consolidated(program))]


def test_a_directive_tells_the_list_where_the_program_does_not() -> None:
    text = "Listing Date (EO 14024 Directive 2): 24 Feb 2022; (EO 14024 Directive 3): x."
    content = consolidated("UKRAINE-EO13662] [RUSSIA-EO14024", text)
    assert ["SSI", "CAP", "MBS"] == [one.list.value for one in listed(content)]


@pytest.mark.parametrize("program", ["RUSSIA-EO14024", "SDGT", "NEW-EO99999", ""])
def test_a_program_of_which_nobody_knows_the_list_is_refused(program: str) -> None:
    with pytest.raises(ListRowRefused, match=rf"Program: '{program}': nobody knows"):
        listed(consolidated(program))


@settings(max_examples=60)
@given(st.text(max_size=60), st.binary(max_size=60), st.integers(0, 400))
def test_whatever_a_file_holds_it_is_read_or_refused(text: str, noise: bytes, at: int) -> None:
    row = PRIMARY.encode()
    for content in (
        one(remarks=text.replace('"', "'")),
        packed(files() | {"sdn.csv": row[:at] + noise + row[at:]}),
        packed(files() | {"add.csv": ADDRESSES.encode()[:at] + noise}),
        packed(files())[:at] + noise,
    ):
        try:
            listings = listed(content)
        except NavicertError:
            continue
        assert all(listing.name for listing in listings)


def rows(corpus: Path, name: str) -> list[list[str]]:
    """The rows of a file of the corpus, read here by hand and without the end mark."""
    path = corpus / "lists" / name
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    cells = csv.reader(io.StringIO(text, newline=""))
    return [[cell.strip() for cell in row] for row in cells if len(row) > 1]


@cache
def whole(corpus: Path, folder: str) -> Snapshot:
    return read(folder, DiskFeed().fetch(str(corpus / "lists" / folder)).content)


def by_entry(snapshot: Snapshot) -> dict[str, Listing]:
    return {listing.entry: listing for listing in snapshot.listings}


def test_the_sdn_list_of_july_2021_is_kept_whole(corpus: Path) -> None:
    snapshot = whole(corpus, SDN_2021)
    sdn = rows(corpus, f"{SDN_2021}/sdn.csv.gz")
    assert (("SDN", len(sdn)),) == snapshot.counts_by_list
    assert (ListCode.SDN,) == snapshot.covers
    kinds = {"-0-": "entity", "individual": "person", "vessel": "vessel", "aircraft": "aircraft"}
    listings = by_entry(snapshot)
    assert [(r[0], r[1], kinds[r[2]]) for r in sdn] == [
        (one.entry, one.name, one.type.value) for one in snapshot.listings
    ]
    for number, _, kind, name, _ in rows(corpus, f"{SDN_2021}/alt.csv.gz"):
        names = {one.text: one.kind for one in listings[number].names}
        wanted = NameKind.FORMER if kind == "fka" else NameKind.ALIAS
        assert names[name] is wanted or name == listings[number].name or kind == "fka"
    for number, _, *parts, _ in rows(corpus, f"{SDN_2021}/add.csv.gz"):
        text = ", ".join(part for part in parts if part != "-0-")
        assert not text or text in {one.text for one in listings[number].addresses}
    assert {r[0]: r[9] for r in sdn if r[9] != "-0-"}.keys() == {
        one.entry
        for one in snapshot.listings
        if one.flag or dict(one.details).get("Vess_flag") is not None
    }


def test_every_date_of_birth_number_and_name_in_the_remarks_is_found(corpus: Path) -> None:
    births = imos = wallets = quoted = 0
    for folder in (SDN_2021, CONSOLIDATED_2025):
        for listing in by_entry(whole(corpus, folder)).values():
            text = listing.remarks
            told = remarks.parse(text)
            written = set(re.findall(r"(?:^|; )(?:alt\. )?DOB ([^;]+?)(?=;|\.?$)", text))
            births += len(written)
            assert len(written) >= len(listing.births) >= bool(written)
            assert not [rest for rest in told.rest if rest.startswith(("DOB", "alt. DOB"))]
            numbers = {one.number for one in listing.identifiers}
            for number in re.findall(r"Vessel Registration Identification IMO (\d{7})", text):
                imos += 1
                assert number in numbers
            for number in re.findall(r"Digital Currency Address - [A-Z]+ (\w+)", text):
                wallets += 1
                assert number in numbers
            for number in re.findall(r"Passport ([A-Z]?\d{5,})(?= \(|;|\.$)", text):
                assert number in numbers
            quoted += text.count(".k.a. '")
            names = [one.text for one in told.names]
            assert len(set(re.findall(r"[afn]\.k\.a\. '(.+?)'(?=;|\.?$)", text))) == len(names)
    # Counted with grep in the unpacked files, the overflow joined to the remarks by hand.
    assert (408, 97) == (imos, wallets)
    assert births > 5000
    assert quoted > 2400


@pytest.mark.parametrize(
    ("entry", "field", "wanted"),
    [
        ("32391", "names", "DJIBO, Ousmane Illiassou"),
        ("32391", "births", (PartialDate(1984),)),
        ("32391", "birth_places", ("Niger",)),
        ("32391", "nationalities", ("NE",)),
        ("32391", "countries", ("ML", "NE")),
        ("32391", "programs", ("SDGT",)),
        ("32391", "details", (("Gender", "Male"),)),
        ("28264", "birth_places", ()),
        ("28264", "births", (PartialDate(1987, 1, 10),)),
    ],
)
def test_a_person_field_by_field(corpus: Path, entry: str, field: str, wanted: object) -> None:
    found = getattr(by_entry(whole(corpus, SDN_2021))[entry], field)
    assert wanted == (found[0].text if field == "names" else found)


def test_a_person_with_weak_names_wallets_and_overflow(corpus: Path) -> None:
    person = by_entry(whole(corpus, SDN_2021))["28264"]
    assert person.names == (
        ListedName("LI, Jiadong"),
        ListedName("blackjack1987", NameKind.WEAK),
        ListedName("khaleesi", NameKind.WEAK),
    )
    number = Identifier(
        *(IdentifierKind.NATIONAL_ID, "210302198701102136", "CN", "Identification Number")
    )
    assert number in person.identifiers
    assert 12 == sum(one.kind is IdentifierKind.WALLET for one in person.identifiers)
    assert {"8613314257947", "8618004121000"} == {
        one.number for one in person.identifiers if one.kind is IdentifierKind.PHONE
    }
    assert ("Linked To", "LAZARUS GROUP") in person.details
    assert "Anshan" == person.addresses[0].city


def test_a_vessel_and_an_aircraft(corpus: Path) -> None:
    listings = by_entry(whole(corpus, SDN_2021))
    vessel, aircraft = listings["15051"], listings["15431"]
    assert ("HENNA", "PA", PartyType.VESSEL) == (vessel.name, vessel.flag, vessel.type)
    assert {"T2EQ4", "9212929", "572465210"} == {one.number for one in vessel.identifiers}
    assert ("GRT", "160,930") in vessel.details
    assert [
        (IdentifierKind.AIRCRAFT_TAIL, "EP-GOM"),
        (IdentifierKind.AIRCRAFT_SERIAL, "8401"),
        (IdentifierKind.AIRCRAFT_SERIAL, "1023409321"),
    ] == [(one.kind, one.number) for one in aircraft.identifiers]
    assert (("Aircraft Model", "IL76-TD") in aircraft.details) is True
    assert ("Linked To", "POUYA AIR") in aircraft.details


def test_the_consolidated_list_of_december_2025_is_kept_whole(corpus: Path) -> None:
    snapshot = whole(corpus, CONSOLIDATED_2025)
    primary_rows = rows(corpus, f"{CONSOLIDATED_2025}/cons_prim.csv")
    assert {row[0] for row in primary_rows} == by_entry(snapshot).keys()
    assert 442 == len(primary_rows)
    # By program and by the directives named in the remarks, counted apart from the reader.
    assert {"CAP": 15, "CMIC": 68, "MBS": 15, "PLC": 78, "SSI": 286} == dict(
        snapshot.counts_by_list
    )
    assert "NONSDN" == snapshot.code


def test_half_of_any_file_is_refused(corpus: Path) -> None:
    folder = corpus / "lists" / SDN_2021
    contents = {path.name: gzip.decompress(path.read_bytes()) for path in folder.iterdir()}
    for name in ("sdn.csv.gz", "add.csv.gz", "sdn_comments.csv.gz"):
        lines = contents[name].splitlines(keepends=True)
        half = contents | {name: b"".join(lines[: len(lines) // 2])}
        with pytest.raises(NavicertError):
            listed(packed({key.removesuffix(".gz"): value for key, value in half.items()}))
