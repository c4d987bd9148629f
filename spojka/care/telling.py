"""What others show of us: that something waits, and where. What a test showed stands on its own page alone."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.clients import beside as of_clients
from spojka.clients.models import Client
from spojka.encounters import beside as of_contacts
from spojka.encounters import standing
from spojka.encounters.models import Encounter, Shift
from spojka.ui.words import day, hour, hours

from . import tickets
from .models import GroupAttendee, GroupSession, RapidTest, Resource, Slot, SlotState, State
from .reading import VIEW, names


@of_clients.register_flags
def test_waits(client: Client, by: Actor, at: datetime) -> Iterator[of_clients.Flag]:
    """Tell that a test of theirs waits, neither of what nor what it showed: others look at the screen too."""
    if not by.may(VIEW) or not by.organisation:
        return
    found = rows(RapidTest, by=by, to=VIEW).open().filter(encounter__client=client)
    for test in read(found.order_by("due_from", "pk"), by=by, to=VIEW):
        said = {
            State.TALKED: _("Test not taken yet"),
            State.TAKEN: _("Test to be read"),
            State.READ: _("Result waits"),
            State.REFER: _("Speak to them about the test"),
        }
        text = said[State(test.state)]
        if test.state == State.TAKEN and test.due_from and test.due_until:
            text = _("Test to be read %(from)s to %(to)s") % {"from": hour(test.due_from), "to": hour(test.due_until)}
        link = reverse("care:test", args=[by.organisation.slug, test.pk])
        yield of_clients.Flag("result", text, icon="test-pipe", link=link)


@of_clients.register_facts
def tests(client: Client, by: Actor) -> Iterator[of_clients.Fact]:
    """Tell which tests were taken under the code, never what they showed."""
    if not by.may(VIEW) or not by.organisation:
        return
    found = rows(RapidTest, by=by, to=VIEW).standing().filter(encounter__client=client).order_by("-day", "pk")[:20]
    listed = read(found, by=by, to=VIEW)
    kinds = names(by, "test_kind")["test_kind"] if listed else {}
    for test in listed:
        link = reverse("care:test", args=[by.organisation.slug, test.pk])
        said = f"{kinds.get(test.kind, test.kind)}, {day(test.day, True)}"
        yield of_clients.Fact(_("Rapid tests"), said, link, is_open=test.is_open)


@of_contacts.register
def of_contact(encounter: Encounter, by: Actor) -> Iterator[of_contacts.Fact]:
    """Lead from a contact to its test."""
    if not by.may(VIEW) or not by.organisation:
        return
    found = rows(RapidTest, by=by, to=VIEW).standing().filter(encounter=encounter).order_by("pk")
    for test in read(found, by=by, to=VIEW):
        link = reverse("care:test", args=[by.organisation.slug, test.pk])
        yield of_contacts.Fact(_("Rapid test"), str(test.get_state_display()), link, is_open=test.is_open)


@of_contacts.register_of_shift
def of_shift(shift: Shift, by: Actor) -> Iterator[of_contacts.Fact]:
    """Lead from a shift to its tests."""
    if not by.may(VIEW) or not by.organisation or not shift.started_at:
        return
    found = rows(RapidTest, by=by, to=VIEW).filter(shift=shift)
    waits = found.open().count()
    text = _("Rapid tests: %(n)s wait") % {"n": waits} if waits else _("Rapid tests")
    link = reverse("care:tests_of_shift", args=[by.organisation.slug, shift.pk])
    yield of_contacts.Fact(_("Care"), text, link, is_open=bool(waits), is_way=not waits)


@of_clients.register_flags
def slot_now(client: Client, by: Actor, at: datetime) -> Iterator[of_clients.Flag]:
    """Tell that it is their turn, or that they wait."""
    if not by.may(Permission.SLOT_VIEW) or not by.organisation:
        return
    found = rows(Slot, by=by, to=Permission.SLOT_VIEW).filter(service=client.service_id, is_code=True, who=client.code)
    found = found.state(SlotState.WAITING, SlotState.INSIDE).filter(
        day__gte=timezone.localdate(at) - timedelta(days=1)
    )
    for slot in read(found.select_related("resource").order_by("queued_at", "pk"), by=by, to=Permission.SLOT_VIEW):
        said = _("inside: %(name)s") if slot.state == SlotState.INSIDE else _("waits for: %(name)s")
        link = reverse("care:board", args=[by.organisation.slug, slot.shift_id])
        yield of_clients.Flag("slot", said % {"name": slot.resource.name}, tone="note", icon="clock", link=link)


@of_contacts.register_of_shift
def queue(shift: Shift, by: Actor) -> Iterator[of_contacts.Fact]:
    """Lead from a shift to the queue, where there is something to queue for."""
    if not by.may(Permission.SLOT_VIEW) or not by.organisation or not shift.started_at:
        return
    if rows(Resource, by=by, to=Permission.SLOT_VIEW).filter(service=shift.service_id, ended_at=None).exists():
        waits = rows(Slot, by=by, to=Permission.SLOT_VIEW).filter(service=shift.service_id, day=shift.day)
        many = waits.state(SlotState.WAITING).count()
        text = _("Showers and laundry: %(n)s wait") % {"n": many} if many else _("Showers and laundry")
        link = reverse("care:board", args=[by.organisation.slug, shift.pk])
        yield of_contacts.Fact(_("Care"), text, link, is_way=True)


@of_contacts.register
def of_group(encounter: Encounter, by: Actor) -> Iterator[of_contacts.Fact]:
    """Lead from a contact to the session of a group that it comes from."""
    if not by.may(Permission.GROUP_VIEW) or not by.organisation:
        return
    found = rows(GroupAttendee, by=by, to=Permission.GROUP_VIEW).filter(encounter=encounter).select_related("session")
    for one in read(found.order_by("pk"), by=by, to=Permission.GROUP_VIEW):
        link = reverse("care:group", args=[by.organisation.slug, one.session_id])
        yield of_contacts.Fact(_("Session of a group"), str(one.session.topic or _("Session of a group")), link)


@of_contacts.register_of_shift
def groups(shift: Shift, by: Actor) -> Iterator[of_contacts.Fact]:
    """Tell of the sessions of a shift, and lead to a new one."""
    if not by.may(Permission.GROUP_VIEW) or not by.organisation or not shift.started_at:
        return
    held = rows(GroupSession, by=by, to=Permission.GROUP_VIEW).standing().filter(shift=shift)
    for one in read(held.order_by("starts_at", "pk"), by=by, to=Permission.GROUP_VIEW):
        link = reverse("care:group", args=[by.organisation.slug, one.pk])
        yield of_contacts.Fact(
            _("Care"), f"{hours(one.starts_at, one.ends_at)} {one.topic or _('Session of a group')}", link
        )
    if by.can(Permission.GROUP_RECORD, shift):
        link = reverse("care:record_group", args=[by.organisation.slug, shift.pk])
        yield of_contacts.Fact(_("Care"), _("Write a session of a group"), link, is_way=True)


standing.register("tablet", "care/_way.html", lambda by, on: {"may": tickets.is_offered(by)})
standing.register("more", "care/_way_at_tablet.html", lambda by, on: {"may": bool(by.tablet)})
