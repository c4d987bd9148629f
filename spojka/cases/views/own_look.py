"""A part of the client's own look: who helps."""

from django.utils import timezone

from spojka.looks.models import Part
from spojka.looks.showing import back, own, page
from spojka.looks.words import words_of

from .. import own_look


@own("GET")
def helpers(request, client):
    """Show who helps, on which ground each was let in, and who stands by the client."""
    by, now, alone = request.actor, timezone.now(), Part.LEDGER in request.withheld
    cases = [
        (one, own_look.helpers(one, by, now, alone), own_look.supporters(one, by)) for one in own_look.mine(client, by)
    ]
    said = {"cases": cases, "words": words_of("case_role", organisation=client.organisation), "part": Part.CASE}
    return page(request, "cases/own/helpers.html", client, "helpers", shared_back=back(request, Part.LEDGER), **said)
