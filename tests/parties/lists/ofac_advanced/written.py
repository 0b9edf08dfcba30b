"""A file of OFAC's advanced form as tests write it, by the published schema."""

from __future__ import annotations

NAMESPACE = (
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"
)


def sets(**values: str) -> str:
    """Sets of reference values, each written ``number=text|attributes`` with semicolons."""
    written = []
    for kind, texts in values.items():
        written.append(f"<{kind}Values>")
        for one in texts.split(";"):
            number, _, text = one.partition("=")
            text, _, attributes = text.partition("|")
            written.append(f'<{kind} ID="{number}" {attributes}>{text}</{kind}>')
        written.append(f"</{kind}Values>")
    return "".join(written)


VALUES = sets(
    AliasType="1400=A.K.A.;1401=F.K.A.;1403=Name",
    AreaCode='1=IR|CountryID="11082" Description="Iran";2=|Description="undetermined"',
    CalendarType="1=Gregorian",
    Country='11082=Iran|ISO2="IR";11216=Venezuela|ISO2="VE";11167=Panama|ISO2="PA";9=undetermined',
    DetailReference="91526=Male;77=Crude Oil Tanker",
    DetailType="1430=DATE;1431=LOOKUP;1432=TEXT;1433=COUNTRY",
    EntryEventType="1=Created",
    FeatureType=(
        "1=Vessel Call Sign;2=VESSEL TYPE;3=Vessel Flag;8=Birthdate;9=Place of Birth;"
        "10=Nationality Country;11=Citizenship Country;13=SWIFT/BIC;25=Location;26=Title;"
        "224=Gender;344=Digital Currency Address - XBT;504=Secondary sanctions risk:;"
        "50=Aircraft Model;51=Aircraft Manufacturer's Serial Number (MSN)"
    ),
    IDRegDocType="1570=Cedula No.;1571=Passport;1626=Vessel Registration Identification;91264=MMSI",
    IDRegDocDateType="1480=Issue Date;1481=Expiration Date",
    LegalBasis="1=Executive Order 13692 (Venezuela)|LegalBasisTypeID='1'",
    List="1550=SDN List;91507=Consolidated List;5=List of Dreams",
    LocPartType="1=Unknown;1451=ADDRESS1;1454=CITY;1455=STATE/PROVINCE;1456=POSTAL CODE",
    NamePartType=(
        "1520=Last Name;1521=First Name;1522=Middle Name;1525=Entity Name;1526=Vessel Name;"
        "1528=Nickname;1530=Aircraft Name;91708=Patronymic"
    ),
    PartySubType=(
        '1=Vessel|PartyTypeID="4";2=Aircraft|PartyTypeID="4";3=Unknown|PartyTypeID="2";'
        '4=Unknown|PartyTypeID="1"'
    ),
    PartyType="1=Individual;2=Entity;4=Transport",
    RelationType="15001=Associate Of;15003=Owned or Controlled By",
    SanctionsType="1=Program;1705=Block",
    Script="160=Arabic|ScriptCode='Arab';215=Latin|ScriptCode='Latn'",
    Validity="1=Valid;2=Fraudulent",
)
LOCATIONS = """
<Location ID="500"><LocationAreaCode AreaCodeID="1"/>
<LocationCountry CountryID="11082" CountryRelevanceID="1413"/>
<LocationPart LocPartTypeID="1456"><LocationPartValue Primary="true"><Comment/>
<Value>11369</Value></LocationPartValue></LocationPart>
<LocationPart LocPartTypeID="1454"><LocationPartValue Primary="false"><Comment>Persian</Comment>
<Value>\u062a\u0647\u0631\u0627\u0646</Value></LocationPartValue>
<LocationPartValue Primary="true"><Comment/><Value>Tehran</Value></LocationPartValue>
</LocationPart>
<LocationPart LocPartTypeID="1451"><LocationPartValue Primary="true"><Comment/>
<Value>7 Azadi St.</Value></LocationPartValue></LocationPart>
<FeatureVersionReference FeatureVersionID="1"/></Location>
<Location ID="80"><LocationAreaCode AreaCodeID="2"/></Location>
<Location ID="600"><LocationPart LocPartTypeID="1"><LocationPartValue Primary="true"><Comment/>
<Value>Venezuela</Value></LocationPartValue></LocationPart></Location>
<Location ID="700"><LocationPart LocPartTypeID="1"><LocationPartValue Primary="true"><Comment/>
<Value>Panama</Value></LocationPartValue></LocationPart></Location>
"""
DAY = "<Year>2010</Year><Month>5</Month><Day>6</Day>"
DOCUMENTS = f"""
<IDRegDocument ID="1" IDRegDocTypeID="1570" IdentityID="14494" IssuedBy-CountryID="11216"
 ValidityID="1"><Comment/><IDRegistrationNo>5892464</IDRegistrationNo><IssuingAuthority/>
<DocumentedNameReference DocumentedNameID="29345"/></IDRegDocument>
<IDRegDocument ID="2" IDRegDocTypeID="1571" IdentityID="14494" IssuedBy-CountryID="9"
 ValidityID="2"><Comment>seen once</Comment><IDRegistrationNo>A1234567</IDRegistrationNo>
<IssuingAuthority>Caracas</IssuingAuthority><DocumentDate IDRegDocDateTypeID="1480"><DatePeriod>
<Start><From>{DAY}</From><To>{DAY}</To></Start><End><From>{DAY}</From><To>{DAY}</To></End>
</DatePeriod></DocumentDate></IDRegDocument>
<IDRegDocument ID="3" IDRegDocTypeID="1626" IdentityID="7000" ValidityID="1"><Comment/>
<IDRegistrationNo>IMO 9212929</IDRegistrationNo></IDRegDocument>
<IDRegDocument ID="4" IDRegDocTypeID="91264" IdentityID="7000" ValidityID="1"><Comment/>
<IDRegistrationNo>572465210</IDRegistrationNo></IDRegDocument>
"""


def period(first: str, last: str, approximate: str = "false") -> str:
    """A period of days."""
    edges = []
    for tag, written in (("Start", first), ("End", last)):
        parts = zip(("Year", "Month", "Day"), written.split("-"), strict=True)
        text = "".join(f"<{part}>{int(number)}</{part}>" for part, number in parts)
        edges.append(
            f'<{tag} Approximate="{approximate}"><From>{text}</From><To>{text}</To></{tag}>'
        )
    return f'<DatePeriod CalendarTypeID="1">{"".join(edges)}</DatePeriod>'


def feature(kind: int, content: str) -> str:
    """A feature with one version."""
    return (
        f'<Feature ID="9{kind}" FeatureTypeID="{kind}"><FeatureVersion ID="8{kind}" '
        f'ReliabilityID="1"><Comment/>{content}</FeatureVersion>'
        '<IdentityReference IdentityID="1" IdentityFeatureLinkTypeID="1"/></Feature>'
    )


def text(words: str) -> str:
    """The detail of a version in words."""
    return f'<VersionDetail DetailTypeID="1432">{words}</VersionDetail>'


def name(*parts: tuple[int, str], script: int = 215) -> str:
    """A documented name of parts, each with its group."""
    written = "".join(
        f'<DocumentedNamePart><NamePartValue NamePartGroupID="{group}" ScriptID="{script}" '
        f'ScriptStatusID="1" Acronym="false">{part}</NamePartValue></DocumentedNamePart>'
        for group, part in parts
    )
    return f'<DocumentedName ID="1" FixedRef="1" DocNameStatusID="1">{written}</DocumentedName>'


def alias(names: str, kind: int = 1400, primary: str = "false", low: str = "false") -> str:
    """An alias of an identity."""
    return (
        f'<Alias FixedRef="1" AliasTypeID="{kind}" Primary="{primary}" LowQuality="{low}">'
        f"{names}</Alias>"
    )


def party(number: int, sub_type: int, identity: str, features: str = "") -> str:
    """A party: ``identity`` is the number and what it holds, with a colon between."""
    own, _, content = identity.partition(":")
    return (
        f'<DistinctParty FixedRef="{number}"><Comment>Remark of {number}</Comment>'
        f'<Profile ID="{number}" PartySubTypeID="{sub_type}"><Identity ID="{own}" FixedRef="1" '
        f'Primary="true" False="false">{content}</Identity>{features}'
        f'<SanctionsEntryReference SanctionsEntryID="{number}"/></Profile></DistinctParty>'
    )


def groups(**types: int) -> str:
    """The groups of name parts: ``g1=1520`` is group 1, a last name."""
    written = "".join(
        f'<MasterNamePartGroup><NamePartGroup ID="{key[1:]}" NamePartTypeID="{kind}"/>'
        "</MasterNamePartGroup>"
        for key, kind in types.items()
    )
    return f"<NamePartGroups>{written}</NamePartGroups>"


PERSON = party(
    22790,
    4,
    "14494:"
    + alias(name((3, "NICO")), low="true")
    + alias(
        name((4, "\u0645\u0627\u062f\u0648\u0631\u0648"), script=160)
        + name((1, "MADURO MOROS"), (2, "Nicolas")),
        1403,
        primary="true",
    )
    + alias(name((1, "OLD"), (2, "Nick")), 1401)
    + groups(g1=1520, g2=1521, g3=1528, g4=1520),
    feature(8, period("1962-11-23", "1962-11-23"))
    + feature(8, period("1960-01-01", "1961-12-31", "true"))
    + feature(9, text("Caracas, Venezuela"))
    + feature(10, '<VersionLocation LocationID="600"/>')
    + feature(11, '<VersionLocation LocationID="600"/>')
    + feature(224, '<VersionDetail DetailTypeID="1431" DetailReferenceID="91526"/>')
    + feature(25, '<VersionLocation LocationID="500"/>')
    + feature(25, '<VersionLocation LocationID="80"/>')
    + feature(26, text("President")),
)
VESSEL = party(
    15051,
    1,
    "7000:" + alias(name((6, "HENNA")), 1403, primary="true") + groups(g6=1526),
    feature(1, text("T2EQ4"))
    + feature(2, '<VersionDetail DetailTypeID="1431" DetailReferenceID="77"/>')
    + feature(3, '<VersionLocation LocationID="700"/>'),
)
ENTITY = party(
    30,
    3,
    "8000:" + alias(name((5, "LAZARUS GROUP")), 1403, primary="true") + groups(g5=1525),
    feature(344, text("1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE"))
    + feature(13, text("HAVIGB2L"))
    + feature(504, text("North Korea")),
)
AIRCRAFT = party(
    15431,
    2,
    "9000:" + alias(name((7, "EP-GOM")), 1403, primary="true") + groups(g7=1530),
    feature(50, text("IL76-TD")) + feature(51, text("1023409321")),
)


def entry(number: int, program: str, listed: int = 1550) -> str:
    """An entry of a list."""
    return (
        f'<SanctionsEntry ID="{number}" ProfileID="{number}" ListID="{listed}">'
        '<EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="1"><Comment/>'
        '<Date CalendarTypeID="1"><Year>2017</Year><Month>7</Month><Day>31</Day></Date>'
        '</EntryEvent><SanctionsMeasure ID="1" SanctionsTypeID="1705"><Comment/>'
        '</SanctionsMeasure><SanctionsMeasure ID="2" SanctionsTypeID="1">'
        f"<Comment>{program}</Comment></SanctionsMeasure></SanctionsEntry>"
    )


RELATED = (
    '<ProfileRelationship ID="1" From-ProfileID="15051" To-ProfileID="30" '
    'RelationTypeID="15003" RelationQualityID="1" Former="false"><Comment/></ProfileRelationship>'
)
PARTIES = PERSON + VESSEL + ENTITY + AIRCRAFT
ENTRIES = (
    entry(22790, "VENEZUELA") + entry(15051, "IRAN") + entry(30, "DPRK3") + entry(15431, "SDGT")
)


def written(
    parties: str = PARTIES,
    entries: str = ENTRIES,
    namespace: str = NAMESPACE,
    before: str = "",
) -> bytes:
    """A whole file."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{before}<Sanctions xmlns="{namespace}">'
        '<DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>9</Month><Day>23</Day>'
        f"</DateOfIssue><ReferenceValueSets>{VALUES}</ReferenceValueSets>"
        f"<Locations>{LOCATIONS}</Locations><IDRegDocuments>{DOCUMENTS}</IDRegDocuments>"
        f"<DistinctParties>{parties}</DistinctParties>"
        f"<ProfileRelationships>{RELATED}</ProfileRelationships>"
        f"<SanctionsEntries>{entries}</SanctionsEntries><SanctionsEntryLinks/></Sanctions>"
    ).encode()
