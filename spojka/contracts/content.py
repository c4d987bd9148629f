"""What is written into contracts, as plain values."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .models import ContractWording, ServiceRules, sealed

WORDS = (
    "goal",
    "own_acts",
    "office",
    "where_when",
    "fee",
    "changing",
    "unkept",
    "ending",
)  # in the order of the paper


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What stands above all wordings of a contract."""

    regime: str
    form: str
    is_three_party: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        return {"regime": self.regime, "form": self.form, "is_three_party": self.is_three_party}


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What one wording says."""

    rules: ServiceRules
    words: dict[str, str]
    starts_on: date
    ends_on: date | None = None
    acts: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, wording: ContractWording) -> "Terms":
        days = {"starts_on": wording.starts_on, "ends_on": wording.ends_on}
        return cls(rules=wording.rules, words=wording.said, acts=wording.acts, **days)

    @property
    def columns(self) -> dict[str, Any]:
        said = {"rules": self.rules, "texts": sealed(self.words), "acts": self.acts}
        return said | {"starts_on": self.starts_on, "ends_on": self.ends_on, "has_fee": bool(self.words.get("fee"))}


@dataclass(frozen=True, kw_only=True)
class Breach:
    """On which ground the provider ends it, and what happened."""

    ground: str
    what: str
    happened_on: date
    warning: Any = None  # the ContractWarning that it repeats
    unpaid_since: date | None = None


@dataclass(frozen=True, kw_only=True)
class Handed:
    """When and how a paper came to the client; not yet, when there is no day."""

    on: date | None = None
    how: str = ""
