"""What the client's page tells of their own look, and Today of what they said."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client
from spojka.ui.words import day

from .reading import remarks_of, sheets_of, withholdings_of


@register_facts
def own_look(client: Client, by: Actor) -> Iterator[Fact]:
    """Lead to the access sheet and to what the client said of the record."""
    if not by.organisation or not by.can(Permission.LOOK_ISSUE, client):
        return
    heading, link = _("The client's own look"), reverse("looks:sheets", args=[by.organisation.slug, client.pk])
    held = next((one for one in sheets_of(client, by) if one.ended_at is None), None)
    if held:
        said = {"name": held.name, "day": day(held.recorded_at, True)}
        yield Fact(heading, _("access sheet %(name)s of %(day)s") % said, link)
    else:
        yield Fact(heading, _("no access sheet"), link, is_way=True)
    today = timezone.localdate()
    for one in withholdings_of(client, by):
        if one.is_open(today):
            to = reverse("looks:withholding", args=[by.organisation.slug, one.pk])
            said = (
                _("not shown there: %(part)s") if one.is_approved else _("to be decided whether it is shown: %(part)s")
            )
            yield Fact(heading, said % {"part": one}, to, is_open=one.is_approved is None)
    for one in remarks_of(client, by):
        if one.answered_at is None:
            to = reverse("looks:remark", args=[by.organisation.slug, one.pk])
            yield Fact(heading, _("A remark waits for an answer"), to, is_open=True)
