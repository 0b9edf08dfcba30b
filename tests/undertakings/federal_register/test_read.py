from __future__ import annotations

from datetime import date

import pytest

from navicert.errors import FileTooLarge, UnreadableFile
from navicert.undertakings.federal_register.notice import Basis, NoticeKind, Verdict
from navicert.undertakings.federal_register.page import MOST_CHARACTERS
from navicert.undertakings.federal_register.read import read
from tests.undertakings.federal_register import texts
from tests.undertakings.federal_register.texts import barring, clauses, order, the_order, the_other


def verdicts(text: str) -> dict[str, str]:
    return {clause.id: clause.verdict.value for clause in the_order(text).clauses}


def test_a_temporary_order_is_read_whole() -> None:
    read_ = the_order(order())
    assert (
        "2022-07777",
        date(2022, 4, 8),
        NoticeKind.TEMPORARY,
        (date(2022, 4, 7), Basis.COMPUTED),
        (date(2022, 10, 4), Basis.COMPUTED),
        True,
    ) == (
        read_.document,
        read_.filed,
        read_.kind,
        read_.effective and (read_.effective.day, read_.effective.basis),
        read_.end and (read_.end.day, read_.end.basis),
        read_.standard_terms,
    )
    assert read_.is_complete


def test_a_name_an_alias_and_an_address_are_told_apart() -> None:
    (airline,) = the_order(order()).respondents
    assert ("Aerofalcon", ("Falcon Wings",), ("7 Letnaya Street, Moscow, Russia",)) == (
        airline.name,
        airline.aliases,
        airline.addresses,
    )


def test_several_respondents_each_keep_their_own_addresses() -> None:
    persons = (
        "MAHAR AIR, Tower No. 21, Tehran, Iran; JOHN Q. MADEUP A/K/A JACK MADEUP, "
        "P.O. Box 52, Dubai, United Arab Emirates, and P.O. Box 53, Dubai, United Arab Emirates; "
        "and Borealis Trading Co., Ltd., 5 High Street, London, United Kingdom"
    )
    found = the_order(order(first=barring(persons))).respondents
    assert [
        ("MAHAR AIR", (), ("Tower No. 21, Tehran, Iran",)),
        (
            "JOHN Q. MADEUP",
            ("JACK MADEUP",),
            (
                "P.O. Box 52, Dubai, United Arab Emirates",
                "P.O. Box 53, Dubai, United Arab Emirates",
            ),
        ),
        ("Borealis Trading Co., Ltd.", (), ("5 High Street, London, United Kingdom",)),
    ] == [(one.name, one.aliases, one.addresses) for one in found]


def test_addresses_are_parted_behind_a_country_and_not_within_one() -> None:
    persons = (
        "Borealis Ltd., 1 Road, Oslo, Norway, and Fjord House, Bergen, Norway; "
        "Boreas LLC, Main Road, Port of Spain, Trinidad and Tobago"
    )
    assert [
        ("1 Road, Oslo, Norway", "Fjord House, Bergen, Norway"),
        ("Main Road, Port of Spain, Trinidad and Tobago",),
    ] == [one.addresses for one in the_order(order(first=barring(persons))).respondents]


def test_180_days_without_a_day_of_the_order_are_no_end() -> None:
    read_ = the_order(order(dated=""))
    assert (None, None) == (read_.effective, read_.end)
    assert {"effective", "end"} <= {one.field for one in read_.unread}


def test_a_renewal_for_one_year_ends_on_the_same_day_of_the_next() -> None:
    read_ = the_order(
        order(
            title="Order Renewing Temporary Denial of Export Privileges",
            opening=texts.OPENING_RENEWAL,
            ending="This Order is effective immediately and shall remain in effect for one year.",
            dated="Dated: September 23, 2023.",
        )
    )
    assert (NoticeKind.RENEWAL, date(2024, 9, 23)) == (read_.kind, read_.end and read_.end.day)


def test_two_different_ends_are_none_and_are_named() -> None:
    ending = (
        "This Order shall remain in effect until May 1, 2023. This Order expires on May 2, 2023."
    )
    read_ = the_order(order(ending=ending))
    (told,) = [one.reason for one in read_.unread if one.field == "end"]
    assert read_.end is None
    assert "2023-05-01" in told
    assert "2023-05-02" in told
    assert not read_.is_read_whole


def test_a_day_that_no_calendar_has_is_not_read() -> None:
    read_ = the_order(order(ending="It shall remain in effect until June 31, 2023."))
    assert (None, ["'June 31, 2023' is no day of the calendar"]) == (
        read_.end,
        [one.reason for one in read_.unread if one.field == "end"],
    )


def test_ten_years_from_the_conviction_are_computed_where_no_end_is_stated() -> None:
    opening = (
        "On February 29, 2016, in the U.S. District Court for the District of Arizona, Ann Nobody "
        '("Nobody") was convicted of violating 18 U.S.C. 554(a). I have decided to deny the '
        "export privileges for a period of ten (10) years from the date of Nobody's conviction."
    )
    read_ = the_order(order(title="", opening=opening, ending="This Order is final."))
    assert read_.end is not None
    assert (NoticeKind.CONVICTION, date(2026, 2, 28), Basis.COMPUTED, True) == (
        read_.kind,
        read_.end.day,
        read_.end.basis,
        "ten (10) years" in read_.end.sentence,
    )


def test_a_term_whose_word_and_figure_differ_is_no_term() -> None:
    ending = "This Order is effective immediately and shall remain in effect for ten (5) years."
    read_ = the_order(order(ending=ending))
    assert (None, False) == (read_.end, read_.is_read_whole)


def test_a_stated_end_that_is_not_the_term_from_the_conviction_is_a_doubt() -> None:
    opening = (
        "On May 1, 2020, in the U.S. District Court for the District of Utah, Ann Nobody was "
        "convicted of violating 18 U.S.C. 371. The export privileges are denied for a period of "
        "10 years from the date of Nobody's conviction."
    )
    ending = "This Order is effective immediately and shall remain in effect until May 1, 2031."
    read_ = the_order(order(title="", opening=opening, ending=ending))
    assert date(2031, 5, 1) == (read_.end and read_.end.day)
    assert any("2030-05-01" in doubt for doubt in read_.doubts)


def test_an_exception_for_the_safety_of_flight_is_a_difference_and_is_shown() -> None:
    told = texts.STANDARD["Second.A"] + texts.SAFETY
    read_ = the_order(order(terms=clauses(Second_A=told)))
    (clause,) = [one for one in read_.clauses if one.verdict is Verdict.DIFFERS]
    assert "Second.A" == clause.id
    assert "except directly related to safety of flight" in clause.difference[0]
    assert read_.standard_terms is False


def test_a_clause_that_the_letters_pass_over_is_not_in_the_text_and_one_after_them_is_missing() -> (
    None
):
    gap = verdicts(order(terms=clauses(Second_C="")))
    end = verdicts(order(terms=clauses(Second_E="")))
    assert ("absent", "missing") == (gap["Second.C"], end["Second.E"])


def test_the_order_may_call_the_denied_person_by_its_name() -> None:
    assert {"standard"} == set(verdicts(order(terms=clauses("Falcon"))).values())


def test_listed_variants_are_standard_and_are_named() -> None:
    told = texts.STANDARD["Second.A"].replace(
        "export or reexport", "export, reexport, or transfer (in-country)"
    )
    read_ = the_order(order(terms=clauses(Second_A=told)))
    (clause,) = [one for one in read_.clauses if one.id == "Second.A"]
    assert (Verdict.STANDARD, ("export reexport or transfer incountry",)) == (
        clause.verdict,
        clause.variants,
    )


def test_a_clause_that_the_standard_lacks_is_told() -> None:
    extra = "Fourth, that Falcon shall be assessed a civil penalty of $100,000."
    read_ = the_order(order(terms=f"{clauses()}\n{extra}"))
    assert [("Fourth", "", True)] == [
        (one.label, one.about, "civil penalty" in one.beginning) for one in read_.extra
    ]


def test_a_settlement_with_a_suspended_denial_is_read_as_suspended() -> None:
    read_ = the_order(
        order(
            title="Order Relating to Borealis Trading Ltd.",
            opening=texts.OPENING_SETTLEMENT,
            first=barring("Borealis Trading Ltd., 5 High Street, London, United Kingdom"),
            ending="Fourth, the denial of export privileges shall be suspended for two years. "
            "This Order is effective immediately.",
        )
    )
    assert (NoticeKind.SETTLEMENT, True) == (read_.kind, "suspended" in read_.suspended)


def test_a_suspended_penalty_is_no_suspended_denial() -> None:
    ending = (
        "Fourth, export privileges are denied for three years from the date of this Order, and "
        "payment of $300,000 of the penalty shall be suspended. It is effective immediately."
    )
    assert "" == the_order(order(ending=ending)).suspended


def test_a_settlement_that_speaks_of_a_guilty_plea_is_no_order_on_conviction() -> None:
    opening = texts.OPENING_SETTLEMENT + "\nBorealis pled guilty in the District of Utah.\n"
    found = the_order(order(title="Order Relating to Borealis Trading Ltd.", opening=opening))
    assert NoticeKind.SETTLEMENT is found.kind


def test_a_temporary_order_that_speaks_of_related_persons_to_come_names_none() -> None:
    assert () == the_order(order()).related_persons


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Order Terminating Denial of Export Privileges", NoticeKind.TERMINATION),
        ("Order Activating Suspended Denial Order", NoticeKind.ACTIVATION),
        ("Order Modifying Order Temporarily Denying Export Privileges", NoticeKind.MODIFICATION),
        ("Order Making Denial Applicable to Related Persons", NoticeKind.RELATED),
    ],
)
def test_the_title_tells_what_an_order_does_to_an_earlier_one(title: str, kind: NoticeKind) -> None:
    assert kind is the_order(order(title=title)).kind


def test_tail_numbers_are_read_from_rows_of_a_table() -> None:
    table = "Tail No.\nSerial No.\nVP-BXX\n32017\nRA-73999\n28-BIS-22\nN123AB"
    read_ = the_order(order(opening=f"{texts.OPENING_TEMPORARY}\n{table}"))
    assert ("VP-BXX", "RA-73999", "N123AB") == read_.aircraft


def test_related_persons_are_read_below_their_heading() -> None:
    listed = "Related Persons:\nBorealis Trading Ltd., 5 High Street, London, United Kingdom\n"
    read_ = the_order(order(opening=texts.OPENING_TEMPORARY + listed))
    assert ["Borealis Trading Ltd."] == [one.name for one in read_.related_persons]


def test_related_persons_that_are_only_spoken_of_are_not_guessed() -> None:
    spoken = "Two of its affiliates were named as related persons in the order of May.\n"
    read_ = the_order(order(opening=texts.OPENING_TEMPORARY + spoken))
    assert ((), ["related_persons"]) == (
        read_.related_persons,
        [one.field for one in read_.unread if one.stated],
    )


def test_hard_wrapped_text_reads_as_the_same_order() -> None:
    wrapped = "\n".join(
        line for paragraph in order().split("\n") for line in [*wrap(f"    {paragraph}", 70), ""]
    )
    one, other = the_order(order()), the_order(wrapped)
    assert (one.respondents[0].names, one.end and one.end.day, True) == (
        other.respondents[0].names,
        other.end and other.end.day,
        other.standard_terms,
    )


GOVINFO = """\
[Federal Register Volume 83, Number 227 (Monday, November 26, 2018)]
[Notices]
[Pages 60395-60396]
[FR Doc No: 2018-29999]


-----------------------------------------------------------------------

DEPARTMENT OF COMMERCE

Bureau of Industry and Security


Order Denying Export Privileges

    In the Matter of: Gregor Alan Madeup, Inmate Number: 73792-
111, FCI Safford, P.O. Box 9000, Safford, AZ 85548.

    On September 19, 2017, in the U.S. District Court for the Central
District of California, Gregor Alan Madeup (``Madeup'') was convicted
of violating Section 38 of the Arms Export Control Act (22 U.S.C. 2778
(2012)) (``AECA''). I have decided to deny his export privileges for a
period of 10 years from the date of Madeup's
---------------------------------------------------------------------------

    \\1\\ The Regulations are codified in the Code of Federal
Regulations.
---------------------------------------------------------------------------

[[Page 60396]]

conviction.
    Accordingly, it is hereby ordered:
    First, from the date of this Order until September 19, 2027, Gregor
Alan Madeup, with a last known address of Inmate Number: 73792-111, FCI
Safford, P.O. Box 9000, Safford, AZ 85548, and when acting for or on
his behalf, his successors, assigns, employees, agents or
representatives (``the Denied Person''), may not, directly or
indirectly, participate in any way in any transaction involving any
commodity, software or technology (hereinafter collectively referred to
as ``item'') exported or to be exported from the United States that is
subject to the Regulations, including, but not limited to:
    A. Applying for, obtaining, or using any license, license
exception, or export control document;
    Sixth, this Order is effective immediately and shall remain in
effect until September 19, 2027.

    Issued this 15th day of November, 2018.
[FR Doc. 2018-29999 Filed 11-23-18; 8:45 am]
BILLING CODE 3510-DT-P
"""


def test_the_plain_text_of_govinfo_is_read_over_pages_and_footnotes() -> None:
    read_ = the_order(GOVINFO)
    assert (
        "2018-29999",
        "Order Denying Export Privileges",
        (83, (60395, 60396), date(2018, 11, 26)),
        NoticeKind.CONVICTION,
        [(date(2017, 9, 19), ("22 U.S.C. 2778",), "Gregor Alan Madeup")],
        (date(2018, 11, 15), Basis.COMPUTED),
        (date(2027, 9, 19), Basis.STATED),
        "10 years",
    ) == (
        read_.document,
        read_.title,
        (read_.volume, read_.pages, read_.published),
        read_.kind,
        [(one.day, one.statutes, one.who) for one in read_.convictions],
        read_.effective and (read_.effective.day, read_.effective.basis),
        read_.end and (read_.end.day, read_.end.basis),
        read_.term,
    )
    (person,) = read_.respondents
    assert (("73792-111",), ("FCI Safford, P.O. Box 9000, Safford, AZ 85548",)) == (
        person.inmate_numbers,
        person.addresses,
    )
    found = {one.id for one in read_.clauses if one.verdict is Verdict.STANDARD}
    assert {"First", "First.A"} == found


def test_persons_without_a_semicolon_are_parted_as_the_caption_parts_them() -> None:
    caption = (
        "In the Matter of: Borealis Corporation, 1 Road, Oslo, Norway; Boreas Ltd., 2 Road, Oslo\n"
    )
    persons = "Borealis Corporation, 1 Road, Oslo, Norway, and Boreas Ltd., 2 Road, Oslo"
    with_caption = the_order(order(opening=caption, first=barring(persons)))
    assert ["Borealis Corporation", "Boreas Ltd."] == [one.name for one in with_caption.respondents]
    without = the_order(order(first=barring(persons)))
    assert "respondents" in {one.field for one in without.unread if one.stated}


def test_a_termination_is_read_with_whom_it_frees() -> None:
    text = (
        "Order Terminating Denial Order Issued on April 15, 2018, Against Borealis Ltd.\n"
        "In the Matter of: Borealis Ltd., 1 Road, Oslo, Norway\n"
        "It is therefore ordered:\n"
        "First, the April 15, 2018 Denial Order is hereby terminated.\n"
        "This Order is effective immediately.\nDated: July 13, 2018.\n"
    )
    read_ = the_order(text)
    assert (NoticeKind.TERMINATION, ["Borealis Ltd."], date(2018, 7, 13)) == (
        read_.kind,
        [one.name for one in read_.respondents],
        read_.effective and read_.effective.day,
    )


def test_a_caption_and_a_title_on_one_line_are_told_apart() -> None:
    title = (
        "In the Matter of: Borealis Ltd. 1 Road, Oslo, Norway Respondent; "
        "Order Activating Suspended Denial Order Relating to Borealis Ltd."
    )
    read_ = the_order(order(title=title, first=barring("Borealis Ltd., 1 Road, Oslo, Norway")))
    assert (NoticeKind.ACTIVATION, ()) == (read_.kind, read_.doubts)


def test_a_document_on_one_line_reads_as_the_same_order() -> None:
    one, other = the_order(order()), the_order(" ".join(order().split()))
    assert (one.kind, one.respondents[0].names, one.effective and one.effective.day, True) == (
        other.kind,
        other.respondents[0].names,
        other.effective and other.effective.day,
        other.standard_terms,
    )


def test_columns_of_the_printed_page_read_as_the_same_order() -> None:
    lines = wrap(order().replace("\n", " \n "), 44)
    lines[9:9] = [
        "Federal Register / Vol. 87, No. 70 / Tuesday, April 12, 2022 / Notices",
        "21612",
    ]
    read_ = the_order("\n".join(line.strip() for row in lines for line in row.split("\n")))
    assert (("Aerofalcon", "Falcon Wings"), True, 87, date(2022, 4, 12)) == (
        read_.respondents[0].names,
        read_.standard_terms,
        read_.volume,
        read_.published,
    )


def test_the_xml_of_the_register_reads_as_the_same_order() -> None:
    marked = "\n".join(f"<P><E T='03'>{line}</E></P>" for line in order().split("\n"))
    assert (True, ("Aerofalcon", "Falcon Wings")) == (
        the_order(marked).standard_terms,
        the_order(marked).respondents[0].names,
    )


def wrap(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] += f"{word} "
    return lines


def test_the_page_and_volume_of_the_plain_text_are_read() -> None:
    head = (
        "[Federal Register Volume 87, Number 70 (Tuesday, April 12, 2022)]\n[Notices]\n"
        "[Pages 21611-21612]\n"
    )
    read_ = the_order(head + order())
    assert (87, (21611, 21612), date(2022, 4, 12)) == (
        read_.volume,
        read_.pages,
        read_.published,
    )


def test_two_documents_in_one_text_are_read_apart() -> None:
    both = f"{order()}\n{order().replace('2022-07777', '2022-07778')}"
    assert ["2022-07777", "2022-07778"] == [one.document for one in read("f", both, texts.WORDS)]


def test_a_rule_is_refused_as_one() -> None:
    told = the_other("In this final rule, the Bureau of Industry and Security amends the EAR.")
    assert "rule" == told.what


@pytest.mark.parametrize("text", ["", "\n\n", "First,", "It is therefore ordered:", "A. B. C."])
def test_almost_nothing_is_no_order(text: str) -> None:
    assert the_other(text).what


def test_a_nul_is_refused_with_its_line() -> None:
    with pytest.raises(UnreadableFile, match=r"order\.txt:2: a NUL character"):
        read("order.txt", "a\nb\0c", texts.WORDS)


def test_more_text_than_any_order_has_is_refused() -> None:
    with pytest.raises(FileTooLarge, match="more than 2,000,000 characters"):
        read("order.txt", "a" * (MOST_CHARACTERS + 1), texts.WORDS)


HOSTILE = (
    "First, " * 500_000,
    "A. " * 1_000_000,
    "(" * 2_000_000,
    '("' * 1_000_000,
    "\n".join(["First, the item the item"] * 100_000),
    "On May 1, 2020, in the Court, " * 100_000,
    "for a period of " * 200_000,
    "18 U.S.C. 371, " * 200_000,
    "<P " * 1_000_000,
    "".join(chr(point) for point in range(1, 0x110000, 37) if not 0xD800 <= point < 0xE000) * 30,
    "e" + "\N{COMBINING ACUTE ACCENT}\N{COMBINING CEDILLA}" * 900_000,
    "a/k/a " * 500_000,
    "; and " * 500_000,
    ("x" * 80 + "-\n") * 40_000,
    "Tail No.\n" + "VP-BAA\n" * 300_000,
)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_or_refused_in_bounded_time(text: str) -> None:
    """Alone, and as the opening and the barring sentence of an order."""
    some = text[:50_000]
    for whole in (text[:1_000_000], order(opening=some), order(first=barring(some))):
        assert read("hostile.txt", whole, texts.WORDS)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (
            (
                "Boreal Air, 1 Snow Lane, Moscow, Russia; Modification of June 15, 2023 Renewal of "
                "Temporary Denial Order"
            ),
            NoticeKind.MODIFICATION,
        ),
        (
            (
                "Order Renewing Order Temporarily Denying Export Privileges and Also Making That "
                "Temporary Denial of Export Privileges Applicable to Related Persons"
            ),
            NoticeKind.RENEWAL,
        ),
        (
            "Order Modifying and Renewing Order Temporarily Denying Export Privileges",
            NoticeKind.RENEWAL,
        ),
        (
            "Order Making Denial of Export Privileges Against Boreal Applicable to Related Person",
            NoticeKind.RELATED,
        ),
        (
            "Order Terminating Order Temporarily Denying Export Privileges",
            NoticeKind.TERMINATION,
        ),
    ],
)
def test_the_kind_is_what_the_title_names_first(title: str, kind: NoticeKind) -> None:
    assert kind is the_order(order(title=title)).kind


SAFETY_OF_FLIGHT = " except directly related to safety of flight"


def test_a_renewal_in_the_manner_of_those_against_airlines_of_2023() -> None:
    """The first sentence has no "that" and calls nobody the denied person; A and Second differ."""
    head = texts.STANDARD["First"].replace("@rules", "the EAR")
    who = "Boreal Air, Polar Airport, 4/1 Snow Lane, Moscow, Russia, when acting for or on their"
    first = f"First, {who} behalf, any successors or assigns, agents, or employees {head}:"
    allowed = texts.STANDARD["Second.A"] + SAFETY_OF_FLIGHT
    read_ = the_order(
        order(
            title="Order Renewing Temporary Denial of Export Privileges",
            opening="I grant the request to renew the temporary denial order, because Boreal Air "
            '("Boreal") has engaged in a pattern of ongoing apparent violations.',
            first=first,
            terms=clauses("Boreal", Second_A=allowed),
            ending="This Order is effective immediately and shall remain in effect for one year.",
            dated="Dated: September 23, 2023.",
        )
    )
    (airline,) = read_.respondents
    assert ("Boreal Air", ("Polar Airport, 4/1 Snow Lane, Moscow, Russia",)) == (
        airline.name,
        airline.addresses,
    )
    assert (NoticeKind.RENEWAL, date(2024, 9, 23)) == (read_.kind, read_.end and read_.end.day)
    differing = [one for one in read_.clauses if one.verdict is not Verdict.STANDARD]
    assert ["Second.A"] == [one.id for one in differing]
    assert "safety of flight" in differing[0].difference[0]
