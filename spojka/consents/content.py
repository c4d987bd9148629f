"""What a consent says, as plain values: from the form to the action and to the papers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from spojka.access.permissions import Kind
from spojka.base.days import span, start_of
from spojka.network.models import Membership, Organisation, Service

from .models import KINDS, SignerRole, SignerWord


@dataclass(frozen=True, kw_only=True)
class Signed:
    """Somebody who said yes or no."""

    role: str = SignerRole.CLIENT
    name: str = ""
    word: str = SignerWord.YES
    note: str = ""


NONE = Kind(0)


@dataclass(frozen=True, kw_only=True)
class Whom:
    """A recipient. A private person has a relation and no institution; no kinds: all that the consent names."""

    institution: str = ""
    unit: str = ""
    person: str = ""
    relation: str = ""
    house: Organisation | None = None
    centre: Service | None = None
    worker: Membership | None = None
    kinds: Kind = NONE

    @property
    def words(self) -> dict[str, object]:
        """The columns of a recipient that need no sealing."""
        names = ("institution", "unit", "relation", "house", "centre", "worker")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, kw_only=True)
class Said:
    """All that one consent says. `ends_on` is the last day on which it holds."""

    kinds: Kind
    way: str
    given_on: date
    taken_by: str
    recipients: tuple[Whom, ...]
    signers: tuple[Signed, ...] = (Signed(),)
    other: str = ""
    ends_on: date | None = None
    is_parallel: bool = False
    place: str = ""
    heard: str = ""
    signature: str = ""
    of_age_on: date | None = None
    child_assent: str = ""
    child_words: str = ""

    @property
    def is_opposed(self) -> bool:
        """Test whether one who had to agree said no. Whom a court appointed stands above parents who do not agree."""
        if any(one.role == SignerRole.GUARDIAN and one.word == SignerWord.YES for one in self.signers):
            return False
        return any(one.word == SignerWord.NO for one in self.signers)

    @property
    def ends_at(self) -> datetime | None:
        """The first moment at which it holds no more: after its last day, or as the child comes of age."""
        ends = [end_of(self.ends_on)] if self.ends_on else []
        ends += [start_of(self.of_age_on)] if self.of_age_on else []
        return min(ends, default=None)


def kinds_of(chosen: Iterable[int | str]) -> Kind:
    """Return a sum of the kinds that one may tick; anything else is not among them."""
    wanted = {int(one) for one in chosen}
    return Kind(sum(kind for kind in KINDS if kind in wanted))


def end_of(day: date) -> datetime:
    """Return the first moment after a day."""
    return span(day, day)[1]
