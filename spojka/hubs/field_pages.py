"""The page about the hub, for phones that are paired with it. Its address has the hub's id: pairing with another one
makes another list of pages, so the phone renews them all and each may connect to the right place."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.phones.registry import FieldPage, register

from .models import PairedPhone


def pages(actor: Actor, at: datetime) -> Iterator[FieldPage]:
    """Give the page of each hub that a phone of `actor` is paired with."""
    if actor.user is None or not actor.may(Permission.HUB_PAIR):
        return
    paired = PairedPhone.objects.holding(at).filter(phone__user=actor.user, hub__service__in=actor.services)
    hubs = {one.hub.pk: one.hub for one in paired.select_related("hub").order_by("-recorded_at", "pk")}
    for hub in hubs.values():
        url = reverse("phone_hub", args=[hub.pk])
        yield FieldPage(url=url, title=_("Hub of the stand"), icon="database", group=hub.name)


register(pages)
