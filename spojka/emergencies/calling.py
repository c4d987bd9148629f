"""Whom one calls to help in a shift, and who was called: in words."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import Catalogue, catalogue
from spojka.encounters.models import Shift
from spojka.members.people import names_of

from .models import Alert, AlertAnswer, AlertContact


@dataclass(frozen=True)
class Target:
    """One button: whom, by what it is sent, and which number it dials."""

    to: str  # a contact's id, or a role
    role: str
    name: str
    phone: str

    @property
    def shown(self) -> str:
        """The number as people read it: 777 123 456."""
        head, rest = self.phone[:-9], self.phone[-9:]
        return " ".join([*([head] if head else []), rest[:3], rest[3:6], rest[6:]]).strip()


@dataclass(frozen=True)
class Call:
    """One alert with what came of it."""

    alert: Alert
    name: str
    answers: list[AlertAnswer]
    by: str

    @property
    def lines(self) -> list[tuple[Alert | AlertAnswer, str]]:
        """The call and its answers, each with its words."""
        said = [(one, f"{self.name}: {one.get_kind_display()}") for one in self.answers]
        return [(self.alert, _("Called: %(who)s") % {"who": self.name}), *said]

    @property
    def state(self) -> str:
        """What came of it last."""
        return self.answers[-1].kind if self.answers else ""


def contacts_of(shift: Shift, by: Actor) -> list[AlertContact]:
    """Return whom one may call in a shift, those that hold no more too: a phone without signal still has them."""
    of = Q(event=shift.event_id) if shift.event_id else Q(shift=shift)
    found = rows(AlertContact, by=by, to=Permission.ALERT_CONTACT_VIEW).filter(of).order_by("recorded_at", "pk")
    return read(found, by=by, to=Permission.ALERT_CONTACT_VIEW)  # type: ignore[return-value]


def targets(contacts: list[AlertContact], lists: Catalogue) -> list[Target]:
    """Return the buttons: our contacts by their roles, then the numbers that hold everywhere."""
    order = {item.code: rank for rank, item in enumerate(lists.items("alert_role"))}
    ours = sorted((one for one in contacts if not one.ended_at), key=lambda one: order.get(one.role, len(order)))
    found = [Target(str(one.pk), one.role, _called(one, lists), one.phone) for one in ours]
    everywhere = [item for item in lists.items("alert_role") if item.extra.get("phone")]
    return found + [Target(item.code, item.code, item.name, str(item.extra["phone"])) for item in everywhere]


def calls_of(shift: Shift, by: Actor, **where: Any) -> list[Call]:
    """Return the alerts of a shift with what came of them, as they happened."""
    to = Permission.ALERT_VIEW
    found = rows(Alert, by=by, to=to).filter(shift=shift, voided_at=None, **where).select_related("contact")
    alerts = read(found.order_by("occurred_at", "pk"), by=by, to=to)
    answered = rows(AlertAnswer, by=by, to=to).filter(alert__in=[one.pk for one in alerts], voided_at=None)
    answers = read(answered.order_by("occurred_at", "pk"), by=by, to=to)
    names, lists = names_of({one.recorded_by for one in alerts}), catalogue(shift.service, shift.day)
    of = {alert.pk: [one for one in answers if one.alert_id == alert.pk] for alert in alerts}
    return [
        Call(one, called(one.contact, one.role, lists), of[one.pk], names.get(one.recorded_by, "")) for one in alerts
    ]


def called(contact: AlertContact | None, role: str, lists: Catalogue) -> str:
    """Return whom an alert went to, in words."""
    if contact:
        return _called(contact, lists)
    item = lists.find("alert_role", role)
    return item.name if item else role


def _called(contact: AlertContact, lists: Catalogue) -> str:
    role = called(None, contact.role, lists)
    return f"{role}: {contact.name}" if contact.name else role
