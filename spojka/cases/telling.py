"""What the client's page tells of their cases, and the way to open one."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.assessments.beside import register_child
from spojka.clients.beside import Fact, register_facts
from spojka.clients.models import Client
from spojka.codelists.catalogue import extras_of

from .models import Case, Tie
from .reading import of_client


@register_child
def is_child_protection(client: Client, by: Actor) -> bool:
    """Say of a client of ours whether they are in a live case whose regime is the protection of children."""
    if not by.may(Permission.CASE_VIEW):
        return False
    ties = rows(Tie, by=by, to=Permission.CASE_VIEW).filter(client=client)
    cases = rows(Case, by=by, to=Permission.CASE_VIEW).live().filter(pk__in=ties.values("party__case_id"))
    regimes = set(cases.order_by().values_list("regime", flat=True).distinct())
    return bool(regimes) and any(extras_of("case_regime").get(one, {}).get("child") for one in regimes)


@register_facts
def cases(client: Client, by: Actor) -> Iterator[Fact]:
    """Tell the cases of a client of ours."""
    if not by.organisation or not by.can(Permission.CASE_OPEN, client):
        return
    heading, slug = _("Cases"), by.organisation.slug
    for one in of_client(client, by):
        text = _("%(name)s: %(state)s") % {
            "name": one.called,
            "state": one.get_stage_display() if one.is_open else one.get_state_display(),
        }
        yield Fact(heading, text, reverse("cases:case", args=[slug, one.pk]), is_open=not one.is_closed)
    if client.merged_into_id is None:
        yield Fact(heading, _("Open a case"), reverse("cases:open", args=[slug, client.pk]), is_way=True)
