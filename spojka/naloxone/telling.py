"""Kits told where clients, contacts and shifts are; whose overdose it was, to key workers alone."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.clients import beside as of_clients
from spojka.clients.models import Client
from spojka.encounters import beside as of_contacts
from spojka.encounters.models import Encounter, Shift
from spojka.ui.words import day

from .actions.kits import NALOXONE
from .models import NaloxoneKit, NaloxoneUse, OverdoseTie
from .reading import SOON, VIEW

WAYS = (
    (Permission.NALOXONE_HAND, "naloxone:hand", _lazy("Naloxone: kit and training")),
    (Permission.NALOXONE_REPORT, "naloxone:report", _lazy("Naloxone was used")),
    (Permission.OVERDOSE_RECORD, "naloxone:at_shift", _lazy("Overdose")),
)


@of_clients.register_flags
def flags(client: Client, by: Actor, at: datetime) -> Iterator[of_clients.Flag]:
    """Tell at once that a kit of the client expires."""
    if not by.may(VIEW):
        return
    today = timezone.localdate(at)
    held = rows(NaloxoneKit, by=by, to=VIEW).held().filter(encounter__client=client)
    soon = held.filter(expires_on__lte=today + SOON).order_by("expires_on", "pk")[:1]
    for first in read(soon, by=by, to=VIEW):
        text = _("Naloxone expired %(on)s") if first.is_expired(today) else _("Naloxone expires %(on)s")
        yield of_clients.Flag("naloxone", text % {"on": day(first.expires_on, True)}, icon="lifebuoy")


@of_clients.register_facts
def kits(client: Client, by: Actor) -> Iterator[of_clients.Fact]:
    """Tell of the kits the client took home and what came of them."""
    if not by.may(VIEW):
        return
    heading, today = _("Naloxone"), timezone.localdate()
    found = rows(NaloxoneKit, by=by, to=VIEW).standing().filter(encounter__client=client)
    found = found.select_related("organisation").order_by("-day", "pk")
    uses = rows(NaloxoneUse, by=by, to=VIEW).standing().filter(kit__encounter__client=client)
    used = {one.kit_id: one for one in read(uses.order_by("day", "pk"), by=by, to=VIEW)}
    for kit in read(found, by=by, to=VIEW):
        text = _("kit handed out %(on)s") % {"on": day(kit.day, True)}
        if kit.expires_on:
            text += ", " + _("expires %(on)s") % {"on": day(kit.expires_on, True)}
        if use := used.get(kit.pk):
            text += ", " + _("used, %(came)s") % {"came": use.get_came_display()}
        link = reverse("encounters:encounter", args=[kit.organisation.slug, kit.encounter_id])
        yield of_clients.Fact(heading, text, link, is_open=kit.pk not in used and kit.is_expired(today))


@of_clients.register_facts
def overdoses(client: Client, by: Actor) -> Iterator[of_clients.Fact]:
    """Tell of overdoses that were deliberately tied to the client, to who may tie."""
    if not by.may(Permission.OVERDOSE_TIE):
        return
    found = rows(OverdoseTie, by=by, to=Permission.OVERDOSE_TIE).standing().filter(client=client)
    found = found.select_related("organisation", "overdose").order_by("recorded_at", "pk")
    for tie in read(found, by=by, to=Permission.OVERDOSE_TIE):
        on = tie.overdose.happened_on
        link = reverse("naloxone:overdose", args=[tie.organisation.slug, tie.overdose_id])
        text = tie.overdose.get_ended_display()
        yield of_clients.Fact(_("Overdose"), f"{day(on, True)}, {text}" if on else text, link)


@of_contacts.register
def of_contact(encounter: Encounter, by: Actor) -> Iterator[of_contacts.Fact]:
    """Tell which kit was given in a contact, or ask for its batch."""
    if not by.may(VIEW):
        return
    slug = encounter.organisation.slug
    found = rows(NaloxoneKit, by=by, to=VIEW).counted().filter(encounter=encounter, kits__gt=0).order_by("pk")
    given = read(found, by=by, to=VIEW)
    for kit in given:
        said = [_("batch %(batch)s") % {"batch": kit.batch}] if kit.batch else []
        said += [_("expires %(on)s") % {"on": day(kit.expires_on, True)}] if kit.expires_on else []
        said += [f"{kit.kits} × {kit.doses}", kit.get_reason_display()]
        said += [_("training: %(said)s") % {"said": kit.get_trained_display()}]
        yield of_contacts.Fact(_("Naloxone"), ", ".join(said))
    waits = not given and not encounter.voided_at and encounter.handouts.filter(code=NALOXONE).exists()
    if waits and by.can(Permission.NALOXONE_DETAIL, encounter):
        link = reverse("naloxone:detail", args=[slug, encounter.pk])
        yield of_contacts.Fact(_("Naloxone"), _("write the batch and the training"), link, is_open=True)


@of_contacts.register_of_shift
def of_shift(shift: Shift, by: Actor) -> Iterator[of_contacts.Fact]:
    """Tell how many kits went home in a shift, and where one writes them down."""
    if not by.may(VIEW):
        return
    slug = shift.organisation.slug
    found = rows(NaloxoneKit, by=by, to=VIEW).standing().filter(encounter__shift=shift)
    many = sum(found.values_list("kits", flat=True))
    uses = rows(NaloxoneUse, by=by, to=VIEW).standing().filter(shift=shift).count()
    if many or uses:
        text = _("kits handed out: %(kits)s, uses reported: %(uses)s") % {"kits": many, "uses": uses}
        yield of_contacts.Fact(_("Naloxone"), text, reverse("naloxone:list", args=[slug]))
    if shift.started_at and not shift.closed_at:
        for permission, view, words in WAYS:
            if by.can(permission, shift):
                yield of_contacts.Fact(_("Naloxone"), str(words), reverse(view, args=[slug, shift.pk]), is_way=True)
