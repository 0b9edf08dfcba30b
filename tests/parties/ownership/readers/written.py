"""Registers of owners as publishers write them, made up: BODS 0.4 and FollowTheMoney."""

from __future__ import annotations

import json
from typing import Any


def statement(kind: str, record: str, details: dict[str, Any], **more: str) -> dict[str, Any]:
    return {
        "statementId": f"{record:0>32}",
        "declarationSubject": "b",
        "statementDate": "2020-01-01",
        "recordId": record,
        "recordType": kind,
        "recordDetails": details,
        "publicationDetails": {
            "publicationDate": "2020-02-01",
            "bodsVersion": "0.4",
            "publisher": {"name": "a registry"},
        },
        **more,
    }


def tie_of(
    record: str,
    party: object,
    interest: dict[str, Any],
    components: tuple[str, ...] = (),
    **more: str,
) -> dict[str, Any]:
    details = {
        "isComponent": False,
        "subject": "b",
        "interestedParty": party,
        "interests": [interest],
        "componentRecords": list(components),
    }
    return statement("relationship", record, details, **more)


ENTITIES = (
    statement(
        "entity",
        "b",
        {
            "isComponent": False,
            "name": "Beta",
            "entityType": {"type": "registeredEntity"},
            "jurisdiction": {"code": "GB"},
            "identifiers": [{"id": "09123456", "scheme": "GB-COH"}],
        },
    ),
    statement(
        "person",
        "p",
        {"isComponent": False, "personType": "knownPerson", "names": [{"fullName": "Ann"}]},
    ),
)


def bods(*ties: dict[str, Any], lines: bool = False) -> bytes:
    told = [*ENTITIES, *ties]
    if lines:
        return "\n".join(map(json.dumps, told)).encode()
    return json.dumps(told, indent=1).encode()


SHARE = {"type": "shareholding", "directOrIndirect": "direct"}


def ftm(*entities: dict[str, Any]) -> bytes:
    return "\n".join(map(json.dumps, entities)).encode()


ALPHA = {
    "id": "a",
    "schema": "Company",
    "properties": {"name": ["Alpha", "\u0410lpha"], "leiCode": ["L12345"]},
}
BOB = {"id": "b", "schema": "Person", "properties": {"name": ["Bob"], "country": ["ru"]}}


def owns(**properties: list[str]) -> dict[str, Any]:
    ends = {"owner": ["b"], "asset": ["a"]}
    return {"id": "o", "schema": "Ownership", "properties": ends | properties}
