"""The card of a client, told on the client's page; the counter, on the page of its shift."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client
from spojka.encounters.beside import Fact as OfShift
from spojka.encounters.beside import register_of_shift
from spojka.encounters.models import Shift
from spojka.ui.words import day

from .models import Pass
from .setting import SETTING


@register_facts
def cards(client: Client, by: Actor) -> Iterator[Fact]:
    """Tell of the card, and lead to where it is issued."""
    if not client.is_own_of(by) or not by.may(Permission.PASS_ISSUE):
        return
    card = Pass.objects.filter(client=client, ended_at=None).first()
    text = _("card issued on %(day)s") % {"day": day(card.recorded_at, True)} if card else _("no card")
    yield Fact(_("At the counter"), text, _page(client, by), is_way=card is None)


@register_of_shift
def counter(shift: Shift, by: Actor) -> Iterator[OfShift]:
    """Lead from a running shift of a contact room to its counter."""
    if shift.is_running and shift.setting == SETTING and by.may(Permission.CLIENT_ADD) and shift.is_own_of(by):
        link = reverse("counter:page", args=[by.organisation.slug, shift.pk]) if by.organisation else ""
        yield OfShift(_("Counter"), _("open"), link, is_way=True)


def _page(client: Client, by: Actor) -> str:
    return reverse("counter:client", args=[by.organisation.slug, client.pk]) if by.organisation else ""
