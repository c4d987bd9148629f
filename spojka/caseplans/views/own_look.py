"""A part of the client's own look: the plan, what is asked and by when, on the screen and on paper."""

from django.http import Http404
from django.utils import timezone

from spojka.cases import own_look as cases
from spojka.codelists.catalogue import catalogue
from spojka.looks.models import Part
from spojka.looks.showing import own, page
from spojka.looks.words import words_of
from spojka.ui.http import give_paper

from .. import handing, own_look


@own("GET")
def plan(request, client):
    """Show what is asked of the client, the plan, and how they rated their life."""
    by, today = request.actor, timezone.localdate()
    areas = words_of("outcome_area", organisation=client.organisation)["outcome_area"]
    offered = catalogue(client.service, today).pairs("outcome_area")  # in the order of the list
    areas = {code: areas.get(code, name) for code, name in offered} | areas
    found = [
        (
            one,
            own_look.plan_of(one, team, by, today),
            own_look.asked_of(one, team, client.pk, by, today),
            own_look.ratings_of(one, areas, by),
        )
        for one, team in _cases(request, client)
    ]
    said = {"cases": found, "papers": handing.tongues(), "part": Part.CASE}
    return page(request, "caseplans/own/plan.html", client, "plan", **said)


@own("GET")
def asks(request, client, id):
    """Give what is asked of the client as a paper in large type; `words` is a language of handing.tongues()."""
    tongue = request.GET.get("words", "cs")
    mine = next(((one, team) for one, team in _cases(request, client) if one.party.pk == id), None)
    if tongue not in handing.tongues() or mine is None:
        raise Http404
    asked = own_look.asked_of(*mine, client.pk, request.actor, timezone.localdate())
    return give_paper(handing.asks(asked, tongue, organisation=str(mine[0].case.organisation)), "co-mam-udelat")


def _cases(request, client):
    """Return the cases of a client, each with who of the team they may know."""
    by, now, alone = request.actor, timezone.now(), Part.LEDGER in request.withheld
    return [(one, [helper.row for helper in cases.helpers(one, by, now, alone)]) for one in cases.mine(client, by)]
