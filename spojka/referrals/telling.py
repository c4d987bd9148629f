"""What the client's page tells of referrals, and the way to a new one."""

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
def referred(client: Client, by: Actor) -> Iterator[Fact]:
    """Tell to whom the client was referred and how that stands."""
    if not by.organisation or not by.can(Permission.REFERRAL_OFFER, client):
        return
    heading, slug = _("Referrals"), by.organisation.slug
    for one in of_client(client, by, timezone.localdate()):
        text = f"{one.referral.mark}, {one.other}: {one.state.label}"
        link = reverse("referrals:referral", args=[slug, one.referral.pk])
        yield Fact(heading, text, link, is_open=one.waits_for_me)
    if client.merged_into_id is None:
        yield Fact(
            heading, _("Refer to another service"), reverse("referrals:offer", args=[slug, client.pk]), is_way=True
        )
