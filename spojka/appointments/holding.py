"""What actions hold while they change the book, and the sentences by which they say no."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.models import Grant
from spojka.access.permissions import Level
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.leading import standing
from spojka.network.models import Service

from .clashing import clashes, taken
from .content import Time, Whom
from .models import Appointment, Booking, FreeTime


class Clash(Refusal):
    """The worker or the room is taken then; it may be booked all the same, knowingly."""

    code = "clash"


class Over(Refusal):
    """It was closed meanwhile: it went somehow, was moved or cancelled."""


def locked(appointment: Appointment) -> Appointment:
    return Appointment.objects.select_for_update(of=("self",)).select_related("service").get(pk=appointment.pk)


def free_of(appointment: Appointment) -> FreeTime | None:
    """Return what others see of it, held: whoever books it at the same moment waits for us."""
    hold_opened(FreeTime.objects.filter(appointment=appointment).values("pk"))
    found = FreeTime.objects.select_for_update(of=("self",)).filter(appointment=appointment, withdrawn_at=None)
    return found.first()


def hold_opened(times: Any) -> None:
    """Hold what opens these times, as everybody does first of all: another house can hold the times no other way.

    Whoever booked would else wait for the time at its end, while its own service waits for what opens it.
    """
    list(Grant.objects.select_for_update().filter(subject_id__in=times).order_by("pk"))


def is_taken(free: FreeTime) -> bool:
    return Booking.objects.filter(free_time=free, cancelled_at=None).exists()


def close(free: FreeTime, at: datetime) -> None:
    """Let nobody book it any more; who comes late sees that it is gone, who has booked it that it was taken back."""
    Grant.objects.current(at).filter(subject_id=free.pk).update(level=Level.READ)
    free.change(withdrawn_at=at)


def stop_at_clash(time: Time, service: Service, anyway: bool, but: Appointment | None = None) -> None:
    Service.objects.select_for_update(no_key=True).get(pk=service.pk)  # two at once: the second one sees the first
    found = [] if anyway else clashes(time, service, but)
    if found:
        told = _("It clashes: %(what)s. Choose another time, or tick that you want it all the same.")
        raise Clash(told % {"what": "; ".join(found)})


def stop_if_taken(one: Appointment) -> None:
    """Stop who wants a time of before again that is another one's now."""
    Service.objects.select_for_update(no_key=True).get(pk=one.service_id)
    said = {name: getattr(one, name) for name in ("worker", "second", "room", "kind", "starts_at", "minutes")}
    if found := list(taken(Time(**said), one.starts_at, one.service, one)):
        raise Clash(_("Meanwhile the time is taken: %(what)s. Book it anew.") % {"what": "; ".join(found)})


def write(service: Service, time: Time, said: dict[str, object], id: UUID) -> list[Appointment]:
    """Write all times of a series; the first one has the id that was sent."""
    starts = time.starts
    series = id if len(starts) > 1 else None
    ids = [id, *(new_id() for _one in starts[1:])]
    rows = zip(ids, starts, strict=True)
    own = service.ownership | {"series": series} | said
    return [Appointment(**own, **time.columns(start), id=one).add() for one, start in rows]


def belongs(whom: Whom, service_id: UUID) -> None:
    if whom.client and whom.client.service_id != service_id:
        raise PermissionDenied("another service's client")
    if whom.client:
        standing(whom.client)
