"""The receipt as a file: an ISO/IEC TS 27560 record and an HL7 FHIR R4 Consent side by side, signed as a whole.

Both are made of the same content as the square code, so they can't tell different things. Whole recipients stand here,
also those that did not fit the square.
"""

import json
from typing import Any

from cryptography.exceptions import InvalidSignature

from spojka.access.permissions import KIND_NAMES, Kind
from spojka.consents.models import KINDS

from . import keys, token
from .content import ids_of

MARK = b"spojka receipt file 1\n"
SYSTEMS = {
    "scope": "http://terminology.hl7.org/CodeSystem/consentscope",
    "loinc": "http://loinc.org",
    "act": "http://terminology.hl7.org/CodeSystem/v3-ActCode",
    "part": "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
    "kinds": "urn:spojka:kinds-of-information",
    "code": "urn:spojka:client-code",
    "number": "urn:spojka:consent-number",
}
WAYS = {"paper": "written, signed on paper", "screen": "written, signed on the screen", "spoken": "by word of mouth"}


def document(said: dict[str, Any], square: str) -> dict[str, Any]:
    """Return the file. `square` is the token of the same receipt."""
    key = keys.signing()
    body: dict[str, Any] = {"iso27560": _record(said), "fhir": _fhir(said), "token": square}
    public = key.public_key().public_bytes_raw()
    proof = {"alg": "EdDSA", "crv": "Ed25519", "kid": keys.written(keys.called(public))}
    return body | {"proof": proof | {"signature": keys.written(key.sign(MARK + _canonical(body)))}}


def read(text: str, known: keys.Public) -> dict[str, Any]:
    """Return what a file's receipt says. Raises NotOurs for one that was changed or that others wrote."""
    try:
        whole = json.loads(text)
        proof = whole.pop("proof")
        key = known[keys.unwritten(proof["kid"])]
        key.verify(keys.unwritten(proof["signature"]), MARK + _canonical(whole))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidSignature):
        raise token.NotOurs from None
    return token.read(whole["token"], known)


def _canonical(body: dict[str, Any]) -> bytes:
    """Write a document in the one way that is signed (RFC 8785; ours holds no numbers but whole ones)."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _record(said: dict[str, Any]) -> dict[str, Any]:
    """The record by its sections: header, processing, parties, events."""
    parties = [
        {
            "party_id": f"recipient-{place}",
            "party_name": _name(one),
            "party_role": "recipient",
            "party_type": _type(one),
        }
        for place, one in enumerate(said["r"], 1)
    ]
    house = {"party_id": "controller", "party_name": said["h"], "party_role": "pii_controller"}
    purpose = {
        "purpose": "Help of several services that know of each other",
        "purpose_type": "sharing between services",
        "lawful_basis": "consent, GDPR Art. 6(1)(a) and 9(2)(a)",
        "pii_information": [_information(kind, said) for kind in KINDS if kind in Kind(said["k"])],
        "pii_controllers": ["controller"],
        "recipient_third_parties": [
            {"party_id": f"recipient-{place}", "pii_types": _codes(one[4])} for place, one in enumerate(said["r"], 1)
        ],
        "collection_method": WAYS[said["w"]],
        "processing_method": "reading of the record by named recipients",
        "withdrawal_method": "at any time, by word or in writing, as a whole or for one recipient, without a reason",
        "services": [said["u"]],
        "jurisdictions": ["CZ", "EU"],
    }
    event = {"event_time": said["g"], "event_type": "explicit", "event_state": "given"}
    return {
        "record_header": {
            "schema_version": "ISO/IEC TS 27560:2023",
            "record_id": f"urn:uuid:{_uuid(said)}",
            "pii_principal_id": said["c"],
        },
        "pii_processing": {"language": "cs", "purposes": [purpose]},
        "party_identification": [house, *parties],
        "events": [event | {"validity_duration": f"{said['g']}/{said['e'] or '..'}", "entity_id": "controller"}],
    }


def _information(kind: Kind, said: dict[str, Any]) -> dict[str, Any]:
    other = {"description": said["o"]} if kind is Kind.OTHER and said["o"] else {}
    return {"pii_type": _code(kind), "pii_name": str(KIND_NAMES[kind]), "sensitive_pii_category": True} | other


def _fhir(said: dict[str, Any]) -> dict[str, Any]:
    """The same as a FHIR R4 Consent: permitted is what is named, all else is not."""
    end = {"end": said["e"]} if said["e"] else {}
    return {
        "resourceType": "Consent",
        "id": _uuid(said),
        "identifier": [{"system": SYSTEMS["number"], "value": said["n"]}],
        "status": "active",
        "scope": _coded("scope", "patient-privacy"),
        "category": [_coded("loinc", "59284-0")],
        "patient": {"identifier": {"system": SYSTEMS["code"], "value": said["c"]}},
        "dateTime": said["g"],
        "organization": [{"display": f"{said['h']} · {said['u']}"}],
        "policyRule": _coded("act", "OPTIN"),
        "provision": {
            "type": "permit",
            "period": {"start": said["g"]} | end,
            "provision": [
                {
                    "type": "permit",
                    "actor": [{"role": _coded("part", "IRCP"), "reference": {"display": _name(one)}}],
                    "class": [{"system": SYSTEMS["kinds"], "code": code} for code in _codes(one[4])],
                }
                for one in said["r"]
            ],
        },
    }


def _coded(system: str, code: str) -> dict[str, Any]:
    return {"coding": [{"system": SYSTEMS[system], "code": code}]}


def _code(kind: Kind) -> str:
    return str(kind.name).lower()


def _codes(sum_: int) -> list[str]:
    return [_code(kind) for kind in KINDS if kind in Kind(sum_)]


def _name(one: list[Any]) -> str:
    return ", ".join(part for part in one[:4] if part)


def _type(one: list[Any]) -> str:
    return "private person" if one[3] else "institution"


def _uuid(said: dict[str, Any]) -> str:
    return str(ids_of(said)[0])
