"""How the base statement is worded: by the service itself from a day on, else as it is shipped."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from spojka.access.actor import Actor
from spojka.network.models import Service

from .models import Agreement, AgreementText

Fall = Callable[[Agreement, Actor], object]
_falls: list[Fall] = []


def register_fall(fall: Fall) -> Fall:
    """Let `fall` end, in the same transaction, what stands on an agreement that is withdrawn."""
    if fall not in _falls:
        _falls.append(fall)
    return fall


def falls(agreement: Agreement, by: Actor) -> None:
    """End all that stands on an agreement."""
    for fall in _falls:
        fall(agreement, by)


@dataclass(frozen=True)
class Wording:
    """One wording with its version; `is_own` of the service, else shipped and our proposal."""

    version: str
    text: str
    is_own: bool = True

    @property
    def paragraphs(self) -> list[str]:
        return [" ".join(one.split()) for one in self.text.replace("\r", "").split("\n\n") if one.strip()]


@cache
def _shipped() -> dict[str, Any]:
    with (Path(__file__).parent / "data/agreement.toml").open("rb") as opened:
        return tomllib.load(opened)


def shipped() -> Wording:
    """Return the wording that Spojka ships, in the language of the page."""
    said = _shipped()
    return Wording(said["version"], said["cs" if get_language() == "cs" else "en"].strip(), is_own=False)


def wordings(service: Service, on: date) -> list[Wording]:
    """Return the wordings that somebody may have agreed to until that day, the one in force first."""
    rows = AgreementText.objects.filter(service=service, valid_from__lte=on)
    own = [Wording(row.version, row.text) for row in rows.order_by("-valid_from", "-recorded_at", "pk")]
    return [*own, shipped()]
