"""Cards, calls and extraordinary events of a shift, told on its page."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue
from spojka.encounters.beside import Fact, register_of_shift
from spojka.encounters.models import Shift
from spojka.ui.words import hour

from .calling import calls_of, contacts_of
from .models import Incident, IntoxicationCard


@register_of_shift
def cards(shift: Shift, by: Actor) -> Iterator[Fact]:
    """Tell of the cards of a shift, those that run first."""
    found = rows(IntoxicationCard, by=by, to=Permission.CARD_VIEW).filter(shift=shift).select_related("organisation")
    listed = read(found.order_by("occurred_at", "pk"), by=by, to=Permission.CARD_VIEW)
    for card in sorted(listed, key=lambda one: one.ended_at is not None):
        said = {"start": hour(card.occurred_at), "end": hour(card.ended_at) if card.ended_at else ""}
        text = _("from %(start)s to %(end)s") if card.ended_at else _("running since %(start)s")
        link = reverse("emergencies:card", args=[card.organisation.slug, card.pk])
        yield Fact(_("Acute intoxication"), text % said, link, is_open=card.ended_at is None)


@register_of_shift
def events(shift: Shift, by: Actor) -> Iterator[Fact]:
    """Tell of the extraordinary events of the shift that `by` had a part in, or may see all of."""
    if not by.may(Permission.INCIDENT_VIEW):
        return
    found = rows(Incident, by=by, to=Permission.INCIDENT_VIEW).known_to(by).filter(shift=shift, voided_at=None)
    listed = read(
        found.select_related("organisation").order_by("occurred_at", "pk"), by=by, to=Permission.INCIDENT_VIEW
    )
    lists = catalogue(shift.service, shift.day) if listed else None
    for one in listed:
        item = lists.find("incident_kind", one.kind) if lists else None
        said = {"what": item.name if item else _("not said yet what it is"), "at": hour(one.occurred_at)}
        link = reverse("emergencies:incident", args=[one.organisation.slug, one.pk])
        yield Fact(_("Extraordinary event"), _("%(what)s, %(at)s") % said, link, is_open=one.signed_at is None)


@register_of_shift
def calls(shift: Shift, by: Actor) -> Iterator[Fact]:
    """Tell whom the crew called to help and what came of it, and where numbers are kept."""
    heading, slug = _("Calls for help"), by.organisation.slug if by.organisation else ""
    if not by.may(Permission.ALERT_VIEW):
        return
    page = reverse("emergencies:alerts", args=[slug, shift.pk])
    for call in calls_of(shift, by):
        said = [f"{hour(call.alert.occurred_at)} {call.name}"]
        said += [f"{one.get_kind_display()} {hour(one.occurred_at)}" for one in call.answers]
        yield Fact(heading, ", ".join(said), page, is_open=not shift.is_closed and call.state != "arrived")
    if by.can(Permission.ALERT_CONTACT_ADD, shift):
        many = sum(not one.ended_at for one in contacts_of(shift, by))
        link = reverse("emergencies:contacts", args=[slug, shift.pk])
        yield Fact(heading, _("Whom to call: %(n)s numbers") % {"n": many}, link, is_way=True)
