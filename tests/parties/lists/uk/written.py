"""A small UK Sanctions List in both of its forms, with the columns and elements that the published
list has; the parties are made up."""

from __future__ import annotations

from navicert.parties.lists import sources
from tests.parties.lists.written import Cells, written

COLUMNS = tuple(sources.words("uk", "columns"))

PERSON_ROWS: tuple[Cells, ...] = (
    {
        "Last Updated": "14/04/2026",
        "Unique ID": "AFG9006",
        "OFSI Group ID": "97172",
        "UN Reference Number": "TAi.902",
        "Name 6": "SAMPLE",
        "Name 1": "JANE",
        "Name 2": "QUEBEC",
        "Name type": "Primary Name",
        "Title": "Mullah",
        "Name non-latin script": "جين سامبل",
        "Regime Name": "The Afghanistan (Sanctions) (EU Exit) Regulations 2020",
        "Designation Type": "Individual",
        "Designation source": "UN",
        "Sanctions Imposed": "Asset freeze|Travel Ban",
        "Other Information": "Associate of nobody.",
        "UK Statement of Reasons": "Minister of samples.",
        "Address Line 1": "7 Sample Road",
        "Address Line 6": "Kabul",
        "Address Postal Code": "1001",
        "Address Country": "Afghanistan",
        "Date Designated": "25/01/2001",
        "D.O.B": "dd/mm/1945",
        "Nationality(/ies)": "Afghanistan",
        "National Identifier number": "12345",
        "National Identifier additional information": "tazkira",
        "Passport number": "P0458",
        "Passport additional information": "Afghanistan passport",
        "Position": "Minister",
        "Gender": "Female",
        "Town of birth": "Lakhi village",
        "Country of birth": "Afghanistan",
    },
    {
        "Unique ID": "AFG9006",
        "Name 6": "Sample the Elder",
        "Name type": "ALias",
        "Alias strength": "Low quality a.k.a",
        "Designation Type": "Individual",
        "Regime Name": "The Afghanistan (Sanctions) (EU Exit) Regulations 2020",
        "Date Designated": "25/01/2001",
        "D.O.B": "01/03/1958",
        "Address Line 6": "Kandahar",
        "Address Country": "Afghanistan",
    },
    {
        "Unique ID": "AFG9006",
        "Name 6": "Sampel",
        "Name 1": "Jane",
        "Name type": "Primary name variation",
        "Designation Type": "Individual",
        "Date Designated": "25/01/2001",
        "D.O.B": "15/08/19yy",
    },
)
SHIP_ROW: Cells = {
    "Unique ID": "DPR9075",
    "Name 6": "Sample 8",
    "Name type": "Primary name",
    "Designation Type": "Ship",
    "Regime Name": "Korea",
    "Date Designated": "03/10/2017",
    "IMO number": "IMO9562233",
    "Current believed flag of ship": "Comoros",
    "Previous flags": "India",
    "Year Built": "2011",
}


def table(*rows: Cells, report: str = "Report Date: 23-Sep-2026") -> str:
    return f"{report}\n{written(COLUMNS, rows, ',')}"


PERSON = """
<Designation>
  <LastUpdated>14/04/2026</LastUpdated>
  <DateDesignated>25/01/2001</DateDesignated>
  <UniqueID>AFG9006</UniqueID>
  <OFSIGroupID>97172</OFSIGroupID>
  <UNReferenceNumber>TAi.902</UNReferenceNumber>
  <Names>
    <Name><Name6>Sample the Elder</Name6><NameType>ALias</NameType>
      <AliasStrength>Low quality a.k.a</AliasStrength></Name>
    <Name><Name1>JANE</Name1><Name2>QUEBEC</Name2><Name6>SAMPLE</Name6>
      <NameType>Primary Name</NameType></Name>
    <Name><Name1>Jane</Name1><Name6>Sampel</Name6>
      <NameType>Primary name variation</NameType></Name>
  </Names>
  <NonLatinNames><NonLatinName><NameNonLatinScript>جين سامبل</NameNonLatinScript>
  </NonLatinName></NonLatinNames>
  <Titles><Title>Mullah</Title></Titles>
  <RegimeName>The Afghanistan (Sanctions) (EU Exit) Regulations 2020</RegimeName>
  <IndividualEntityShip>Individual</IndividualEntityShip>
  <DesignationSource>UN</DesignationSource>
  <SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
  <SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><TravelBan>true</TravelBan>
    <Deflag>false</Deflag></SanctionsImposedIndicators>
  <OtherInformation>Associate of nobody.</OtherInformation>
  <UKStatementofReasons>Minister of samples.</UKStatementofReasons>
  <Addresses>
    <Address><AddressLine1>7 Sample Road</AddressLine1><AddressLine6>Kabul</AddressLine6>
      <AddressPostalCode>1001</AddressPostalCode><AddressCountry>Afghanistan</AddressCountry>
    </Address>
    <Address><AddressLine6>Kandahar</AddressLine6><AddressCountry>Afghanistan</AddressCountry>
    </Address>
  </Addresses>
  <IndividualDetails><Individual>
    <DOBs><DOB>dd/mm/1945</DOB><DOB>01/03/1958</DOB><DOB>15/08/19yy</DOB></DOBs>
    <PassportDetails><Passport><PassportNumber>P0458</PassportNumber>
      <PassportAdditionalInformation>Afghanistan passport</PassportAdditionalInformation>
    </Passport></PassportDetails>
    <NationalIdentifierDetails><NationalIdentifier>
      <NationalIdentifierNumber>12345</NationalIdentifierNumber>
      <NationalIdentifierAdditionalInformation>tazkira</NationalIdentifierAdditionalInformation>
    </NationalIdentifier></NationalIdentifierDetails>
    <Nationalities><Nationality>Afghanistan</Nationality></Nationalities>
    <Positions><Position>Minister</Position></Positions>
    <Genders><Gender>Female</Gender></Genders>
    <BirthDetails><Location><TownOfBirth>Lakhi village</TownOfBirth>
      <CountryOfBirth>Afghanistan</CountryOfBirth></Location></BirthDetails>
  </Individual></IndividualDetails>
</Designation>
"""
ENTITY = """
<Designation>
  <DateDesignated>29/06/2012</DateDesignated>
  <UniqueID>AFG9001</UniqueID>
  <Names><Name><Name6>SAMPLE MONEY EXCHANGE</Name6><NameType>Primary Name</NameType></Name></Names>
  <IndividualEntityShip>Entity</IndividualEntityShip>
  <EntityDetails><Entity>
    <BusinessRegistrationNumbers><BusinessRegistrationNumber>INN: 7710137066
    </BusinessRegistrationNumber></BusinessRegistrationNumbers>
    <ParentCompanies><ParentCompany>Sample Holding</ParentCompany></ParentCompanies>
  </Entity></EntityDetails>
  <PhoneNumbers><PhoneNumber>+93-202-000000</PhoneNumber></PhoneNumbers>
</Designation>
"""


def elements(*designations: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<Designations>'
        f"<DateGenerated>20/08/2026</DateGenerated>{''.join(designations)}</Designations>"
    )
