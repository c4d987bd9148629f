"""What the client's page tells of what others were asked, and the way to ask."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client
from spojka.ui.words import day

from .models import Inquiry
from .reading import of_client

MOST = 5


@register_facts
def asked(client: Client, by: Actor) -> Iterator[Fact]:
    """Tell what was asked of whom."""
    if not by.organisation or not by.can(Permission.INQUIRY_ASK, client):
        return
    heading, slug = _("Asking other organisations"), by.organisation.slug
    today = timezone.localdate()
    for one in of_client(client, by, MOST):
        text = _("%(whom)s: %(state)s") % {"whom": one, "state": _state(one)}
        waits, link = one.reply or one.due_on < today, reverse("inquiries:inquiry", args=[slug, one.pk])
        yield Fact(heading, text, link, is_open=bool(waits and not one.is_over))
    if client.merged_into_id is None:
        yield Fact(
            heading, _("Ask another organisation"), reverse("inquiries:ask", args=[slug, client.pk]), is_way=True
        )


def _state(one: Inquiry) -> str:
    if one.withdrawn_at:
        return _("asked no more")
    if one.closed_at:
        return pgettext("an inquiry", "closed")
    return pgettext("an inquiry", "answered") if one.reply else _("answer by %(day)s") % {"day": day(one.due_on, True)}
