"""What the client's page tells of an identity: that there is one, never the name itself."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client

from . import resting
from .models import Identity


@register_facts
def named(client: Client, by: Actor) -> Iterator[Fact]:
    """Lead to the name, or to writing it down."""
    if not by.organisation or not by.can(Permission.IDENTITY_VIEW, client):
        return
    link = reverse("identities:identity", args=[by.organisation.slug, client.pk])
    known = rows(Identity, by=by, to=Permission.IDENTITY_VIEW).filter(client=client).exclude(sealed="").first()
    if known is None:
        yield Fact(_("Who it is"), _("No name is kept"), link, is_way=True)
    elif resting.of(client, known).holds:
        yield Fact(_("Who it is"), _("Show the name"), link, is_way=True)
    else:
        yield Fact(_("Who it is"), _("Show the name: there is no agreement"), link, is_open=True)
