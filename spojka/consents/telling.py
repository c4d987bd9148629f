"""What the client's page tells of sharing: with whom, and the way to write a consent down."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client
from spojka.ui.words import day

from .models import ConsentRecipient
from .reading import has_statement


@register_facts
def sharing(client: Client, by: Actor) -> Iterator[Fact]:
    """Tell with whom something is shared by consent, and lead to it."""
    if not by.organisation or not by.can(Permission.CONSENT_GIVE, client):
        return
    heading, slug = _("Consents to share"), by.organisation.slug
    found = (
        rows(ConsentRecipient, by=by, to=Permission.CONSENT_VIEW).open(timezone.now()).filter(consent__client=client)
    )
    link = reverse("consents:of_client", args=[slug, client.pk])
    for row in read(
        found.select_related("consent").order_by("consent__given_on", "place_in_order"),
        by=by,
        to=Permission.CONSENT_VIEW,
    ):
        until = day(row.consent.last_day, True) if row.consent.ends_at else ""
        text = _("%(whom)s, until %(day)s") % {"whom": row, "day": until} if until else str(row)
        yield Fact(heading, text, link)
    yield Fact(heading, _("All consents"), link, is_way=True)
    if has_statement(client):
        yield Fact(
            heading, _("Write down a consent to share"), reverse("consents:give", args=[slug, client.pk]), is_way=True
        )
