"""What is typed of a group and of who sits in it, on its way from a form to an action."""

from dataclasses import dataclass
from datetime import date

from spojka.network.models import Membership, Organisation

from .models import Seat


@dataclass(frozen=True)
class About:
    """What a group is."""

    name: str
    kind: str
    purpose: str
    mandate: str = ""
    area: str = ""
    talks_of_clients: bool = False
    is_sensitive: bool = False
    rotates: bool = False
    quorum: int | None = None
    is_public: bool = False


@dataclass(frozen=True)
class Sitting:
    """Who is to sit in a group: a house with Spojka, a colleague, or somebody by name."""

    role: str
    side: str
    house: Organisation | None = None
    worker: Membership | None = None
    institution: str = ""
    person: str = ""
    email: str = ""
    stands_for: Seat | None = None
    theme: str = ""
    since: date | None = None
