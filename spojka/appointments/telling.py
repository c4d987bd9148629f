"""What the client's page tells of appointments, waiting and stays, and the ways to them."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client
from spojka.ui.words import day, moment

from .models import Appointment, State, Stay, Waiting

P = Permission


@register_facts
def booked(client: Client, by: Actor) -> Iterator[Fact]:
    """Tell of what is to come, the last ones, what they wait for and where they live."""
    if not by.organisation or not by.can(P.APPOINTMENT_VIEW, client):
        return
    heading, slug = _("Appointments"), by.organisation.slug
    found = rows(Appointment, by=by, to=P.APPOINTMENT_VIEW).filter(client=client).exclude(state=State.MOVED)
    to_come = found.filter(state=State.BOOKED).order_by("starts_at", "pk")[:5]
    past = found.filter(~Q(state=State.BOOKED)).order_by("-starts_at", "pk")[:3]
    for one in read([*to_come, *past], by=by, to=P.APPOINTMENT_VIEW):
        text = f"{moment(one.starts_at)}, {one.get_kind_display()}: {one.get_state_display()}"
        link = reverse("appointments:appointment", args=[slug, one.pk])
        yield Fact(heading, text, link, is_open=one.state == State.BOOKED)
    waits = rows(Waiting, by=by, to=P.WAITING_VIEW).filter(client=client, ended_on=None).order_by("since", "pk")
    for wait in read(waits, by=by, to=P.WAITING_VIEW):
        said = {"what": wait.purpose, "day": day(wait.since, True)}
        link = reverse("appointments:waiting_one", args=[slug, wait.pk])
        yield Fact(heading, _("Waits for %(what)s since %(day)s") % said, link, is_open=True)
    stays = rows(Stay, by=by, to=P.STAY_VIEW).filter(client=client).select_related("home").order_by("-since", "pk")
    for stay in read(stays[:3], by=by, to=P.STAY_VIEW):
        until = day(stay.until, True) if stay.until else ""
        yield Fact(heading, f"{stay.home}: {day(stay.since, True)} – {until}", is_open=stay.until is None)
    if client.merged_into_id is None and by.can(P.APPOINTMENT_BOOK, client):
        asked = urlencode({"service": client.service_id, "code": client.code})
        link = reverse("appointments:new", args=[slug]) + f"?{asked}"
        yield Fact(heading, _("Book an appointment"), link, is_way=True)
