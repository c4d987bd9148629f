"""What the client's page tells of whether others work with them, and the way to ask."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client

from .reading import of_client, state_of

MOST = 5


@register_facts
def sounded(client: Client, by: Actor) -> Iterator[Fact]:
    """Tell whom we asked, and what came of it."""
    if not by.organisation or not by.may(Permission.SOUNDING_ASK) or not by.can(Permission.SOUNDING_ASK, client):
        return
    heading, slug, today = _("Does somebody else work with them?"), by.organisation.slug, timezone.localdate()
    for one in of_client(client, by)[:MOST]:
        waits = one.came.is_found and one.is_open(today)
        text = _("%(whom)s: %(state)s") % {"whom": one, "state": state_of(one, today)}
        yield Fact(heading, text, reverse("soundings:sounding", args=[slug, one.pk]), is_open=waits)
    if client.merged_into_id is None:
        link = reverse("soundings:ask", args=[slug, client.pk])
        yield Fact(heading, _("Ask another service without saying who it is"), link, is_way=True)
