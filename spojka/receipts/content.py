"""What a receipt says, in the short names that fit a square code, and the same for the page and the paper."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from spojka.access.permissions import Kind
from spojka.consents.models import ConsentWay
from spojka.consents.reading import Told, kinds_in_words

from . import keys, token

FITS = 1200  # letters that are still read from paper by an old phone


def said_of(told: Told) -> dict[str, Any]:
    """Return the content of a consent's receipt: what was said on its day, whatever came later. No client's name."""
    consent, rows = told.consent, [line.row for line in told.lines]
    return {
        "i": keys.written(consent.pk.bytes),
        "s": keys.written(consent.service_id.bytes),
        "n": str(consent),
        "c": consent.client.code,
        "h": consent.organisation.name,
        "u": consent.service.name,
        "g": consent.given_on.isoformat(),
        "e": consent.last_day.isoformat() if consent.ends_at else "",
        "p": int(consent.is_parallel),
        "k": consent.kinds,
        "o": consent.other,
        "w": consent.way,
        "r": [[one.institution, one.unit, one.called, one.relation, one.kinds] for one in rows],
        "x": 0,  # how many recipients did not fit
    }


def signed(said: dict[str, Any]) -> str:
    """Return the token of a content. Of one that does not fit a square, the last recipients are only counted."""
    whole = said["r"]
    for many in range(len(whole), -1, -1):
        text = token.sign(said | {"r": whole[:many], "x": len(whole) - many})
        if len(text) <= FITS:
            return text
    return token.sign(said | {"r": [], "x": len(whole), "o": ""})


@dataclass(frozen=True)
class Whom:
    """A recipient as it is shown."""

    name: str
    what: list[str]  # empty: all that the consent names


@dataclass(frozen=True)
class Shown:
    """A receipt's content in words."""

    said: dict[str, Any]
    what: list[str]
    whom: list[Whom]

    @property
    def given(self) -> date:
        return date.fromisoformat(self.said["g"])

    @property
    def last_day(self) -> date | None:
        return date.fromisoformat(self.said["e"]) if self.said["e"] else None

    @property
    def way(self) -> str:
        return str(ConsentWay(self.said["w"]).label)

    @property
    def more(self) -> int:
        return int(self.said["x"])


def shown(said: dict[str, Any]) -> Shown:
    """Return the content in words of the page's language."""
    whom = [
        Whom(", ".join(part for part in one[:4] if part), kinds_in_words(Kind(one[4])) if one[4] != said["k"] else [])
        for one in said["r"]
    ]
    return Shown(said, kinds_in_words(Kind(said["k"])), whom)


def ids_of(said: dict[str, Any]) -> tuple[UUID, UUID]:
    """Return the ids of the consent and of its service."""
    return UUID(bytes=keys.unwritten(said["i"])), UUID(bytes=keys.unwritten(said["s"]))
