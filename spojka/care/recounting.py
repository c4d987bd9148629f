"""Ended services, treatment and food told where clients, contacts and shifts are."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.clients import beside as of_clients
from spojka.clients.models import Client
from spojka.encounters import beside as of_contacts
from spojka.encounters.models import Encounter, ServiceRefusal, Shift
from spojka.ui.words import day

from .endings import VIEW, of_client
from .models import Exclusion, Treatment
from .reading import names


@of_clients.register_flags
def ended(client: Client, by: Actor, at: datetime) -> Iterator[of_clients.Flag]:
    """Tell at once that the service has ended for a client."""
    if not by.may(VIEW) or not by.organisation:
        return
    for one in of_client(client, by, timezone.localdate(at)):
        said = _("Service ended to %(on)s") % {"on": day(one.ends_on, True)} if one.ends_on else ""
        text = said or _("Service ended: %(until)s") % {"until": one.until}
        link = reverse("care:exclusion", args=[by.organisation.slug, one.pk])
        yield of_clients.Flag("ban", text, tone="bad", icon="ban", link=link)


@of_clients.register_facts
def endings(client: Client, by: Actor) -> Iterator[of_clients.Fact]:
    """Tell of the ends of a service that there were, and lead to one."""
    if not by.may(VIEW) or not by.organisation:
        return
    heading, today, slug = _("End of the service"), timezone.localdate(), by.organisation.slug
    found = rows(Exclusion, by=by, to=VIEW).filter(client=client).order_by("-starts_on", "pk")
    listed = read(found, by=by, to=VIEW)
    for one in listed:
        last = timezone.localdate(one.ended_at) if one.ended_at else one.ends_on
        until = day(last, True) if last else one.until
        text = f"{day(one.starts_on, True)} – {until}"
        yield of_clients.Fact(heading, text, reverse("care:exclusion", args=[slug, one.pk]))
    if by.can(Permission.EXCLUSION_RECORD, client) and not any(one.is_in_force(today) for one in listed):
        link = reverse("care:end_of_client", args=[slug, client.pk])
        yield of_clients.Fact(heading, _("End it by the team's agreement"), link, is_way=True)


@of_contacts.register_of_shift
def care(shift: Shift, by: Actor) -> Iterator[of_contacts.Fact]:
    """Lead to treatment and food."""
    if not shift.started_at or not by.organisation or not by.can(Permission.TREATMENT_RECORD, shift):
        return
    slug = by.organisation.slug
    for text, page in ((_("Treatment"), "care:treat"), (_("Food and drink"), "care:feed")):
        yield of_contacts.Fact(_("Care"), text, reverse(page, args=[slug, shift.pk]), is_way=True)


@of_contacts.register_of_shift
def ended_at_shift(shift: Shift, by: Actor) -> Iterator[of_contacts.Fact]:
    """Lead from a refusal that ended the service to the team's agreement, and to those that hold."""
    if not by.may(VIEW) or not by.organisation:
        return
    heading, slug = _("End of the service"), by.organisation.slug
    found = rows(Exclusion, by=by, to=VIEW).filter(shift=shift).order_by("starts_on", "pk")
    grounds = names(by, "refusal_ground")["refusal_ground"] if found.exists() else {}
    for one in read(found, by=by, to=VIEW):
        link = reverse("care:exclusion", args=[slug, one.pk])
        yield of_contacts.Fact(heading, grounds.get(one.ground, one.ground), link)
    if shift.is_running and by.can(Permission.EXCLUSION_RECORD, shift):
        told = found.exclude(refusal=None).values("refusal_id")
        refused = ServiceRefusal.objects.filter(shift=shift, ends_service=True, voided_at=None).exclude(pk__in=told)
        for refusal in refused.order_by("occurred_at", "pk"):
            link = f"{reverse('care:end_of_shift', args=[slug, shift.pk])}?refusal={refusal.pk}"
            yield of_contacts.Fact(heading, _("Write down the team's agreement"), link, is_open=True)


@of_contacts.register
def treated(encounter: Encounter, by: Actor) -> Iterator[of_contacts.Fact]:
    """Tell what was treated in a contact."""
    if not by.may(Permission.TREATMENT_VIEW) or not by.organisation:
        return
    found = rows(Treatment, by=by, to=Permission.TREATMENT_VIEW).filter(encounter=encounter)
    for one in read(found.order_by("pk"), by=by, to=Permission.TREATMENT_VIEW):
        kinds = names(by, "treatment")["treatment"]
        said = ", ".join(kinds.get(code, code) for code in one.what)
        yield of_contacts.Fact(_("Treatment"), f"{said}. {one.note}" if one.note else said)
