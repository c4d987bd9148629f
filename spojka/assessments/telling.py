"""What the client's page tells of assessments: how many sections of each form are filled in."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client

from .models import AssessmentForm
from .reading import has_map, written


@register_facts
def filled(client: Client, by: Actor) -> Iterator[Fact]:
    """Lead to the forms and to the ecomap."""
    if not by.organisation or not by.can(Permission.ASSESSMENT_VIEW, client):
        return
    heading, slug = _("Entry form and assessment"), by.organisation.slug
    link, found = reverse("assessments:overview", args=[slug, client.pk]), written(client, by)
    for form in AssessmentForm:
        if some := found.get(form):
            said = {"form": form.label, "n": len(some)}
            text = ngettext("%(form)s: %(n)s section", "%(form)s: %(n)s sections", len(some)) % said
            yield Fact(heading, text, link, is_open=any(some))
    if has_map(client, by):
        yield Fact(heading, _("Ecomap"), reverse("assessments:ecomap", args=[slug, client.pk]), is_way=True)
    if not found and client.merged_into_id is None and by.can(Permission.ASSESSMENT_WRITE, client):
        yield Fact(heading, _("Fill in the entry form"), link, is_way=True)
