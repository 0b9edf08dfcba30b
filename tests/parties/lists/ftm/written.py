"""A small FollowTheMoney export, flat and nested; the parties are made up."""

from __future__ import annotations

import json
from typing import Any

Form = dict[str, Any]


def entity(schema: str, of: str, properties: Form, **more: object) -> Form:
    whole = {"id": of, "caption": of, "schema": schema, "properties": properties}
    return {**whole, "referents": [], "datasets": ["xx_list"], **more}


ADDRESS = entity(
    "Address",
    "addr-1",
    {"full": ["7 Sample Road, 00263 Harare"], "city": ["Harare"], "country": ["zw"]},
)
SANCTION = entity(
    "Sanction",
    "s-1",
    {
        "entity": ["p-1"],
        "program": ["SAMPLES-1"],
        "startDate": ["2014-03"],
        "authority": ["Ministry of Samples"],
    },
)
PASSPORT = entity(
    "Passport",
    "pp-1",
    {"holder": ["p-1"], "number": ["AD1"], "country": ["zw"], "endDate": ["2020-01-01"]},
)
WALLET = entity("CryptoWallet", "w-1", {"holder": ["p-1"], "publicKey": ["1Fz29"]})
PERSON_PROPERTIES: Form = {
    "name": ["Sample, Jane", "Jane Q Sample"],
    "alias": ["Jane the Elder"],
    "weakAlias": ["Sampler"],
    "previousName": ["Jane Example"],
    "birthDate": ["1965-03", "1966-04-01", "spring"],
    "birthPlace": ["Harare"],
    "nationality": ["zw"],
    "citizenship": ["no"],
    "country": ["suhh", "gb-sct"],
    "idNumber": ["12345"],
    "topics": ["sanction", "role.pep"],
    "notes": ["A note."],
    "position": ["Minister"],
    "address": ["Somewhere"],
    "addressEntity": ["addr-1"],
}
PERSON = entity(
    "Person",
    "p-1",
    PERSON_PROPERTIES,
    caption="Jane Q Sample",
    first_seen="2021-09-26",
    referents=["old-1", "old-2"],
)
RELATIVE = entity("Person", "p-2", {"name": ["Joe Sample"], "topics": ["role.rca"]})
FAMILY = entity("Family", "f-1", {"person": ["p-1"], "relative": ["p-2"]})
VESSEL = entity(
    "Vessel",
    "v-1",
    {
        "name": ["SAMPLE STAR"],
        "imoNumber": ["IMO9562233"],
        "mmsi": ["677049700"],
        "callSign": ["UBMQ9"],
        "flag": ["pa"],
        "topics": [],
    },
    target=True,
)


def lines(*entities: Form) -> str:
    return "".join(f"{json.dumps(one)}\n" for one in entities)


FLAT = lines(SANCTION, PERSON, RELATIVE, FAMILY, ADDRESS, PASSPORT, WALLET, VESSEL)


def nested() -> str:
    parts = {"addressEntity": [ADDRESS], "sanctions": [SANCTION], "passports": [PASSPORT]}
    relatives = {"familyPerson": [FAMILY]}
    properties = {**PERSON_PROPERTIES, **parts, "cryptoWallets": [WALLET], **relatives}
    return lines({**PERSON, "properties": properties}, VESSEL)
