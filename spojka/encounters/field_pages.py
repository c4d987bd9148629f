"""The empty forms of running shifts, and of those that begin soon, for phones that lose the signal."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.phones.registry import FieldPage, register
from spojka.ui.words import hours

from .models import Shift

MOST = 6  # running shifts, one's own first
SOON = timedelta(hours=16)  # so long before a planned shift its pages are kept; so long after, it may still begin
LATE = timedelta(hours=8)


def near(actor: Actor, to: Permission, at: datetime) -> list[Shift]:
    """Return the shifts whose pages a phone keeps: those that run, one's own first, then those that begin soon."""
    found = rows(Shift, by=actor, to=to).select_related("event", "place")
    running = found.open()
    mine = set(running.filter(crew__membership_id=actor.id).values_list("pk", flat=True))
    kept = sorted(running.order_by("-started_at", "pk")[:50], key=lambda one: one.pk not in mine)[:MOST]
    planned = found.planned().filter(planned_start__range=(at - LATE, at + SOON), crew__membership_id=actor.id)
    return kept + list(planned.order_by("planned_start", "pk")[: MOST - len(kept)])


def pages(actor: Actor, at: datetime) -> Iterator[FieldPage]:
    """Give the forms of each running shift in which `actor` may record."""
    for shift in near(actor, Permission.ENCOUNTER_RECORD, at):
        group = f"{shift} · {hours(shift.start, shift.end)}"
        at_shift = [actor.organisation.slug, shift.pk] if actor.organisation else []
        yield FieldPage(url=reverse("encounters:new", args=at_shift), title=_("New contact"), icon="plus", group=group)
        breath = reverse("encounters:breath", args=at_shift)
        yield FieldPage(url=breath, title=_("Breathalyser"), icon="gauge", group=group)
        vitals = reverse("encounters:vitals", args=at_shift)
        yield FieldPage(url=vitals, title=_("Pressure and pulse"), icon="heart", group=group)
        if actor.may(Permission.REFUSAL_RECORD):
            refuse = reverse("encounters:refuse", args=at_shift)
            yield FieldPage(url=refuse, title=_("Refusal"), icon="ban", group=group)
        if actor.may(Permission.CARD_START):  # the page is of a package above: only its address is known here
            card = reverse("emergencies:stand", args=at_shift)
            yield FieldPage(url=card, title=_("Intoxication card"), icon="first-aid-kit", group=group)
        if actor.may(Permission.INCIDENT_START):
            event = reverse("emergencies:incidents", args=at_shift)
            yield FieldPage(url=event, title=_("Extraordinary event"), icon="alert-triangle", group=group)
        if actor.may(Permission.ALERT_SEND):
            alert = reverse("emergencies:alerts", args=at_shift)
            yield FieldPage(url=alert, title=_("Call for help"), icon="speakerphone", group=group)


register(pages)
