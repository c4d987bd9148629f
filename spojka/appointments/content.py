"""What actions are handed: when something is to be, and with whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from dateutil.rrule import WEEKLY, rrule  # type: ignore[import-untyped]
from django.utils import timezone

from spojka.base.sealed import seal
from spojka.clients.models import Client
from spojka.network.models import Membership

MOST_TIMES = 52
MOST_MINUTES = 600


@dataclass(frozen=True, kw_only=True)
class Time:
    """When, where, and by whom; `times` weeks in a row. The hour stays the same when the clocks change."""

    worker: Membership
    starts_at: datetime
    minutes: int
    kind: str
    second: Membership | None = None
    room: str = ""
    times: int = 1

    @property
    def starts(self) -> list[datetime]:
        first = timezone.localtime(self.starts_at).replace(tzinfo=None)
        return [timezone.make_aware(one) for one in rrule(WEEKLY, count=self.times, dtstart=first)]

    @property
    def days(self) -> Iterator[date]:
        return (timezone.localdate(one) for one in self.starts)

    def columns(self, start: datetime) -> dict[str, Any]:
        """Return the columns of one appointment."""
        span = {"starts_at": start, "ends_at": start + timedelta(minutes=self.minutes)}
        who = {"worker": self.worker, "second": self.second, "room": self.room, "kind": self.kind}
        return who | span


@dataclass(frozen=True, kw_only=True)
class Whom:
    """With whom: a client of ours, a working name, or nobody yet; and where they want to be reminded."""

    client: Client | None = None
    who: str = ""
    note: str = ""
    reminder_to: str = ""
    reminder_where: str = ""

    @property
    def is_somebody(self) -> bool:
        return bool(self.client or self.who)

    @property
    def columns(self) -> dict[str, Any]:
        sealed = seal(self.reminder_to) if self.reminder_to else ""
        said = {"client": self.client, "who": self.who, "note": self.note}
        return said | {"reminder_to": sealed, "reminder_where": self.reminder_where}


@dataclass(frozen=True, kw_only=True)
class Sent:
    """Whom somebody sends, without a name, and how the sender is reached."""

    reach: str
    sex: str = ""
    age_band: str = ""
    topic: str = ""
