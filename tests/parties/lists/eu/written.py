"""A small European list, written here by the published schema; the parties are made up."""

from __future__ import annotations

PERSON = """
<sanctionEntity designationDate="2001-03-08" designationDetails="by the Committee"
    unitedNationId="QDi.900" euReferenceNumber="EU.9001.11" logicalId="13">
  <regulation regulationType="amendment" organisationType="commission"
      publicationDate="2018-02-16" entryIntoForceDate="2018-02-17"
      numberTitle="2018/223 (OJ L43)" programme="ZWE" logicalId="110201">
    <publicationUrl>https://example.org/act/223</publicationUrl>
  </regulation>
  <subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="" middleName="" lastName="" wholeName="The Sampler" function=""
      title="" nameLanguage="" strong="false" regulationLanguage="en" logicalId="15"/>
  <nameAlias firstName="Jane" middleName="Q" lastName="Sample" wholeName="Jane Q Sample"
      function="Former President" gender="F" title="Colonel" nameLanguage="EN" strong="true"
      regulationLanguage="en" logicalId="14">
    <remark>good quality</remark>
    <regulationSummary regulationType="amendment" publicationDate="2005-06-16"
        numberTitle="898/2005 (OJ L153)" publicationUrl="https://example.org/act/898"/>
  </nameAlias>
  <nameAlias firstName="Джейн" middleName="" lastName="Сэмпл" wholeName="" function="" title=""
      nameLanguage="RU" strong="true" regulationLanguage="en" logicalId="16"/>
  <citizenship region="" countryIso2Code="ZW" countryDescription="ZIMBABWE"
      regulationLanguage="en" logicalId="17"/>
  <citizenship region="" countryIso2Code="00" countryDescription="UNKNOWN"
      regulationLanguage="en" logicalId="18"/>
  <birthdate circa="false" calendarType="GREGORIAN" city="Harare" zipCode=""
      birthdate="1944-02-21" dayOfMonth="21" monthOfYear="2" year="1944" region="" place=""
      countryIso2Code="ZW" countryDescription="ZIMBABWE" regulationLanguage="en" logicalId="1"/>
  <birthdate circa="true" calendarType="GREGORIAN" city="" zipCode="" monthOfYear="3"
      year="1945" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN"
      regulationLanguage="en" logicalId="2"/>
  <birthdate circa="false" calendarType="GREGORIAN" city="" zipCode="" yearRangeFrom="1940"
      yearRangeTo="1942" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN"
      regulationLanguage="en" logicalId="3"/>
  <identification diplomatic="true" knownExpired="false" knownFalse="false"
      reportedLost="false" revokedByIssuer="false" issuedBy="Harare" latinNumber=""
      nameOnDocument="" number="AD009911" region="" countryIso2Code="ZW"
      countryDescription="ZIMBABWE" identificationTypeCode="passport"
      identificationTypeDescription="National passport" regulationLanguage="en"
      logicalId="315"><remark>seen in 2004</remark></identification>
  <identification number="77" countryIso2Code="00" countryDescription="UNKNOWN"
      identificationTypeCode="library" identificationTypeDescription="Library card"
      logicalId="316"/>
  <address city="Harare" street="7 Sample Road" poBox="12" zipCode="00263" region="" place=""
      asAtListingTime="true" countryIso2Code="ZW" countryDescription="ZIMBABWE"
      regulationLanguage="en" logicalId="5">
    <contactInfo key="EMAIL" value="jane@example.org"/>
  </address>
  <remark>Sister of nobody.</remark>
</sanctionEntity>
"""
COMPANY = """
<sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.9002.12"
    logicalId="207">
  <regulation regulationType="amendment" organisationType="council" publicationDate="2022-03-22"
      entryIntoForceDate="2022-03-23" numberTitle="2022/468 (OJ L79)" programme="UKR"
      logicalId="2"><publicationUrl>https://example.org/act/468</publicationUrl></regulation>
  <subjectType code="enterprise" classificationCode="E"/>
  <nameAlias firstName="" middleName="" lastName="" wholeName="Sample &amp; Sons OAO" function=""
      title="" nameLanguage="" strong="true" regulationLanguage="en" logicalId="3"/>
  <identification number="1027739609391" countryIso2Code="RU" identificationTypeCode="regnumber"
      identificationTypeDescription="Registration Number" logicalId="4"/>
  <identification number="IMO 9123456" countryIso2Code="" identificationTypeCode="imo"
      identificationTypeDescription="IMO number" logicalId="6"/>
</sanctionEntity>
"""


def eu(*entities: str, day: str = "2018-12-21T14:39:54.511+01:00") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="{day}" '
        f'globalFileId="118887">{"".join(entities)}</export>'
    )
