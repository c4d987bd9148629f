"""What pages show of inquiries: what is asked of us, what we asked, what waits for whom."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.base.sorting import by_name
from spojka.clients.models import Client
from spojka.network.models import Service

from .models import Inquiry, InquiryAnswer

VIEW, ANSWER, CLOSE = Permission.INQUIRY_VIEW, Permission.INQUIRY_ANSWER, Permission.INQUIRY_CLOSE
WITH = ("client", "service", "organisation", "grant")
SOONEST = ("due_on", "recorded_at", "pk")
NEWEST = ("-recorded_at", "-pk")


@dataclass(frozen=True)
class Waiting:
    """What waits: `asked` for our answer, `back` for us to read what came and to write the result."""

    today: date
    asked: list[Any] = field(default_factory=list)
    back: list[Any] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.asked or self.back)


def waiting(by: Actor, at: datetime, today: date, most: int = 20) -> Waiting:
    """Return what waits for `by`: the soonest first."""
    asked = _asked(by, at, most) if by.may(ANSWER) else []
    back = _back(by, at, today, most) if by.may(CLOSE) else []
    return Waiting(today, read(asked, by=by, to=VIEW), read(back, by=by, to=VIEW))


@prepared
def _asked(by: Actor, at: datetime, most: int) -> Any:
    return asked_of_us(by, at)[:most]


@prepared
def _back(by: Actor, at: datetime, today: date, most: int) -> Any:
    found = rows(Inquiry, by=by, to=CLOSE).to_close(at, today).select_related("answer", *WITH)
    return found.order_by(*SOONEST)[:most]


def asked_of_us(by: Actor, at: datetime) -> Any:
    """Return what others ask and nobody of us has answered."""
    found = rows(Inquiry, by=by, to=ANSWER).exclude(service__in=by.services).open(at)
    return found.select_related(*WITH).order_by(*SOONEST)


def answered_by_us(by: Actor, most: int) -> list[tuple[Any, bool]]:
    """Return our answers, the newest first, with whether the question is seen still."""
    own = rows(InquiryAnswer, by=by, to=ANSWER).filter(service__in=by.services).select_related("asker__organisation")
    found = read(own.order_by(F("recorded_at").desc(), "-pk")[:most], by=by, to=VIEW)
    seen = rows(Inquiry, by=by, to=VIEW).filter(pk__in=[one.inquiry_id for one in found])
    ids = set(seen.values_list("pk", flat=True))
    return [(one, one.inquiry_id in ids) for one in found]


def asked_by_us(by: Actor, most: int, where: Q | None = None) -> list[Any]:
    """Return what our services asked, the newest first."""
    own = rows(Inquiry, by=by, to=VIEW).filter(where or Q(), service__in=by.services)
    return read(own.select_related("answer", *WITH).order_by(*NEWEST)[:most], by=by, to=VIEW)


def of_client(client: Client, by: Actor, most: int) -> list[Any]:
    """Return what our services asked about a client, the newest first."""
    return asked_by_us(by, most, Q(client=client))


def answering(inquiry: Inquiry, by: Actor) -> list[Any]:
    """Return the services for which `by` may answer."""
    mine = rows(Service, by=by, to=ANSWER).exclude(pk=inquiry.service_id)
    return list(mine.order_by(by_name(), "pk"))


def reply_of(inquiry: Inquiry, by: Actor) -> Any:
    """Return the answer, if `by` may see it."""
    found = rows(InquiryAnswer, by=by, to=VIEW).filter(inquiry=inquiry).select_related("service", "organisation")
    return next(iter(read(found.order_by("pk"), by=by, to=VIEW)), None)
