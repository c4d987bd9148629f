"""Which shared tablet a request comes from, and who has it: what the middleware asks before anybody acts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.base.sorting import by_name
from spojka.encounters.models import CrewMember, Encounter
from spojka.members import lasting
from spojka.network.models import Membership, Service

from .models import Tablet, Turn, Why

KEY = "tablet"  # in the session, with the three below it
OWN = frozenset({"tablets:names", "tablets:take", "tablets:first_pin", "tablets:lock", "tablets:awake"})
OF_SHIFT = frozenset(  # their address has the shift's id
    {"encounters:new", "encounters:breath", "encounters:vitals", "encounters:refuse"}
    | {"emergencies:stand", "emergencies:open", "emergencies:note", "themes:stand"}
    | {"emergencies:incidents", "emergencies:open_incidents", "emergencies:note_incident"}
    | {"emergencies:alerts", "emergencies:open_alerts", "emergencies:answer"}
    | {"naloxone:hand", "naloxone:report", "naloxone:at_shift"}
    | {"care:tickets", "care:ticket_lines", "care:call"}
)
SHOWN = frozenset({"care:tickets", "care:ticket_lines"})  # for the room: they tell of nobody, no worker need be there
SILENT = frozenset({"care:ticket_lines"})  # asked for by the page itself: nobody works because of it
OF_ENCOUNTER = frozenset({"encounters:undo"})
TOUCH = timedelta(seconds=30)


@dataclass(frozen=True)
class Held:
    """A tablet as one request meets it."""

    tablet: Tablet
    service: Service
    worker: Membership | None
    why_out: Why | None

    @property
    def actor(self) -> Actor:
        """Who acts: the worker who has the tablet, or the tablet alone."""
        if self.worker is None:
            return Actor.shared_tablet(self.tablet.pk, self.service)
        return Actor.at_tablet(self.worker, self.service, self.tablet.pk)

    def shows(self, view: str, kwargs: dict[str, Any]) -> bool:
        """Test whether the tablet shows a page to the room while nobody has it."""
        is_here = kwargs.get("organisation") == self.service.organisation.slug
        return view in SHOWN and is_here and kwargs.get("id") == self.tablet.shift_id and not self.why_out

    def opens(self, view: str, kwargs: dict[str, Any]) -> bool:
        """Test whether a worker at this tablet may come to a page."""
        if kwargs.get("organisation") != self.service.organisation.slug:
            return False
        if view in OF_ENCOUNTER:
            return Encounter.objects.filter(pk=kwargs.get("id"), shift=self.tablet.shift_id).exists()
        return view in OF_SHIFT and kwargs.get("id") == self.tablet.shift_id


def held(session: Any, at: datetime) -> Held | None:
    """Return the tablet of a session; a worker who was idle too long, or is of the crew no more, has lost it."""
    said = session.get(KEY)
    service = said and Service.objects.select_related("organisation").filter(pk=said["service"]).first()
    if not service:
        return None
    fence.tell(Actor.shared_tablet(UUID(said["id"]), service))
    found = Tablet.objects.select_related("shift__event", "shift__place", "shift__service")
    tablet = found.filter(pk=said["id"], service=service).first()
    if tablet is None:
        return None
    out = tablet.out(at)
    idle = at.timestamp() - said.get("touched", 0) >= lasting.tablet().lock.total_seconds()
    worker = None if out or idle else crew_member(tablet, said.get("worker"), at)
    return Held(tablet, service, worker, out)


def crew(tablet: Tablet, at: datetime) -> list[Membership]:
    """Return who may take the tablet over."""
    named = CrewMember.objects.filter(shift=tablet.shift).values("membership_id")
    valid = Membership.objects.valid(localdate(at)).filter(pk__in=named, services=tablet.service_id)
    return list(valid.select_related("user", "organisation").order_by(by_name("user__name"), "pk"))


def crew_member(tablet: Tablet, id: Any, at: datetime) -> Membership | None:
    """Return one of them by the id that was sent, whatever it is."""
    return next((one for one in crew(tablet, at) if str(one.pk) == id), None)


def enrol(session: Any, tablet: Tablet) -> None:
    """Make the session that of a tablet. Who was signed in in it must be signed out before."""
    session[KEY] = {"id": str(tablet.pk), "service": str(tablet.service_id)}


def hand(session: Any, worker: Membership | None, at: datetime) -> None:
    """Give the tablet to a worker, or to nobody. A cookie that the one before has copied opens nothing any more."""
    session[KEY] = session[KEY] | {"worker": str(worker.pk) if worker else "", "touched": at.timestamp()}
    session.cycle_key()


def touch(session: Any, at: datetime) -> None:
    """Remember, now and then, that somebody works at it."""
    said = session[KEY]
    if at.timestamp() - said.get("touched", 0) >= TOUCH.total_seconds():
        session[KEY] = said | {"touched": at.timestamp()}


def tries_left(tablet: Tablet, worker: Membership) -> int:
    return lasting.tablet().wrong_pins - Turn.objects.all().wrong_in_a_row(tablet, worker)
