"""What the client's page tells heads of walls, and whoever meets the client of a secret address."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.access.whereabouts import hidden
from spojka.clients.beside import Fact, Flag, register_facts, register_flags
from spojka.clients.models import Client

from .reading import of_client, secrets_of


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


@register_flags
def secret(client: Client, by: Actor, at: datetime) -> Iterator[Flag]:
    """Warn the client's own people that nobody else may learn where they can be met."""
    if client.is_own_of(by) and hidden([client.pk]):
        link = ""
        if by.organisation and by.can(Permission.ADDRESS_HIDE, client):
            link = reverse("walls:address", args=[by.organisation.slug, client.pk])
        yield Flag("address", _("Secret address: tell nobody where they can be met"), "bad", "eye-off", link)


@register_facts
def address(client: Client, by: Actor) -> Iterator[Fact]:
    """Lead to a secret address."""
    if not by.organisation or not by.may(Permission.ADDRESS_HIDE) or not by.can(Permission.ADDRESS_HIDE, client):
        return
    link = reverse("walls:address", args=[by.organisation.slug, client.pk])
    stands = any(one.ended_at is None for one in secrets_of(client, by))
    if stands or client.merged_into_id is None:
        said = _("The address is secret") if stands else _("Make the address secret")
        yield Fact(_("Secret address"), said, link, is_way=not stands)
