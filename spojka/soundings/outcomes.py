"""How a sounding stands, sealed: each row has it, as long whatever it says, so that a database tells nothing by it."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from cryptography.fernet import InvalidToken

from spojka.base.sealed import seal, unseal

LENGTH = 240  # of the plain text; an outcome has less


class State(StrEnum):
    NOTHING = ""
    FOUND = "found"  # the other side asked first, about the same person; we have to confirm
    TOLD = "told"  # both know


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The state, the sounding of the other side, who asked there, and when it was told."""

    state: State = State.NOTHING
    other: str = ""
    worker: str = ""
    at: str = ""

    @property
    def is_found(self) -> bool:
        return self.state == State.FOUND

    @property
    def is_told(self) -> bool:
        return self.state == State.TOLD

    @property
    def told_at(self) -> datetime | None:
        return datetime.fromisoformat(self.at) if self.at else None


NOTHING = Outcome()


def sealed(outcome: Outcome, recorded_at: datetime) -> str:
    """Seal an outcome as if it had been written with its row: a seal shows its moment."""
    return seal(json.dumps(asdict(outcome)).ljust(LENGTH), at=recorded_at)


def read(text: str) -> Outcome:
    """Return what was sealed; nothing if no key opens it."""
    try:
        said = json.loads(unseal(text))
        return Outcome(**said | {"state": State(said["state"])})
    except (InvalidToken, ValueError, TypeError, KeyError):
        return NOTHING
