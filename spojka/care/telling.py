"""What others show of us: that something waits, and where. What a test showed stands on its own page alone."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.clients import beside as of_clients
from spojka.clients.models import Client
from spojka.encounters import beside as of_contacts
from spojka.encounters.models import Encounter, Shift
from spojka.ui.words import day, hour

from .models import RapidTest, State
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
    yield of_contacts.Fact(_("Care"), text, link, is_open=bool(waits))
