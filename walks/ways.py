"""The ways one walks: on a phone in Czech, at a desk in English."""

from dataclasses import dataclass
from typing import Any

from tests.browser import DESK, PHONE


@dataclass(frozen=True)
class Way:
    name: str
    screen: dict[str, Any]
    language: str


WAYS = {way.name: way for way in (Way("phone", PHONE, "cs"), Way("desk", DESK, "en"))}
