"""Cards of a shift, told on its page."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.encounters.beside import Fact, register_of_shift
from spojka.encounters.models import Shift
from spojka.ui.words import hour

from .models import IntoxicationCard


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
