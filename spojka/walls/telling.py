"""What the client's page tells heads of walls."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client

from .reading import of_client


@register_facts
def walls(client: Client, by: Actor) -> Iterator[Fact]:
    """Tell who must not see anything of the client, and lead to it."""
    if not by.organisation or not by.may(Permission.WALL_PUT_UP) or not by.can(Permission.WALL_PUT_UP, client):
        return
    heading, link = _("Who must not see"), reverse("walls:of_client", args=[by.organisation.slug, client.pk])
    standing = [one for one in of_client(client, by) if one.is_standing(timezone.now())]
    for one in standing:
        yield Fact(heading, str(one), link)
    yield Fact(heading, _("Keep somebody apart"), link, is_way=True)
